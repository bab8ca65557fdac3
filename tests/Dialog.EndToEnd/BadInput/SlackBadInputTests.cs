using System.Net;
using System.Text.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.BadInput;

public sealed class SlackBadInputTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/commands")]
    public async Task A_signature_that_is_absent_wrong_or_stale_is_refused(string path)
    {
        var person = world.Stranger();
        var (body, type) = path == "/slack/events" ? (person.Message("hej"), Json) : ("payload=%7B%7D", Form);

        await (await person.PostAsync(path, body, type, signed: false)).AssertAsync(HttpStatusCode.Unauthorized);
        await (await person.PostAsync(path, body, type, secret: "somebody-else's-secret-0123456789")).AssertAsync(HttpStatusCode.Unauthorized);
        await (await person.PostAsync(path, body, type, age: TimeSpan.FromSeconds(330))).AssertAsync(HttpStatusCode.Unauthorized);
        await (await person.PostAsync(path, body, type, age: TimeSpan.FromSeconds(-330))).AssertAsync(HttpStatusCode.Unauthorized);
        Assert.Empty(world.Slack.BotPosts(person.Channel));
    }

    [Fact]
    public async Task The_handshake_is_echoed()
    {
        using var answer = await world.Stranger().PostAsync("/slack/events", """{"type":"url_verification","challenge":"3eZbrw1aBm2rZgRNFdxV"}""", Json);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("3eZbrw1aBm2rZgRNFdxV", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/slack/events", Json, "{")]
    [InlineData("/slack/events", Json, "")]
    [InlineData("/slack/events", Json, "[]")]
    [InlineData("/slack/events", Json, "null")]
    [InlineData("/slack/events", Json, """{"type":"event_callback","team_id":"\ud800"}""")]
    [InlineData("/slack/interactions", Form, "payload=%7B")]
    [InlineData("/slack/interactions", Form, "payload=%5B%5D")]
    [InlineData("/slack/interactions", Form, "")]
    public async Task A_malformed_body_is_refused(string path, string type, string body) =>
        await (await world.Stranger().PostAsync(path, body, type)).AssertAsync(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/slack/events", Json)]
    [InlineData("/slack/interactions", Form)]
    public async Task A_body_of_more_than_a_megabyte_is_refused(string path, string type) =>
        await (await world.Stranger().PostAsync(path, new string(' ', 1_100_000), type)).AssertAsync(HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0TOWN0001","event_id":"Ev1","event":{"type":"something_new"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0TOWN0001","event_id":"Ev2","event":{"type":"message","channel_type":"im"}}""")]
    [InlineData("""{"type":"event_callback","team_id":7,"event_id":{},"event":[]}""")]
    [InlineData("""{"type":"something_new"}""")]
    public async Task An_event_the_program_cannot_use_is_no_fault_of_the_program(string body) =>
        await (await world.Stranger().PostAsync("/slack/events", body, Json)).AssertAsync(HttpStatusCode.OK, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("")]
    [InlineData("hjälp")]
    [InlineData("something+nobody+knows+%3C%21channel%3E")]
    public async Task The_slash_command_is_answered_to_the_caller_alone(string text)
    {
        var person = world.Stranger();
        var form = $"token=legacy&team_id={FakeSlack.Team}&team_domain=town-example&channel_id={person.Channel}&channel_name=directmessage&user_id={person.User}"
            + $"&user_name=mattias&command=%2Fdialog&text={text}&api_app_id=A0DIALOG01&is_enterprise_install=false&trigger_id=1.2.3"
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0TOWN0001%2F1%2FFAKE";

        using var answer = await person.PostAsync("/slack/commands", form, Form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<!channel>", body, StringComparison.Ordinal);
        Assert.Equal("ephemeral", JsonSerializer.Deserialize<JsonElement>(body).GetProperty("response_type").GetString());
    }

    [Fact]
    public async Task A_stranger_who_writes_gets_an_answer()
    {
        var person = world.Stranger();
        await person.SayAsync("hej");

        Assert.NotEmpty((await world.Slack.WaitForMessageAsync(person.Channel)).Text);
    }

    [Fact]
    public async Task The_same_event_again_is_taken_once()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        var body = person.Message("Min tes måste prövas mot andra.");

        await (await person.DeliverAsync(body)).AssertAsync(HttpStatusCode.OK);
        var once = await Transcript.OfAsync(world.Program, assignment);
        await (await person.DeliverAsync(body)).AssertAsync(HttpStatusCode.OK);
        await (await person.DeliverAsync(body, retry: 1)).AssertAsync(HttpStatusCode.OK);
        var thrice = await Transcript.OfAsync(world.Program, assignment);

        Assert.Single(once.FromPerson, "Min tes måste prövas mot andra.");
        Assert.Equal(once.Messages.Count, thrice.Messages.Count);
    }

    [Fact]
    public async Task Deliveries_of_one_event_at_the_same_time_are_taken_once()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        var body = person.Message("Samtidigt.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => person.DeliverAsync(body)));

        foreach (var answer in answers)
        {
            await answer.AssertAsync(HttpStatusCode.OK);
        }

        Assert.Single((await Transcript.OfAsync(world.Program, assignment)).FromPerson, "Samtidigt.");
    }

    [Fact]
    public async Task The_bots_own_message_and_another_bots_are_not_answered()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        var before = await Transcript.OfAsync(world.Program, assignment);
        var own = person.Message("Vad?").Replace("\"client_msg_id\"", "\"bot_id\":\"B0DIALOG01\",\"client_msg_id\"", StringComparison.Ordinal);
        var other = person.Message("Hej från en annan").Replace("\"client_msg_id\"", "\"bot_id\":\"B0OTHER001\",\"subtype\":\"bot_message\",\"client_msg_id\"", StringComparison.Ordinal);

        await (await person.DeliverAsync(own)).AssertAsync(HttpStatusCode.OK);
        await (await person.DeliverAsync(other)).AssertAsync(HttpStatusCode.OK);

        Assert.Equal(before.Messages.Count, (await Transcript.OfAsync(world.Program, assignment)).Messages.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    public async Task An_empty_message_is_no_answer(string text)
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        var before = await Transcript.OfAsync(world.Program, assignment);

        await person.SayAsync(text);

        Assert.InRange((await Transcript.OfAsync(world.Program, assignment)).Messages.Count - before.Messages.Count, 0, 2);
        Assert.Empty(await world.Program.Api.AnswersAsync(assignment));
    }

    [Fact]
    public async Task A_message_of_40000_characters_is_taken_or_politely_refused()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        var posts = world.Slack.BotPosts(person.Channel).Count;

        await person.SayAsync(string.Concat(Enumerable.Repeat("Vi möts i sociala medier. ", 1_600))[..40_000]);
        await person.SayAsync("klar");

        Assert.NotEmpty((await world.Slack.WaitForMessageAsync(person.Channel, skip: posts)).Text);
        Assert.NotEmpty((await Transcript.OfAsync(world.Program, assignment)).FromPerson);
    }

    [Fact]
    public async Task A_button_the_program_never_made_changes_nothing()
    {
        var (person, assignment, opening) = await world.InterviewedAsync();
        var before = await Transcript.OfAsync(world.Program, assignment);

        await (await person.ClickAsync(opening, new SlackButton("no-block", "no.action", "no-value", "Ja"))).AssertAsync(HttpStatusCode.OK);
        foreach (var button in opening.Buttons)
        {
            await (await person.ClickAsync(opening, button with { Value = "no-value" })).AssertAsync(HttpStatusCode.OK);
        }

        var after = await Transcript.OfAsync(world.Program, assignment);
        Assert.InRange(after.Messages.Count - before.Messages.Count, 0, 2 * (1 + opening.Buttons.Count));
        Assert.Empty(await world.Program.Api.AnswersAsync(assignment));
    }

    [Fact]
    public async Task A_click_on_an_old_question_changes_no_answer()
    {
        var (person, assignment, opening) = await world.InterviewedAsync();
        await person.SayAsync("Kommunikation handlar om möten. I sociala medier möts vi, och i mötet utvecklar vi våra tankar om vad Katrineholm ska vara för alla som bor här.");
        await person.SayAsync("klar");
        var question = await world.Slack.WaitForMessageAsync(person.Channel, skip: 1);
        await person.SayAsync("För att min tes måste prövas mot andra, annars utgår jag bara från min egen världsbild när vi bestämmer något här i Katrineholm.");
        await person.SayAsync("klar");
        var before = await world.Program.Api.AnswersAsync(assignment);
        var messages = (await Transcript.OfAsync(world.Program, assignment)).FromPerson;

        foreach (var (post, button) in new[] { opening, question }.SelectMany(post => post.Buttons.Select(button => (post, button))))
        {
            await (await person.ClickAsync(post, button)).AssertAsync(HttpStatusCode.OK);
            await (await person.ClickAsync(post, button)).AssertAsync(HttpStatusCode.OK);
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, await world.Program.Api.AnswersAsync(assignment));
        Assert.Equal(messages, (await Transcript.OfAsync(world.Program, assignment)).FromPerson.Take(messages.Count));
    }

    [Fact]
    public async Task Text_from_people_cannot_call_on_anybody_or_hide_a_link()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("I går satte vi ut tolv nya bänkar längs ån. Jag ropar <!channel> & <@U0CLERK001> och <https://evil.example|katrineholm.se>.");
        await person.SayAsync("visa");

        Assert.Contains("<!channel> & <@U0CLERK001>", (await world.Program.Api.AnswersAsync(assignment))["what"], StringComparison.Ordinal);
        await world.Slack.WaitForMessageAsync(person.Channel, post => Raw(post).Contains("U0CLERK001", StringComparison.Ordinal));
        Assert.All(world.Slack.BotPosts(person.Channel), post =>
        {
            Assert.DoesNotMatch("<[!@#h]", post.Text);
            Assert.DoesNotMatch("\"mrkdwn\",\"text\":\"[^\"]*<[!@#h]", Raw(post));
        });
    }

    private static string Raw(SlackPost post) => post.Text + (post.Blocks is { } blocks ? JsonSerializer.Serialize(blocks, JsonOptions) : "");

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
