using CsCheck;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

public class TextTests
{
    private static readonly Rework Rework = new(new CheckContext("sv", "Mattias Jansson", [], []), Outlets.BuiltIn);

    private static readonly Gen<string> Prose = Gen.OneOfConst("bänk", "sjön", "vi", "inte", " ", "  ", "\n", "\n\n", ".", "Å").Array[0, 30].Select(string.Concat);

    [Fact]
    public void A_diff_holds_both_texts() => Gen.Select(Prose, Prose).Sample((before, after) =>
    {
        var pieces = WordDiff.Of(before, after);
        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Added).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Removed).Select(piece => piece.Text)));
    });

    [Fact]
    public void A_diff_marks_the_word_that_changed() => Assert.Equal(
        [new DiffPiece(DiffKind.Same, "Vi satte ut "), new DiffPiece(DiffKind.Removed, "24"), new DiffPiece(DiffKind.Added, "25"), new DiffPiece(DiffKind.Same, " bänkar.")],
        WordDiff.Of("Vi satte ut 24 bänkar.", "Vi satte ut 25 bänkar."));

    [Fact]
    public void An_unchanged_sentence_keeps_its_provenance_and_a_new_one_is_staffs()
    {
        var before = Desk.Composed("Vi satte ut 24 bänkar. Folk sitter där varje dag.");
        var edited = Rework.Edit(before, "Vi satte ut 24 bänkar. Det blev bra.", DraftRevisionKind.Staff);

        Assert.Equal([before.Sentences[0], new DraftSentence("Det blev bra.", Origin.Staff)], edited.Sentences);
    }

    [Fact]
    public void A_cut_of_an_own_sentence_is_shortened_and_says_what_was_cut()
    {
        var before = Desk.Composed("Vi satte äntligen ut 24 fina bänkar.");
        var sentence = Assert.Single(Rework.Edit(before, "Vi satte ut 24 bänkar.", DraftRevisionKind.Staff).Sentences);

        Assert.Equal((Origin.Shortened, "äntligen fina", before.Sentences[0].Answer), (sentence.Origin, sentence.Cut, sentence.Answer));
    }

    [Theory]
    [InlineData("Vi satte inte ut 24 bänkar.", "Vi satte ut 24 bänkar.")]
    [InlineData("Vi sparar 2 miljoner kronor på det.", "Vi sparar 2 miljoner på det.")]
    [InlineData("Vi plogar nästan alla gator.", "Vi plogar alla gator.")]
    [InlineData("Vi sparar kanske pengar på det.", "Vi sparar pengar på det.")]
    [InlineData("We only close on Sundays.", "We close on Sundays.")]
    [InlineData("It takes 40 minutes to walk.", "It takes 40 to walk.")]
    [InlineData("Vi satte ut 24 bänkar.", "Vi satte ut bänkar.")]
    [InlineData("Vi satte ut bänkar i Katrineholm.", "Vi satte ut bänkar i.")]
    [InlineData("Vi kommer om det regnar.", "Vi kommer det regnar.")]
    [InlineData("Vi sätter varken ut bänkar eller bord.", "Vi sätter ut bänkar eller bord.")]
    [InlineData("Vi gör ingenting åt det.", "Vi gör åt det.")]
    [InlineData("Vi satte ut åtta bänkar.", "Vi satte ut bänkar.")]
    [InlineData("We don’t close the library.", "We close the library.")]
    [InlineData("We don't close the library.", "We close the library.")]
    [InlineData("We cannot close the library.", "We close the library.")]
    [InlineData("We neither close nor sell it.", "We close sell it.")]
    [InlineData("We closed two libraries.", "We closed libraries.")]
    public void A_sentence_without_its_negation_hedge_condition_number_unit_or_name_is_staffs(string own, string cut) =>
        Assert.Equal(Origin.Staff, Assert.Single(Rework.Edit(Desk.Composed(own), cut, DraftRevisionKind.Staff).Sentences).Origin);

    [Theory]
    [InlineData("x", Voice.Quoted)]
    [InlineData("press", Voice.Own)]
    [InlineData("ad", Voice.Own)]
    public void The_persons_words_in_quotation_marks_are_still_the_persons_after_an_edit(string outlet, Voice voice)
    {
        const string said = "Jag säger ”alla ska fram” varje dag, för det är vårt jobb. Jag kör själv i Katrineholm när det är som värst. Jag frågar bussarna varje morgon, eftersom de vet var det är halt.";
        var material = ComposerProperties.Some(AdSize.Half, voice, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(said)])));
        var before = Composer.Compose(material).Single(draft => draft.Outlet == outlet);
        var edited = Rework.Edit(before, $"{before.Text}\n\nLäs mer hos oss.", DraftRevisionKind.Staff);

        Assert.Equal(before.Sentences.Where(sentence => sentence.Answer is not null), edited.Sentences.Where(sentence => sentence.Answer is not null));
        Assert.Equal("Läs mer hos oss.", edited.Sentences[^1].Text);
        Assert.Equal(outlet != "press", edited.Warnings.Exists(warning => warning.Code == "no_question"));
    }

    [Fact]
    public void An_edited_thread_is_as_long_as_its_longest_post()
    {
        var answer = string.Join(' ', Enumerable.Range(1, 8).Select(number => $"Jag kör själv linje {number} när det är som värst, eftersom bussarna ska fram i tid."));
        var material = ComposerProperties.Some(AdSize.Quarter, Voice.Own, threads: true, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(answer)])));
        var before = Composer.Compose(material).Single(draft => draft.Outlet == "x");
        var edited = Rework.Edit(before, before.Text.Replace("linje 1 ", "linje 11 ", StringComparison.Ordinal), DraftRevisionKind.Staff);

        Assert.Equal(before.Parts.Select(part => (part.Kind, part.Limit)), edited.Parts.Select(part => (part.Kind, part.Limit)));
        Assert.Equal(edited.Parts.Max(part => part.Length), edited.Length);
        Assert.Equal(before.Parts[0].Length + 1, edited.Parts[0].Length);
        Assert.DoesNotContain(edited.Warnings, warning => warning.Code == "too_long");

        var tooLong = Rework.Edit(before, before.Text.Replace("linje 1 ", $"linje {new string('1', 280)} ", StringComparison.Ordinal), DraftRevisionKind.Staff);
        Assert.Contains(tooLong.Warnings, warning => warning.Code == "too_long");
    }

    [Theory]
    [InlineData("facebook", Voice.Own, false)]
    [InlineData("linkedin", Voice.Own, false)]
    [InlineData("x", Voice.Own, true)]
    [InlineData("x", Voice.Quoted, true)]
    [InlineData("threads", Voice.Quoted, true)]
    public void A_link_its_tags_the_speaker_and_the_number_of_a_post_are_after_an_edit_what_they_were(string outlet, Voice voice, bool threads)
    {
        var answer = string.Join(' ', Enumerable.Range(1, 8).Select(number => $"Jag kör själv linje {number} när det är som värst, eftersom bussarna ska fram i tid."));
        var material = ComposerProperties.Some(AdSize.Quarter, voice, threads, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(answer)])));
        var before = Composer.Compose(material).Single(draft => draft.Outlet == outlet);

        Assert.Equal(before.Sentences, Rework.Edit(before, before.Text, DraftRevisionKind.Staff).Sentences);
        var edited = Rework.Edit(before, before.Text.Replace("linje 1 ", "linje 11 ", StringComparison.Ordinal), DraftRevisionKind.Staff).Sentences;
        Assert.Equal(before.Sentences.Where(sentence => sentence.Origin != Origin.Own), edited.Where(sentence => sentence.Origin != Origin.Own && !sentence.Text.Contains("linje 11", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sv", "Chef Vatten Miljö")]
    [InlineData("en", "Social Care Manager")]
    public void A_title_in_the_byline_is_nobodys_name_after_an_edit_either(string language, string title)
    {
        var material = ComposerProperties.Some(AdSize.Half, Voice.Own, threads: false, language, 0, (Slot.Why, new AnswerText(1, [new AnswerLine("Jag kör själv i Katrineholm när det är som värst.")]))) with { Title = title };
        var before = Composer.Compose(material).Single(draft => draft.Outlet == "ad");
        var rework = new Rework(new CheckContext(language, material.Name, [], []), Outlets.BuiltIn);

        Assert.DoesNotContain(rework.Edit(before, $"{before.Text}\n\nLäs mer hos oss.", DraftRevisionKind.Staff).Warnings, warning => warning.Code == Detector.PersonName);
        Assert.Contains(rework.Edit(before, $"{before.Text}\n\nTack till Berit Alm.", DraftRevisionKind.Staff).Warnings, warning => warning.Code == Detector.PersonName);
    }

    [Fact]
    public void What_is_said_of_the_picture_is_still_said_after_an_edit()
    {
        var material = ComposerProperties.Some(AdSize.Half, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine("Jag kör själv när det är som värst.")])));
        var before = Composer.Compose(material).Single(draft => draft.Outlet == "instagram");

        Assert.Contains(Rework.Edit(before, $"{before.Text} Läs mer hos oss.", DraftRevisionKind.Staff).Warnings, warning => warning.Code == "missing_picture");
    }

    [Theory]
    [InlineData("sv", "Det var en skandal, och jag skäms.", "skandal")]
    [InlineData("en", "It was a disaster, and I am ashamed.", "disaster")]
    public void The_harshest_headline_of_an_edited_text_is_shown(string language, string written, string word)
    {
        var rework = Rework with { Checks = new CheckContext(language, "Mattias Jansson", [], []) };
        var edited = rework.Edit(Desk.Composed("Vi satte ut bänkar. Vad tycker du?"), $"Vi satte ut bänkar. {written} Vad tycker du?", DraftRevisionKind.Respondent);
        var warning = Assert.Single(edited.Warnings, warning => warning.Code == "headline_test");

        Assert.Contains(word, warning.Message, StringComparison.Ordinal);
        Assert.Equal(written, edited.Text.Substring(warning.Start, warning.Length));
    }

    [Theory]
    [InlineData("Vi satte ut bänkar. Varför?", false)]
    [InlineData("Vi satte ut bänkar. https://www.katrineholm.se/?id=1", true)]
    [InlineData("Vi satte ut bänkar.", true)]
    public void A_question_mark_in_an_address_is_no_question_to_the_readers(string text, bool warned) =>
        Assert.Equal(warned, Rework.Edit(Desk.Composed("Vi satte ut bänkar. Vad tycker du?"), text, DraftRevisionKind.Staff).Warnings.Exists(warning => warning.Code == "no_question"));

    [Theory]
    [InlineData("web")]
    [InlineData("ad")]
    [InlineData("facebook")]
    public void Neither_headline_nor_label_is_the_question_to_the_readers(string outlet)
    {
        var material = ComposerProperties.Some(AdSize.Half, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine("För att hemtjänsten ska fram i Katrineholm.")])), (Slot.Question, new AnswerText(1, [new AnswerLine("Vilken gata tar ni?")])));
        var before = Composer.Compose(material).Single(draft => draft.Outlet == outlet);

        Assert.DoesNotContain(Rework.Edit(before, $"{before.Text}\n\nKom!", DraftRevisionKind.Staff).Warnings, warning => warning.Code == "no_question");
        Assert.Contains(Rework.Edit(before, before.Text.Replace("Vilken gata tar ni?", "Kom!", StringComparison.Ordinal), DraftRevisionKind.Staff).Warnings, warning => warning.Code == "no_question");
    }

    [Fact]
    public void An_edited_text_is_still_looked_at_for_a_reason_of_ones_own_links_and_bytes()
    {
        Assert.Contains(Rework.Edit(Desk.Composed("Jag plogar 14 gator, eftersom bussen ska fram. Bänkar finns."), "Bänkar finns.", DraftRevisionKind.Staff).Warnings, warning => warning.Code == "no_first_person_reason");
        Assert.DoesNotContain(Rework.Edit(Desk.Composed("Jag plogar 14 gator, eftersom bussen ska fram."), "Jag plogar 14 gator, eftersom bussen ska fram. Kom!", DraftRevisionKind.Staff).Warnings, warning => warning.Code == "no_first_person_reason");
        Assert.Contains(Rework.Edit(Desk.Composed("Kom.") with { Outlet = "threads" }, string.Join(' ', Enumerable.Range(1, 6).Select(number => $"https://www.katrineholm.se/{number}")), DraftRevisionKind.Staff).Warnings, warning => warning.Code == "too_many_links");
        Assert.Contains(Rework.Edit(Desk.Composed("Kom.") with { Outlet = "bluesky", Limit = 300 }, string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 150)), DraftRevisionKind.Staff).Warnings, warning => warning.Code == "too_long");
    }

    [Fact]
    public void What_was_taken_out_of_the_text_is_no_longer_its_lead_or_a_headline_to_choose()
    {
        const string said = "Jag kör själv i Katrineholm när det är som värst, eftersom bussarna ska fram.";
        var drafts = Composer.Compose(ComposerProperties.Some(AdSize.Full, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine($"{said} Vi har 14 plogar.")]))));
        var (web, ad) = (drafts.Single(draft => draft.Outlet == "web"), drafts.Single(draft => draft.Outlet == "ad"));

        Assert.Equal(web.Abstract, Rework.Edit(web, $"{web.Text}\n\nKom!", DraftRevisionKind.Staff).Abstract);
        var edited = Rework.Edit(web, web.Text.Replace(said, "", StringComparison.Ordinal), DraftRevisionKind.Staff);
        Assert.Equal(("Vi har 14 plogar.", "Vi har 14 plogar."), (edited.Abstract, edited.Description));
        Assert.DoesNotContain(Rework.Edit(ad, ad.Text.Replace("Vi har 14 plogar.", "", StringComparison.Ordinal).Replace(said, "Kom!", StringComparison.Ordinal), DraftRevisionKind.Staff).Headlines, headline => headline.Answer is not null);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void The_lead_of_a_web_page_is_made_anew_out_of_what_an_editor_made_of_it(string language)
    {
        const string said = "Jag kör själv i Katrinholm när det är som värst, eftersom bussarna ska fram.";
        const string mended = "Jag kör själv i Katrineholm när det är som värst, eftersom bussarna ska fram.";
        var web = Composer.Compose(ComposerProperties.Some(AdSize.Full, Voice.Own, threads: false, language, 0, (Slot.What, new AnswerText(1, [new AnswerLine("Vi har 14 plogar i år igen.")])), (Slot.Why, new AnswerText(1, [new AnswerLine(said)])))).Single(draft => draft.Outlet == "web");
        var rework = Rework with { Checks = new CheckContext(language, "Mattias Jansson", [], []) };
        var edited = rework.Edit(web, web.Text.Replace(said, mended, StringComparison.Ordinal), DraftRevisionKind.Staff);

        Assert.Equal((said, said), (web.Abstract, web.Description));
        Assert.Equal((mended, mended), (edited.Abstract, edited.Description));
        Assert.Null(rework.Edit(web, "Kom!", DraftRevisionKind.Staff).Abstract);
    }

    [Fact]
    public void The_lines_of_an_ad_are_counted_anew_and_too_many_are_told_of()
    {
        const string said = "Jag kör själv i Katrineholm när det är som värst, eftersom bussarna ska fram.";
        var material = ComposerProperties.Some(AdSize.Quarter, Voice.Own, threads: false, "sv", 0, (Slot.Why, new AnswerText(1, [new AnswerLine(said)])));
        var ad = Composer.Compose(material).Single(draft => draft.Outlet == "ad");
        var rework = Rework with { Assignment = material.Assignment };
        var longer = rework.Edit(ad, ad.Text.Replace(said, $"{said} {said}", StringComparison.Ordinal), DraftRevisionKind.Staff);

        Assert.Equal(ad.Parts.Select(part => part.Lines), rework.Edit(ad, ad.Text.Replace(said, said.Replace("kör", "far", StringComparison.Ordinal), StringComparison.Ordinal), DraftRevisionKind.Staff).Parts.Select(part => part.Lines));
        Assert.True(Lines(longer) > Lines(ad));
        Assert.DoesNotContain(longer.Warnings, warning => warning.Code == "too_long");

        var far = rework.Edit(ad, ad.Text.Replace(said, string.Join('\n', Enumerable.Repeat("Kom!", 60)), StringComparison.Ordinal), DraftRevisionKind.Staff);
        Assert.Equal("Texten är", Assert.Single(far.Warnings, warning => warning.Code == "too_long").Message[..9]);
        Assert.True(far.Length <= far.Limit);

        static int? Lines(Draft draft) => draft.Parts.Sum(part => part.Lines);
    }

    [Fact]
    public void An_own_sentence_taken_over_from_another_draft_is_still_the_persons()
    {
        var other = Desk.Composed("Folk sitter där varje dag.").Sentences;

        Assert.Equal(other, (Rework with { Own = other }).Edit(Desk.Composed("Vi satte ut bänkar."), "Folk sitter där varje dag.", DraftRevisionKind.Staff).Sentences);
    }

    [Fact]
    public void What_the_person_writes_is_the_persons() =>
        Assert.Equal(Origin.Own, Assert.Single(Rework.Edit(Desk.Composed("Vi satte ut bänkar."), "Nu går det att vila vid sjön.", DraftRevisionKind.Respondent).Sentences).Origin);

    [Fact]
    public void An_edited_text_is_counted_and_checked()
    {
        var edited = Rework.Edit(Desk.Composed("Vi satte ut bänkar."), $"Ring 121212-1212. {new string('a', 280)}", DraftRevisionKind.Staff);

        Assert.True(edited.Length > 280);
        Assert.Contains(edited.Warnings, warning => warning is { Code: "too_long", Severity: "high" });
        Assert.Contains(edited.Warnings, warning => warning is { Code: "personnummer", Severity: "high", Start: 5, Length: 11 });
    }

    [Theory]
    [InlineData(280, false)]
    [InlineData(281, true)]
    public void A_text_may_be_exactly_as_long_as_its_outlet_allows(int length, bool tooLong) =>
        Assert.Equal(tooLong, Rework.Edit(Desk.Composed("Vi satte ut bänkar."), new string('a', length), DraftRevisionKind.Staff).Warnings.Exists(warning => warning.Code == "too_long"));

    [Theory]
    [InlineData("Vi satte ut bänkar. Kom!", false)]
    [InlineData("Nu finns det bänkar.", true)]
    public void Whoever_edits_hears_when_nothing_of_the_persons_own_is_left(string text, bool warned) =>
        Assert.Equal(warned, Rework.Edit(Desk.Composed("Vi satte ut bänkar."), text, DraftRevisionKind.Staff).Warnings.Exists(warning => warning.Code == "no_reflection"));

    [Fact]
    public void Parts_that_stand_unchanged_stay_parts()
    {
        var before = Desk.Composed("") with { Parts = [new DraftPart("headline", "Bänkar"), new DraftPart("reflection", "Vi satte ut dem."), new DraftPart("question", "Var vill du sitta?")] };
        var edited = Rework.Edit(before, "Bänkar\n\nVi satte ut 24.\n\nVar vill du sitta?", DraftRevisionKind.Staff);

        Assert.Equal([("headline", "Bänkar"), ("reflection", "Vi satte ut 24."), ("question", "Var vill du sitta?")], edited.Parts.Select(part => (part.Kind, part.Text)));
    }
}
