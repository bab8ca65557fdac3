using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Readers' words put to the person as a question of their own, and what the person has said before.</summary>
public class ReplyTalkTests
{
    private const string Question = "Apropå ”Varför bänkar?”: 3 läsare skriver om vägen, en av dem: ”Det är för långt från vägen.” Vad svarar du dem?";

    [Fact]
    public void The_question_is_what_readers_say_and_the_answer_alone_makes_the_drafts()
    {
        var person = new Person();
        var asked = Assert.Single(person.Gets(Reply()));
        Assert.Equal($"Hej Mattias! {Question}", asked.Text);
        Assert.Equal(["Senare", "Hoppa över"], asked.Choices.Select(choice => choice.Label));

        person.Answers("Det har ni rätt i. Vi flyttar fyra av bänkarna närmare vägen före midsommar.");

        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.Equal("Det har ni rätt i. Vi flyttar fyra av bänkarna närmare vägen före midsommar.", person.Answer(Slot.Synthesis));
        foreach (var outlet in (string[])["ad", "x", "web", "linkedin"])
        {
            var text = person.Draft(outlet, "a2").Draft.Text;
            Assert.Equal(2, text.Split("Vi flyttar fyra av bänkarna").Length);
            Assert.DoesNotContain("för långt från vägen", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("hoppa över")]
    [InlineData("nej tack")]
    public void Leaving_it_is_one_word_and_nothing_is_drafted(string word)
    {
        var person = new Person();
        person.Gets(Reply());
        person.Says(word);

        Assert.Equal(InterviewState.Abandoned, person.Interview.State);
        Assert.Empty(person.Drafts);
    }

    [Fact]
    public void Skipped_when_it_was_put_off_it_is_left_too()
    {
        var person = new Person();
        person.Gets(Reply());
        person.Says("ja");
        Assert.Equal(Question, person.Heard[^1].Text[person.Heard[^1].Text.IndexOf("Apropå", StringComparison.Ordinal)..]);
        person.PressesLabel("Hoppa över");

        Assert.Equal(InterviewState.Abandoned, person.Interview.State);
        Assert.Empty(person.Drafts);
    }

    [Fact]
    public void It_waits_while_another_talk_is_going_on()
    {
        var person = Person.Asked(track: Track.Quick);
        Assert.Empty(person.Gets(Reply()));
        person.Answers("Jag gör det eftersom jag vill möta människor varje dag i deras egen vardag och höra vad de tänker.");
        var heard = person.Says("hoppa över").Concat(person.Quiet()).ToList();

        Assert.Contains(heard, message => message.Text.EndsWith(Question, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_said_before_is_told_when_asked_for_and_the_open_question_stands()
    {
        var person = Person.Asked();
        person.Knows(new Earlier("old", "Varför bloggar kommunchefen?", new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero), "Jag bloggar för att bli motsagd.", "https://example.se/1"));

        var told = Assert.Single(person.Says("vad sa jag förra gången?"));
        Assert.Equal("Det här har du sagt tidigare:\n· 12 mars 2026, Varför bloggar kommunchefen? ”Jag bloggar för att bli motsagd.”", told.Text);
        Assert.Equal("https://example.se/1", told.Link!.Url);
        Assert.Empty(person.Interview.Answers);
    }

    [Fact]
    public void Nothing_said_before_says_so_and_asks_again()
    {
        var person = Person.Asked("en");
        Assert.StartsWith("You have nothing published about this yet.", Assert.Single(person.Says("What did I say before?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_question_on_the_same_reminds_of_it_once_beside_the_question()
    {
        var person = new Person();
        person.Knows(new Earlier("old", "Varför bloggar kommunchefen?", new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero), "Jag bloggar för att bli motsagd.", null));
        var heard = person.Gets(Person.Assignment());

        Assert.Equal([OutgoingKind.Opening, OutgoingKind.Note], heard.Select(message => message.Kind));
        Assert.Equal("Du har svarat om något liknande, 12 mars 2026: ”Jag bloggar för att bli motsagd.”", heard[1].Text);
        Assert.NotEmpty(person.PressesLabel("Kör"));
    }

    [Fact]
    public void A_comment_on_a_passage_goes_along_when_changes_are_requested_and_is_told_once()
    {
        var person = new Person();
        person.Gets(Reply());
        person.Answers("Det har ni rätt i. Vi flyttar fyra av bänkarna närmare vägen före midsommar.");
        var draft = person.Draft("x", "a2");
        person.Comments.Add(new PassageComment("c1", draft.Id, new Anchor("fyra av bänkarna", "", ""), null, "Vilka fyra?", "Eva", person.Now));
        person.Comments.Add(new PassageComment("c2", draft.Id, new Anchor("", "", ""), "c1", "Jag undrar också.", null, person.Now));
        person.Comments.Add(new PassageComment("c3", draft.Id, new Anchor("midsommar", "", ""), null, "Klart redan.", null, person.Now) { ResolvedAt = person.Now });
        var order = new ReviewOrder(draft.Id, ReviewAction.RequestChanges, Actor.Desk) { Comment = "Vilka?" };

        var told = Assert.Single(person.Hears(order, "a2"));
        Assert.Equal("Redaktionen om ”fyra av bänkarna” (X): Vilka fyra? Vill du ändra ditt svar?", told.Text);
        Assert.Equal(["c1"], Assert.Single(person.Facts.OfType<Fact.CommentsTold>()).Comments);
        Assert.NotEmpty(person.PressesLabel("Ändra ett svar"));
    }

    [Fact]
    public void A_passage_is_found_again_by_its_words_and_what_stands_around_them()
    {
        const string Text = "Vi flyttar bänkar. Det är bra. Vi målar om. Det är bra. Slut.";
        var second = Anchor.Of(Text, Text.LastIndexOf("Det är bra.", StringComparison.Ordinal), "Det är bra.".Length);

        Assert.Equal(Text.LastIndexOf("Det är bra.", StringComparison.Ordinal), second.Find(Text));
        Assert.Equal("Nytt! Vi målar om. ".Length, second.Find("Nytt! Vi målar om. Det är bra. Det är bra."));
        Assert.Null(second.Find("Det är inte bra."));
    }

    private static Assignment Reply() => Person.Assignment("a2") with
    {
        Topic = "Svar till läsarna: Varför bänkar?",
        PrimarySlot = Slot.Synthesis,
        Outlets = ["ad", "x", "web", "linkedin"],
        AdSize = AdSize.Full,
        ReplyTo = new ReplyTo("a1", "g1", "Varför bänkar?", 3, "Det är för långt från vägen.") { Theme = "vägen" },
    };
}
