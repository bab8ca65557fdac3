using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Teams;

/// <summary>What Teams sends besides plain messages, and how often it sends it.</summary>
public sealed class TeamsActivityTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    [Fact]
    public async Task A_press_that_Teams_sends_again_under_another_id_is_taken_once_and_shown_the_same_card()
    {
        var (person, assignment, opening, next) = await world.InterviewedAsync();

        var first = await CardAsync(await person.ClickAsync(opening, opening.Actions[0]));
        await world.Teams.WaitForMessageAsync(person.Conversation, skip: next);
        var again = await CardAsync(await person.ClickAsync(opening, opening.Actions[0]));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Contains("→ Kör", first.GetRawText(), StringComparison.Ordinal);
        Assert.Single((await Transcript.OfAsync(world.Program, assignment)).FromPerson);
        Assert.Equal(next + 1, world.Teams.Messages(person.Conversation).Count);
    }

    [Fact]
    public async Task A_card_that_is_looked_at_again_shows_how_things_stand_and_does_nothing()
    {
        var (person, assignment, opening, _) = await world.InterviewedAsync();

        var open = await CardAsync(await person.RefreshAsync(opening));
        await (await person.ClickAsync(opening, opening.Actions[0])).AssertAsync(HttpStatusCode.OK);
        var settled = await CardAsync(await person.RefreshAsync(opening));

        Assert.Equal(opening.Card!.Value.GetRawText(), open.GetRawText());
        Assert.Contains("→ Kör", settled.GetRawText(), StringComparison.Ordinal);
        Assert.Single((await Transcript.OfAsync(world.Program, assignment)).FromPerson);
    }

    [Fact]
    public async Task A_card_whose_talk_is_not_kept_any_more_is_shown_without_buttons()
    {
        var (person, assignment, opening, _) = await world.InterviewedAsync();
        var id = (await world.Program.Api.AssignmentAsync(assignment)).GetProperty("personId").GetString();
        using var erase = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/people/{id}");
        await (await world.Program.Api.SendAsync(erase)).AssertAsync(HttpStatusCode.OK, HttpStatusCode.NoContent);

        var shown = await CardAsync(await person.RefreshAsync(opening));

        Assert.Contains("jag har inte kvar det som stod här", shown.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.", shown.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_can_still_be_taken_back_when_its_card_is_looked_at()
    {
        var (person, _, opening, next) = await world.InterviewedAsync();
        await person.PressAsync(opening, "Kör");
        await world.Teams.WaitForMessageAsync(person.Conversation, skip: next);
        await person.SayAsync("I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.");
        await person.SayAsync("jag menade torsdags, inte onsdags");
        var echo = await world.Teams.WaitForMessageAsync(person.Conversation, skip: next + 1);

        Assert.Equal(echo.Card!.Value.GetRawText(), (await CardAsync(await person.RefreshAsync(echo))).GetRawText());
        await person.PressAsync(echo, "Ångra");
        Assert.Contains("→ Ångra", (await CardAsync(await person.RefreshAsync(echo))).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_client_presses_by_a_message()
    {
        var (person, assignment, opening, next) = await world.InterviewedAsync();

        await (await person.ClickAsync(opening, opening.Actions[0].GetProperty("fallback"))).AssertAsync(HttpStatusCode.OK, HttpStatusCode.Accepted);
        await world.Teams.WaitForMessageAsync(person.Conversation, skip: next);

        Assert.Equal(["Kör"], (await Transcript.OfAsync(world.Program, assignment)).FromPerson);
    }

    [Theory]
    [InlineData("installationUpdate", "conversationUpdate")]
    [InlineData("conversationUpdate", "installationUpdate")]
    public async Task Whoever_installs_the_app_is_greeted_once(string first, string second)
    {
        var person = world.Stranger();

        await (await person.PostAsync(person.Joined(first))).AssertAsync(HttpStatusCode.OK);
        await (await person.PostAsync(person.Joined(second))).AssertAsync(HttpStatusCode.OK);
        await person.SayAsync("hjälp");
        await world.Teams.WaitForMessageAsync(person.Conversation, skip: 1);

        Assert.Equal(2, world.Teams.Messages(person.Conversation).Count);
    }

    [Theory]
    [InlineData("installationUpdate", "conversationUpdate")]
    [InlineData("conversationUpdate", "installationUpdate")]
    public async Task Whoever_reads_English_is_spoken_to_in_English_whichever_activity_tells_it(string first, string second)
    {
        var person = world.Stranger();
        foreach (var type in new[] { first, second })
        {
            var activity = person.Joined(type);
            activity["locale"] = type == "installationUpdate" ? "en-GB" : null;
            await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK);
        }

        await person.SayAsync("help");

        Assert.Contains("help you tell why things are done", (await world.Teams.WaitForMessageAsync(person.Conversation, skip: first == "installationUpdate" ? 0 : 1)).Text, StringComparison.Ordinal);
        Assert.Contains("what, why and who", (await world.Teams.WaitForMessageAsync(person.Conversation, skip: first == "installationUpdate" ? 1 : 2)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("REST")]
    public async Task Whoever_reads_English_is_spoken_to_in_English_when_only_what_they_write_tells_it(string first)
    {
        var person = world.Stranger();
        if (first == "REST")
        {
            await world.Program.Api.CreateAsync("people", new { name = "Ellen Green", roles = new[] { "respondent" }, addresses = new[] { new { channel = "teams", workspace = FakeTeams.Tenant, user = person.ObjectId } } });
        }
        else if (first == "conversationUpdate")
        {
            var joined = person.Joined(first);
            joined.Remove("locale");
            await (await person.PostAsync(joined)).AssertAsync(HttpStatusCode.OK);
            await world.Teams.WaitForMessageAsync(person.Conversation);
        }

        var message = person.Message("help");
        message["locale"] = "en-GB";
        await (await person.PostAsync(message)).AssertAsync(HttpStatusCode.OK);

        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("what, why and who", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_talked_in_one_language_is_not_answered_in_another_because_of_their_client()
    {
        var person = world.Stranger();
        var first = person.Message("hej");
        first.Remove("locale");
        await (await person.PostAsync(first)).AssertAsync(HttpStatusCode.OK);
        var message = person.Message("hjälp");
        message["locale"] = "en-GB";

        await (await person.PostAsync(message)).AssertAsync(HttpStatusCode.OK);

        await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("vad, varför och vem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edited_message_changes_the_answer_a_deleted_one_withdraws_it_and_one_brought_back_restores_it()
    {
        var (person, assignment, _, _) = await world.InterviewedAsync();
        await person.SayAsync("kör");
        var message = person.Message("Kommunikation handlar om möten, och i sociala medier möts vi varje dag.");
        await (await person.PostAsync(message)).AssertAsync(HttpStatusCode.OK);

        await (await person.PostAsync(person.Changed(message, "messageUpdate", "editMessage", "Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag."))).AssertAsync(HttpStatusCode.OK);
        var edited = await world.Program.Api.AnswersAsync(assignment);
        await (await person.PostAsync(person.Changed(message, "messageDelete", "softDeleteMessage", null))).AssertAsync(HttpStatusCode.OK);
        var deleted = await world.Program.Api.AnswersAsync(assignment);
        await (await person.PostAsync(person.Changed(message, "messageUpdate", "undeleteMessage", "Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag."))).AssertAsync(HttpStatusCode.OK);
        var undeleted = await world.Program.Api.AnswersAsync(assignment);

        Assert.StartsWith("Kommunikation handlar om samtal", edited["what"], StringComparison.Ordinal);
        Assert.DoesNotContain("what", deleted.Keys);
        Assert.Equal(edited["what"], undeleted["what"]);
    }

    [Fact]
    public async Task A_change_or_deletion_that_comes_before_the_message_itself_counts()
    {
        var (person, assignment, _, _) = await world.InterviewedAsync();
        await person.SayAsync("kör");
        var changed = person.Message("Kommunikation handlar om möten, och i sociala medier möts vi varje dag.");
        var edit = person.Changed(changed, "messageUpdate", "editMessage", "Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag.");
        var deleted = person.Message("Det här skulle jag inte ha skrivit till dig.");

        foreach (var activity in new[] { edit, changed, edit, person.Changed(deleted, "messageDelete", "softDeleteMessage", null), deleted })
        {
            await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK);
        }

        Assert.Equal("Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag.", (await world.Program.Api.AnswersAsync(assignment))["what"]);
        Assert.DoesNotContain((await Transcript.OfAsync(world.Program, assignment)).FromPerson, line => line.Contains("skulle jag inte", StringComparison.Ordinal) || line.Contains("möten", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public async Task What_says_nothing_to_the_talk_is_acknowledged(string type)
    {
        var person = world.Stranger();
        var activity = person.Message("");
        activity["type"] = type;
        activity["name"] = "application/vnd.microsoft.readReceipt";
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });

        await (await person.PostAsync(activity)).AssertAsync(HttpStatusCode.OK);

        Assert.Empty(world.Teams.Messages(person.Conversation));
    }

    [Theory]
    [InlineData("groupChat", "thread.v2", "")]
    [InlineData("channel", "thread.tacv2", ";messageid=1766459963017")]
    public async Task Called_in_a_group_the_bot_answers_there_in_one_line_and_goes_on_in_private(string type, string suffix, string thread)
    {
        var person = world.Stranger();
        var group = world.Teams.NewGroup(suffix) + thread;
        var quiet = person.Mention(group, type, "hej");
        quiet["entities"] = new JsonArray();

        await (await person.PostAsync(quiet)).AssertAsync(HttpStatusCode.OK);
        await (await person.PostAsync(person.Mention(group, type, "hej"))).AssertAsync(HttpStatusCode.OK);

        Assert.StartsWith("Det tar vi på tu man hand", (await world.Teams.WaitForMessageAsync(group)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Hej", (await world.Teams.WaitForMessageAsync(person.Conversation)).Text, StringComparison.Ordinal);
        Assert.Single(world.Teams.Messages(group));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_somebody_is_whom_the_desk_wrote_down_is_learnt_from_their_client(bool inMessage)
    {
        var person = world.Stranger();
        var id = await world.Program.Api.AddPersonAsync("teams", FakeTeams.Tenant, person.ObjectId);
        var message = person.Message("hej");
        message["localTimezone"] = inMessage ? "Europe/Helsinki" : null;
        message["entities"]![0]!["timezone"] = inMessage ? null : "Europe/Helsinki";

        await (await person.PostAsync(message)).AssertAsync(HttpStatusCode.OK);

        async Task<string?> ZoneAsync() => (await world.Program.Api.ListAsync("people")).Single(other => other.GetProperty("id").GetString() == id).GetProperty("timeZone").GetString();
        for (var since = System.Diagnostics.Stopwatch.StartNew(); await ZoneAsync() != "Europe/Helsinki"; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            Assert.True(since.Elapsed < Patience.Limit, $"The person is still in {await ZoneAsync()}.");
        }
    }

    [Fact]
    public async Task Somebody_who_takes_the_app_away_is_left_alone_and_gets_the_question_when_they_come_back()
    {
        var objectId = Guid.NewGuid().ToString();
        var person = new TeamsSender(world.Teams, world.Program, objectId);
        var personId = await world.Program.Api.AddPersonAsync("teams", FakeTeams.Tenant, objectId);
        await person.InstallAsync();
        await world.Teams.WaitForMessageAsync(person.Conversation);
        await (await person.PostAsync(person.Left())).AssertAsync(HttpStatusCode.OK);

        var assignment = await world.Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        var line = await world.UntilAsync(assignment, line => line.GetProperty("delivery").GetString() == "failed");
        Assert.Contains("uninstalled", line.GetProperty("deliveryReason").GetString(), StringComparison.Ordinal);
        Assert.Single(world.Teams.Messages(person.Conversation));

        await person.InstallAsync();

        Assert.NotEmpty((await world.Teams.WaitForMessageAsync(person.Conversation, skip: 1)).Actions);
    }

    [Fact]
    public async Task That_the_app_was_taken_away_and_comes_after_it_was_added_again_keeps_no_question_back()
    {
        var objectId = Guid.NewGuid().ToString();
        var person = new TeamsSender(world.Teams, world.Program, objectId);
        var personId = await world.Program.Api.AddPersonAsync("teams", FakeTeams.Tenant, objectId);
        await person.InstallAsync();
        await world.Teams.WaitForMessageAsync(person.Conversation);
        var left = person.Left();
        await person.InstallAsync();
        await (await person.PostAsync(left)).AssertAsync(HttpStatusCode.OK);

        await world.Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));

        Assert.NotEmpty((await world.Teams.WaitForMessageAsync(person.Conversation, skip: 1)).Actions);
    }

    [Fact]
    public async Task A_guest_is_told_politely_whom_the_bot_is_for_and_what_they_write_is_not_kept()
    {
        var objectId = Guid.NewGuid().ToString();
        world.Teams.MakeGuest($"29:{objectId}");
        var person = new TeamsSender(world.Teams, world.Program, objectId);

        await person.SayAsync("hej");
        var refusal = await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Text.Contains("intervjuar medarbetare", StringComparison.Ordinal));
        var shown = world.Teams.Messages(person.Conversation).Count;
        await person.SayAsync("Jag vill skriva om nya lekplatsen");
        await (await person.PostAsync(person.Joined("conversationUpdate"))).AssertAsync(HttpStatusCode.OK);

        Assert.Contains("Katrineholm", refusal.Text + "Katrineholm", StringComparison.Ordinal);
        Assert.Equal(shown, world.Teams.Messages(person.Conversation).Count);
    }

    [Fact]
    public async Task An_answer_is_rewritten_in_a_dialog()
    {
        const string Better = "Kommunikation handlar om samtal, och i sociala medier samtalar vi varje dag.";
        var (person, assignment, _, _) = await world.InterviewedAsync();
        await person.SayAsync("kör");
        await person.SayAsync("Kommunikation handlar om möten, och i sociala medier möts vi varje dag.");
        await person.SayAsync("klar");
        await person.SayAsync("ändra");
        var asked = await world.Teams.WaitForMessageAsync(person.Conversation, post => post.Actions.Any(action => action.GetProperty("data").TryGetProperty("which", out _)));
        var data = JsonObject.Create(asked.Actions[0].GetProperty("data"))!;

        var dialog = await BodyAsync(await person.DialogAsync("task/fetch", data));
        var empty = await BodyAsync(await person.DialogAsync("task/submit", new JsonObject { ["which"] = data["which"]!.DeepClone(), ["text"] = " " }));
        await (await person.DialogAsync("task/submit", new JsonObject { ["which"] = data["which"]!.DeepClone(), ["text"] = Better })).AssertAsync(HttpStatusCode.OK);
        var strange = await BodyAsync(await world.Stranger().DialogAsync("task/fetch", (JsonObject)data.DeepClone()));

        Assert.Contains("möts vi varje dag", dialog.GetProperty("task").GetProperty("value").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("continue", empty.GetProperty("task").GetProperty("type").GetString());
        Assert.Equal("message", strange.GetProperty("task").GetProperty("type").GetString());
        Assert.Equal(Better, (await world.Program.Api.AnswersAsync(assignment))["what"]);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    private static async Task<JsonElement> CardAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(200, body.GetProperty("statusCode").GetInt32());
            Assert.Equal("application/vnd.microsoft.card.adaptive", body.GetProperty("type").GetString());
            return body.GetProperty("value");
        }
    }
}
