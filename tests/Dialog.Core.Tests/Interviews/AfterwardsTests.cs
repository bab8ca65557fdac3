using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What somebody writes when the interview is finished is neither lost nor met with silence.</summary>
public class AfterwardsTests
{
    private const string Answer = "I går satte jag ut 24 bänkar vid sjön, därför att många äldre inte orkar gå hela vägen. Folk satt på dem samma kväll.";
    private const string More = "Det kom förresten en skolklass och målade ryggstöden gröna.";

    [Fact]
    public void It_is_asked_where_it_belongs_and_stands_there_in_new_drafts()
    {
        var person = Finished();
        var ask = Assert.Single(person.Says(More, "late"));
        Assert.Equal(["Vad?", "Varför?", "Vem?", "Något nytt", "Låt vara"], ask.Choices.Select(choice => choice.Label));

        var replies = person.PressesLabel("Vad?");

        Assert.EndsWith(More, person.Answer(Slot.What));
        Assert.Contains(replies, reply => reply.Choices.Exists(choice => choice.Label == "Ångra"));
        Assert.Contains(replies.SelectMany(reply => reply.Drafts), draft => draft.Text.Contains("skolklass", StringComparison.Ordinal));
        person.Deletes("late");
        Assert.DoesNotContain("skolklass", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Vad?")]
    [InlineData("Något nytt")]
    [InlineData("Låt vara")]
    public void What_is_deleted_again_goes_nowhere(string button)
    {
        var person = Finished();
        var before = person.Answer(Slot.What);
        person.Says(More, "late");
        person.Deletes("late");

        Assert.Equal(OutgoingKind.Problem, person.PressesLabel(button)[^1].Kind);
        Assert.Equal(before, person.Answer(Slot.What));
        Assert.Equal(InterviewState.Finished, Assert.Single(person.Conversation.Interviews).State);
    }

    [Theory]
    [InlineData("varför", Slot.Why)]
    [InlineData("lägg det på vem", Slot.Who)]
    [InlineData("ja tack", Slot.Why)]
    public void Words_do_as_well_as_buttons(string reply, Slot slot)
    {
        var person = Finished();
        person.Says(More);
        person.Says(reply);

        Assert.EndsWith(More, person.Answer(slot));
        Assert.Equal(InterviewState.Finished, person.Interview.State);
    }

    [Fact]
    public void A_burst_goes_there_together()
    {
        var person = Finished();
        person.Says(More, "one");
        Assert.Single(person.Says("De gjorde det på en förmiddag.", "two"));
        person.Edits("two", "De gjorde det på två förmiddagar.");
        person.PressesLabel("Vem?");

        Assert.EndsWith($"{More}\nDe gjorde det på två förmiddagar.", person.Answer(Slot.Who));
    }

    [Fact]
    public void Something_new_begins_another_interview_with_it()
    {
        var person = Finished();
        person.Says("Nya lekplatsen vid Norrbacken");
        person.Says("något nytt");

        Assert.Equal("Nya lekplatsen vid Norrbacken", person.Interview.Assignment.Topic);
        Assert.Equal(Slot.What, person.Interview.Slot);
        Assert.Equal(2, person.Conversation.Interviews.Count);
    }

    [Fact]
    public void A_long_text_about_something_new_is_its_first_answer()
    {
        var person = Finished();
        person.Says($"{More} {More}");
        person.PressesLabel("Något nytt");

        Assert.Equal($"{More} {More}", person.Answer(Slot.What));
    }

    [Fact]
    public void Nothing_changes_when_it_is_to_be_let_be()
    {
        var person = Finished();
        person.Says(More);

        Assert.StartsWith("Då låter jag det vara", Assert.Single(person.Says("nej")).Text);
        Assert.DoesNotContain(More, person.Conversation.Interviews.SelectMany(interview => interview.Answers.Values).Select(answer => answer.Text));
        Assert.Empty(person.Conversation.Late);
    }

    [Fact]
    public void A_command_in_between_is_a_command()
    {
        var person = Finished();
        person.Says(More);
        person.Says("hjälp");
        person.Says("vem");

        Assert.EndsWith(More, person.Answer(Slot.Who));
    }

    [Fact]
    public void A_change_is_not_undone_once_the_person_has_said_yes_to_the_texts()
    {
        var person = Finished();
        person.Says("stryk det där om samma kväll");
        person.PressesLabel("Godkänn alla");

        Assert.Contains("ligger fast", Assert.Single(person.Says("ångra")).Text);
        Assert.DoesNotContain("samma kväll", person.Answer(Slot.What));
        Assert.All(person.Drafts, draft => Assert.True(draft.RespondentApproved()));
    }

    [Fact]
    public void A_change_made_after_the_yes_is_undone_and_the_texts_are_put_to_the_person_again()
    {
        var person = Finished();
        person.PressesLabel("Godkänn alla");
        person.Waits(TimeSpan.FromMinutes(5));
        person.Says("stryk det där om samma kväll");
        person.Says("ångra");

        Assert.Contains("samma kväll", person.Answer(Slot.What));
    }

    [Fact]
    public void A_thin_talk_is_told_to_the_editor_although_there_are_drafts()
    {
        var person = Person.Asked();
        person.Answers("Vi satte ut 24 bänkar vid sjön i går.");
        person.Answers("vet ej");
        SkipToTheEnd(person);

        Assert.Contains(person.Drafts, draft => draft.Draft.HasOwnWords);
        Assert.All(person.Drafts, draft => Assert.DoesNotContain("vet ej", draft.Draft.Text, StringComparison.OrdinalIgnoreCase));
        Assert.True(Grading.IsThin(person.Interview));
        Assert.Equal(AnswerStatus.Unknown, Grading.Of(person.Interview, Slot.Why));
        Assert.Single(person.Facts.OfType<Fact.MailedToReviewers>(), mailed => mailed.What is Incoming.EditorTold { What: EditorNote.Thin });
    }

    [Fact]
    public void Enough_is_not_called_thin()
    {
        var person = Finished();

        Assert.False(Grading.IsThin(person.Interview));
        Assert.DoesNotContain(person.Facts.OfType<Fact.MailedToReviewers>(), mailed => mailed.What is Incoming.EditorTold);
    }

    [Theory]
    [InlineData("Jag är på semester")]
    [InlineData("tyvärr, jag är föräldraledig")]
    [InlineData("Sorry, I'm on leave")]
    public void Who_is_away_is_not_followed_up_and_told_how_to_put_it_off(string text)
    {
        var person = Person.Asked();
        Assert.Contains("följdfrågor", person.Says(text)[0].Text);

        person.Answers("Bänkar.");

        Assert.Equal("Bänkar.", person.Answer(Slot.What));
        Assert.Empty(person.Interview.FollowUps);
        Assert.Equal(Slot.Why, person.Interview.Slot);
    }

    [Fact]
    public void Nobody_is_followed_up_on_a_day_of_their_vacation()
    {
        var person = Person.Asked();
        person.Conversation = person.Conversation with { Absences = [new DateSpan(new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 14))] };
        person.Answers("Bänkar.");

        Assert.Empty(person.Interview.FollowUps);
        Assert.Equal(Slot.Why, person.Interview.Slot);
    }

    [Fact]
    public void Others_vacation_is_an_answer()
    {
        var person = Person.Asked();
        person.Says("Vi är på semester i juli, och då vattnar 14 sommarjobbare alla rabatter i hela stan.");

        Assert.StartsWith("Vi är på semester", person.Answer(Slot.What));
        Assert.False(person.Interview.NoMoreFollowUps);
    }

    private static Person Finished()
    {
        var person = Person.Asked();
        person.Answers(Answer);
        person.Answers("Vi gör det eftersom min mormor behövde vila, och det gör många fler här i stan.");
        person.Answers("Jag och tre kollegor på parkenheten bar ut dem i går.");
        SkipToTheEnd(person);
        Assert.Equal(InterviewState.Finished, person.Interview.State);
        return person;
    }

    private static void SkipToTheEnd(Person person)
    {
        for (var left = 10; left > 0 && person.Interview.State == InterviewState.Open; left--)
        {
            if (person.Interview.Slot == Slot.Headline)
            {
                person.PressesLabel("Ja");
            }
            else
            {
                person.Says("hoppa över");
            }
        }
    }
}
