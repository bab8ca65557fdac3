using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Readers;
using Dialog.Core.Texts;

namespace Dialog.Core.Tests.Readers;

/// <summary>Readers' words: pasted, grouped by what they share, put in sixty words.</summary>
public class AntithesesTests
{
    private const string Topic = "Varför ställer kommunen ut bänkar?";

    private static readonly string[] Said =
    [
        "Bänkarna står för långt från vägen.",
        "Varför inga papperskorgar?",
        "Det är långt att gå från vägen med rullator.",
        "Jättefint vid ån på kvällen!",
        "Papperskorgarna saknas vid lekplatsen.",
        "Vägen är för långt bort.",
    ];

    [Fact]
    public void What_is_pasted_is_parted_by_empty_lines_or_by_lines_and_taken_once()
    {
        Assert.Equal(["Bra!", "Varför nu då?"], ReactionPaste.Read("- Bra!\r\n• Varför nu då?\n\nBra!\n".Replace("\n\n", "\n", StringComparison.Ordinal)));
        Assert.Equal(["Första raden\nandra raden", "En till"], ReactionPaste.Read("\n\nFörsta raden\nandra raden\n\n\nEn till\n\n"));
        Assert.Empty(ReactionPaste.Read(" \n\n\t"));
    }

    [Fact]
    public void Those_who_say_the_same_stand_together_whatever_the_ending_and_whatever_they_are_all_about()
    {
        var groups = Antitheses.Gather(Voices(Said), Topic);

        Assert.Equal([["0", "2", "5"], ["1", "4"]], groups.Select(group => group.Voices.ToArray()));
        Assert.Equal("långt, vägen", Antitheses.NameOf([Said[0], Said[2], Said[5]], Topic));
        Assert.Equal("papperskorgar", Antitheses.NameOf([Said[1], Said[4]], Topic));
        Assert.Equal([["1", "2"]], Antitheses.Gather(Voices(["Bänkarna är hårda.", "Bänkarna är sneda.", "Sneda ben har de."]), Topic).Select(group => group.Voices.ToArray()));
    }

    [Fact]
    public void The_same_voices_give_the_same_groups_and_what_came_later_joins_them()
    {
        var first = Antitheses.Gather(Voices(Said), Topic);
        Assert.Equal(first.Select(group => string.Join(' ', group.Voices)), Antitheses.Gather(Voices(Said), Topic).Select(group => string.Join(' ', group.Voices)));

        var later = Voices(Said).ConvertAll(voice => first.FindIndex(group => group.Voices.Contains(voice.Id)) is >= 0 and var at ? voice with { Group = $"g{at}" } : voice)
            .Add(new HeardVoice("new", "Flytta dem närmare vägen!", null)).Add(new HeardVoice("alone", "Äntligen!", null));
        var joined = Assert.Single(Antitheses.Gather(later, Topic));
        Assert.Equal("g0", joined.Group);
        Assert.Equal(["new"], joined.Voices);
    }

    [Fact]
    public void What_somebody_has_grouped_stays() =>
        Assert.Empty(Antitheses.Gather([new HeardVoice("a", "Vägen är lång", "mine"), new HeardVoice("b", "Vägen är smal", "other")], Topic));

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void The_question_is_at_most_sixty_words_however_much_readers_say(string language)
    {
        var texts = ReaderTexts.For(language);
        var long_ = string.Join(' ', Enumerable.Repeat("ordet", 200));
        ReplyTo[] asked =
        [
            new("a1", "g1", long_, 12, long_) { Theme = long_ }, new("a1", "g1", long_, 12, long_) { Claim = long_ }, new("a1", "g1", long_, 1, long_), new("a1", "g1", "Varför?", 3, "Nej."),
        ];

        Assert.All(asked, about => Assert.InRange(texts.Ask("Mattias", about).Split(' ').Length, 6, 60));
        Assert.All(asked, about => Assert.EndsWith("?", texts.Ask(null, about), StringComparison.Ordinal));
        Assert.InRange(texts.LastTime(new DateTimeOffset(2027, 2, 5, 9, 0, 0, TimeSpan.Zero), long_).Split(' ').Length, 6, 60);
        Assert.InRange($"{texts.Before} {string.Join(' ', Enumerable.Repeat(texts.BeforeLine(new DateTimeOffset(2027, 2, 5, 9, 0, 0, TimeSpan.Zero), long_, long_), 3))}".Split(' ').Length, 6, 60);
        var comments = CommentTexts.For(language);
        Assert.InRange($"{comments.About("X", long_, long_)} {comments.More(7)} {comments.ChangeIt}".Split(' ').Length, 6, 60);
    }

    [Fact]
    public void A_claim_of_the_editors_is_said_as_such_and_without_one_a_reader_is_quoted()
    {
        var about = new ReplyTo("a1", "g1", Topic, 3, "Bänkarna står för långt från vägen.") { Theme = "vägen" };

        Assert.Equal($"Hej Mattias! Apropå ”{Topic}”: 3 läsare skriver om vägen, en av dem: ”Bänkarna står för långt från vägen.” Vad svarar du dem?", ReaderTexts.For("sv").Ask("Mattias", about));
        Assert.Equal($"Apropå ”{Topic}”: Flera läsare skriver att bänkarna står fel. Vad svarar du dem?", ReaderTexts.For("sv").Ask(null, about with { Claim = "bänkarna står fel." }));
    }

    private static ImmutableList<HeardVoice> Voices(string[] said) => [.. said.Select((text, number) => new HeardVoice($"{number}", text, null))];
}
