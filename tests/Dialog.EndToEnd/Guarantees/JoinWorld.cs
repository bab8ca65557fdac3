using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>One program connected to a Slack workspace and a Teams tenant; every test brings its own person.</summary>
public sealed class JoinWorld : IAsyncLifetime
{
    private int _lastUser;

    internal FakeSlack Slack { get; private set; } = null!;

    internal FakeTeams Teams { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Teams = await FakeTeams.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Slack.Settings, Teams.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await using (Slack)
        await using (Teams)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    internal SlackSender NextInSlack() => new(Slack, Program, $"U0JOINED{++_lastUser:D2}");
}
