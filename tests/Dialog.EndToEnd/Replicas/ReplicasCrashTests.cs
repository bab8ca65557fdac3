using Dialog.EndToEnd.Guarantees;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Replicas;

/// <summary>
/// Two programs on one PostgreSQL, either of which may be killed. It takes minutes, most of them waiting for the leases of the dead, so only
/// <c>tests/crash</c> runs it.
/// </summary>
[Trait("store", "PostgreSql")]
public sealed class ReplicasCrashTests
{
    [Fact]
    public async Task Whichever_of_two_is_killed_nothing_acknowledged_is_lost_or_done_twice()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DIALOG_KILLS") is { Length: > 0 }, "Takes minutes: tests/crash runs it.");
        await using var store = await PostgreSqlStore.CreateAsync();
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var one = await ProgramUnderTest.StartAsync(slack.Settings, teams.Settings, store.Settings);
        await using var other = await ProgramUnderTest.StartAsync(slack.Settings, teams.Settings, store.Settings);
        await new CrashRun(slack, teams, [one, other], store.HoldAsync, store.FingerprintAsync).AssertNothingLostOrDoubledAsync();
    }
}
