using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>A program in a process of its own, connected to a Slack workspace, to be stopped, killed and started again.</summary>
public sealed class RestartWorld : IAsyncLifetime
{
    private int _people;

    internal FakeSlack Slack { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Program = await ProgramUnderTest.StartAsync(Slack.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await using (Slack)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    internal SlackSender NewPerson() => new(Slack, Program, $"U0RESTART{++_people}");
}
