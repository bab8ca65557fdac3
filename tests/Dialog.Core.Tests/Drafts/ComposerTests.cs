using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

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

    [Theory]
    [InlineData("Öppet på söndagar\nGratis kaffe\nLäxhjälp\nJag började med det, eftersom min dotter inte hade någonstans att läsa.", "Jag började med det, eftersom min dotter inte hade någonstans att läsa.")]
    [InlineData("Taket läcker nu.\nVi lagar det.\nDet tar sin tid.", "Vi lagar det.")]
    [InlineData("1. Gratis kaffe\n2. Läxhjälp\n3. Tyst rum\nVi gör det för att alla ska få plats.", "Vi gör det för att alla ska få plats.")]
    public void A_whole_sentence_in_a_list_is_no_item(string why, string sentence) =>
        Assert.Contains(sentence, Compose("web", why).Text, StringComparison.Ordinal);

    [Fact]
    public void Items_of_a_list_stand_in_no_draft_and_are_counted()
    {
        var material = ComposerProperties.Some(AdSize.Quarter, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine($"{Reason}\n- gratis kaffe\n- läxhjälp\n- tyst rum")])));
        var draft = Composer.Compose(material).Single(draft => draft.Outlet == "web");
        var left = LeftOut.Of(material, draft);

        Assert.Equal(["Gratis kaffe.", "Läxhjälp.", "Tyst rum."], left.Rest);
        Assert.Equal((1, 4), (left.Used, left.All));
        Assert.DoesNotContain("kaffe", draft.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("sv", 1, "1 hashtagg är utelämnad")]
    [InlineData("sv", 2, "2 hashtaggar är utelämnade")]
    [InlineData("en", 1, "1 hashtag is left out")]
    [InlineData("en", 2, "2 hashtags are left out")]
    public void One_hashtag_is_told_of_as_one(string language, int left, string told)
    {
        var draft = Compose(left == 1 ? "bluesky" : "mastodon", Reason, material => material with { Assignment = material.Assignment with { Language = language, Hashtags = [.. Enumerable.Repeat($"#{new string('a', 600)}", left)] } });

        Assert.StartsWith(told, Assert.Single(draft.Warnings, warning => warning.Code == "hashtags_left_out").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", 1, "1 rad i uppräkningen får inte plats. Korta den")]
    [InlineData("sv", 2, "2 rader i uppräkningen får inte plats. Korta dem")]
    [InlineData("en", 1, "1 line of the enumeration does not fit. Shorten it")]
    [InlineData("en", 2, "2 lines of the enumeration do not fit. Shorten them")]
    public void One_line_is_told_of_as_one(string language, int left, string told)
    {
        var draft = Compose("ad", Reason, material => material with { Assignment = material.Assignment with { Language = language, Enumeration = [.. Enumerable.Range(0, left + 5).Select(number => $"rad {number}")] } });

        Assert.StartsWith(told, Assert.Single(draft.Warnings, warning => warning.Code == "enumeration_cut").Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("en", "Because a fall at home costs a person their independence. Off the record, the hospital sends them home too early. I've seen it three times this month.", "I've seen it")]
    [InlineData("en", "Because a fall at home costs a person their independence. Off the record, the hospital sends them home too early. I've told them 14 times. We told the board about it in May.", "about it in May", "told them")]
    [InlineData("sv", "För att ett fall hemma kostar självständigheten. Mellan oss sagt skickar sjukhuset hem folk för tidigt. Jag har sett det tre gånger den här månaden.", "Jag har sett det")]
    [InlineData("sv", "För att ett fall hemma kostar självständigheten. Ring Ove på 070-174 06 05. Vi frågade honom 14 gånger i Katrineholm.", "frågade honom")]
    public void What_points_back_to_a_sentence_that_is_left_out_opens_no_passage_and_is_no_pull_quote(string language, string why, params string[] orphans)
    {
        foreach (var outlet in new[] { "ad", "x", "facebook", "press" })
        {
            var draft = Compose(outlet, why, material => material with { Assignment = material.Assignment with { AdSize = AdSize.Half, Language = language } });

            Assert.All(orphans, orphan => Assert.DoesNotContain(orphan, draft.Text, StringComparison.Ordinal));
            Assert.All(orphans, orphan => Assert.DoesNotContain(draft.Headlines, headline => headline.Text.Contains(orphan, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("en", "Ring me on 070-174 06 05. I plough 14 streets this month so that you get out.", "I plough 14 streets")]
    [InlineData("en", "Ring me on 070-174 06 05. I know that 14 streets are left.", "I know that")]
    [InlineData("sv", "Ring mig på 070-174 06 05. Jag kör själv när det är som värst.", "Jag kör själv")]
    [InlineData("sv", "Ring mig på 070-174 06 05. Jag plogar 14 gator den 12 mars, eftersom det finns snö kvar.", "Jag plogar 14")]
    [InlineData("sv", "Ring mig på 070-174 06 05. Vi har 14 plogar i Katrineholm. Jag kör dem själv.", "Jag kör dem själv")]
    public void What_stands_behind_a_sentence_that_is_left_out_and_points_to_nothing_there_is_printed(string language, string why, string kept) =>
        Assert.Contains(kept, Compose("ad", why, material => material with { Assignment = material.Assignment with { Language = language } }).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Should we close one library, or shorten the hours in all of them? Tell me.", "Should we close one library, or shorten the hours in all of them?")]
    [InlineData("sv", "Ska vi lägga ned ett bibliotek eller stänga tidigare i alla? Berätta!", "Ska vi lägga ned ett bibliotek eller stänga tidigare i alla?")]
    [InlineData("sv", "Vi har två förslag i Katrineholm. Vilket av dem tycker du att vi ska ta först? Hör av er.", "Vilket av dem tycker du att vi ska ta först? Hör av er.")]
    [InlineData("sv", "Hör av er till oss. Säg precis vad ni tycker om snön på gatorna och hos er. Kom och berätta för mig!", "Kom och berätta för mig!")]
    public void A_part_of_the_closing_question_still_asks_when_it_asked(string language, string said, string printed)
    {
        var ad = Compose("ad", Reason, material => material with
        {
            Assignment = material.Assignment with { AdSize = AdSize.Eighth, Language = language },
            Answers = material.Answers.SetItem(Slot.Question, new AnswerText(1, [new AnswerLine(said)])),
        });

        Assert.Equal(printed, ad.Parts.Single(part => part.Kind == "question").Text);
        Assert.All(ad.Headlines.Skip(1), headline => Assert.DoesNotContain("Tell me", headline.Text, StringComparison.Ordinal));
        Assert.All(ad.Headlines.Skip(1), headline => Assert.DoesNotContain("Berätta!", headline.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "They're right, in winter. Ask me in May.")]
    [InlineData("en", "No. I told one of them to come and see who is here.")]
    [InlineData("sv", "Det är sant. Men vi har plogat 14 gator till och jag kör själv.")]
    [InlineData("sv", "De har rätt, på vintern. Fråga mig i maj.")]
    public void What_the_answer_to_the_objection_opens_with_is_not_cut_off_it(string language, string synthesis)
    {
        var answer = Objection(language, synthesis);

        Assert.EndsWith($"? {synthesis}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dismissal_is_still_cut_off_the_objection() =>
        Assert.EndsWith("? Somliga säger att 14 gator är kvar.", Objection("sv", "Vi plogar vidare.", "Ingen klagar. Somliga säger att 14 gator är kvar."), StringComparison.Ordinal);

    [Theory]
    [InlineData("sv", "Jag kör plogen varje natt från klockan fyra.", "”Jag kör plogen varje natt från klockan fyra.”")]
    [InlineData("en", "I drive the plough every morning myself.", "“I drive the plough every morning myself.”")]
    public void The_pull_quote_stands_in_its_languages_quotation_marks(string language, string why, string quote) =>
        Assert.Equal(quote, Compose("ad", why, material => material with { Assignment = material.Assignment with { AdSize = AdSize.Half, Language = language } }).Parts.Single(part => part.Kind == "pullQuote").Text);

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

    [Theory]
    [InlineData("Tack för frågan!")]
    [InlineData("Bra fråga.")]
    [InlineData("Thanks for asking!")]
    [InlineData("Se ovan.")]
    [InlineData("Kan ni snygga till det här?")]
    [InlineData("Ursäkta stavfelen, skriver på mobilen.")]
    public void What_is_said_to_whoever_asks_is_in_no_text(string said) =>
        Assert.All(["facebook", "web", "x"], outlet => Assert.DoesNotContain(said.TrimEnd('.', '!'), string.Concat(Compose(outlet, $"{said} {Reason} {said}").Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal));

    [Theory]
    [InlineData("Feel free to edit.")]
    [InlineData("Sorry for the typos, typing on my phone.")]
    [InlineData("Could you tidy this up?")]
    [InlineData("Hope that helps.")]
    public void What_is_said_to_whoever_asks_in_english_is_in_no_text(string said) =>
        Assert.DoesNotContain(said.TrimEnd('.', '?'), Compose("web", $"I plough 14 streets. {said}", InEnglish).Text, StringComparison.Ordinal);

    [Fact]
    public void A_not_knowing_with_a_hedge_is_no_answer_when_one_follows()
    {
        var draft = Compose("x", "", material => InEnglish(material) with { Answers = material.Answers.SetItem(Slot.Why, new AnswerText(1, [new AnswerLine("no idea really"), new AnswerLine("If I don't plough, people walk on the road in Katrineholm.", FollowUp: true)])) });

        Assert.StartsWith("If I don't plough", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://katrineholm.se/fel är snabbast.", "https://katrineholm.se/fel är snabbast.")]
    [InlineData("katrineholm.se/fel är snabbast.", "katrineholm.se/fel är snabbast.")]
    [InlineData("iPhone-appen heter Fixa.", "iPhone-appen heter Fixa.")]
    [InlineData("Vi får 3 miljoner – men bara om vi är klara i tid –", "Vi får 3 miljoner – men bara om vi är klara i tid.")]
    [InlineData("Vi går ut klockan sju & räknar .", "Vi går ut klockan sju & räknar.")]
    [InlineData("Vi öppnar sön. 12 jan. utan avgift.", "Vi öppnar sön. 12 jan. utan avgift.")]
    [InlineData("Rost.", "Rost.")]
    public void Signs_and_capitals_stand_where_they_belong(string said, string printed) => Assert.Equal($"Varför?\n{printed}", Body(said));

    [Fact]
    public void A_question_word_with_its_verb_asks() =>
        Assert.Contains("What's in your fridge?", Compose("x", "I plough 14 streets.", material => InEnglish(material) with { Answers = material.Answers.SetItem(Slot.Question, new AnswerText(1, [new AnswerLine("what's in your fridge")])) }).Text, StringComparison.Ordinal);

    [Fact]
    public void A_word_alone_is_no_passage_and_no_headline()
    {
        var ad = Compose("ad", "Jag.");

        Assert.DoesNotContain(ad.Parts, part => part.Kind == "reflection");
        Assert.DoesNotContain(ad.Headlines, headline => headline.Text == "Jag.");
    }

    [Fact]
    public void The_pull_quote_does_not_repeat_the_headline()
    {
        const string picked = "Jag vill att barnen åker själva.";
        Material Picked(Material material) => material with { Headline = picked, Assignment = material.Assignment with { AdSize = AdSize.Half } };

        Assert.DoesNotContain(Compose("ad", picked, Picked).Parts, part => part.Kind == "pullQuote");
    }

    [Fact]
    public void A_line_of_the_enumeration_has_one_bullet() =>
        Assert.Contains("• Öppet hus\n• Prova plogen\n", Compose("ad", Reason, material => material with { Assignment = material.Assignment with { Enumeration = ["- Öppet hus", "• Prova plogen"] } }).Text + "\n", StringComparison.Ordinal);

    [Fact]
    public void A_part_of_the_closing_question_that_points_back_is_no_headline_and_the_last_resort()
    {
        var ad = Compose("ad", Reason, material => material with
        {
            Assignment = material.Assignment with { AdSize = AdSize.Eighth },
            Answers = material.Answers.SetItem(Slot.Question, new AnswerText(1, [new AnswerLine("Vi har femtio miljoner av era skattepengar i år. Vad ska vi göra med dem? Hur ska de räcka till allt? Vad vill du lägga mer på?")])),
        });

        Assert.Equal("Vad vill du lägga mer på?", ad.Parts.Single(part => part.Kind == "question").Text);
        Assert.DoesNotContain(ad.Headlines, headline => headline.Text.Contains("dem", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_was_one_with_a_mention_is_not_let_out_with_it() =>
        Assert.DoesNotContain("diot", string.Concat(Compose("facebook", $"@channel.idioten på tekniska lovade en bänk redan förra året. {Reason}").Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_with_a_mention_inside_is_left_out() =>
        Assert.DoesNotContain("lastbilen", Compose("web", $"{Reason} Vi sa till @here att lastbilen står där.").Text, StringComparison.Ordinal);

    [Fact]
    public void Provenance_tells_what_was_cut_and_touched()
    {
        var sentence = Compose("ad", "hej alltså jag plogar bussgatorna först 🙂, eftersom hemtjänsten ska fram").Sentences.Single(sentence => sentence.Answer?.Slot == Slot.Why);

        Assert.Equal("Jag plogar bussgatorna först, eftersom hemtjänsten ska fram.", sentence.Text);
        Assert.Equal(Origin.Shortened, sentence.Origin);
        Assert.Equal(["T4", "T3", "T7", "T6"], sentence.TouchUps);
        Assert.Equal("hej alltså", sentence.Cut);
    }

    [Theory]
    [InlineData("Ja/nej-frågor är svåra, ex. de om snö.")]
    [InlineData("Ja-sägare plogar inga gator, eftersom de bara nickar.")]
    [InlineData("OK är inte bra nog för våra elever.")]
    [InlineData("Hej då till engångsplasten, säger vi.")]
    [InlineData("Ja eller nej, det får nämnden avgöra.")]
    [InlineData("Well water is tested twice a year.")]
    public void What_only_begins_like_filler_is_left(string why) => Assert.Contains(why, Compose("web", why).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Hej! Vi plogar gatan.", "Vi plogar gatan.")]
    [InlineData("Hej alla! Ok bra. Vi plogar gatan.", "Vi plogar gatan.")]
    [InlineData("Ja det blir dyrt.", "Det blir dyrt.")]
    [InlineData("Ja alltså natten till torsdag frös rören.", "Natten till torsdag frös rören.")]
    [InlineData("Öh kommunen plogar gatan.", "Kommunen plogar gatan.")]
    [InlineData("OK so: 18 beds are ready.", "18 beds are ready.")]
    [InlineData("Well we test it twice a year.", "We test it twice a year.")]
    [InlineData("Vi plogar gatan, typ.", "Vi plogar gatan.")]
    [InlineData("Vi plogar hela natten typ.", "Vi plogar hela natten.")]
    [InlineData("Vi plogar hela natten typ –", "Vi plogar hela natten.")]
    [InlineData("Vi plogar hela natten ! typ", "Vi plogar hela natten!")]
    [InlineData("Vi plogar i natt lol", "Vi plogar i natt.")]
    [InlineData("Jo för att barnen ska fram.", "För att barnen ska fram.")]
    public void Filler_goes(string said, string printed) => Assert.Equal($"Varför?\n{printed}", Body(said));

    [Theory]
    [InlineData("Alla hus är av samma typ.")]
    [InlineData("Skolan blir en helt ny typ.")]
    [InlineData("Husen är av lite enklare typ.")]
    [InlineData("Avgiftsfritt för barn <3 år.")]
    [InlineData("Kötiden har gått från 10→3 dagar.")]
    public void What_only_looks_like_filler_or_a_picture_is_printed(string said) =>
        Assert.Contains(said, Compose("ad", said).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Vi öppnar i gamla skolan 🎉🎉. Jag kokar kaffet.", "Vi öppnar i gamla skolan. Jag kokar kaffet.")]
    [InlineData("Vi tar noll kronor 👍🏽, säger jag till alla 🇸🇪!", "Vi tar noll kronor, säger jag till alla!")]
    [InlineData("Kom dit! 🎉.", "Kom dit!")]
    public void No_blank_is_left_in_print_before_the_mark_behind_a_picture(string said, string printed) =>
        Assert.Equal(printed, Compose("ad", said).Parts.Single(part => part.Kind == "reflection").Text);

    [Fact]
    public void What_a_picture_kept_apart_stays_apart_in_print() =>
        Assert.Contains("Kötiden har gått från 10 3 dagar.", Compose("ad", "Kötiden har gått från 10👉3 dagar.").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Ska skolan läggas ned? Nej. Men vi måste spara.")]
    [InlineData("Gjorde vi fel? Ja. Vi borde ha lyssnat.")]
    [InlineData("Ska vi höja avgiften? Nej. Ska vi stänga badet? Nej. Vi har råd.")]
    [InlineData("Hur ofta plogar vi? Dagligen. Det räcker.")]
    [InlineData("Gjorde vi fel? Ja tyvärr. Vi borde ha lyssnat.")]
    [InlineData("Nej. Vi lägger inte ned skolan.")]
    public void A_reply_to_the_own_question_stands(string said) => Assert.Equal($"Varför?\n{said}", Body(said));

    [Fact]
    public void A_reply_goes_with_its_question_and_begins_no_passage()
    {
        const string answer = "Gjorde vi fel med snön? Ja. Jag borde ha lyssnat, eftersom hemtjänsten hade rätt i Katrineholm.";

        Assert.DoesNotContain("Ja.", Body(answer, material => material with { Struck = ["Gjorde vi fel med snön?"] }), StringComparison.Ordinal);
        Assert.StartsWith("Jag borde", Compose("x", answer).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vi öppnar i mars. Dagligen. Hej. Dagligen. Kom dit!", "Vi öppnar i mars. Kom dit!")]
    [InlineData("Gjorde vi fel? Hmm. Vi borde ha lyssnat.", "Gjorde vi fel? Vi borde ha lyssnat.")]
    public void A_word_alone_that_answers_nothing_is_left_out_of_the_web_page(string said, string printed) => Assert.Equal($"Varför?\n{printed}", Body(said));

    [Theory]
    [InlineData("Vad tycker du? 😊")]
    [InlineData("Kom och testa! 😀")]
    [InlineData("Kom och testa! 👨‍👩‍👧‍👦❤️")]
    [InlineData("Vi sa ”kom och testa!” 😀")]
    public void An_end_mark_before_a_picture_is_the_end_mark(string said) => Assert.Equal($"Varför?\n{said}", Body(said));

    [Fact]
    public void A_question_with_a_picture_behind_it_is_a_question() =>
        Assert.StartsWith($"{Reason}\n\nVilken gångväg", Compose("x", $"{Reason} Vad tycker du i Katrineholm om det? 😊").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("It's")]
    [InlineData("That’s")]
    [InlineData("They're")]
    [InlineData("He’s")]
    public void A_sentence_that_leans_on_the_one_before_begins_no_english_passage(string start) =>
        Assert.StartsWith("Snow falls. ", Passage($"Snow falls. {start} late because I plough in Katrineholm at 12."), StringComparison.Ordinal);

    [Fact]
    public void There_is_leans_on_nothing() => Assert.Equal("There's a plough for you and me in Katrineholm because of 12 storms.", Passage("There's a plough for you and me in Katrineholm because of 12 storms."));

    [Fact]
    public void A_numbered_row_keeps_its_numbers_and_begins_with_its_first()
    {
        var draft = Compose("x", "Vi har två skäl. 1. Det blir billigare för oss i Katrineholm. 2. Vi kommer fram tidigare, eftersom bussarna går.");

        Assert.Equal(["Vi har två skäl.", "1. Det blir billigare för oss i Katrineholm.", "2. Vi kommer fram tidigare, eftersom bussarna går."], draft.Sentences.Take(3).Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData(Voice.Quoted, "x")]
    [InlineData(Voice.Own, "press")]
    public void A_quoted_sentence_that_the_person_struck_stands_nowhere(Voice voice, string outlet)
    {
        const string quoted = "Vi säger ”alla ska fram” varje dag, för det är vårt jobb.";
        Material In(Material material) => material with { Assignment = material.Assignment with { Voice = voice } };
        var shown = Compose(outlet, quoted, In).Sentences[0].Text;

        Assert.DoesNotContain("alla ska fram", Compose(outlet, quoted, material => In(material) with { Struck = [shown] }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_shown_once_however_it_is_quoted()
    {
        var drafts = new[] { "x", "web" }.Select(outlet => Compose(outlet, "Vi säger ”alla ska fram” varje dag, för det är vårt jobb.", material => material with { Assignment = material.Assignment with { Voice = Voice.Quoted } })).ToList();
        var shown = HeadlineTest.Pick(drafts, [], "sv")!;

        Assert.Contains("’alla ska fram’", shown, StringComparison.Ordinal);
        Assert.Null(HeadlineTest.Pick(drafts, [shown], "sv"));
    }

    [Theory]
    [InlineData("sv", "Det är enkelt att ploga alla gator på en gång. Men det är det inte. Vi har fjorton plogar i Katrineholm.", "Vi har fjorton plogar i Katrineholm.")]
    [InlineData("sv", "Det är två skäl. Bussen ska fram. Vi vill att hemtjänsten hinner.", "Bussen ska fram.")]
    [InlineData("en", "It would be a tax if we made a profit. We don't. The money goes to Katrineholm.", "The money goes to Katrineholm.")]
    public void The_news_bill_asks_about_a_sentence_that_is_meant_as_it_stands(string language, string why, string asked) =>
        Assert.Equal(asked, HeadlineTest.Pick([Compose("web", why, material => material with { Assignment = material.Assignment with { Language = language } })], [], language));

    [Fact]
    public void The_news_bill_asks_about_a_risky_sentence_though_the_next_takes_it_back() =>
        Assert.Equal("Det var en skandal, och jag skäms.", HeadlineTest.Pick([Compose("web", "Jag plogar. Det var en skandal, och jag skäms. Skämt åsido.")], [], "sv"));

    [Theory]
    [InlineData("We say \"all of you\" every day, because \"all\" is our job.", "“We say ‘all of you’ every day, because ‘all’ is our job.” – ")]
    [InlineData("\"All of you\" (\"all\" is our word) is our job.", "“‘All of you’ (‘all’ is our word) is our job.” – ")]
    public void Straight_quotation_marks_open_and_close_in_english(string said, string printed) =>
        Assert.StartsWith(printed, Compose("press", said, material => material with { Assignment = material.Assignment with { Language = "en" } }).Text, StringComparison.Ordinal);

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
    public void A_thread_on_the_organisations_account_quotes_the_speaker_in_every_post()
    {
        var answer = string.Join(' ', Enumerable.Range(1, 8).Select(number => $"Jag säger ”kör linje {number}” när det är som värst, eftersom bussarna ska fram i tid."));
        var thread = Compose("x", answer, material => material with { Assignment = material.Assignment with { Threads = true, Voice = Voice.Quoted } });
        var posts = thread.Parts.FindAll(part => part.Text.Contains("Jag säger", StringComparison.Ordinal));

        Assert.InRange(posts.Count, 2, 5);
        Assert.All(posts, post => Assert.Matches("^”Jag säger ’[^”]+” – Roger Ståhl, driftchef", post.Text));
        Assert.All(thread.Parts, post => Assert.InRange(Counter.Count(post.Text, Counting.Weighted), 40, 280));
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
        var warnings = Compose("bluesky", Reason, material => material with { Assignment = material.Assignment with { Picture = picture } }).Warnings;

        Assert.Equal(codes, warnings.Select(warning => warning.Code).Where(code => code is "missing_alt_text" or "no_photographer" or "no_licence" or "no_consent" or "consent_refused"));
    }

    [Theory]
    [InlineData("sv", "har sagt nej")]
    [InlineData("en", "has said no")]
    public void Warnings_about_the_picture_are_those_of_the_picture_as_it_is_now(string language, string refused)
    {
        var texts = Compose("bluesky", Reason, material => material with { Assignment = material.Assignment with { Picture = new Picture("En plog") } }).Warnings;
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
    public void The_ad_is_signed_by_the_organisation_whosever_page_it_links_to()
    {
        var ad = Compose("ad", Reason, material => material with { Assignment = material.Assignment with { Link = "https://www.felanmalan.example/hal" } });

        Assert.Equal(("sender", "Katrineholms kommun"), (ad.Parts[^1].Kind, ad.Parts[^1].Text));
    }

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

    /// <summary>The web page's passage under its question.</summary>
    private static string Body(string why, Func<Material, Material>? change = null) => Compose("web", why, change).Parts.Single(part => part.Kind == "reflection").Text;

    private static Material InEnglish(Material material) => material with { Assignment = material.Assignment with { Language = "en" } };

    /// <summary>The passage of a short English post.</summary>
    private static string Passage(string why) =>
        Compose("x", why, material => material with { Assignment = material.Assignment with { Language = "en" } }).Parts.Single(part => part.Kind == "reflection").Text;

    /// <summary>The last passage of a long post, or with an objection of one's own the one before it.</summary>
    private static string Objection(string language, string synthesis, string? challenge = null)
    {
        var post = Compose("facebook", Reason, material => material with
        {
            Assignment = material.Assignment with { Language = language },
            Answers = material.Answers
                .SetItem(Slot.Challenge, new AnswerText(1, [new AnswerLine(challenge ?? "Somebody said “you plough one street and three more wait”.")]))
                .SetItem(Slot.Synthesis, new AnswerText(1, [new AnswerLine(synthesis)])),
        });
        var passages = post.Parts.Single(part => part.Kind == "reflection").Text.Split("\n\n");
        return challenge is null ? passages[^1] : passages[^2];
    }

    private static Draft Compose(string outlet, string why, Func<Material, Material>? change = null)
    {
        var material = ComposerProperties.Some(AdSize.Quarter, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(why)])), (Slot.Question, new AnswerText(1, [new AnswerLine("Vilken gångväg ska vi ta först?")])));
        return Composer.Compose((change ?? (same => same))(material)).Single(draft => draft.Outlet == outlet);
    }
}
