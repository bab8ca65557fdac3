using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What people mean by short words: unsure, over, wait, elsewhere, then.</summary>
public class UnderstandingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
    private const string Why = "Vi gör det eftersom äldre har sagt till mig att de inte orkar gå hela vägen till torget.";
    private const string EnglishWhat = "Yesterday we put out 24 new benches along the river at Bridge Street, and they were all taken by the evening.";

    [Theory]
    [InlineData("vet inte")]
    [InlineData("Kanske")]
    [InlineData("hm, tveksamt")]
    [InlineData("nja, kanske det")]
    [InlineData("jag är inte helt säker")]
    [InlineData("int vet ja")]
    [InlineData("not sure", "en")]
    [InlineData("Maybe.", "en")]
    [InlineData("I don’t know", "en")]
    public void Whoever_is_unsure_of_the_sentence_may_change_it_take_it_out_or_keep_it(string text, string language = "sv")
    {
        var person = AtTheHeadline(language);
        var shown = person.Interview.HeadlineShown[^1];
        Assert.Equal(language == "sv" ? ["Skriv om", "Nej, ta bort den", "Behåll"] : ["Rewrite", "No, take it out", "Keep it"], Assert.Single(person.Says(text)).Choices.Select(choice => choice.Label));
        Assert.Equal((InterviewState.Open, 0), (person.Interview.State, person.Interview.Struck.Count));

        person.Says(text);
        Assert.Equal([shown], person.Interview.Struck);
    }

    [Theory]
    [InlineData("Skriv om")]
    [InlineData("skriv om den")]
    public void The_sentence_that_somebody_is_unsure_of_is_written_anew(string text)
    {
        var person = AtTheHeadline("sv");
        person.Says("kanske");
        person.Says(text);
        person.Says("I går kom 24 bänkar på plats längs ån vid Bruksgatan.");

        Assert.Equal("I går kom 24 bänkar på plats längs ån vid Bruksgatan.", person.Answer(Slot.What));
        person.Quiet();
        Assert.Equal((InterviewState.Finished, 0), (person.Interview.State, person.Interview.Struck.Count));
    }

    [Theory]
    [InlineData("Behåll")]
    [InlineData("ja")]
    public void The_sentence_that_somebody_was_unsure_of_is_kept(string text)
    {
        var person = AtTheHeadline("sv");
        person.Says("vet inte");
        person.Says(text);

        Assert.Equal((InterviewState.Finished, 0), (person.Interview.State, person.Interview.Struck.Count));
    }

    [Theory]
    [InlineData("Det var allt.")]
    [InlineData("Det var nog allt från mig. Tack!")]
    [InlineData("That’s all.", "en")]
    [InlineData("That is all for now", "en")]
    public void That_was_all_ends_the_answer_and_is_not_printed(string closing, string language = "sv")
    {
        var person = Person.Asked(language);
        var said = language == "sv" ? "I går kom bänkarna." : "The benches came yesterday.";
        person.Says($"{said} {closing}");
        Assert.Equal(Slot.Why, Assert.Single(person.Waits(TimeSpan.FromSeconds(5))).Slot);

        person.Answers(language == "sv" ? Why : "We do it because older people have told me that they can't walk all the way to the square.");
        SkipAll(person, language);
        person.Says(language == "sv" ? "ja" : "yes");
        var web = person.Draft("web").Draft.Text;
        Assert.Contains(said, web, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "sv" ? "Det var" : "That", web, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_inside_what_is_told_are_printed()
    {
        var person = Person.Asked();
        person.Answers("I går kom 24 bänkar längs ån i Katrineholm. Det var allt. Ändå blev alla glada och satte sig.");
        person.Answers(Why);
        SkipAll(person, "sv");
        person.Says("ja");

        Assert.Contains("Det var allt.", person.Draft("web").Draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vänta")]
    [InlineData("vänta lite")]
    [InlineData("hang on", "en")]
    [InlineData("wait", "en")]
    public void Whoever_says_wait_is_waited_for_and_not_put_off(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        Assert.Equal(language == "sv" ? "Ta den tid du behöver." : "Take the time you need.", Assert.Single(person.Says(text)).Text);

        Assert.Empty(person.Waits(TimeSpan.FromHours(1)));
        Assert.Equal((InterviewState.Open, true), (person.Interview.State, person.Interview.IsBlank));
        Assert.Null(person.Interview.SnoozedUntil);
    }

    [Theory]
    [InlineData("se bifogat")]
    [InlineData("Se bifogad fil.")]
    [InlineData("jag svarade i mejlet")]
    [InlineData("Se mejlet")]
    [InlineData("svaret ligger i mejlet jag skickade i går")]
    [InlineData("jag har redan svarat på det via mejl")]
    [InlineData("Jag mejlade svaret till redaktionen")]
    [InlineData("see attached", "en")]
    [InlineData("See the attached document.", "en")]
    [InlineData("I answered by mail", "en")]
    [InlineData("I’ve already emailed you", "en")]
    [InlineData("it’s in the email I sent", "en")]
    public void What_is_answered_elsewhere_is_out_of_reach_and_no_answer(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        var reply = Assert.Single(person.Says(text));

        Assert.Contains(language == "sv" ? "kommer jag inte åt" : "can't see that", reply.Text, StringComparison.Ordinal);
        Assert.Equal((Slot.What, true), (reply.Slot!.Value, person.Interview.IsBlank));
    }

    [Fact]
    public void What_points_to_a_file_beside_it_is_met_once()
    {
        var person = Person.Asked();
        var replies = person.Receives(new Incoming.Said("Se bifogat", "m") { Key = "k", At = person.Now, Attachments = 1 });

        Assert.Contains("jag läser bara text", Assert.Single(replies).Text, StringComparison.Ordinal);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Se bifogat avtal, där står varför vi byggde bänkarna.")]
    [InlineData("Jag svarade i mejlet att alla får plats.")]
    [InlineData("Jag mejlade dem som bor längs ån.")]
    [InlineData("Vänta på våren, säger vi.")]
    public void What_only_begins_so_is_an_answer(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("sv", "Vilka frågor är det?")]
    [InlineData("en", "Which questions will you ask?")]
    public void The_questions_to_come_are_told_in_sixty_words(string language, string text)
    {
        var offered = new Person(language);
        offered.Gets(Person.Assignment(language: language));
        Assert.InRange(Words(Assert.Single(offered.Says(text))), 40, 60);

        var asked = Person.Asked(language);
        var told = Assert.Single(asked.Says(text));
        Assert.InRange(Words(told), 40, 60);
        Assert.Equal(QuestionSets.BuiltIn.Newest.Texts(language, Slot.What).Question, told.Text.Split('\n')[^1]);

        SkipTo(asked, Slot.Question, language);
        Assert.InRange(Words(Assert.Single(asked.Says(text))), 10, 30);

        static int Words(Outgoing said) => said.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Theory]
    [InlineData("sv", "När hände det senast?", "På måndag")]
    [InlineData("sv", "När hände det senast?", "I måndags")]
    [InlineData("sv", "När hände det senast?", "vid tre")]
    [InlineData("en", "When did it last happen?", "On Monday")]
    [InlineData("en", "When did it last happen?", "On Monday morning.")]
    [InlineData("en", "When did it last happen?", "at three")]
    public void A_day_said_to_when_is_the_answer(string language, string question, string text)
    {
        var person = AskedWhen(language, question);
        person.Says(text);

        Assert.Equal(InterviewState.Open, person.Interview.State);
        Assert.EndsWith($"\n{text}", person.Answer(Slot.What), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "När hände det senast?", "vi tar det på måndag")]
    [InlineData("sv", "När hände det senast?", "imorgon")]
    [InlineData("en", "When did it last happen?", "ask me on Monday")]
    public void A_wish_said_to_when_is_a_wish(string language, string question, string text)
    {
        var person = AskedWhen(language, question);
        person.Says(text);

        Assert.Equal(InterviewState.Paused, person.Interview.State);
    }

    [Theory]
    [InlineData("int vet ja")]
    [InlineData("Int vet jag.")]
    [InlineData("ja vet int")]
    [InlineData("nja, hm, vet inte")]
    [InlineData("ingen susning")]
    [InlineData("dunno", "en")]
    [InlineData("well, no clue", "en")]
    public void Not_to_know_has_many_words(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        var asked = person.Answers(text)[^1];

        Assert.Equal(FollowUpRule.Unknown, person.Interview.OpenFollowUp?.Rule);
        Assert.Equal(OutgoingKind.FollowUp, asked.Kind);
    }

    [Theory]
    [InlineData("jajamen", true)]
    [InlineData("jodå", true)]
    [InlineData("exakt", true)]
    [InlineData("nää", false)]
    [InlineData("näe", false)]
    [InlineData("nah", false)]
    public void Yes_and_no_are_the_same_words_everywhere(string text, bool yes)
    {
        var offered = new Person();
        offered.Gets(Person.Assignment());
        offered.Says(text);
        Assert.Equal(yes ? InterviewState.Open : InterviewState.Abandoned, offered.Interview.State);

        var stopping = Person.Asked();
        stopping.Answers(What);
        stopping.Says("avbryt");
        stopping.Says(text);
        Assert.Equal(yes ? InterviewState.Abandoned : InterviewState.Open, stopping.Interview.State);
    }

    [Theory]
    [InlineData("vi satte ut 24 bänkar längs ån punkt redan samma kväll satt det folk på alla punkt", "Vi satte ut 24 bänkar längs ån. Redan samma kväll satt det folk på alla.")]
    [InlineData("bänkarna är slut ny rad var ska nästa stå frågetecken", "Bänkarna är slut\nVar ska nästa stå?")]
    [InlineData("we put out 24 benches comma all by the river full stop people sat on them at once full stop", "We put out 24 benches, all by the river. People sat on them at once.", "en")]
    public void Marks_that_a_phone_wrote_out_are_marks(string text, string read, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Says(text, "m");
        Assert.Equal(read, person.Answer(Slot.What));
        Assert.Equal(text, person.Interview.AnswerIn(Slot.What).Lines[0].Raw);

        person.Edits("m", text);
        Assert.Equal(read, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Det viktigaste är nästa punkt")]
    [InlineData("Varje bänk är en punkt på kartan punkt för punkt")]
    [InlineData("Vi vill att alla ska komma punkt slut")]
    [InlineData("Det är ett stort frågetecken")]
    [InlineData("The bus came to a full stop")]
    [InlineData("Vi gör det. Inget annat punkt")]
    public void The_same_words_in_a_sentence_are_words(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    private static Person AskedWhen(string language, string question)
    {
        for (var id = 0; id < 50; id++)
        {
            var person = new Person(language);
            person.Gets(Person.Assignment($"a{id}", language));
            person.Says(language == "sv" ? "ja" : "yes");
            if (person.Answers(language == "sv" ? "Vi går runt bland husen och lyssnar på dem som bor där i kvarteren." : "We walk around among the houses and listen to the people who live there.")[^1].Text == question)
            {
                return person;
            }
        }

        throw new InvalidOperationException(question);
    }

    private static Person AtTheHeadline(string language)
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        SkipAll(person, language);
        Assert.Equal(Slot.Headline, person.Interview.Slot);
        return person;
    }

    private static void SkipAll(Person person, string language) => SkipTo(person, Slot.Headline, language);

    private static void SkipTo(Person person, Slot slot, string language)
    {
        for (var left = 9; left > 0 && person.Interview.Slot != slot; left--)
        {
            person.Says(language == "sv" ? "hoppa över" : "skip");
        }
    }
}
