using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What may harm somebody in print is asked about once, never repeated, and stands in no draft until it is settled.</summary>
public class GuardingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån. Ring Sven på 070-174 06 05 om du vill hjälpa till.";

    [Fact]
    public void A_phone_number_is_asked_about_without_being_repeated()
    {
        var ask = Assert.Single(Person.Asked().Answers(What));

        Assert.Contains("telefonnummer", ask.Text);
        Assert.DoesNotContain("070", ask.Text);
        Assert.Equal(["Skriv om", "Stryk", "Låt redaktionen avgöra"], ask.Choices.Select(choice => choice.Label));
    }

    [Fact]
    public void Rewritten_sentence_takes_the_old_ones_place()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.PressesLabel("Skriv om");
        person.Says("Hör av dig till växeln om du vill hjälpa till.");

        Assert.Equal("I går satte vi ut 24 nya bänkar längs ån. Hör av dig till växeln om du vill hjälpa till.", person.Answer(Slot.What));
        Assert.Equal(Slot.Why, person.Quiet()[^1].Slot);
    }

    [Fact]
    public void Struck_sentence_is_gone()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.PressesLabel("Stryk");

        Assert.Equal("I går satte vi ut 24 nya bänkar längs ån.", person.Answer(Slot.What));
        Assert.Equal(Slot.Why, person.Quiet()[^1].Slot);
    }

    [Theory]
    [InlineData("låt redaktionen avgöra")]
    [InlineData("hoppa över den")]
    [InlineData("ok, låt den vara")]
    [InlineData("okej")]
    public void Left_sentence_stays_in_the_answer_and_the_talk_goes_on(string reply)
    {
        var person = Person.Asked();
        person.Answers(What);

        Assert.Equal(Slot.Why, person.Says(reply)[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
        Assert.Equal(GuardState.Left, Assert.Single(person.Interview.Guards).State);
    }

    [Fact]
    public void The_same_sentence_is_not_asked_about_twice()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers("De är gjorda av lärk från vår egen skog utanför stan.");

        Assert.Equal(Slot.Why, person.Interview.Slot);
        Assert.Single(person.Interview.Guards);
    }

    [Fact]
    public void A_guard_takes_the_follow_ups_place()
    {
        var person = Person.Asked();
        person.Answers("Ring 070-174 06 05.");
        person.Says("okej");

        Assert.Empty(person.Interview.FollowUps);
        Assert.Equal(Slot.Why, person.Interview.Slot);
    }

    [Fact]
    public void A_new_sentence_much_like_the_warned_one_is_its_rewriting()
    {
        var person = Person.Asked();
        person.Answers(What);

        Assert.Contains("Nu står det", Assert.Single(person.Says("Ring Sven i växeln om du vill hjälpa till.")).Text);
        Assert.EndsWith("Ring Sven i växeln om du vill hjälpa till.", person.Answer(Slot.What));
        Assert.DoesNotContain("070", person.Answer(Slot.What));
    }

    [Fact]
    public void An_edit_in_the_channel_settles_the_warning()
    {
        var person = Person.Asked();
        person.Says(What, "first");
        person.Quiet();
        person.Edits("first", "I går satte vi ut 24 nya bänkar längs ån.");

        Assert.Equal(GuardState.Rewritten, Assert.Single(person.Interview.Guards).State);
        Assert.Equal(Slot.Why, person.Says("klar")[^1].Slot);
    }

    [Fact]
    public void A_published_number_is_nobodys_secret()
    {
        var person = new Person();
        var context = person.Context with { Organisation = person.Context.Organisation with { PublishedContacts = ["070-174 06 05"] } };
        person = new Person(context, person.Now);
        person.Gets(Person.Assignment());
        person.Says("ja");

        Assert.Equal(Slot.Why, person.Answers(What)[^1].Slot);
    }

    [Fact]
    public void A_strong_word_is_mentioned_with_the_next_question_and_asks_nothing_itself()
    {
        var person = Person.Asked();
        var next = person.Answers("I går satte vi ut 24 nya bänkar längs ån. De idioter som klagade på det har tystnat nu.");

        var question = Assert.Single(next);
        Assert.Equal(Slot.Why, question.Slot);
        Assert.StartsWith("Ett ord är starkt sagt", question.Text);
        Assert.DoesNotContain("idioter", question.Text);
    }
}
