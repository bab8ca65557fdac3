using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Teams;

/// <summary>One program connected to a Teams tenant with single sign-on, and one person who has been asked.</summary>
public sealed class TeamsTabWorld : IAsyncLifetime
{
    internal const string ObjectId = "0d1a1060-aaaa-4bbb-8ccc-0000000000ab";

    internal FakeTeams Teams { get; private set; } = null!;

    internal FakeOpenId Provider { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Teams = await FakeTeams.StartAsync();
        Provider = await FakeOpenId.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Teams.Settings, Provider.Settings);
        var personId = await Program.Api.AddPersonAsync("teams", FakeTeams.Tenant, ObjectId);
        await new TeamsSender(Teams, Program, ObjectId).InstallAsync();
        await Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
    }

    public async ValueTask DisposeAsync()
    {
        await using (Teams)
        await using (Provider)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }
}
