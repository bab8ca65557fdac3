using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Drafts;

/// <summary>What holds for every draft of any answers.</summary>
public partial class ComposerProperties
{
    private static readonly string[] Words =
        ["jag", "vi", "min", "inte", "aldrig", "snö", "gatan", "barnen", "för", "att", "eftersom", "det", "men", "340", "hushåll", "i", "går", "och", "80 000", "kronor", "åtta", "Katrineholm", "hej", "alltså", "ja", "typ",
         "the", "because", "not", "we", "garden", "it", "was", "12", "kl.", "t.ex.", "(sorry)", "”citat”", "\"citat\"", "å", "EHT", "🙈", "👨‍👩‍👧‍👦", "🇸🇪", "e\u0301", "漢字", ":)", "@channel", "almby.se", "https://example.com/a?b=1",
         "070-174", "06", "05", "850709-9805", "idiot", "dumt", "Alva", "i 4B", "demens", "hon", "Björkgatan 14B", "OK är", "Hej då till", "Well water", "samma typ", "barn <3 år", "10→3", "Nej. ", "Ja. ", "don’t", "1. ", "enl. Alva", "-", "–", "<b>", "{x}", "\u202E", "\u00AD", "  "];

    /// <summary>Words above that nobody has decided about.</summary>
    private static readonly string[] Undecided = ["850709-9805", "idiot", "Björkgatan 14B", "@channel"];

    private static readonly string[] Ends = [". ", ".", "! ", "? ", "!! ", "… ", " ", ", ", "\n", "\n\n", ": "];

    private static readonly Gen<string> Text = Gen.Select(Gen.OneOfConst(Words), Gen.OneOfConst(Ends), (word, end) => (word, end)).Array[0, 60]
        .Select(parts => Clean.Text(string.Concat(parts.Select((part, index) => part.word + (index % 7 == 6 ? part.end : " ")))));

    private static readonly Gen<AnswerText> Answer =
        Gen.Select(Text, Gen.Bool, (text, followUp) => new AnswerLine(text, followUp)).Array[1, 4].Select(lines => new AnswerText(1, [.. lines.Where(line => line.Text.Length > 0).DefaultIfEmpty(new AnswerLine("ja"))]));

    private static readonly Gen<Material> Materials =
        Gen.Select(Answer, Answer, Answer, Answer, Answer, Answer, Gen.Enum<AdSize>(), Gen.Bool.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 3]))
            .Select((what, why, who, challenge, synthesis, question, size, rest) => Some(
                size,
                rest.Item1 ? Voice.Quoted : Voice.Own,
                rest.Item2,
                rest.Item3 ? "en" : "sv",
                rest.Item4,
                (Slot.What, what), (Slot.Why, why), (Slot.Who, who), (Slot.Challenge, challenge), (Slot.Synthesis, synthesis), (Slot.Question, question)));

    [Fact]
    public void No_draft_exceeds_its_limit() => Materials.Sample(
        material =>
        {
            foreach (var draft in Composer.Compose(material))
            {
                var outlet = material.Outlets.Find(draft.Outlet);
                Assert.True(draft.Length <= (draft.Limit ?? int.MaxValue), $"{draft.Outlet}: {draft.Length} > {draft.Limit}\n{draft.Text}");
                Assert.All(draft.Parts, part => Assert.True(part.Kind == "headline" || part.Length is null || part.Length <= (part.Limit ?? int.MaxValue), $"{draft.Outlet} {part}"));
                Assert.True(outlet.MostBytes is null || Encoding.UTF8.GetByteCount(draft.Text) <= outlet.MostBytes.Value);
                Assert.True(draft.Parts.All(part => part.Kind == "post") || draft.Length == Counter.Count(draft.Text, outlet.Counting));
            }
        },
        iter: 150);

    [Fact]
    public void Every_own_sentence_is_a_sentence_of_an_answer_and_keeps_numbers_names_and_negations() => Materials.Sample(
        material =>
        {
            foreach (var sentence in Composer.Compose(material).SelectMany(draft => draft.Sentences).Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened))
            {
                var said = TextParts.Sentences(material.Answers[sentence.Answer!.Slot].Text)[sentence.Answer.Index];
                Assert.Contains(Bare(sentence.Text), Bare(said), StringComparison.OrdinalIgnoreCase);
                Assert.Equal(Bare(said).Length - Bare(sentence.Text).Length > 0, sentence.Origin == Origin.Shortened);
                foreach (var kept in TextParts.Words(said).Where(word => word.Any(char.IsDigit) || word is "inte" or "aldrig" or "not" or "Katrineholm" or "Alva"))
                {
                    Assert.Contains(kept, sentence.Text, StringComparison.OrdinalIgnoreCase);
                }
            }
        },
        iter: 150);

    [Fact]
    public void Every_sentence_stands_in_the_text_and_the_rest_is_staffs_or_fixed() => Materials.Sample(
        material =>
        {
            foreach (var draft in Composer.Compose(material))
            {
                var at = 0;
                foreach (var sentence in draft.Sentences)
                {
                    var found = draft.Text.IndexOf(sentence.Text, at, StringComparison.Ordinal);
                    Assert.True(found >= 0, $"{draft.Outlet}: {sentence.Text}");
                    Assert.True(draft.Text[at..found].All(character => " \n•”“–".Contains(character, StringComparison.Ordinal)), draft.Text[at..found]);
                    at = found + sentence.Text.Length;
                }
            }
        },
        iter: 150);

    /// <summary>What is written on to a link without a blank is the link's.</summary>
    [Fact]
    public void Nothing_with_an_undecided_finding_stands_in_a_draft() => Materials.Sample(
        material =>
        {
            foreach (var draft in Composer.Compose(material))
            {
                Assert.DoesNotContain(
                    draft.Sentences.Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened),
                    sentence => Array.Exists(Undecided, found => GluedToALink().Replace(sentence.Text, "").Contains(found, StringComparison.OrdinalIgnoreCase)));
                Assert.All(draft.Warnings, warning => Assert.InRange(warning.Start + warning.Length, 0, draft.Text.Length));
            }
        },
        iter: 150);

    [Fact]
    public void The_objection_never_stands_without_its_answer() => Materials.Sample(
        material =>
        {
            foreach (var draft in Composer.Compose(material))
            {
                var slots = draft.Sentences.Select(sentence => sentence.Answer?.Slot).ToList();
                Assert.True(!slots.Contains(Slot.Challenge) || slots.Contains(Slot.Synthesis));
            }
        },
        iter: 150);

    [Fact]
    public void Composing_is_the_same_every_time() => Materials.Sample(
        material => Assert.Equal(Composer.Compose(material).Select(Everything), Composer.Compose(material with { Outlets = Outlets.BuiltIn }).Select(Everything)),
        iter: 100);

    [Fact]
    public void Composing_a_draft_from_its_own_sentences_changes_none() => Materials.Sample(
        material =>
        {
            foreach (var sentence in Composer.Compose(material).SelectMany(draft => draft.Sentences).Where(sentence => sentence.Answer is { Slot: not Slot.Question }))
            {
                var (again, _) = Polish.Sentence(sentence.Text, material.Assignment.Language, emoji: true, asQuestion: false, reply: true, decides: true);
                Assert.Equal(sentence.Text, again);
            }
        },
        iter: 100);

    [Fact]
    public void Checks_change_no_text() => Text.Sample(
        text =>
        {
            var before = string.Concat(text);
            var findings = Detectors.Find(text, new CheckContext("sv", null, [], []));
            Assert.Equal(before, text);
            Assert.All(findings, finding => Assert.InRange(finding.End, finding.Start + 1, text.Length));
        },
        iter: 500);

    [Theory]
    [InlineData("a")]
    [InlineData("🙈")]
    [InlineData("👨‍👩‍👧‍👦 ")]
    [InlineData("\u0301")]
    [InlineData("漢字 שלום ord. ")]
    [InlineData("A. ")]
    [InlineData("!")]
    [InlineData("\n")]
    [InlineData("(sorry ")]
    [InlineData("@channel ")]
    [InlineData("<")]
    [InlineData("070-174 06 05 ")]
    [InlineData("Alva i 4B ")]
    [InlineData("EHT ")]
    [InlineData("a.se ")]
    [InlineData("a.")]
    public void Forty_thousand_characters_of_anything_compose(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));
        var drafts = Composer.Compose(Some(AdSize.Full, Voice.Own, threads: true, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(text)])), (Slot.Question, new AnswerText(1, [new AnswerLine(text)]))));

        Assert.Equal(Outlets.BuiltIn.All.Count, drafts.Count);
    }

    internal static Material Some(AdSize size, Voice voice, bool threads, string language, int proposal, params (Slot Slot, AnswerText Answer)[] answers) => new()
    {
        Assignment = new Assignment
        {
            Id = "a",
            Topic = "Varför plogar kommunen inte min gata först?",
            PersonId = "p",
            Language = language,
            AdSize = size,
            Voice = voice,
            Threads = threads,
            Enumeration = ["240 km väg", "90 km gångbana"],
            Link = "https://www.katrineholm.se/sno",
            Hashtags = ["#Katrineholm", "#Snö"],
            Outlets = [.. Outlets.BuiltIn.All.Select(outlet => outlet.Code)],
        },
        Answers = answers.ToImmutableDictionary(pair => pair.Slot, pair => pair.Answer),
        Name = "Roger Ståhl",
        Title = "driftchef",
        Sender = "Katrineholms kommun",
        Proposals = Outlets.BuiltIn.All.ToImmutableDictionary(outlet => outlet.Code, _ => proposal),
    };

    /// <summary>A record compares its lists by reference; here their contents count.</summary>
    private static string Everything(Draft draft) => System.Text.Json.JsonSerializer.Serialize(draft);

    /// <summary>Letters and digits only: what no touch-up but a cut may change.</summary>
    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"(a\?b=1|almby\.se)\.(Björkgatan 14B|\S+)")]
    private static partial Regex GluedToALink();
}
