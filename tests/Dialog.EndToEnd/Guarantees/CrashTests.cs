using System.Globalization;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>
/// People in Slack and Teams write while the program is killed again and again, and the platforms deliver again what was not acknowledged.
/// <c>tests/crash</c> runs it at length; the seed and what happened are printed, and the same seed kills in the same way.
/// </summary>
public sealed class CrashTests
{
    private const int UsualKills = 5;

    [Fact]
    public async Task Killed_again_and_again_nothing_acknowledged_is_lost_or_done_twice()
    {
        var kills = Setting("DIALOG_KILLS") ?? UsualKills;
        var seed = Setting("DIALOG_SEED") ?? Random.Shared.Next();
        var random = new Random(seed);
        Log($"{kills} kills, seed {seed}");
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, teams.Settings);
        var talkers = new List<Talker>();
        for (var number = 0; number < 4; number++)
        {
            talkers.Add(await Talker.OfSlackAsync(slack, program, $"U0CRASH{number:D3}"));
            talkers.Add(await Talker.OfTeamsAsync(teams, program));
        }

        using var over = new CancellationTokenSource();
        var talks = Task.WhenAll(talkers.Select(talker => talker.TalkAsync(over.Token)));
        for (var kill = 1; kill <= kills; kill++)
        {
            var how = random.Next(4);
            await KillAsync(how, random, program, slack, talkers);
            Log($"kill {kill}: {Ways[how]}; {talkers.Sum(talker => talker.Acknowledged.Count)} acknowledged, {talkers.Sum(talker => talker.Repeated)} delivered again");
            await program.StartAgainAsync();
        }

        await over.CancelAsync();
        await talks;
        foreach (var talker in talkers)
        {
            await talker.AssertNothingLostOrDoubledAsync();
        }

        Log($"{talkers.Sum(talker => talker.Acknowledged.Count)} acknowledged, {talkers.Sum(talker => talker.Unknown)} replies shown as unknown");
        Assert.All(talkers, talker => Assert.NotEmpty(talker.Acknowledged));
    }

    private static readonly string[] Ways = ["at any instant", "before a commit", "after a commit, before it is acknowledged", "after a message was sent, before it is noted"];

    private static async Task KillAsync(int how, Random random, ProgramUnderTest program, FakeSlack slack, List<Talker> talkers)
    {
        await Task.Delay(random.Next(1500), TestContext.Current.CancellationToken);
        switch (how)
        {
            case 1:
                await using (await program.HoldStoreAsync())
                {
                    var waiting = talkers.Sum(talker => talker.Sent);
                    await UntilAsync(() => talkers.Sum(talker => talker.Sent) > waiting);
                    await program.KillAsync();
                }

                return;
            case 2:
                var stored = program.StoreFingerprint();
                await UntilAsync(() => program.StoreFingerprint() != stored);
                break;
            case 3:
                var calls = slack.Calls.Count(call => call.Method == "chat.postMessage");
                slack.Faults.Next("chat.postMessage", new Fault.HangsAfterStoring());
                await UntilAsync(() => slack.Calls.Count(call => call.Method == "chat.postMessage") > calls);
                break;
        }

        await program.KillAsync();
    }

    /// <summary>Waits for what the people's own writing brings about; goes on after a while in any case.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var left = 1000; left > 0 && !isSo(); left--)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static void Log(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    /// <summary>Somebody who writes one message after the other; each is delivered until it is acknowledged.</summary>
    /// <param name="Program">Where it goes.</param>
    /// <param name="Assignment">What it is about.</param>
    /// <param name="Deliver">Makes a message and answers how to deliver it, as often as asked; true when acknowledged.</param>
    /// <param name="Seen">What the platform shows of the bot.</param>
    private sealed record Talker(ProgramUnderTest Program, string Assignment, Func<string, Func<int?, Task<bool>>> Deliver, Func<IReadOnlyList<string>> Seen)
    {
        public List<string> Acknowledged { get; } = [];

        /// <summary>Deliveries begun.</summary>
        public int Sent { get; private set; }

        /// <summary>Deliveries of something that had been delivered before.</summary>
        public int Repeated { get; private set; }

        public int Unknown { get; private set; }

        public static async Task<Talker> OfSlackAsync(FakeSlack slack, ProgramUnderTest program, string user)
        {
            var person = new SlackSender(slack, program, user);
            var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, user)));
            await slack.WaitForMessageAsync(person.Channel);
            return new Talker(
                program,
                assignment,
                text => person.Message(text) is var body ? async retry =>
                {
                    using var answer = await person.DeliverAsync(body, retry);
                    return answer.IsSuccessStatusCode;
                }
                : throw new InvalidOperationException(),
                () => [.. slack.BotPosts(person.Channel).Select(post => post.PlainText)]);
        }

        public static async Task<Talker> OfTeamsAsync(FakeTeams teams, ProgramUnderTest program)
        {
            var objectId = Guid.NewGuid().ToString();
            var person = new TeamsSender(teams, program, objectId);
            var personId = await program.Api.AddPersonAsync("teams", FakeTeams.Tenant, objectId);
            await person.InstallAsync();
            await teams.WaitForMessageAsync(person.Conversation);
            var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
            await teams.WaitForMessageAsync(person.Conversation, skip: 1);
            return new Talker(
                program,
                assignment,
                text => person.Message(text) is var activity ? async _ =>
                {
                    using var answer = await person.PostAsync(activity);
                    return answer.IsSuccessStatusCode;
                }
                : throw new InvalidOperationException(),
                () => [.. teams.Messages(person.Conversation).Select(post => post.Text)]);
        }

        public async Task TalkAsync(CancellationToken over)
        {
            for (var number = 1; !over.IsCancellationRequested; number++)
            {
                await SayAsync($"Vi gör det för barnens skull, rad {number}.");
                var heard = Seen().Count;
                await SayAsync("hjälp");
                await UntilAsync(() => Seen().Count > heard || over.IsCancellationRequested);
            }

            await SayAsync("klar");
        }

        /// <summary>Every message is in the transcript once and in order, the answer is made of them, and every reply was delivered once or is shown as unknown.</summary>
        public async Task AssertNothingLostOrDoubledAsync()
        {
            var transcript = await SettledAsync();
            Assert.Equal(Acknowledged, transcript.FromPerson);
            Assert.Equal(
                Acknowledged.Where(text => text is not ("hjälp" or "klar")),
                (await Program.Api.AnswersAsync(Assignment))["what"].Split('\n', StringSplitOptions.RemoveEmptyEntries));

            // Questions have buttons, and look different in each place; help is a plain text everywhere.
            var delivered = transcript.Messages.Where(line => line.GetProperty("kind").GetString() == "note").ToLookup(line => line.GetProperty("delivery").GetString(), line => line.GetProperty("text").GetString()!);
            Unknown = delivered["unknown"].Count();
            Assert.Empty(delivered.Select(group => group.Key).Except(["sent", "unknown"]));
            var seen = Seen().CountBy(text => text).ToDictionary();
            var sent = delivered["sent"].CountBy(text => text).ToDictionary();
            var maybe = delivered["unknown"].CountBy(text => text).ToDictionary();
            Assert.All(sent, reply => Assert.InRange(seen.GetValueOrDefault(reply.Key), reply.Value, reply.Value + maybe.GetValueOrDefault(reply.Key)));
        }

        private async Task<Transcript> SettledAsync()
        {
            for (var since = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
            {
                var transcript = await Transcript.OfAsync(Program, Assignment);
                if (!transcript.Messages.Any(line => line.GetProperty("delivery").GetString() is "pending" or "sending"))
                {
                    return transcript;
                }

                Assert.True(since.Elapsed < Patience.Limit, "The outbox does not get empty.");
            }
        }

        private async Task SayAsync(string text)
        {
            var deliver = Deliver(text);
            for (int? retry = null; ; retry = (retry ?? 0) + 1)
            {
                Sent++;
                Repeated += retry is null ? 0 : 1;
                try
                {
                    if (await deliver(retry))
                    {
                        Acknowledged.Add(text);
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // Nobody answered: the platform delivers again.
                }

                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }
    }
}
