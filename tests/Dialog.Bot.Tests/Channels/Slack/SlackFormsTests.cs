using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>The page and the forms it opens.</summary>
public sealed class SlackFormsTests
{
    [Fact]
    public async Task Not_now_beside_a_question_puts_off_that_question()
    {
        await using var house = await SlackHouse.BuildAsync();
        var person = await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken);
        var (benches, baths) = (House.Assignment(person.Id) with { Topic = "Bänkarna" }, House.Assignment(person.Id) with { Topic = "Simhallen" });
        foreach (var order in new[] { benches, baths })
        {
            await house.Get<AssignmentOpener>().OpenAsync(order, requestKey: null, TestContext.Current.CancellationToken);
        }

        await house.Get<SlackDispatch>().InteractionAsync(JsonSerializer.SerializeToElement(new
        {
            type = "block_actions",
            team = new { id = "T1" },
            user = new { id = "U1", team_id = "T1" },
            container = new { type = "view", view_id = "V1" },
            actions = new[] { new { type = "button", action_id = SlackHome.Pause, value = benches.Id, action_ts = "1790000014.1" } },
        }));

        await using var db = house.OpenStore();
        var talk = StateJson.Read<Conversation>((await db.Conversations.SingleAsync(TestContext.Current.CancellationToken)).State);
        Assert.Equal([benches.Id], talk.Interviews.FindAll(interview => interview.SnoozedUntil is not null).ConvertAll(interview => interview.Id));
    }

    [Fact]
    public void A_question_whose_day_has_not_come_waits_for_nobody()
    {
        var glance = new Glance("p1", "Mattias Jansson", ["respondent"], "sv", "Europe/Stockholm")
        {
            Items = [new GlanceItem("a1", "Bänkarna", AssignmentState.Planned, null, [], []), new GlanceItem("a2", "Simhallen", AssignmentState.Assigned, null, [], [])],
        };

        Assert.Equal(["a2"], glance.Open.Select(item => item.Id));
        Assert.DoesNotContain("\"a1\"", SlackHome.Render(glance).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void An_answer_is_changed_in_a_form_that_holds_the_whole_of_it_or_not_at_all(int length, bool opens)
    {
        var text = new string('a', length);
        var glance = new Glance("p1", "Mattias Jansson", ["respondent"], "sv", "Europe/Stockholm")
        {
            Items = [new GlanceItem("a1", "Bänkarna", AssignmentState.Submitted, null, [new GlanceAnswer(Slot.What, "Vad", text)], [])],
        };

        var form = SlackForms.EditAnswer(glance, "a1|What");

        Assert.Equal(opens, form?.ToJsonString().Contains(text, StringComparison.Ordinal) ?? false);
        Assert.Equal(opens, SlackHome.Render(glance).ToJsonString().Contains(SlackHome.EditAnswer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_about_the_question_it_was_written_under_or_not_taken()
    {
        await using var house = await SlackHouse.BuildAsync();
        var order = await AskAsync(house);
        await SayAsync(house, "ja");
        await UntilAsync(house, Slot.What);
        var (early, late) = (await OpenAsync(house), await OpenAsync(house));
        Assert.Null(await SubmitAsync(house, early, "Vi har ställt ut tolv nya bänkar längs hela strandpromenaden.", "V1"));
        await UntilAsync(house, Slot.Why);

        var refused = await SubmitAsync(house, late, "De är gröna allihop.", "V2");
        Assert.Null(await SubmitAsync(house, early, "Vi har ställt ut tolv nya bänkar längs hela strandpromenaden.", "V1"));
        Assert.Null(await SubmitAsync(house, await OpenAsync(house), "För att de äldre vill kunna vila.", "V3"));

        Assert.Contains("gått vidare", (string?)refused!["errors"]!["text"], StringComparison.Ordinal);
        Assert.Equal("Vi har ställt ut tolv nya bänkar längs hela strandpromenaden.", await AnswerAsync(house, order, Slot.What));
        Assert.Equal("För att de äldre vill kunna vila.", await AnswerAsync(house, order, Slot.Why));
    }

    [Fact]
    public async Task An_answer_to_a_question_that_was_taken_back_meanwhile_is_refused_and_becomes_no_talk_of_its_own()
    {
        await using var house = await SlackHouse.BuildAsync();
        var order = await AskAsync(house);
        await SayAsync(house, "ja");
        await UntilAsync(house, Slot.What);
        var form = await OpenAsync(house);
        var person = (await house.Get<Glances>().FindAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken))!.PersonId;
        await house.Get<TurnRunner>().TakeAsync(person, new Incoming.Withdrawn(order, Withdrawal.NotNeeded) { Key = "withdrawn", At = house.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);

        var refused = await SubmitAsync(house, form, "Vi har ställt ut tolv nya bänkar längs hela strandpromenaden.", "V1");

        Assert.Contains("gått vidare", (string?)refused?["errors"]!["text"], StringComparison.Ordinal);
        Assert.Single((await house.Get<Glances>().FindAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken))!.Talk!.Interviews);
    }

    [Fact]
    public async Task The_question_of_the_talk_under_way_is_shown_though_another_one_was_told_of_since()
    {
        await using var house = await SlackHouse.BuildAsync();
        await AskAsync(house, "Varför nya bänkar?");
        await SayAsync(house, "ja");
        await UntilAsync(house, Slot.What);
        var shown = (string?)(await OpenAsync(house))["blocks"]![0]!["text"]!["text"];
        var other = await AskAsync(house, "Varför ny simhall?");
        await using (var db = house.OpenStore())
        {
            var told = db.Messages.Where(m => !m.Incoming && m.Text.Contains("simhall"));
            Assert.Equal(1, await told.ExecuteUpdateAsync(set => set.SetProperty(m => m.Kind, "reminder").SetProperty(m => m.AssignmentId, other), TestContext.Current.CancellationToken));
        }

        Assert.Equal(shown, (string?)(await OpenAsync(house))["blocks"]![0]!["text"]!["text"]);
    }

    [Fact]
    public async Task A_form_saved_late_leaves_what_was_added_since()
    {
        await using var house = await SlackHouse.BuildAsync();
        var order = await AskAsync(house);
        await SayAsync(house, "ja");
        await UntilAsync(house, Slot.What);
        await SayAsync(house, "Vi har ställt ut tolv nya bänkar.");
        var old = await EditAsync(house, order);
        await SayAsync(house, "De är gröna.");
        var added = await AnswerAsync(house, order, Slot.What);

        var refused = await SubmitAsync(house, old, "Vi har ställt ut tolv bänkar.", "V1");
        Assert.Contains("har ändrats", (string?)refused!["errors"]!["text"], StringComparison.Ordinal);
        Assert.Equal(added, await AnswerAsync(house, order, Slot.What));

        var form = await EditAsync(house, order);
        Assert.Null(await SubmitAsync(house, form, "Vi har ställt ut tolv gröna bänkar.", "V2"));
        Assert.Null(await SubmitAsync(house, form, "Vi har ställt ut tolv gröna bänkar.", "V2"));
        Assert.Equal("Vi har ställt ut tolv gröna bänkar.", await AnswerAsync(house, order, Slot.What));
    }

    [Theory]
    [InlineData("expired_trigger_id", "skriv till mig här")]
    [InlineData("", "skriv till mig här")]
    public async Task Of_a_form_that_did_not_open_the_person_is_told(string code, string told)
    {
        await using var house = await SlackHouse.BuildAsync();
        await AskAsync(house);
        house.Api.Answer("views.open", () => code.Length > 0 ? FakeApi.Json(new { ok = false, error = code }) : throw new HttpRequestException(HttpRequestError.ConnectionError));

        await OpenAsync(house);

        Assert.Contains(told, await ToldAsync(house, "problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_the_page_whose_text_is_gone_says_so()
    {
        await using var house = await SlackHouse.BuildAsync();
        await AskAsync(house);

        var form = await ViewAsync(house, new { type = "block_actions", container = new { type = "view" }, actions = new[] { new { action_id = SlackHome.EditDraft, value = "gone", action_ts = "1.1" } } });

        Assert.Contains("Det går inte att ändra längre", form.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    /// <summary>What the person was told last in a message of this kind, once they were.</summary>
    private static async Task<string> ToldAsync(SlackHouse house, string kind)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var db = house.OpenStore();
            if (await db.Messages.Where(m => !m.Incoming && m.Kind == kind).OrderBy(m => m.Seq).LastOrDefaultAsync(deadline.Token) is { } message)
            {
                return message.Text;
            }
        }
    }

    [Fact]
    public async Task A_message_added_twice_as_a_readers_is_one_reader()
    {
        await using var house = await SlackHouse.BuildAsync();
        var order = await AskAsync(house);
        await using (var db = house.OpenStore())
        {
            await db.Assignments.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Submitted), TestContext.Current.CancellationToken);
        }

        foreach (var (ts, view) in new[] { ("1.1", "V1"), ("1.1", "V2"), ("1.2", "V3") })
        {
            var form = await ViewAsync(house, new { type = "message_action", callback_id = SlackWindows.ReactionShortcut, channel = new { id = "C1" }, message = new { ts, text = "Var är papperskorgarna?" } });
            Assert.Null(await SubmitAsync(house, form, "Var är papperskorgarna?", view, topic: order));
        }

        await using var stored = house.OpenStore();
        Assert.Equal(2, await stored.Reactions.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("U0BOT", "Välj en kollega, inte en bot.")]
    [InlineData("USLACKBOT", "Välj en kollega, inte en bot.")]
    [InlineData("B2", "Välj en kollega, inte en bot.")]
    [InlineData("", "Skriv något här.")]
    [InlineData("U2", null)]
    public async Task A_question_is_asked_of_a_person(string user, string? problem)
    {
        await using var house = await SlackHouse.BuildAsync();
        await house.Installs.LearnAsync(TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().AddAsync("Eva Editor", null, ["editor"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], TestContext.Current.CancellationToken);
        var values = new { person = new { value = new { selected_user = user } }, topic = new { value = new { value = "Varför plogar vi skolvägarna först?" } } };

        var answer = await house.Get<SlackDispatch>().InteractionAsync(JsonSerializer.SerializeToElement(ByPerson(new { type = "view_submission", view = new { id = "V1", callback_id = SlackForms.NewAssignmentForm, state = new { values } } })));

        Assert.Equal(problem, (string?)answer?["errors"]!["person"]);
        await using var db = house.OpenStore();
        Assert.Equal(problem is null ? 1 : 0, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_desks_form_asks_for_is_asked_for_here_too()
    {
        await using var house = await EditorsAsync();

        Assert.Null(await OrderAsync(house, new() { ["deadline"] = Picked("2027-02-20"), ["publishOn"] = Picked("2027-02-25"), ["deputy"] = new { value = new { selected_user = "U3" } }, ["size"] = new { value = new { selected_option = new { value = "Half" } } } }));

        await using var db = house.OpenStore();
        var order = StateJson.Read<Assignment>((await db.Assignments.SingleAsync(TestContext.Current.CancellationToken)).Body);
        Assert.Equal((AdSize.Half, new DateOnly(2027, 2, 25)), (order.AdSize, order.PublishOn));
        Assert.Equal((await db.Addresses.SingleAsync(a => a.User == "U3", TestContext.Current.CancellationToken)).PersonId, order.DeputyId);
    }

    [Theory]
    [InlineData("publishOn", "publishOn", "2027-02-01", "Den dagen har redan varit.")]
    [InlineData("publishOn", "deadline", "2027-02-19", "Texten måste lämnas senast på införandedagen.")]
    [InlineData("deputy", "deputy", "U2", "Välj någon annan som ersättare än den som får frågan.")]
    [InlineData("deputy", "deputy", "USLACKBOT", "Välj en kollega, inte en bot.")]
    public async Task What_cannot_be_of_it_is_said_beside_the_field(string field, string beside, string value, string problem)
    {
        await using var house = await EditorsAsync();

        var answer = await OrderAsync(house, new() { ["deadline"] = Picked("2027-02-20"), [field] = field == "deputy" ? new { value = new { selected_user = value } } : Picked(value) });

        Assert.Equal(problem, (string?)answer!["errors"]![beside]);
        await using var db = house.OpenStore();
        Assert.Equal(0, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("sv", "Åttondel Kvart Halv Hel", "Kvart")]
    [InlineData("en", "Eighth Quarter Half Full", "Quarter")]
    public void The_usual_size_of_the_ad_is_chosen_beforehand(string language, string sizes, string usual)
    {
        var form = SlackForms.NewAssignment(new Glance("p1", "Eva Ek", ["editor"], language, "Europe/Stockholm"), new Organisation { Name = "Kommunen", Language = language, TimeZone = "Europe/Stockholm" });

        var select = form["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "size")!["element"]!;
        Assert.Equal(sizes, string.Join(' ', select["options"]!.AsArray().Select(option => (string?)option!["text"]!["text"])));
        Assert.Equal(usual, (string?)select["initial_option"]!["text"]!["text"]);
    }

    private static object Picked(string day) => new { value = new { selected_date = day } };

    private static async Task<SlackHouse> EditorsAsync()
    {
        var house = await SlackHouse.BuildAsync();
        await house.Installs.LearnAsync(TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().AddAsync("Eva Editor", null, ["editor"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], TestContext.Current.CancellationToken);
        return house;
    }

    private static Task<JsonNode?> OrderAsync(SlackHouse house, Dictionary<string, object> values)
    {
        values["person"] = new { value = new { selected_user = "U2" } };
        values["topic"] = new { value = new { value = "Varför plogar vi skolvägarna först?" } };
        return house.Get<SlackDispatch>().InteractionAsync(JsonSerializer.SerializeToElement(ByPerson(new { type = "view_submission", view = new { id = "V1", callback_id = SlackForms.NewAssignmentForm, state = new { values } } })));
    }

    private static async Task<string> AskAsync(SlackHouse house, string topic = "Bänkarna")
    {
        var person = await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken);
        var order = House.Assignment(person.Id) with { Topic = topic };
        await house.Get<AssignmentOpener>().OpenAsync(order, requestKey: null, TestContext.Current.CancellationToken);
        return order.Id;
    }

    /// <summary>Slack refuses a form with an empty list of what is chosen beforehand.</summary>
    [Theory]
    [InlineData("web")]
    [InlineData("")]
    public void The_form_for_a_question_says_nothing_of_what_is_chosen_where_nothing_is(string chosen)
    {
        var organisation = new Organisation { Name = "Kommunen", Language = "sv", TimeZone = "Europe/Stockholm", DefaultOutlets = chosen.Length > 0 ? [chosen] : [] };

        var form = SlackForms.NewAssignment(new Glance("p1", "Eva Ek", ["editor"], "sv", "Europe/Stockholm"), organisation);

        var boxes = form["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "outlets")!["element"]!;
        Assert.Equal(chosen, string.Join(' ', boxes["initial_options"]?.AsArray().Select(option => (string?)option!["value"]) ?? []));
        Assert.DoesNotContain("[]", form.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task SayAsync(SlackHouse house, string text)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var key = Guid.NewGuid().ToString();
        var said = new Incoming.Said(text, key) { Key = key, At = house.Clock.GetUtcNow() };
        await house.Get<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), said), TestContext.Current.CancellationToken);
    }

    /// <summary>The person is done with one answer after the other until the talk is there.</summary>
    private static async Task UntilAsync(SlackHouse house, Slot slot)
    {
        for (var tries = 0; (await TalkAsync(house)).CurrentInterview()?.Slot != slot; tries++)
        {
            Assert.True(tries < 5, $"The talk does not come to {slot}.");
            await SayAsync(house, "klar");
        }
    }

    private static async Task<Conversation> TalkAsync(SlackHouse house)
    {
        await using var db = house.OpenStore();
        return StateJson.Read<Conversation>((await db.Conversations.SingleAsync(TestContext.Current.CancellationToken)).State);
    }

    private static async Task<string> AnswerAsync(SlackHouse house, string order, Slot slot) => (await TalkAsync(house)).Interviews.Single(interview => interview.Id == order).AnswerIn(slot).Text;

    private static Task<JsonNode> OpenAsync(SlackHouse house) => ViewAsync(house, new { type = "shortcut", callback_id = SlackWindows.AnswerShortcut });

    private static Task<JsonNode> EditAsync(SlackHouse house, string order) =>
        ViewAsync(house, new { type = "block_actions", container = new { type = "view" }, actions = new[] { new { action_id = SlackHome.EditAnswer, value = $"{order}|What", action_ts = "1.1" } } });

    /// <summary>The form that something opens.</summary>
    private static async Task<JsonNode> ViewAsync(SlackHouse house, object opens)
    {
        var before = house.Api.Methods.Count(method => method == "views.open");
        await house.Get<SlackDispatch>().InteractionAsync(JsonSerializer.SerializeToElement(ByPerson(opens)));
        await house.Api.WaitForAsync("views.open", before + 1);
        return JsonNode.Parse(house.Api.Calls.Last(call => call.Method == "views.open").Fields["view"])!;
    }

    private static Task<JsonNode?> SubmitAsync(SlackHouse house, JsonNode form, string text, string id, string? topic = null)
    {
        var view = new { id, callback_id = (string?)form["callback_id"], private_metadata = (string?)form["private_metadata"], state = new { values = new { text = new { value = new { value = text } }, topic = new { value = new { selected_option = new { value = topic } } } } } };
        return house.Get<SlackDispatch>().InteractionAsync(JsonSerializer.SerializeToElement(ByPerson(new { type = "view_submission", view })));
    }

    private static JsonNode ByPerson(object payload)
    {
        var node = JsonSerializer.SerializeToNode(payload)!;
        (node["team"], node["user"], node["trigger_id"]) = (new JsonObject { ["id"] = "T1" }, new JsonObject { ["id"] = "U1", ["team_id"] = "T1" }, "t1");
        return node;
    }
}
