using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>One program connected to one Slack workspace; every test brings its own people.</summary>
public sealed class SlackWorld : IAsyncLifetime
{
    private static int _lastUser;

    internal FakeSlack Slack { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Slack.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await using (Slack)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    /// <summary>A member of the workspace the program has not heard of.</summary>
    internal SlackSender Stranger() => new(Slack, Program, NextUser());

    /// <summary>A person with an open assignment whose opening has arrived.</summary>
    internal async Task<(SlackSender Person, string Assignment, SlackPost Opening)> InterviewedAsync()
    {
        var user = NextUser();
        var person = new SlackSender(Slack, Program, user);
        var personId = await Program.Api.AddPersonAsync("slack", FakeSlack.Team, user);
        var assignment = await Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        return (person, assignment, await Slack.WaitForMessageAsync(person.Channel));
    }

    private static string NextUser() => $"U0PERSON{Interlocked.Increment(ref _lastUser):D3}";
}
