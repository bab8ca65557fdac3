using System.Globalization;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>
/// People in Slack and Teams write while programs on one store are killed again and again, and the platforms deliver again what was not
/// acknowledged. The seed and what happened are printed, and the same seed kills in the same way.
/// </summary>
/// <param name="Slack">Where some of the people are.</param>
/// <param name="Teams">Where the others are.</param>
/// <param name="Programs">Which may be killed.</param>
/// <param name="HoldStore">Keeps anything from being committed until what is returned is disposed.</param>
/// <param name="Fingerprint">Another one after every commit.</param>
internal sealed record CrashRun(FakeSlack Slack, FakeTeams Teams, IReadOnlyList<ProgramUnderTest> Programs, Func<Task<IAsyncDisposable>> HoldStore, Func<Task<string>> Fingerprint)
{
    private const int UsualKills = 3;

    /// <summary>So many kills on, others write: nobody's answer has a thousand messages.</summary>
    private const int MostForSamePeople = 25;

    private static readonly string[] Ways = ["at any instant", "before a commit", "after a commit, before it is acknowledged", "after a message was sent, before it is noted"];

    /// <summary>Kills as often as <c>DIALOG_KILLS</c> says, in the order <c>DIALOG_SEED</c> gives, and compares what the platforms, the transcripts and the answers say.</summary>
    public async Task AssertNothingLostOrDoubledAsync()
    {
        var kills = Setting("DIALOG_KILLS") ?? UsualKills;
        var seed = Setting("DIALOG_SEED") ?? Random.Shared.Next();
        var random = new Random(seed);
        Log($"{kills} kills, seed {seed}");
        for (var done = 0; done < kills; done += MostForSamePeople)
        {
            await RoundAsync(done, Math.Min(kills, done + MostForSamePeople), random);
        }
    }

    /// <summary>Waits for what the people's own writing brings about; goes on after a while in any case.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var left = 1000; left > 0 && !await isSo(); left--)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private async Task RoundAsync(int done, int kills, Random random)
    {
        var talkers = new List<Talker>();
        for (var number = 0; number < 4; number++)
        {
            talkers.Add(await Talker.OfSlackAsync(Slack, Programs, $"U0CRASH{done:D4}{number}"));
            talkers.Add(await Talker.OfTeamsAsync(Teams, Programs));
        }

        using var over = new CancellationTokenSource();
        var talks = Task.WhenAll(talkers.Select(talker => talker.TalkAsync(over.Token)));
        for (var kill = done + 1; kill <= kills; kill++)
        {
            var (how, whom) = (random.Next(Ways.Length), random.Next(Programs.Count));
            await KillAsync(how, random, Programs[whom], talkers);
            Log($"kill {kill}: program {whom + 1} {Ways[how]}; {talkers.Sum(talker => talker.Acknowledged.Count)} acknowledged, {talkers.Sum(talker => talker.Repeated)} delivered again");
            await Programs[whom].StartAgainAsync();
        }

        await over.CancelAsync();
        await talks;
        foreach (var talker in talkers)
        {
            await talker.AssertNothingLostOrDoubledAsync();
        }

        Log($"{kills} kills: {talkers.Sum(talker => talker.Acknowledged.Count)} acknowledged since {done}, none lost or doubled; {talkers.Sum(talker => talker.Unknown)} replies shown as unknown");
        Assert.All(talkers, talker => Assert.NotEmpty(talker.Acknowledged));
    }

    private async Task KillAsync(int how, Random random, ProgramUnderTest program, List<Talker> talkers)
    {
        await Task.Delay(random.Next(1500), TestContext.Current.CancellationToken);
        switch (how)
        {
            case 1:
                await using (await HoldStore())
                {
                    var waiting = talkers.Sum(talker => talker.Sent);
                    await UntilAsync(() => talkers.Sum(talker => talker.Sent) > waiting);
                    await program.KillAsync();
                }

                return;
            case 2:
                var stored = await Fingerprint();
                await UntilAsync(async () => await Fingerprint() != stored);
                break;
            case 3:
                var calls = Slack.Calls.Count(call => call.Method == "chat.postMessage");
                Slack.Faults.Next("chat.postMessage", new Fault.HangsAfterStoring());
                await UntilAsync(() => Slack.Calls.Count(call => call.Method == "chat.postMessage") > calls);
                break;
        }

        await program.KillAsync();
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static void Log(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
