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
        Program = await ProgramUnderTest.StartAsync(Teams.Settings);
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
}
