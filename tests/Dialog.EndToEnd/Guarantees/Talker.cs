using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>Somebody who writes one message after the other; each is delivered until it is acknowledged.</summary>
/// <param name="Program">Where the outcome is read.</param>
/// <param name="Assignment">What it is about.</param>
/// <param name="Deliver">Makes a message and answers how to deliver it, as often as asked; true when acknowledged.</param>
/// <param name="Seen">What the platform shows of the bot.</param>
/// <param name="Trace">The same with what tells one from another, for who has to find out.</param>
internal sealed record Talker(ProgramUnderTest Program, string Assignment, Func<string, Func<int?, Task<bool>>> Deliver, Func<IReadOnlyList<string>> Seen, Func<IEnumerable<string>> Trace)
{
    public List<string> Acknowledged { get; } = [];

    /// <summary>Deliveries begun.</summary>
    public int Sent { get; private set; }

    /// <summary>Deliveries of something that had been delivered before.</summary>
    public int Repeated { get; private set; }

    public int Unknown { get; private set; }

    public static async Task<Talker> OfSlackAsync(FakeSlack slack, IReadOnlyList<ProgramUnderTest> programs, string user)
    {
        var program = programs[0];
        var ways = programs.Select(each => new SlackSender(slack, each, user)).ToList();
        var person = ways[0];
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, user)));
        await slack.WaitForMessageAsync(person.Channel);
        return new Talker(
            program,
            assignment,
            text => person.Message(text) is var body ? async retry =>
            {
                using var answer = await AnyOf(ways).DeliverAsync(body, retry);
                return answer.IsSuccessStatusCode;
            }
            : throw new InvalidOperationException(),
            () => [.. slack.BotPosts(person.Channel).Select(post => post.PlainText)],
            () => slack.BotPosts(person.Channel).Select(post => $"{post.Ts} {post.Metadata} {post.PlainText[..Math.Min(20, post.PlainText.Length)]}"));
    }

    public static async Task<Talker> OfTeamsAsync(FakeTeams teams, IReadOnlyList<ProgramUnderTest> programs)
    {
        var program = programs[0];
        var objectId = Guid.NewGuid().ToString();
        var ways = programs.Select(each => new TeamsSender(teams, each, objectId)).ToList();
        var person = ways[0];
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
                using var answer = await AnyOf(ways).PostAsync(activity);
                return answer.IsSuccessStatusCode;
            }
            : throw new InvalidOperationException(),
            () => [.. teams.Messages(person.Conversation).Select(post => post.Text)],
            () => teams.Messages(person.Conversation).Select(post => $"{post.Id} {post.Text[..Math.Min(20, post.Text.Length)]}"));
    }

    public async Task TalkAsync(CancellationToken over)
    {
        for (var number = 1; !over.IsCancellationRequested; number++)
        {
            await SayAsync($"Vi gör det för barnens skull, rad {number}.");
            var heard = Seen().Count;
            await SayAsync("hjälp");
            await CrashRun.UntilAsync(() => Seen().Count > heard || over.IsCancellationRequested);
        }

        await SayAsync("klar");
    }

    /// <summary>Every message is in the transcript once and in order, the answer is made of them, and every reply was delivered once or is shown as unknown.</summary>
    public async Task AssertNothingLostOrDoubledAsync()
    {
        var transcript = await Transcript.SettledAsync(Program, Assignment);
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
        Assert.All(sent, reply => Assert.True(
                seen.GetValueOrDefault(reply.Key) >= reply.Value && seen.GetValueOrDefault(reply.Key) <= reply.Value + maybe.GetValueOrDefault(reply.Key),
                $"{reply.Value} sent, {maybe.GetValueOrDefault(reply.Key)} unknown, seen {seen.GetValueOrDefault(reply.Key)} times: {reply.Key}\n{string.Join('\n', Trace())}"));
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

    /// <summary>What a balancer does.</summary>
    private static T AnyOf<T>(List<T> ways) => ways[Random.Shared.Next(ways.Count)];
}
