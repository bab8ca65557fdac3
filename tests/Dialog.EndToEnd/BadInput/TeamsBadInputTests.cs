using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.BadInput;

public sealed class TeamsBadInputTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"","channelId":"msteams"}""")]
    [InlineData("""{"type":"message","channelId":"msteams","text":"\ud800"}""")]
    public async Task A_malformed_body_is_refused(string body) =>
        await (await world.Stranger().PostAsync(body)).AssertAsync(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        var person = world.Stranger();
        await (await person.PostAsync(person.Message(new string('a', 1_100_000)))).AssertAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/messages");
        await (await world.Program.Http.SendAsync(request, TestContext.Current.CancellationToken)).AssertAsync(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_same_activity_again_is_taken_once()
    {
        var (person, assignment, _, _) = await world.InterviewedAsync();
        var activity = person.Message("Min tes måste prövas mot andra.");

        await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK, HttpStatusCode.Accepted);
        var once = await Transcript.OfAsync(world.Program, assignment);
        await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK, HttpStatusCode.Accepted);
        var twice = await Transcript.OfAsync(world.Program, assignment);

        Assert.Single(once.FromPerson, "Min tes måste prövas mot andra.");
        Assert.Equal(once.Messages.Count, twice.Messages.Count);
    }

    [Fact]
    public async Task An_empty_message_is_no_answer()
    {
        var (person, assignment, _, _) = await world.InterviewedAsync();

        await person.SayAsync("");
        await person.SayAsync("   ");

        Assert.Empty(await world.Program.Api.AnswersAsync(assignment));
    }

    [Fact]
    public async Task A_message_of_40000_characters_is_taken_or_politely_refused()
    {
        var (person, assignment, _, next) = await world.InterviewedAsync();

        await person.SayAsync(string.Concat(Enumerable.Repeat("Vi möts i sociala medier. ", 1_600))[..40_000]);
        await person.SayAsync("klar");

        Assert.NotEmpty((await world.Teams.WaitForMessageAsync(person.Conversation, skip: next)).Text);
        Assert.NotEmpty((await Transcript.OfAsync(world.Program, assignment)).FromPerson);
    }

    [Fact]
    public async Task An_invoke_the_program_does_not_know_is_not_implemented()
    {
        var activity = world.Stranger().Message("");
        activity["type"] = "invoke";
        activity["name"] = "signin/verifyState";
        activity["value"] = new JsonObject();

        await (await world.Stranger().PostAsync(activity)).AssertAsync(HttpStatusCode.NotImplemented);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","title":"Ja","verb":"no-verb","data":{"choice":"no-value"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":"yes"}""")]
    [InlineData("""{}""")]
    [InlineData("""7""")]
    public async Task A_card_action_the_program_never_made_is_answered_in_the_body(string value)
    {
        var (person, assignment, opening, _) = await world.InterviewedAsync();
        var activity = person.Message("");
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = opening.Id;
        activity["value"] = JsonNode.Parse(value);

        await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        Assert.Empty(await world.Program.Api.AnswersAsync(assignment));
    }

    [Fact]
    public async Task Every_button_of_a_card_can_be_pressed_twice_and_the_first_press_counts()
    {
        var (person, assignment, opening, _) = await world.InterviewedAsync();
        var buttons = opening.Actions.Where(action => action.GetProperty("type").GetString() == "Action.Execute").ToList();
        Assert.True(buttons.Count > 1);

        var shown = await PressedAsync(person, opening, buttons[0]);
        Assert.Contains($"→ {buttons[0].GetProperty("title").GetString()}", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", shown, StringComparison.Ordinal);
        var once = await Transcript.SettledAsync(world.Program, assignment);

        foreach (var action in buttons)
        {
            Assert.Equal(shown, await PressedAsync(person, opening, action));
            Assert.Equal(shown, await PressedAsync(person, opening, action));
        }

        var since = (await Transcript.SettledAsync(world.Program, assignment)).FromBot.Skip(once.FromBot.Count).ToList();
        Assert.Equal(buttons.Count - 1, since.Count);
        Assert.All(since, note => Assert.StartsWith("Den frågan är redan avklarad", note, StringComparison.Ordinal));
    }

    /// <summary>The card that the press is answered with.</summary>
    private static async Task<string> PressedAsync(TeamsSender person, TeamsPost post, JsonElement button)
    {
        using var answer = await person.ClickAsync(post, button);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(200, (int)body["statusCode"]!);
        return body["value"]!.ToJsonString(AsIs);
    }

    [Fact]
    public async Task Text_from_people_is_shown_as_it_was_written()
    {
        const string Hostile = "**fet** [katrineholm.se](https://evil.example)";
        var (person, _, _, next) = await world.InterviewedAsync();
        await person.SayAsync($"I går satte vi ut tolv nya bänkar längs ån, för att fler ska orka gå hela vägen. {Hostile}.");

        await person.SayAsync("visa");

        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("evil.example", StringComparison.Ordinal), next);
        Assert.All(world.Teams.Messages(person.Conversation).Where(post => post.Text.Contains("evil.example", StringComparison.Ordinal)), post =>
        {
            if (post.Card is not { } card)
            {
                Assert.Contains(@"\*\*fet\*\* \[katrineholm.se\](https", post.Activity.GetProperty("text").GetString(), StringComparison.Ordinal);
                return;
            }

            Assert.All(
                TeamsRules.All(card).Where(part => part.TryGetProperty("type", out var type) && type.ValueKind == System.Text.Json.JsonValueKind.String && type.GetString() == "TextBlock"),
                block => Assert.DoesNotContain("evil.example", block.GetProperty("text").GetString(), StringComparison.Ordinal));
        });
    }
}
