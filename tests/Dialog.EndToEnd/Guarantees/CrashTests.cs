using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>One program on SQLite; <c>tests/crash</c> runs it at length.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Killed_again_and_again_nothing_acknowledged_is_lost_or_done_twice()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, teams.Settings);
        await new CrashRun(slack, teams, [program], program.HoldStoreAsync, () => Task.FromResult(program.StoreFingerprint())).AssertNothingLostOrDoubledAsync();
    }
}
