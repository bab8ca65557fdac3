using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>The page and the forms it opens.</summary>
public sealed class SlackFormsTests
{
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
