using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Core.Tests.Drafts;

/// <summary>What an editor gets out of given answers.</summary>
public class ComposerTests
{
    private const string Reason = "Vi plogar bussgatorna först, eftersom hemtjänsten ska fram.";

    [Fact]
    public void An_undecided_finding_keeps_its_sentence_out_and_the_draft_says_how_many_and_which_kind()
    {
        var draft = Compose("facebook", $"{Reason} Ring mig på 070-174 06 05 om det krånglar.");

        Assert.Contains(Reason, draft.Text, StringComparison.Ordinal);
        var warning = Assert.Single(draft.Warnings, warning => warning.Code == "blocked_left_out");
        Assert.StartsWith("1 mening är utelämnad: telefonnummer.", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("070", draft.Text + string.Concat(draft.Warnings.Select(other => other.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_editor_accepted_stands_and_is_still_shown()
    {
        const string phone = "Ring mig på 070-174 06 05 om det krånglar.";
        var draft = Compose("web", $"{Reason} {phone}", material => material with { Accepted = [phone] });

        Assert.Contains(phone, draft.Text, StringComparison.Ordinal);
        var warning = Assert.Single(draft.Warnings, warning => warning.Code == Detector.Phone);
        Assert.Equal("info", warning.Severity);
        Assert.Equal("070-174 06 05", draft.Text.Substring(warning.Start, warning.Length));
    }

    [Fact]
    public void What_the_person_struck_stands_nowhere() =>
        Assert.DoesNotContain(Reason, Compose("web", $"{Reason} Jag kör själv när det är som värst.", material => material with { Struck = [Reason] }).Text, StringComparison.Ordinal);

    [Fact]
    public void A_low_finding_is_shown_at_its_place()
    {
        var draft = Compose("facebook", "Jag skäms när hemtjänsten fastnar, därför plogar vi där först.");

        var warning = Assert.Single(draft.Warnings, warning => warning.Code == Detector.StrongEmotion);
        Assert.Equal("skäms", draft.Text.Substring(warning.Start, warning.Length));
    }

    [Fact]
    public void A_mention_of_everybody_is_cut_off_and_told()
    {
        var sentence = Compose("facebook", $"@channel {Reason}").Sentences.Single(sentence => sentence.Text == Reason);

        Assert.Equal((Origin.Shortened, "@channel"), (sentence.Origin, sentence.Cut));
        Assert.Contains("T2", sentence.TouchUps);
    }

    [Fact]
    public void A_sentence_with_a_mention_inside_is_left_out() =>
        Assert.DoesNotContain("lastbilen", Compose("web", $"{Reason} Vi sa till @here att lastbilen står där.").Text, StringComparison.Ordinal);

    [Fact]
    public void Provenance_tells_what_was_cut_and_touched()
    {
        var sentence = Compose("ad", "hej alltså jag plogar bussgatorna först 🙂, eftersom hemtjänsten ska fram").Sentences.Single(sentence => sentence.Answer?.Slot == Slot.Why);

        Assert.Equal("Jag plogar bussgatorna först , eftersom hemtjänsten ska fram.".Replace(" ,", ",", StringComparison.Ordinal), sentence.Text.Replace(" ,", ",", StringComparison.Ordinal));
        Assert.Equal(Origin.Shortened, sentence.Origin);
        Assert.Equal(["T4", "T3", "T7", "T6"], sentence.TouchUps);
        Assert.Equal("hej alltså", sentence.Cut);
    }

    [Theory]
    [InlineData("Ja/nej-frågor är svåra, ex. de om snö.")]
    [InlineData("Ja-sägare plogar inga gator, eftersom de bara nickar.")]
    public void What_only_begins_like_filler_is_left(string why) => Assert.Contains(why, Compose("web", why).Text, StringComparison.Ordinal);

    [Fact]
    public void The_organisations_voice_quotes_and_names_the_speaker()
    {
        var draft = Compose("x", "Vi säger ”alla ska fram” varje dag, för det är vårt jobb.", material => material with { Assignment = material.Assignment with { Voice = Voice.Quoted } });

        Assert.StartsWith("”Vi säger ’alla ska fram’ varje dag, för det är vårt jobb.” – Roger Ståhl, driftchef", draft.Text, StringComparison.Ordinal);
        Assert.True(draft.Length <= 280);
    }

    [Fact]
    public void A_press_quote_is_always_quoted_and_leans_on_no_question()
    {
        var draft = Compose("press", $"För att bussarna ska fram. {Reason}");

        Assert.Equal($"”{Reason}” – Roger Ståhl, driftchef", draft.Text);
    }

    [Fact]
    public void The_next_proposal_is_another_cut_and_the_steps_come_round()
    {
        const string answer = "Vi plogar bussgatorna först, eftersom hemtjänsten ska fram. \n\nJag kör själv när det är som värst. \n\nSnön faller lika över alla i Katrineholm.";
        var cuts = Enumerable.Range(0, 4).Select(step => Compose("x", answer, material => material with { Proposals = ImmutableDictionary<string, int>.Empty.Add("x", step) }).Text).ToList();

        Assert.Equal(3, cuts.Take(3).Distinct().Count());
        Assert.Equal(cuts[0], cuts[3]);
    }

    [Fact]
    public void The_ad_keeps_three_headlines_and_the_picked_one_stands()
    {
        var ad = Compose("ad", Reason.Replace(", eftersom hemtjänsten ska fram", " för hemtjänsten", StringComparison.Ordinal));

        Assert.Equal(["Varför plogar kommunen inte min gata först?", "Vi plogar bussgatorna först för hemtjänsten.", "Vilken gångväg ska vi ta först?"], ad.Headlines.Select(headline => headline.Text));
        var picked = Compose("ad", Reason, material => material with { Headline = "Vilken gångväg ska vi ta först?" });
        Assert.StartsWith("Vilken gångväg ska vi ta först?", picked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ad_counts_words_characters_and_lines()
    {
        var reflection = Compose("ad", Reason).Parts.Single(part => part.Kind == "reflection");

        Assert.Equal((Reason.Length, 450, 2), (reflection.Length, reflection.Limit, reflection.Lines));
    }

    [Fact]
    public void A_newspaper_of_narrow_columns_gets_a_shorter_reflection()
    {
        var answer = string.Join(' ', Enumerable.Repeat(Reason, 1).Concat(Enumerable.Range(1, 6).Select(number => $"Jag kör själv väg {number} när det är som värst.")));
        var narrow = Outlets.BuiltIn.With(Outlets.BuiltIn.Of(AdSize.Quarter) with { ColumnMm = 30, Lines = 14 });
        var ad = Compose("ad", answer, material => material with { Outlets = narrow });

        Assert.InRange(ad.Parts.Sum(part => part.Lines ?? 0), 1, 14);
        Assert.True(ad.Text.Length < Compose("ad", answer).Text.Length);
    }

    [Fact]
    public void A_thread_is_made_on_wish_numbered_and_within_the_limit()
    {
        var answer = string.Join(' ', Enumerable.Range(1, 8).Select(number => $"Jag kör själv linje {number} när det är som värst, eftersom bussarna ska fram i tid."));
        var thread = Compose("x", answer, material => material with { Assignment = material.Assignment with { Threads = true } });
        var posts = thread.Parts;

        Assert.All(posts, (post, index) => Assert.EndsWith($" {index + 1}/{posts.Count}", post.Text, StringComparison.Ordinal));
        Assert.InRange(posts.Count, 2, 5);
        Assert.All(posts, post => Assert.InRange(Counter.Count(post.Text, Counting.Weighted), 40, 280));
        Assert.Contains("Vilken gångväg ska vi ta först?", posts[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Compose("x", answer).Parts, part => part.Kind == "post");
    }

    [Fact]
    public void A_sentence_too_long_for_a_post_is_left_out_of_the_thread_with_its_count()
    {
        var endless = $"Jag tänker {string.Join(" och ", Enumerable.Repeat("på snön", 40))}.";
        var answer = $"{endless} {string.Join(' ', Enumerable.Range(1, 8).Select(number => $"Jag kör själv linje {number} när det är som värst, eftersom bussarna ska fram i tid."))}";
        var thread = Compose("x", answer, material => material with { Assignment = material.Assignment with { Threads = true } });

        Assert.Contains(thread.Warnings, warning => warning.Code == "sentence_over_limit" && warning.Message.Contains($"{endless.Length}", StringComparison.Ordinal));
        Assert.DoesNotContain("på snön", thread.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bluesky_keeps_its_second_limit_in_bytes()
    {
        var families = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 130));
        var draft = Compose("bluesky", $"Vi plogar för {families} eftersom alla ska fram.");

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(draft.Text), 0, 3000);
        Assert.Contains(draft.Warnings, warning => warning.Code == "no_reflection");
    }

    [Theory]
    [InlineData("instagram", null, "missing_picture")]
    [InlineData("facebook", "", "missing_alt_text")]
    [InlineData("facebook", "En plog på Storgatan", "no_photographer")]
    public void A_picture_needs_its_description(string outlet, string? alt, string code)
    {
        var draft = Compose(outlet, Reason, material => material with { Assignment = material.Assignment with { Picture = alt is null ? null : new Picture(alt) } });

        Assert.Contains(draft.Warnings, warning => warning.Code == code);
    }

    [Theory]
    [InlineData(null, false, null, null, null, "missing_alt_text", "no_photographer", "no_licence", "no_consent")]
    [InlineData(" ", true, " ", " ", Consent.Yes, "no_photographer", "no_licence")]
    [InlineData("En plog", false, "Eva Ek", "egen bild", null, "no_consent")]
    [InlineData("En plog", false, "Eva Ek", null, Consent.NotNeeded, "no_licence")]
    [InlineData("En plog", false, "Eva Ek", "CC BY 4.0", Consent.No, "consent_refused")]
    [InlineData("En plog", false, "Eva Ek", "CC BY 4.0", Consent.Yes)]
    [InlineData(null, true, "Eva Ek", "CC BY 4.0", Consent.NotNeeded)]
    public void Whatever_keeps_a_picture_from_going_out_is_told(string? alt, bool decorative, string? photographer, string? licence, Consent? consent, params string[] codes)
    {
        var picture = new Picture(alt, decorative, photographer, licence, consent);
        var warnings = Compose("facebook", Reason, material => material with { Assignment = material.Assignment with { Picture = picture } }).Warnings;

        Assert.Equal(codes, warnings.Select(warning => warning.Code).Where(code => code is "missing_alt_text" or "no_photographer" or "no_licence" or "no_consent" or "consent_refused"));
    }

    [Theory]
    [InlineData("sv", "har sagt nej")]
    [InlineData("en", "has said no")]
    public void Warnings_about_the_picture_are_those_of_the_picture_as_it_is_now(string language, string refused)
    {
        var texts = Compose("facebook", Reason, material => material with { Assignment = material.Assignment with { Picture = new Picture("En plog") } }).Warnings;
        var whole = new Picture("En plog", Photographer: "Eva Ek", Licence: "egen bild", Consent: Consent.Yes);
        var mended = PictureWarnings.Renew(texts, whole, language);

        Assert.Equal(texts.Select(warning => warning.Code).Except(["no_photographer", "no_licence", "no_consent"]), mended.Select(warning => warning.Code));
        Assert.Equal(texts, PictureWarnings.Renew(texts, new Picture("En plog"), language));
        Assert.Contains(PictureWarnings.Renew(mended, whole with { Consent = Consent.No }, language), warning => warning.Message.Contains(refused, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_stored_before_licences_were_asked_for_is_still_read()
    {
        var picture = System.Text.Json.JsonSerializer.Deserialize<Picture>("""{"AltText":"En plog","Decorative":false,"Photographer":"Eva Ek"}""")!;

        Assert.Equal([PictureGap.Licence, PictureGap.Consent], picture.Gaps());
        Assert.Equal("""{"AltText":"En plog","Decorative":false,"Photographer":"Eva Ek"}""", System.Text.Json.JsonSerializer.Serialize(picture));
    }

    [Fact]
    public void The_kicker_stands_above_the_headline_in_the_ad_alone_and_takes_of_its_words()
    {
        static Material With(Material material) => material with { Assignment = material.Assignment with { Kicker = "Katrineholms kommun om snö" } };
        var (plain, ad) = (Compose("ad", Reason), Compose("ad", Reason, With));

        Assert.Equal($"Katrineholms kommun om snö\n\n{plain.Text}", ad.Text);
        Assert.Equal(("kicker", 26, 60), (ad.Parts[0].Kind, ad.Parts[0].Length, ad.Parts[0].Limit));
        Assert.Equal(new DraftSentence("Katrineholms kommun om snö", Origin.Staff), ad.Sentences[0]);
        Assert.Equal(plain.Length + 4, ad.Length);
        Assert.Equal(Compose("facebook", Reason).Text, Compose("facebook", Reason, With).Text);
    }

    [Theory]
    [InlineData(":\U0001F602)")]
    [InlineData(":):")]
    [InlineData(":)…")]
    public void No_smiley_is_printed_whatever_stands_in_it_or_after_it(string smiley) =>
        Assert.DoesNotContain(":)", Compose("ad", $"Vi plogar bussgatorna först, eftersom hemtjänsten ska fram {smiley}").Text, StringComparison.Ordinal);

    [Fact]
    public void A_mere_list_and_a_missing_question_are_told()
    {
        var draft = Compose("ad", "- plog\n- salt\n- sand", material => material with { Answers = material.Answers.Remove(Slot.Question) });

        Assert.Equal(["enumeration_only", "no_question"], draft.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void The_harshest_fair_headline_is_shown_with_its_words()
    {
        var draft = Compose("facebook", "Vi gjorde alltid fel när vi plogade 12 uppfarter igen.");
        var warning = Assert.Single(draft.Warnings, warning => warning.Code == "headline_test");

        Assert.Contains("alltid, fel, 12", warning.Message, StringComparison.Ordinal);
        Assert.Equal("Vi gjorde alltid fel när vi plogade 12 uppfarter igen.", draft.Text.Substring(warning.Start, warning.Length));
    }

    [Fact]
    public void The_web_page_has_a_lead_and_a_description_in_own_words()
    {
        var web = Compose("web", Reason);

        Assert.Equal((Reason, Reason), (web.Abstract, web.Description));
    }

    [Fact]
    public void Every_number_of_an_outlet_names_source_and_date()
    {
        var figures = Outlets.BuiltIn.All.SelectMany(outlet => new[] { outlet.HardLimit, outlet.Target, outlet.MostBytes, outlet.MostLinks, outlet.MostHashtags, outlet.LongestHashtag, outlet.MostAltText }).OfType<Figure>();

        Assert.All(figures, figure => Assert.True(figure.Source.Length > 5 && figure.Date is not null));
        Assert.All(Outlets.BuiltIn.AdSizes, size => Assert.True(size.Source.Length > 5 && size.Date is not null));
        Assert.All(Outlets.BuiltIn.All, outlet => Assert.True(outlet.Target is null || outlet.HardLimit is null || outlet.Target.Value <= outlet.HardLimit.Value));
    }

    [Theory]
    [InlineData("kom-mu-ni-ka-tion")]
    [InlineData("män-nis-kor")]
    [InlineData("ut-veck-las")]
    [InlineData("snön")]
    public void Words_break_where_they_may(string broken)
    {
        var word = broken.Replace("-", "", StringComparison.Ordinal);

        Assert.Equal(broken, string.Concat(word.Select((letter, index) => index > 0 && Hyphenator.IsBreak(word, index) ? $"-{letter}" : $"{letter}")));
    }

    [Theory]
    [InlineData("kort", 59, 1)]
    [InlineData("", 59, 0)]
    [InlineData("en\ntvå\n\ntre", 59, 4)]
    public void Lines_are_counted_in_a_column(string text, int millimetres, int lines) => Assert.Equal(lines, LineCounter.Count(text, millimetres));

    private static Draft Compose(string outlet, string why, Func<Material, Material>? change = null)
    {
        var material = ComposerProperties.Some(AdSize.Quarter, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(why)])), (Slot.Question, new AnswerText(1, [new AnswerLine("Vilken gångväg ska vi ta först?")])));
        return Composer.Compose((change ?? (same => same))(material)).Single(draft => draft.Outlet == outlet);
    }
}
