using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Interviews;

namespace Dialog.EndToEnd.Teams;

/// <summary>Dialogs in Teams beside the talk: the reason for changes, and somebody's words put to a finished assignment.</summary>
public sealed class TeamsFormsTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    [Fact]
    public async Task Changes_are_requested_in_a_dialog_and_the_card_turns_into_its_outcome()
    {
        var objectId = Guid.NewGuid().ToString();
        await world.Program.Api.AddStaffAsync("Anna Approver", "approver", "teams", FakeTeams.Tenant, objectId);
        var (approver, stranger) = (new TeamsSender(world.Teams, world.Program, objectId), world.Stranger());
        await approver.InstallAsync();
        await world.Teams.WaitForMessageAsync(approver.Conversation);
        var (_, assignment) = await FinishedAsync();
        var card = await world.Teams.WaitForMessageAsync(approver.Conversation, post => post.Actions.Any(action => Title(action) == "Be om ändring"));
        var data = JsonObject.Create(card.Actions.Single(action => Title(action) == "Be om ändring").GetProperty("data"))!;
        Assert.Equal("task/fetch", (string?)data["msteams"]!["type"]);

        var dialog = await BodyAsync(await approver.DialogAsync("task/fetch", (JsonObject)data.DeepClone()));
        var empty = await BodyAsync(await approver.DialogAsync("task/submit", With(data, " ")));
        var strange = await BodyAsync(await stranger.DialogAsync("task/submit", With(data, "Släng alltihop.")));
        await (await approver.DialogAsync("task/submit", With(data, "Fel år, [klicka](https://evil.example)."))).AssertAsync(HttpStatusCode.OK);

        Assert.Contains("Vad behöver ändras?", Texts(dialog));
        Assert.Equal(("continue", "message"), (Kind(empty), Kind(strange)));
        var outcome = await world.Teams.WaitForUpdateAsync(approver.Conversation, card.Id, post => post.Text.Contains("Ändring begärd", StringComparison.Ordinal));
        Assert.Contains("Fel år, [klicka](https://evil.example).", outcome.Text, StringComparison.Ordinal);
        Assert.Empty(outcome.Actions);
        Assert.All(await world.Program.Api.DraftsAsync(assignment), draft => Assert.Equal("changesRequested", draft.GetProperty("status").GetString()));
        Assert.Equal("message", Kind(await BodyAsync(await approver.DialogAsync("task/submit", With(data, "En gång till.")))));
    }

    [Fact]
    public async Task Words_of_a_message_are_put_to_a_finished_assignment_once()
    {
        var (person, assignment) = await FinishedAsync();

        var dialog = await BodyAsync(await person.MessageActionAsync("composeExtension/fetchTask", "<p>Bra att ni <b>lyssnar</b> &lt;på oss&gt;!</p>", null));
        Assert.Contains("Bra att ni lyssnar <på oss>!", Texts(dialog));
        var answer = new JsonObject { ["topic"] = assignment, ["text"] = "Bra att ni lyssnar <på oss>!", ["source"] = "Teams", ["message"] = "1790000000777" };
        Assert.Equal("{}", (await BodyAsync(await person.MessageActionAsync("composeExtension/submitAction", "", answer))).GetRawText());
        await person.MessageActionAsync("composeExtension/submitAction", "", answer);

        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("Bra att ni lyssnar <på oss>!", StringComparison.Ordinal));
        await person.SayAsync("hjälp");
        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.StartsWith("Svara som du pratar", StringComparison.Ordinal));
        Assert.Single(world.Teams.Messages(person.Conversation), post => post.Text.Contains("Bra att ni lyssnar <på oss>!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_adds_words_to_what_is_not_theirs_and_an_empty_reaction_is_asked_for_again()
    {
        var (person, assignment) = await FinishedAsync();
        var stranger = world.Stranger();

        Assert.Equal("message", Kind(await BodyAsync(await stranger.MessageActionAsync("composeExtension/fetchTask", "<p>Hej</p>", null))));
        Assert.Equal("message", Kind(await BodyAsync(await stranger.MessageActionAsync("composeExtension/submitAction", "", new JsonObject { ["topic"] = assignment, ["text"] = "Hej" }))));
        Assert.Equal("continue", Kind(await BodyAsync(await person.MessageActionAsync("composeExtension/submitAction", "", new JsonObject { ["topic"] = assignment, ["text"] = " " }))));
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("signin/verifyState")]
    public async Task An_invoke_nobody_knows_is_501(string name)
    {
        var activity = JsonNode.Parse(world.Stranger().Joined("invoke").ToJsonString())!.AsObject();
        activity["name"] = name;
        activity["value"] = new JsonObject { ["commandId"] = "something.else" };

        await (await world.Stranger().PostAsync(activity)).AssertAsync(HttpStatusCode.NotImplemented);
    }

    private async Task<(TeamsSender Person, string Assignment)> FinishedAsync()
    {
        var seed = new SeedInterview();
        var (person, assignment, _, _) = await world.InterviewedAsync();
        var talk = new TeamsTalk(world.Teams, person);
        await talk.HearAsync();
        await talk.HearAsync();
        await talk.AnswerAsync(seed);
        return (person, assignment);
    }

    private static JsonObject With(JsonObject data, string reason)
    {
        var answer = (JsonObject)data.DeepClone();
        answer["reason"] = reason;
        return answer;
    }

    private static string? Title(JsonElement action) => action.GetProperty("title").GetString();

    private static string? Kind(JsonElement body) => body.GetProperty("task").GetProperty("type").GetString();

    private static IEnumerable<string?> Texts(JsonElement body) => TeamsRules.All(body).SelectMany(part => part.EnumerateObject()).Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString());

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
