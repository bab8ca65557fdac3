using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Drafts;

/// <summary>What is cut out of an answer means what it meant there.</summary>
public sealed class CuttingTests
{
    /// <summary>Fits into no post.</summary>
    private const string Endless =
        "och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan "
        + "och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan "
        + "och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan "
        + "och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan och sedan.";

    [Theory]
    [InlineData("en", "I plough 14 streets in Katrineholm. You might think that sounds careless. It isn't.", "sounds careless")]
    [InlineData("en", "I plough 14 streets in Katrineholm. We could lock the gate every single night. But then " + Endless, "lock the gate")]
    [InlineData("sv", "Jag plogar 14 gator i Katrineholm. Ni kan tro att vi har glömt Almby. Så är det inte, " + Endless, "glömt Almby")]
    [InlineData("sv", "Jag plogar 14 gator i Katrineholm. Många säger att vi ska sluta helt och hållet. Men då " + Endless, "sluta helt")]
    public void What_the_next_sentence_takes_back_never_ends_a_passage(string language, string why, string takenBack)
    {
        foreach (var outlet in new[] { "x", "bluesky", "facebook", "press", "ad" })
        {
            foreach (var passage in Passages(Compose(outlet, language, why)))
            {
                Assert.False(LastSentence(passage).Contains(takenBack, StringComparison.Ordinal), passage);
            }
        }
    }

    [Fact]
    public void What_the_next_sentence_takes_back_is_no_headline_and_no_pull_quote()
    {
        var ad = Compose("ad", "en", "Everyone in Katrineholm says that we close 12 lines. However, we decided to keep them for two more years.", AdSize.Half);

        Assert.DoesNotContain(ad.Headlines, headline => headline.Text.StartsWith("Everyone", StringComparison.Ordinal));
        Assert.DoesNotContain(ad.Parts, part => part.Kind == "pullQuote");
    }

    [Fact]
    public void The_person_may_strike_what_takes_a_sentence_back()
    {
        const string struck = "But it was dear.";

        Assert.Contains("I ploughed 14 streets", Compose("x", "en", $"I ploughed 14 streets in Katrineholm. {struck}", change: material => material with { Struck = [struck] }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "However, ")]
    [InlineData("en", "Still, ")]
    [InlineData("en", "Also, ")]
    [InlineData("en", "One of them, a nurse, knows that ")]
    [InlineData("en", "Their report says that ")]
    [InlineData("sv", "Ändå ser man att ")]
    [InlineData("sv", "Deras rapport säger att ")]
    [InlineData("sv", "Trots det vet vi att ")]
    [InlineData("sv", "En av dem, en sköterska, vet att ")]
    public void A_sentence_that_leans_on_the_one_before_opens_no_passage(string language, string start) =>
        Assert.All(Passages(Compose("facebook", language, $"Snow. {start}I plough 14 gator i Katrineholm.")), passage => Assert.DoesNotMatch($"^{start.Trim()}", passage));

    [Theory]
    [InlineData("en", "Instead of patching I replace 14 km of pipes in Katrineholm.")]
    [InlineData("sv", "En av dem som bor här hade slutat äta i Katrineholm.")]
    public void What_only_begins_like_it_leans_opens_a_passage(string language, string why) => Assert.StartsWith(why, Compose("x", language, why).Text, StringComparison.Ordinal);

    [Fact]
    public void A_quotation_of_several_sentences_is_not_cut_in_two()
    {
        const string why = "The neighbours in Katrineholm tell me: \"We know that you own 14 ploughs, because we saw them. Then " + Endless + "\"";

        foreach (var outlet in new[] { "x", "bluesky", "facebook", "press", "ad" })
        {
            Assert.All(Passages(Compose(outlet, "en", why)), passage => Assert.Equal(0, passage.Count(character => character is '"' or '‘' or '’') % 2));
        }
    }

    [Theory]
    [InlineData("en", "Partly. But I published the report myself.")]
    [InlineData("en", "It would be a tax if we made a profit. We don't.")]
    [InlineData("sv", "Ja. Men vi plogar 14 gator till.")]
    public void The_answer_to_the_objection_stands_whole_on_the_web_and_in_posts(string language, string synthesis)
    {
        foreach (var outlet in new[] { "web", "facebook" })
        {
            Assert.Contains(synthesis, Compose(outlet, language, "I plough 14 streets in Katrineholm.", change: material => Objected(material, synthesis)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_word_alone_is_not_all_that_is_printed_of_a_longer_answer_to_the_objection()
    {
        var why = string.Join(' ', Enumerable.Range(1, 22).Select(number => $"I plough street {number} in Katrineholm."));
        const string synthesis = "No. We had a warning about the pump, " + Endless;

        Assert.DoesNotContain("The answer? No.\n", Compose("facebook", "en", why, change: material => Objected(material, synthesis)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The report is 48 pages long; p. 12 is the worst.")]
    [InlineData("Come on 14 January at 6 p.m. – or write to me.")]
    public void A_sentence_with_an_abbreviation_inside_is_one(string why) =>
        Assert.Contains(why, Compose("web", "en", why).Sentences.Select(sentence => sentence.Text));

    private static Material Objected(Material material, string synthesis) => material with
    {
        Answers = material.Answers
            .SetItem(Slot.Challenge, new AnswerText(1, [new AnswerLine("\"You knew in May!\"")]))
            .SetItem(Slot.Synthesis, new AnswerText(1, [new AnswerLine(synthesis)])),
    };

    private static string LastSentence(string passage) => passage.TrimEnd('.', '!', '”', '“')[(passage.TrimEnd('.', '!', '”', '“').LastIndexOfAny(['.', '!', '?']) + 1)..];

    private static IEnumerable<string> Passages(Draft draft) =>
        draft.Parts.Where(part => part.Kind is "reflection" or "pullQuote").SelectMany(part => part.Text.Split("\n\n")).Select(passage => passage.Split(" – Roger")[0].Trim('“', '”'));

    private static Draft Compose(string outlet, string language, string why, AdSize size = AdSize.Quarter, Func<Material, Material>? change = null)
    {
        var material = ComposerProperties.Some(size, Voice.Own, threads: false, language, 0, (Slot.Why, new AnswerText(1, [new AnswerLine(why)])), (Slot.Question, new AnswerText(1, [new AnswerLine("Vilken gångväg ska vi ta först?")])));
        return Composer.Compose((change ?? (same => same))(material)).Single(draft => draft.Outlet == outlet);
    }
}
