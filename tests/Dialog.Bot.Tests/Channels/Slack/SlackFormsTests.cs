using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
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
}
