using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>The connector fails in every way it has: each message is with the person once and in order, or the transcript says why not.</summary>
public sealed class TeamsDeliveryTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(401, "Unauthorized")]
    public async Task A_message_refused_for_now_comes_later_once_and_in_order(int status, string code)
    {
        var (person, assignment) = await StartAsync();
        world.Teams.Faults.Next("send", status == 429 ? new Fault.RateLimited(2) : new Fault.Refused(status, code));

        await TalkAsync(person);

        await EverythingArrivedAsync(person, assignment);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_message_that_arrived_although_Teams_failed_is_not_repeated_and_the_desk_says_so(int status)
    {
        var (person, assignment) = await StartAsync();
        world.Teams.Faults.Next("send", status == 0 ? new Fault.CutsAfterStoring() : new Fault.FailsAfterStoring(status));

        await TalkAsync(person);

        await EverythingArrivedAsync(person, assignment);
        Assert.Equal(["unknown", "sent"], await DeliveriesAsync(assignment, skip: 1));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(412)]
    [InlineData(429)]
    public async Task A_change_of_a_message_is_tried_until_it_is_made(int status)
    {
        var (person, assignment, opening, _) = await world.InterviewedAsync();
        world.Teams.Faults.Next("update", status == 502 ? new Fault.FailsAfterStoring(502) : new Fault.Refused(status, ""));

        using var pressed = await person.ClickAsync(opening, opening.Actions[0]);
        await TalkAsync(person);

        await EverythingArrivedAsync(person, assignment, answers: 4);
        await world.Teams.WaitForUpdateAsync(person.Conversation, opening.Id, post => post.Text.Contains("→ Kör", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", "uninstalled")]
    [InlineData(403, "MessageWritesBlocked", "blocked")]
    [InlineData(403, "ConversationBlockedByUser", "blocked")]
    [InlineData(403, "BotDisabledByAdmin", "administrator")]
    public async Task Somebody_who_cannot_be_reached_is_left_alone_until_heard_from_again(int status, string code, string reason)
    {
        var (person, assignment) = await StartAsync();
        world.Teams.Faults.Next("send", new Fault.Refused(status, code));
        await person.SayAsync("hjälp");
        var refused = await world.UntilAsync(assignment, line => line.GetProperty("delivery").GetString() == "failed");
        Assert.Contains(reason, refused.GetProperty("deliveryReason").GetString(), StringComparison.Ordinal);
        var shown = world.Teams.Messages(person.Conversation).Count;

        await person.SayAsync("hjälp");

        Assert.NotEmpty((await world.Teams.WaitForMessageAsync(person.Conversation, skip: shown)).Text);
    }

    [Theory]
    [InlineData(413, "MessageSizeTooBig", "too big")]
    [InlineData(400, "BadSyntax", "does not understand")]
    [InlineData(403, "NotEnoughPermissions", "may not")]
    public async Task A_message_Teams_will_never_take_does_not_hold_up_the_next(int status, string code, string reason)
    {
        var (person, assignment) = await StartAsync();
        world.Teams.Faults.Next("send", new Fault.Refused(status, code));
        var shown = world.Teams.Messages(person.Conversation).Count;

        await person.SayAsync("hjälp");
        await person.SayAsync("hjälp");

        await world.Teams.WaitForMessageAsync(person.Conversation, skip: shown);
        var refused = await world.UntilAsync(assignment, line => line.GetProperty("delivery").GetString() == "failed");
        Assert.Contains(reason, refused.GetProperty("deliveryReason").GetString(), StringComparison.Ordinal);
    }

    private async Task<(TeamsSender Person, string Assignment)> StartAsync()
    {
        var (person, assignment, _, _) = await world.InterviewedAsync();
        return (person, assignment);
    }

    private static async Task TalkAsync(TeamsSender person)
    {
        await person.SayAsync("hjälp");
        await person.SayAsync("Kommunikation handlar om möten. I sociala medier möts vi, och i mötet utvecklar vi våra tankar om vad Katrineholm ska vara för alla som bor här.");
        await person.SayAsync("klar");
    }

    /// <summary>What stands in Teams is what the transcript says, once and in order.</summary>
    private async Task EverythingArrivedAsync(TeamsSender person, string assignment, int answers = 3)
    {
        var said = (await Transcript.OfAsync(world.Program, assignment)).FromBot;
        Assert.True(said.Count >= answers, string.Join('\n', said));
        await world.Teams.WaitForMessageAsync(person.Conversation, skip: said.Count);

        // The greeting belongs to no assignment.
        Assert.Equal(said.Count + 1, world.Teams.Messages(person.Conversation).Count);
        Assert.All(said.Zip(world.Teams.Messages(person.Conversation).Skip(1)), pair => Assert.Equal(Letters(pair.First), Letters(pair.Second.Text)[..Letters(pair.First).Length]));
    }

    private async Task<IEnumerable<string?>> DeliveriesAsync(string assignment, int skip)
    {
        await world.UntilAsync(assignment, line => line.GetProperty("direction").GetString() == "out", all: true);
        return (await Transcript.OfAsync(world.Program, assignment)).Messages.Where(line => line.GetProperty("direction").GetString() == "out").Skip(skip).Select(line => line.GetProperty("delivery").GetString());
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
