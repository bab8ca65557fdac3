using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>A person with several assignments at once.</summary>
public class SwitchingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";

    [Fact]
    public void Two_that_wait_are_asked_about_by_topic()
    {
        var person = Two();

        var ask = Assert.Single(person.Says("ja"));
        Assert.Equal(["Bänkarna", "Simhallen"], ask.Choices.Select(choice => choice.Label));
        Assert.StartsWith("Då pratar vi om ”Simhallen”. Vad handlar det om?", person.PressesLabel("Simhallen")[^1].Text);
        Assert.Equal("a2", person.Conversation.Current);
    }

    [Theory]
    [InlineData("den andra", "a2")]
    [InlineData("den första", "a1")]
    [InlineData("2", "a2")]
    [InlineData("den om simhallen", "a2")]
    [InlineData("bänkarna", "a1")]
    public void The_choice_can_be_made_in_words(string words, string chosen)
    {
        var person = Two();
        person.Says("ja");
        person.Says(words);

        Assert.Equal(chosen, person.Conversation.Current);
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Fact]
    public void An_answer_written_before_the_choice_is_kept_for_the_one_chosen()
    {
        var person = Two();
        Assert.Single(person.Says(What));
        person.Says("den första");

        Assert.Equal(What, person.Answer(Slot.What));
        Assert.Empty(person.Conversation.Held);
    }

    [Fact]
    public void An_answer_edited_before_the_choice_does_not_go_back_to_what_it_was_before()
    {
        var person = Two();
        person.Says(What, "held");
        Edit("held", What.Replace("24", "26", StringComparison.Ordinal), made: 2);
        person.Says("den första");
        Edit("held", What.Replace("24", "25", StringComparison.Ordinal), made: 1);

        Assert.Equal(What.Replace("24", "26", StringComparison.Ordinal), person.Answer(Slot.What));

        void Edit(string message, string text, int made) =>
            person.Receives(new Incoming.Edited(text, message) { Key = $"edit{made}", At = person.Now, MadeAt = person.Now.AddSeconds(made) });
    }

    [Fact]
    public void A_button_under_an_opening_chooses_that_assignment()
    {
        var person = Two();
        person.PressesLabel("Kör");

        Assert.Equal("a2", person.Conversation.Current);
    }

    [Fact]
    public void A_question_whose_day_has_not_come_can_not_be_picked_or_put_off()
    {
        var person = Person.Asked();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen", PublishOn = new DateOnly(2027, 4, 29), AsPlanned = true });

        Assert.Empty(person.Picks("a2"));
        Assert.Empty(person.PutsOff("a2"));
        Assert.Equal(("a1", InterviewState.Open), (person.Conversation.Current, person.Interview.State));
        Assert.Equal(InterviewState.Planned, person.Conversation.Interviews[1].State);
        Assert.Equal(Slot.What, person.Picks("a1")[^1].Slot);
    }

    [Fact]
    public void Turning_to_the_other_and_back_loses_nothing()
    {
        var person = Person.Asked();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Says("Vi har satt ut nya bänkar");

        Assert.Contains("Simhallen", person.Says("den andra")[^1].Text);
        person.Answers(What);
        Assert.Equal(What, person.Answer(Slot.What));

        person.Says("den andra");
        Assert.Equal("a1", person.Conversation.Current);
        Assert.Equal("Vi har satt ut nya bänkar", person.Answer(Slot.What));
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Fact]
    public void The_one_set_aside_is_taken_up_when_the_other_is_done()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Gets(Person.Assignment("a2", track: Track.Quick) with { Topic = "Simhallen" });
        person.Says("den andra");
        person.Says("hoppa över");
        var end = person.Says("hoppa över");

        Assert.Equal("a1", person.Conversation.Current);
        Assert.Equal(Slot.Why, end[^1].Slot);
    }

    [Fact]
    public void A_wish_to_be_asked_later_that_comes_due_in_another_talk_is_not_lost()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("om en timme");
        person.Gets(Person.Assignment("a2", track: Track.Quick) with { Topic = "Simhallen" });
        person.PressesLabel("Kör");
        person.Waits(TimeSpan.FromHours(2));
        person.Says("hoppa över");
        var end = person.Says("hoppa över");

        Assert.Equal("a1", person.Conversation.Current);
        Assert.Equal(Slot.Why, end[^1].Slot);
    }

    [Fact]
    public void One_that_is_put_off_leaves_the_talk_about_another_where_it_was()
    {
        var person = Person.Asked();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Says("Vi har satt ut nya bänkar");

        var said = person.PutsOff("a2");

        Assert.StartsWith("Klart, jag hör av mig fredag 5 februari", said[0].Text);
        Assert.Equal("a1", said[^1].AssignmentId);
        Assert.Equal(["a2"], Resting(person));
        Assert.Equal(("a1", InterviewState.Open), (person.Conversation.Current, person.Interview.State));
        Assert.Equal("Vi har satt ut nya bänkar", person.Answer(Slot.What));
    }

    [Fact]
    public void The_one_spoken_of_is_put_off_and_one_that_is_over_says_so()
    {
        var person = Person.Asked(track: Track.Quick);
        person.PutsOff("a1");
        Assert.Equal(["a1"], Resting(person));
        Assert.Equal(InterviewState.Paused, person.Interview.State);

        person.Says("hoppa över");
        person.Says("hoppa över");
        Assert.False(person.Interview.IsActive);
        Assert.DoesNotContain("jag hör av mig", Assert.Single(person.PutsOff("a1")).Text);
    }

    [Fact]
    public void The_other_one_when_there_is_only_this_says_so()
    {
        var person = Person.Asked();

        Assert.StartsWith("Det finns bara den här frågan", Assert.Single(person.Says("byt")).Text);
    }

    private static ImmutableList<string> Resting(Person person) => person.Conversation.Interviews.FindAll(interview => interview.SnoozedUntil > person.Now).ConvertAll(interview => interview.Id);

    private static Person Two()
    {
        var person = new Person();
        person.Gets(Person.Assignment() with { Topic = "Bänkarna" });
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        return person;
    }
}
