using System.Text.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Teams;

/// <summary>One program connected to one Teams tenant; every test brings its own people.</summary>
public sealed class TeamsWorld : IAsyncLifetime
{
    internal FakeTeams Teams { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Teams = await FakeTeams.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Teams.Settings, AlwaysOpen.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await using (Teams)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    internal TeamsSender Stranger() => new(Teams, Program, Guid.NewGuid().ToString());

    /// <summary>A person with the app installed and an open assignment; <c>Next</c> is the index of the bot's message after the opening.</summary>
    internal async Task<(TeamsSender Person, string Assignment, TeamsPost Opening, int Next)> InterviewedAsync()
    {
        var objectId = Guid.NewGuid().ToString();
        var person = new TeamsSender(Teams, Program, objectId);
        var personId = await Program.Api.AddPersonAsync("teams", FakeTeams.Tenant, objectId);
        await person.InstallAsync();
        await Teams.WaitForMessageAsync(person.Conversation);
        var assignment = await Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        return (person, assignment, await Teams.WaitForMessageAsync(person.Conversation, skip: 1), 2);
    }

    /// <summary>The first line of the transcript the bot sent that fits, as soon as there is one; with <paramref name="all"/> as soon as none is on its way.</summary>
    internal async Task<JsonElement> UntilAsync(string assignment, Func<JsonElement, bool> fits, bool all = false)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); since.Elapsed < Patience.Limit; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            var lines = (await Transcript.OfAsync(Program, assignment)).Messages.Where(line => line.GetProperty("delivery").GetString() is not null).ToList();
            if (lines.Exists(line => fits(line)) && !(all && lines.Exists(line => line.GetProperty("delivery").GetString() is "pending" or "sending")))
            {
                return lines.First(fits);
            }
        }

        throw new TimeoutException($"waited for a delivery of {assignment}");
    }
}
