using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What people really reply to the bot's own questions and promises, which is no answer to print.</summary>
public class ReplyTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan på kvällen satt det folk på alla.";
    private const string Why = "Vi gör det eftersom många äldre har sagt till mig att de inte orkar gå hela vägen till torget.";
    private const string Who = "Jag och tre kollegor på parkenheten byggde dem, och grannarna märker det varje dag.";
    private const string EnglishWhat = "Yesterday we put out 24 new benches along the river at Mill Street, and people sat on all of them.";

    [Theory]
    [InlineData("ja det stämmer")]
    [InlineData("Exakt!")]
    [InlineData("det gör det")]
    [InlineData("ja nu stämmer det")]
    [InlineData("helt rätt")]
    [InlineData("jajamen")]
    [InlineData("tack, hej då")]
    public void A_yes_in_more_words_to_a_change_stands_in_no_answer(string reply)
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("jag menade 25, inte 24");
        person.Says(reply);

        Assert.Equal(What.Replace("24", "25", StringComparison.Ordinal), person.Answer(Slot.What));
        Assert.Equal(Slot.Why, person.Interview.Slot);
    }

    [Theory]
    [InlineData("nej det var fel")]
    [InlineData("nej tvärtom")]
    [InlineData("Nej, ändra tillbaka.")]
    public void A_no_in_more_words_takes_the_change_back(string reply)
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("jag menade 25, inte 24");
        person.Says(reply);

        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("avbryt", "ja gör det", InterviewState.Abandoned)]
    [InlineData("avbryt", "jo, det vill jag", InterviewState.Abandoned)]
    [InlineData("avbryt", "nej gör inte det", InterviewState.Open)]
    [InlineData("avbryt", "nej förlåt, fortsätt", InterviewState.Open)]
    [InlineData("börja om", "nej låt bli", InterviewState.Open)]
    [InlineData("cancel", "yes please do", InterviewState.Abandoned, "en")]
    [InlineData("cancel", "please don't", InterviewState.Open, "en")]
    public void Whether_to_stop_is_answered_in_more_words_than_yes_and_no(string wish, string reply, InterviewState state, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "en" ? EnglishWhat : What);
        person.Says(wish);
        person.Says(reply);

        Assert.Equal((state, language == "en" ? EnglishWhat : What, ""), (person.Interview.State, person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Theory]
    [InlineData("ja gör det", true)]
    [InlineData("ja tack, flytta det", true)]
    [InlineData("nej det är rätt", false)]
    [InlineData("nej låt det stå där", false)]
    public void Whether_an_answer_belongs_elsewhere_too(string reply, bool moved)
    {
        const string reason = "För att många äldre inte orkar gå hela vägen till torget utan att vila på 24 bänkar.";
        var person = Person.Asked();
        person.Answers(reason);
        person.Says(reply);

        Assert.Equal(moved ? ("", reason) : (reason, ""), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Theory]
    [InlineData("Yes please continue in English", "en")]
    [InlineData("I prefer English", "en")]
    [InlineData("ja det kan vi", "en")]
    [InlineData("no, swedish is fine", "sv")]
    [InlineData("svenska går bra", "sv")]
    [InlineData("It doesn't matter", "sv")]
    public void Which_language_to_go_on_in_is_told_in_many_ways(string reply, string language)
    {
        var person = Person.Asked();
        person.Answers(EnglishWhat);
        person.Says(reply);

        Assert.Equal((language, EnglishWhat, Slot.Why), (person.Interview.Language, person.Answer(Slot.What), person.Interview.Slot));
    }

    [Theory]
    [InlineData("avbryt", "hjälp", "ja")]
    [InlineData("avbryt", "visa", "ja")]
    [InlineData("börja om", "hjälp", "ja")]
    [InlineData("cancel", "help", "yes", "en")]
    public void Who_looks_something_up_before_replying_is_asked_still(string wish, string lookUp, string reply, string language = "sv")
    {
        foreach (var press in new[] { false, true })
        {
            var person = Person.Asked(language);
            person.Answers(language == "sv" ? What : EnglishWhat);
            var asked = person.Says(wish)[^1];
            Assert.NotEmpty(person.Says(lookUp));
            _ = press ? person.Presses(asked.Choices[0].Value) : person.Says(reply);

            Assert.True(person.Interview.State == InterviewState.Abandoned || person.Interview.AnswerIn(Slot.What).IsEmpty, $"{wish}, {lookUp} and {(press ? "the button" : reply)}: nothing came of it");
        }
    }

    [Fact]
    public void Who_presses_a_button_of_help_before_replying_is_asked_still()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("avbryt");
        var help = person.Says("hjälp")[^1];
        person.Presses(help.Choices.Single(choice => choice.Label == "Visa svaren").Value);
        person.Says("ja");

        Assert.Equal(InterviewState.Abandoned, person.Interview.State);
    }

    [Theory]
    [InlineData("Det är bra för oss att de kan vara ute igen, och det vill alla.")]
    [InlineData("Det gör vi för barnen.")]
    public void What_says_something_is_an_answer_there_too(string said)
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("jag menade 25, inte 24");
        person.Says(said);

        Assert.EndsWith(said, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("senare", "tack")]
    [InlineData("senare", "ok")]
    [InlineData("senare", "👍")]
    [InlineData("i morgon", "Okej, det passar bra")]
    [InlineData("i morgon", "bra, hörs då")]
    [InlineData("later", "thanks", "en")]
    [InlineData("later", "cheers", "en")]
    [InlineData("tomorrow", "sounds good", "en")]
    [InlineData("I'll get back to you", "ok", "en")]
    public void Thanks_for_being_let_be_begin_nothing(string later, string thanks, string language = "sv")
    {
        foreach (var asked in new[] { false, true })
        {
            var person = asked ? Person.Asked(language) : new Person(language);
            if (!asked)
            {
                person.Gets(Person.Assignment(language: language));
            }

            person.Says(later);
            var state = person.Interview.State;
            var replies = person.Says(thanks);

            Assert.Equal((state, true), (person.Interview.State, person.Interview.IsBlank));
            Assert.Empty(Assert.Single(replies).Choices);
        }
    }

    [Theory]
    [InlineData("hej")]
    [InlineData("kör")]
    [InlineData("nu kan jag")]
    public void Whoever_is_ready_sooner_begins_again(string text)
    {
        var person = Person.Asked();
        person.Says("senare");
        person.Says(text);

        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("hej då")]
    [InlineData("ha en bra dag")]
    [InlineData("tack detsamma")]
    public void Whoever_said_no_is_not_asked_for_another_topic(string text)
    {
        var person = new Person();
        person.Gets(Person.Assignment());
        person.Says("nej tack");

        Assert.Equal("Tack själv!", Assert.Single(person.Says(text)).Text);
        Assert.Single(person.Conversation.Interviews);
    }

    [Theory]
    [InlineData("hej då")]
    [InlineData("tack för hjälpen")]
    [InlineData("ok, trevlig helg!")]
    public void A_farewell_after_the_end_belongs_to_no_answer(string text)
    {
        var person = Finished();

        Assert.Equal("Tack själv!", Assert.Single(person.Says(text)).Text);
    }

    [Theory]
    [InlineData("jag godkänner allt")]
    [InlineData("Det ser bra ut, godkänns")]
    [InlineData("godkänt!")]
    public void Approving_in_other_words_than_the_buttons_approves(string text)
    {
        var person = Finished();
        person.Says(text);

        Assert.All(person.Drafts, draft => Assert.Contains(draft.Verdicts(), entry => entry.Action == ReviewAction.Approve));
    }

    [Theory]
    [InlineData("spelar ingen roll")]
    [InlineData("tack")]
    [InlineData("hm")]
    [InlineData("vet inte")]
    [InlineData("jag är samma människa")]
    public void In_office_or_in_private_is_asked_until_it_is_said(string reply)
    {
        var person = AskedInWhichRole();
        var said = person.Interview.Answers;
        var again = person.Says(reply);

        Assert.Contains("Som kommunchef", again[^1].Choices.Select(choice => choice.Label));
        Assert.Equal(said, person.Interview.Answers);
        person.Says("privat");
        Assert.NotEmpty(person.Interview.Struck);
    }

    [Fact]
    public void What_else_is_said_to_it_is_kept_told_and_the_question_asked_again()
    {
        var person = AskedInWhichRole();
        var again = person.Says("Bänkarna är av ek.");

        Assert.EndsWith("Bänkarna är av ek.", person.Answer(Slot.Question));
        Assert.Contains("”Bänkarna är av ek.”", again[^1].Text);
        Assert.Contains("Som kommunchef", again[^1].Choices.Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("varför frågar du?")]
    [InlineData("vad menar du?")]
    [InlineData("hjälp")]
    [InlineData("visa")]
    public void A_question_in_between_leaves_in_office_or_in_private_open(string question)
    {
        var person = AskedInWhichRole();
        person.Says(question);
        person.Says("privat");

        Assert.NotEmpty(person.Interview.Struck);
        Assert.NotEmpty(person.Interview.HeadlineShown);
    }

    [Theory]
    [InlineData("nja")]
    [InlineData("nja, det låter lite hårt")]
    [InlineData("det stämmer inte")]
    [InlineData("det är fel")]
    [InlineData("tveksamt, det låter hårt")]
    [InlineData("nää")]
    public void Whoever_doubts_the_sentence_does_not_stand_by_it(string reply)
    {
        var person = AtTheHeadline();
        var shown = person.Interview.HeadlineShown[^1];
        person.Says(reply);

        Assert.Equal([shown], person.Interview.Struck);
    }

    [Theory]
    [InlineData("en annan tack")]
    [InlineData("kan vi ta en annan mening?")]
    [InlineData("can I see another one?")]
    public void Another_sentence_is_asked_for_in_many_ways(string reply)
    {
        var person = AtTheHeadline();
        person.Says(reply);

        Assert.Equal((2, InterviewState.Open), (person.Interview.HeadlineShown.Count, person.Interview.State));
    }

    [Theory]
    [InlineData("det låter bra")]
    [InlineData("ja, det stämmer")]
    [InlineData("den är bra")]
    public void Whoever_likes_the_sentence_stands_by_it(string reply)
    {
        var person = AtTheHeadline();
        person.Says(reply);

        Assert.Equal((InterviewState.Finished, 0), (person.Interview.State, person.Interview.Struck.Count));
    }

    [Theory]
    [InlineData("ett ögonblick")]
    [InlineData("1 sek")]
    [InlineData("måste ta ett samtal")]
    [InlineData("sorry, brb")]
    [InlineData("hang on")]
    [InlineData("vänta")]
    [InlineData("Vänta lite!")]
    [InlineData("vänta en stund")]
    [InlineData("nej vänta")]
    [InlineData("kan du vänta lite?")]
    [InlineData("ge mig fem minuter")]
    [InlineData("wait")]
    [InlineData("wait a bit, please")]
    [InlineData("I need 5 minutes")]
    public void Whoever_is_called_away_for_a_moment_has_said_nothing_by_it(string text)
    {
        var person = Person.Asked();
        person.Says(What);
        Assert.Equal("Ta den tid du behöver.", Assert.Single(person.Says(text)).Text);

        Assert.Equal(What, person.Answer(Slot.What));
        Assert.Equal(Slot.Why, person.Quiet().Single().Slot);
    }

    [Theory]
    [InlineData("Skitfråga.")]
    [InlineData("Vad är det för jävla fråga?")]
    [InlineData("Dra åt helvete")]
    [InlineData("Jag orkar inte med det här")]
    [InlineData("Du är ju bara en robot.")]
    [InlineData("Lägg ner")]
    [InlineData("What a stupid question.", "en")]
    [InlineData("This is a waste of time.", "en")]
    [InlineData("Are you kidding me?", "en")]
    public void Anger_at_the_bot_is_not_quoted(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(text);

        Assert.Equal(("", Slot.Why), (person.Answer(Slot.What), person.Interview.Slot));
    }

    [Theory]
    [InlineData("Vi lägger ner skolan i Valla.")]
    [InlineData("De äldre orkar inte med det här avståndet.")]
    public void Anger_and_weariness_of_others_are_an_answer(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("hur mår du?")]
    [InlineData("Hej, vad heter du?")]
    [InlineData("hur många tecken?")]
    [InlineData("när behöver du svaret?")]
    [InlineData("hur ska jag svara?")]
    [InlineData("finns det exempel?")]
    [InlineData("svår fråga")]
    [InlineData("how are you?", "en")]
    [InlineData("how many words?", "en")]
    [InlineData("what should I say?", "en")]
    [InlineData("that's a tough question", "en")]
    public void A_word_to_whoever_asks_is_met_and_the_question_stands_under_it(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        var replies = person.Says(text);

        Assert.Equal(("", Slot.What), (person.Answer(Slot.What), Assert.Single(replies).Slot));
    }

    [Theory]
    [InlineData("Hur mår du?")]
    [InlineData("Vad vill ni veta?")]
    [InlineData("Hur många ord kan du på samiska?")]
    public void The_same_is_a_question_to_the_readers_where_that_is_asked_for(string text)
    {
        var person = Person.Asked();
        foreach (var answer in new[] { What, Why, Who, "Att pengarna borde gå till vägarna i stället för till bänkar.", "Bänkarna kostade mindre än ett enda väghål, så jag tycker det var rätt.", text })
        {
            person.Answers(answer);
        }

        Assert.Equal(text, person.Answer(Slot.Question));
    }

    [Theory]
    [InlineData("jag måste kolla med min chef först")]
    [InlineData("I need to ask my boss first")]
    [InlineData("let me think")]
    public void Whoever_has_to_ask_first_has_not_answered(string text)
    {
        var person = Person.Asked();
        Assert.Equal("Ta den tid du behöver.", Assert.Single(person.Says(text)).Text);
        Assert.Empty(person.Quiet());
        Assert.True(person.Interview.IsBlank);
    }

    [Fact]
    public void Another_assignment_is_turned_to_by_its_name()
    {
        var person = Two();
        person.Says("ja");
        person.Says("den första");
        person.Answers(What);
        person.Says("tillbaka till badhuset");

        Assert.Equal(("a2", What), (person.Interview.Id, person.Conversation.Interviews.Find(interview => interview.Id == "a1")!.AnswerIn(Slot.What).Text));
        person.Says("Vi går tillbaka till rötterna och bygger i trä, tolv hus på ett år.");
        Assert.Equal("a2", person.Interview.Id);
    }

    [Theory]
    [InlineData("Hej! Vilka är det?")]
    [InlineData("båda")]
    [InlineData("spelar ingen roll")]
    public void What_is_said_about_which_one_is_no_answer_to_it(string text)
    {
        var person = Two();
        person.Says(text);
        person.Says("den första");

        Assert.Equal(InterviewState.Open, person.Interview.State);
        Assert.Equal("", person.Answer(Slot.What));
    }

    [Fact]
    public void The_name_of_an_answer_does_not_move_with_it()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers("Vem: jag och Kenneth gjorde det tillsammans med parkenheten");
        person.Says("ja");

        Assert.Equal("jag och Kenneth gjorde det tillsammans med parkenheten", person.Answer(Slot.Who));
    }

    [Theory]
    [InlineData("sorry about that")]
    [InlineData("about this")]
    public void About_is_no_slip_of_abort(string text) => Assert.Null(Command.Read(text));

    [Fact]
    public void What_is_said_to_whoever_asks_at_the_end_of_an_answer_is_not_printed()
    {
        var person = AtTheHeadline($"{What} Nästa fråga!");
        person.Says("ja");

        Assert.All(person.Drafts, draft => Assert.DoesNotContain("Nästa fråga", draft.Draft.Text, StringComparison.Ordinal));
    }

    private static Person Two()
    {
        var person = new Person();
        person.Gets(Person.Assignment());
        person.Gets(Person.Assignment("a2") with { Topic = "Nya badhuset" });
        return person;
    }

    private static Person AtTheHeadline(string what = What)
    {
        var person = Person.Asked();
        foreach (var answer in new[] { what, Why, Who, "Att pengarna borde gå till vägarna i stället för till bänkar.", "Bänkarna kostade mindre än ett enda väghål, så jag tycker det var rätt.", "Var saknar du en bänk?" })
        {
            person.Answers(answer);
        }

        Assert.Equal(Slot.Headline, person.Interview.Slot);
        return person;
    }

    private static Person AskedInWhichRole()
    {
        var person = AtTheHeadline("I går satte vi ut 24 nya bänkar längs ån, min fru satt på en av dem redan på kvällen.");
        Assert.Equal(Confirmation.Capacity, person.Conversation.Confirming);
        return person;
    }

    private static Person Finished()
    {
        var person = AtTheHeadline();
        person.Says("ja");
        Assert.Equal(InterviewState.Finished, person.Interview.State);
        return person;
    }
}
