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
    public async Task An_answer_that_is_rewritten_when_all_is_said_is_confirmed_once()
    {
        var (person, _) = await FinishedAsync();
        await person.SayAsync("ändra");
        var asked = await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Actions.Any(action => action.GetProperty("data").TryGetProperty("which", out _)));
        var before = world.Teams.Messages(person.Conversation).Count;

        await (await person.DialogAsync("task/submit", new JsonObject { ["which"] = asked.Actions[0].GetProperty("data").GetProperty("which").GetString(), ["text"] = "Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag." })).AssertAsync(HttpStatusCode.OK);
        await person.SayAsync("hjälp");
        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("vad, varför och vem", StringComparison.Ordinal), before);

        Assert.Equal(before + 2, world.Teams.Messages(person.Conversation).Count);
        Assert.StartsWith("Ändrat. Så här blir utkasten nu.", world.Teams.Messages(person.Conversation)[before].Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task An_editor_asks_a_colleague_from_where_they_write_once()
    {
        var objectId = Guid.NewGuid().ToString();
        await world.Program.Api.AddStaffAsync("Erik Editor", "editor", "teams", FakeTeams.Tenant, objectId);
        var (editor, colleague, stranger) = (new TeamsSender(world.Teams, world.Program, objectId), world.Stranger(), world.Stranger());
        await colleague.InstallAsync();
        await world.Teams.WaitForMessageAsync(colleague.Conversation);

        var form = await BodyAsync(await editor.ComposeActionAsync("composeExtension/fetchTask", "assignment.new", null));
        Assert.Contains("graph.microsoft.com/users", Texts(form));
        var filled = JsonObject.Create(form.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content").GetProperty("actions")[0].GetProperty("data"))!;
        (filled["person"], filled["topic"], filled["brief"], filled["outlets"]) = (colleague.ObjectId.ToUpperInvariant(), "Varför plogar vi skolvägen först?", "Rum 4,\n*gärna* kort.", "x,nowhere");
        var sent = await BodyAsync(await editor.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled));
        await editor.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled);

        Assert.Contains("”Varför plogar vi skolvägen först?”", string.Join(' ', Texts(sent)), StringComparison.Ordinal);
        await world.Teams.WaitForMessageAsync(colleague.Conversation, post => post.Text.Contains("Erik Editor undrar: ”Rum 4,\n*gärna* kort.”", StringComparison.Ordinal));
        Assert.Equal("x", Assert.Single(await world.Program.Api.ListAsync("assignments"), assignment => assignment.GetProperty("topic").GetString() == "Varför plogar vi skolvägen först?").GetProperty("outlets")[0].GetString());
        Assert.Equal("message", Kind(await BodyAsync(await stranger.ComposeActionAsync("composeExtension/fetchTask", "assignment.new", null))));
        Assert.Contains("Bara redaktörer", string.Join(' ', Texts(await BodyAsync(await colleague.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_was_never_heard_from_is_asked_from_a_group_they_are_in()
    {
        var objectId = Guid.NewGuid().ToString();
        await world.Program.Api.AddStaffAsync("Ella Editor", "editor", "teams", FakeTeams.Tenant, objectId);
        var (editor, colleague, absent) = (new TeamsSender(world.Teams, world.Program, objectId), world.Stranger(), world.Stranger());
        var group = world.Teams.NewGroup("thread.v2");
        world.Teams.AddMember(group, colleague.ObjectId);

        var filled = new JsonObject { ["person"] = absent.ObjectId, ["topic"] = "Varför sandar vi gångvägen först?", ["size"] = "Full", ["publishOn"] = "", ["deputy"] = "", ["once"] = "group-1" };
        Assert.Contains("har inte Dialog i Teams än", string.Join('\n', Texts(await BodyAsync(await editor.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled, group)))), StringComparison.Ordinal);
        filled["person"] = colleague.ObjectId;
        var sent = await BodyAsync(await editor.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled, group));

        Assert.Contains("Klart. Jag frågar Mattias Jansson", string.Join(' ', Texts(sent)), StringComparison.Ordinal);
        var opening = await world.Teams.WaitForMessageAsync(colleague.Conversation, post => post.Text.Contains("Varför sandar vi gångvägen först?", StringComparison.Ordinal));
        await colleague.PressAsync(opening, "Kör");
        await world.Teams.WaitForMessageAsync(colleague.Conversation, post => post.Text.Contains("Vad handlar det om?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("person", "5d3f6a0e-8f0e-4f63-9a3b-3e1c5a7b9d11", "har inte Dialog i Teams än")]
    [InlineData("person", "", "Skriv något här.")]
    [InlineData("topic", " ", "Skriv något här.")]
    [InlineData("deadline", "2020-01-02", "Den dagen har redan varit.")]
    public async Task A_question_that_cannot_be_asked_comes_back_with_what_was_written(string field, string value, string problem)
    {
        var objectId = Guid.NewGuid().ToString();
        await world.Program.Api.AddStaffAsync("Eva Editor", "editor", "teams", FakeTeams.Tenant, objectId);
        var (editor, colleague) = (new TeamsSender(world.Teams, world.Program, objectId), world.Stranger());
        await colleague.InstallAsync();
        await world.Teams.WaitForMessageAsync(colleague.Conversation);

        var filled = new JsonObject { ["person"] = colleague.ObjectId, ["topic"] = "Varför?", ["brief"] = "Det jag skrev", ["deadline"] = "", [field] = value };
        var answer = await BodyAsync(await editor.ComposeActionAsync("composeExtension/submitAction", "assignment.new", filled));

        Assert.Equal("continue", Kind(answer));
        Assert.Contains("Det jag skrev", Texts(answer));
        Assert.Contains(problem, string.Join('\n', Texts(answer)), StringComparison.Ordinal);
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
