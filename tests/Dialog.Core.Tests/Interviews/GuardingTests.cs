using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Tests.Drafts;

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
    public void A_struck_sentence_that_is_taken_back_is_asked_about_again()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("stryk det");
        var ask = person.Says("ångra")[^1];

        Assert.Contains("telefonnummer", ask.Text);
        person.PressesLabel("Låt redaktionen avgöra");
        Assert.Equal((What, Slot.Why), (person.Answer(Slot.What), person.Interview.Slot));
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

    [Theory]
    [InlineData("Det är okej")]
    [InlineData("det är helt lugnt")]
    [InlineData("It's fine.")]
    [InlineData("that's ok with me")]
    [InlineData("Jag har frågat")]
    [InlineData("nej, det är bra som det är")]
    public void Words_for_leaving_it_never_become_the_sentence(string reply)
    {
        const string answer = "Det är 24 nya bänkar längs ån. Jag har bett att det är Sven på 070-174 06 05 som tar emot.";
        var person = Person.Asked();
        person.Answers(answer);

        Assert.Equal(Slot.Why, person.Says(reply)[^1].Slot);
        Assert.Equal(answer, person.Answer(Slot.What));
        Assert.Equal(GuardState.Left, Assert.Single(person.Interview.Guards).State);
    }

    [Fact]
    public void A_message_that_shares_only_small_words_with_the_warned_sentence_is_added()
    {
        var person = Person.Asked();
        person.Answers("I går satte vi ut 24 nya bänkar längs ån. Det är Sven på 070-174 06 05 som du kan ringa om det är fel på en.");
        person.Says("Det är lärk som du kan se på en.");

        Assert.Contains("070-174 06 05", person.Answer(Slot.What));
        Assert.EndsWith("\nDet är lärk som du kan se på en.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Hur ska jag skriva då?")]
    [InlineData("Vad menar du?")]
    [InlineData("tack")]
    [InlineData("okej")]
    [InlineData("hej")]
    public void A_question_or_a_word_beside_the_rewriting_is_answered_and_the_sentence_still_waited_for(string question)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.PressesLabel("Skriv om");

        Assert.Single(person.Says(question));
        Assert.Equal(What, person.Answer(Slot.What));
        person.Says("Hör av dig till växeln om du vill hjälpa till.");
        Assert.EndsWith("Hör av dig till växeln om du vill hjälpa till.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Vem läser det här?")]
    [InlineData("Vad menar du?")]
    public void Where_a_question_is_written_anew_only_one_to_the_bot_is_answered(string toTheBot)
    {
        var person = Person.Asked();
        person.Answers("I går satte vi ut 24 nya bänkar längs ån.");
        for (var left = 6; left > 0 && person.Interview.Slot != Slot.Question; left--)
        {
            person.Says("hoppa över");
        }

        person.Answers("Vill du hjälpa till? Ring Sven på 070-174 06 05.");
        person.PressesLabel("Skriv om");

        Assert.Single(person.Says(toTheBot));
        Assert.Equal("Vill du hjälpa till? Ring Sven på 070-174 06 05.", person.Answer(Slot.Question));
        person.Says("Vem vill hjälpa till?");
        Assert.Equal("Vill du hjälpa till? Vem vill hjälpa till?", person.Answer(Slot.Question));
    }

    [Theory]
    [InlineData("nej")]
    [InlineData("låt den stå")]
    [InlineData("låt redaktionen avgöra")]
    public void Who_will_not_rewrite_after_all_leaves_it(string reply)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.PressesLabel("Skriv om");

        Assert.Equal(Slot.Why, person.Says(reply)[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("sv", "I går satte vi ut 24 nya bänkar längs ån. Mellan oss sagt är budgeten sprängd.", "sprängd")]
    [InlineData("en", "Yesterday we put out 24 new benches along the river. Off the record: we cannot afford it.", "afford")]
    public void What_is_said_in_confidence_is_asked_about_and_stands_in_no_draft(string language, string answer, string secret)
    {
        var person = Person.Asked(language);

        Assert.Equal(3, Assert.Single(person.Answers(answer)).Choices.Count);
        person.Says(language == "sv" ? "låt redaktionen avgöra" : "let the editor decide");
        person.Says(language == "sv" ? "det räcker" : "that's enough");
        person.Answers(language == "sv" ? "Vi gör det eftersom många äldre har sagt att de inte orkar gå hela vägen." : "We do it because many elderly people told us that they cannot walk all the way.");
        for (var left = 12; left > 0 && person.Interview.State == InterviewState.Open; left--)
        {
            person.Says(language == "sv" ? "hoppa över" : "skip");
        }

        Assert.NotEmpty(person.Drafts);
        Assert.All(person.Drafts, draft => Assert.DoesNotContain(secret, draft.Revisions[^1].Draft.Text));
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
    public void What_only_two_messages_together_tell_is_asked_about()
    {
        var person = Person.Asked();
        person.Says("I går började vi med gemensam frukost för våra brukare.", "first");

        Assert.Contains("Stryk", Assert.Single(person.Answers("Gun-Britt hade slutat äta, men nu tar hon en portion till.")).Choices.Select(choice => choice.Label));
        Assert.StartsWith("Gun-Britt", Assert.Single(person.Interview.Guards).Passage.Sentence);
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Messages_read_as_they_come_tell_what_the_whole_answer_tells(string name)
    {
        var fixture = Fixture.Read(name);
        foreach (var slot in fixture.Root.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("from").GetString() == "respondent").GroupBy(line => line.GetProperty("slot").GetString()))
        {
            var lines = slot.Select(FixtureTalk.TextOf).Append("Ring 070-174 06 05.").ToList();
            var person = Person.Asked(fixture.Language);
            var interview = person.Interview;
            var talk = new Talk(person.Conversation, new Incoming.Arrived { Key = "k", At = person.Now }, person.Context);
            foreach (var (text, index) in lines.Select((text, index) => (Clean.Text(text), index)))
            {
                var answer = interview.AnswerIn(Slot.Who);
                interview = Guarding.Note(talk, interview.With(Slot.Who, answer.WithLines(answer.Lines.Add(new Line($"m{index}", text, FollowUp: false)))), Slot.Who);
            }

            var whole = Guarding.Note(talk, Guarding.ReadAnew(interview with { Guards = [] }), Slot.Who);

            Assert.NotEmpty(whole.Guards);
            Assert.Equal(whole.Guards.Select(guard => guard.ToString()).Order(), interview.Guards.Select(guard => guard.ToString()).Order());
        }
    }

    [Fact]
    public void A_talk_that_changes_language_is_read_anew_in_it()
    {
        var person = Person.Asked("en");
        person.Says("On Tuesday we put out 24 new benches along the river. Alva i 4B hjälpte till.", "first");
        person.Says("svenska");

        Assert.Contains("barn", person.Says("klar")[0].Text);
    }

    [Fact]
    public void An_answer_stored_by_a_release_that_did_not_keep_count_is_read_when_it_is_complete()
    {
        var person = Person.Asked();
        person.Says(What, "first");
        var stored = person.Interview.AnswerIn(Slot.What) with { Unread = null };
        person.Conversation = person.Conversation with { Interviews = [person.Interview.With(Slot.What, stored) with { Guards = [] }] };

        Assert.Contains("telefonnummer", person.Quiet()[0].Text);
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
