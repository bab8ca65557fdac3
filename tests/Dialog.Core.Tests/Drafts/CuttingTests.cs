using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

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
    [InlineData("sv", "Jag plogar 14 gator i Katrineholm. Vi sparar 300 000 kronor varje vinter. Eller snarare 200 000, " + Endless, "300 000 kronor")]
    [InlineData("sv", "Jag plogar 14 gator i Katrineholm. Kommunen slösar bort 40 miljoner kronor. Det är vad folk säger till mig " + Endless, "40 miljoner")]
    [InlineData("en", "I plough 14 streets in Katrineholm. Traders lost 20 % in the first week. Or so they said, " + Endless, "20 %")]
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

    [Theory]
    [InlineData("sv", "Vi sparar 300 000 kronor åt Katrineholm.", "Eller snarare 200 000.")]
    [InlineData("sv", "Jag lovade alla rektorer sand före sju.", "Trodde jag.")]
    [InlineData("sv", "Vi sandar alla gator i Katrineholm före sju.", "Inte i Valla.")]
    [InlineData("sv", "Jag höjer taxan med 18 procent i Katrineholm.", "Om fullmäktige säger ja.")]
    [InlineData("sv", "Jag stänger badet i Katrineholm på måndagar.", "I alla fall inte före sommaren.")]
    [InlineData("sv", "Jag tog 12 beslut om Katrineholm i mars.", "Det var fel.")]
    [InlineData("sv", "En villa i Katrineholm betalar 110 kronor mer.", "Ungefär.")]
    [InlineData("en", "I closed Elm Street to cars on 1 May.", "Not on Sundays.")]
    [InlineData("en", "We know everybody in Katrineholm hated it.", "At first.")]
    public void What_a_few_words_narrow_or_correct_is_nothing_without_them(string language, string said, string narrowed)
    {
        foreach (var outlet in new[] { "web", "facebook" })
        {
            Assert.Contains($"{said} {narrowed}", Compose(outlet, language, $"{said} {narrowed}").Text, StringComparison.Ordinal);
        }

        var ad = Compose("ad", language, $"{said} {narrowed}", AdSize.Half);

        Assert.DoesNotContain(ad.Headlines, headline => headline.Text == said || headline.Text == narrowed);
        Assert.DoesNotContain(ad.Parts, part => part.Kind == "pullQuote");
    }

    [Theory]
    [InlineData("sv", "Man kan tro att vattnet i Katrineholm är farligt.", "Det är det inte, ring mig på 070-174 06 05.")]
    [InlineData("en", "You might think I let the water in Katrineholm go bad.", "But I have not, ring me on 070-174 06 05.")]
    public void What_is_taken_back_by_words_that_wait_for_a_decision_waits_with_them(string language, string said, string takenBack)
    {
        var why = $"{said} {takenBack} Vi spolar 14 rör på natten.";
        foreach (var outlet in new[] { "ad", "web", "x", "press" })
        {
            var draft = Compose(outlet, language, why);

            Assert.DoesNotContain(said, draft.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(draft.Headlines, headline => headline.Text == said);
        }

        Assert.Contains(said, Compose("web", language, why, change: material => material with { Struck = [takenBack] }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vi slår ihop två skolor i augusti. Mellan oss sagt är taket slut. Det har läckt i tre år.", "läckt")]
    [InlineData("Vi har råd med flytten. Mellan oss sagt är ekonomin körd. Det blir bara värre. Jag har sett det själv.", "värre", "sett det")]
    [InlineData("Jag ritade hyllorna själv. Eleven Alva i 4B ritade skylten. Hon är åtta.", "åtta")]
    public void The_web_page_has_nothing_that_points_back_to_what_is_left_out(string why, params string[] lost)
    {
        var text = Compose("web", "sv", why).Text;

        Assert.All(lost, words => Assert.DoesNotContain(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_web_page_keeps_what_points_back_past_a_word_to_whoever_asks() =>
        Assert.Contains("Det tar sex timmar.", Compose("web", "sv", "Vi plogar 14 gator. Bra fråga! Det tar sex timmar.").Text, StringComparison.Ordinal);

    [Fact]
    public void A_list_and_what_leads_it_in_stand_together_or_not_at_all()
    {
        const string list = "Vi har tre nyheter i Katrineholm i vinter:\n- meröppet\n- läxhjälp\n- filt\nJag är stoltast över filten, eftersom ingen läser med kalla händer.";
        foreach (var outlet in new[] { "ad", "web", "facebook" })
        {
            Assert.DoesNotContain("tre nyheter", Compose(outlet, "sv", list).Text, StringComparison.Ordinal);
        }

        var ad = Compose("ad", "sv", "Vi märkte en sak i Katrineholm i våras:\n280 äldre slutade betala räkningar i tid.", AdSize.Half);

        Assert.Contains("i våras: 280 äldre", ad.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ad.Headlines, headline => headline.Text.EndsWith(':'));
        Assert.DoesNotContain(ad.Parts, part => part.Kind == "pullQuote" && part.Text.Contains("Vi märkte", StringComparison.Ordinal));
    }

    [Fact]
    public void The_middle_of_somebody_elses_words_is_nobodys_headline_and_opens_no_passage()
    {
        const string why = "En kvinna sa till mig: \"Ni är det bästa som har hänt mig. Jag ringer er varje vecka i Katrineholm, för ni kommer. Tack ska ni ha.\" " + Endless;
        foreach (var outlet in new[] { "ad", "x", "press" })
        {
            var draft = Compose(outlet, "sv", why, AdSize.Half);

            Assert.All(Passages(draft), passage => Assert.False(passage.StartsWith("Jag ringer", StringComparison.Ordinal), passage));
            Assert.DoesNotContain(draft.Headlines, headline => headline.Text.StartsWith("Jag ringer", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Blir det dyrare? Ja. Två kronor i timmen.", "Två kronor")]
    [InlineData("Vem betalar i Katrineholm? Alla som står kvar.", "Alla som")]
    [InlineData("Av vem? Av oss som jobbar i Katrineholm.", "Av oss")]
    public void The_rest_of_a_reply_to_the_own_question_opens_no_passage(string why, string rest)
    {
        Assert.All(Passages(Compose("facebook", "sv", why)), passage => Assert.False(passage.StartsWith(rest, StringComparison.Ordinal), passage));
        Assert.DoesNotContain(Compose("ad", "sv", why).Headlines, headline => headline.Text.StartsWith(rest, StringComparison.Ordinal));
    }

    [Fact]
    public void A_few_words_are_not_all_that_is_printed_of_a_longer_answer_to_the_objection() =>
        Assert.DoesNotContain(
            "Svaret? Det kan hända.\n",
            Compose("facebook", "sv", "Jag plogar 14 gator i Katrineholm.", change: material => Objected(material, "Det kan hända. Jag hoppas att det inte gör det, " + Endless)).Text,
            StringComparison.Ordinal);

    [Fact]
    public void No_post_of_a_thread_ends_before_the_sentence_that_takes_it_back()
    {
        const string careless = "You might think that we sit in the warm and drink coffee while you dig.";
        var why = $"I plough 14 streets in Katrineholm every night because the nurses go first, and that takes me six hours on a good night and eight on a bad one. {careless} We don't. I have the list here, and 14 streets are on it, because I drove each of them myself last night before you were up, and the night before that, too.";
        var thread = Compose("x", "en", why, change: material => material with { Assignment = material.Assignment with { Threads = true } });
        var posts = thread.Parts.FindAll(part => part.Kind == "post");

        Assert.InRange(posts.Count, 2, 5);
        Assert.Contains(posts, post => post.Text.Contains($"{careless} We don't.", StringComparison.Ordinal));
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
    [InlineData("en", "Moreover, ")]
    [InlineData("en", "As a result, ")]
    [InlineData("en", "Two told me that ")]
    [InlineData("en", "Both said that ")]
    [InlineData("sv", "Båda sa att ")]
    [InlineData("sv", "Likaså vet vi att ")]
    [InlineData("sv", "Sen ser man att ")]
    [InlineData("sv", "Dom vet att ")]
    [InlineData("sv", "Å andra sidan vet vi att ")]
    [InlineData("sv", "Ändå ser man att ")]
    [InlineData("sv", "Deras rapport säger att ")]
    [InlineData("sv", "Trots det vet vi att ")]
    [InlineData("sv", "En av dem, en sköterska, vet att ")]
    public void A_sentence_that_leans_on_the_one_before_opens_no_passage(string language, string start) =>
        Assert.All(Passages(Compose("facebook", language, $"Snow. {start}I plough 14 gator i Katrineholm.")), passage => Assert.DoesNotMatch($"^{start.Trim()}", passage));

    [Theory]
    [InlineData("en", "Instead of patching I replace 14 km of pipes in Katrineholm.")]
    [InlineData("sv", "Om tre år öppnar badet i Katrineholm för oss.")]
    [InlineData("sv", "Det är fel att vi väntar på 14 bussar i Katrineholm.")]
    [InlineData("en", "Both schools told 14 of us in Katrineholm.")]
    [InlineData("sv", "Sedan 2019 plogar jag 14 gator i Katrineholm.")]
    [InlineData("sv", "Två skolor i Katrineholm sa nej till oss.")]
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
