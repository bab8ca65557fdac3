using System.Collections.Immutable;
using Dialog.Bot.Export;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Tests.Export;

/// <summary>The finished copy tells the truth in whatever order things were done.</summary>
public class CopyTests
{
    private const string Private = "Ring mig på 070-174 06 05.";

    private static readonly DateTimeOffset Noon = new(2027, 2, 5, 11, 0, 0, TimeSpan.Zero);

    private static readonly Actor Desk = new(ReviewRole.Desk);

    private static readonly Actor Person = new(ReviewRole.Respondent, "mattias", "Mattias Jansson");

    [Theory]
    [InlineData("sv", ReviewAction.Spike)]
    [InlineData("sv", ReviewAction.Withdraw)]
    [InlineData("en", ReviewAction.Spike)]
    public void What_nobody_decided_about_is_left_out_also_when_the_text_was_thrown_away(string language, ReviewAction action)
    {
        var draft = Done(Done(Begun(), ReviewAction.Edit, Private), action);

        Assert.All([Markdown.Write(CopyOf(draft, language).Blocks()), PlainText.Write(CopyOf(draft, language).Blocks())], text => Assert.DoesNotContain("070", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Ute är fortfarande version 1:")]
    [InlineData("en", "Version 1 is still out:")]
    public void What_is_out_stands_below_what_waits_to_take_its_place(string language, string told)
    {
        var draft = Done(Done(Done(Begun(), ReviewAction.Approve), ReviewAction.Publish), ReviewAction.Edit, "Vi satte ut 25 bänkar.");
        var text = PlainText.Write(CopyOf(draft, language).Blocks());

        Assert.Contains($"{told}\n\nVi satte ut 24 bänkar.", text, StringComparison.Ordinal);
        var corrected = Done(Done(draft, ReviewAction.Approve), ReviewAction.Publish);
        Assert.DoesNotContain(told, PlainText.Write(CopyOf(corrected, language).Blocks()), StringComparison.Ordinal);
        Assert.DoesNotContain(told, PlainText.Write(CopyOf(Done(draft, ReviewAction.Withdraw), language).Blocks()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Ett svar har ändrats efter att texten gick ut, 2027-02-06 12:00: Varför? Det här står inte längre i svaret: ”Vi satte ut 24 bänkar.”")]
    [InlineData("en", "An answer was changed after the text went out, 2027-02-06 12:00: Why? This no longer stands in the answer: “Vi satte ut 24 bänkar.”")]
    public void An_answer_changed_behind_a_text_that_is_out_is_told_above_the_text_and_not_in_it(string language, string told)
    {
        var draft = Done(Done(Begun(), ReviewAction.Approve), ReviewAction.Publish);
        var copy = CopyOf(draft, language) with { Answers = [new AnswerVersion(Slot.Why, 1, "Vi satte ut 24 bänkar.", Noon), new AnswerVersion(Slot.Why, 2, "Vi satte ut 30 bänkar.", Noon.AddDays(1))] };
        var blocks = copy.Blocks().ToList();

        Assert.Contains(blocks.OfType<Block.Facts>(), facts => facts.Lines.Contains(told));
        Assert.Equal(["Vi satte ut 24 bänkar."], blocks.OfType<Block.Body>().Select(body => body.Text));
        Assert.Contains("\"changedSince\": [\n", System.Text.Encoding.UTF8.GetString(Dialog.Bot.Export.Record.Write(copy)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain(told, PlainText.Write((copy with { Answers = [copy.Answers[0]] }).Blocks()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Svaren ändrades, den handskrivna texten ligger kvar", "En tidigare text")]
    [InlineData("en", "The answers changed, the text written by hand was kept", "An earlier text")]
    public void Nobody_is_said_to_have_restored_what_was_only_kept(string language, string told, string restored)
    {
        var edited = Done(Begun(), ReviewAction.Edit, "Vi satte ut 25 bänkar.");
        var text = PlainText.Write(CopyOf(Review.Recompose(edited, DraftOf("Vi satte ut 26 bänkar."), Person, language, Noon)!, language).Blocks());

        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotContain(restored, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Ingress: Vi satte ut 24 bänkar.\nFör sökmotorer: 24 bänkar.", "Bild\n----\n\nAlt-text: En bänk\nFoto: Ida Falk\nLicens: egen bild")]
    [InlineData("en", "Lead: Vi satte ut 24 bänkar.\nFor search engines: 24 bänkar.", "Picture\n-------\n\nAlternative text: En bänk\nPhoto: Ida Falk\nLicence: egen bild")]
    public void The_lead_and_what_must_stand_beside_a_picture_go_with_the_text(string language, string lead, string picture)
    {
        var web = Review.Begin("a1", DraftOf("Vi satte ut 24 bänkar.") with { Outlet = "web", Abstract = "Vi satte ut 24 bänkar.", Description = "24 bänkar." }, Person, Noon);
        var copy = CopyOf(web, language);
        copy = copy with { Assignment = copy.Assignment with { Picture = new Picture("En bänk", Photographer: "Ida Falk", Licence: "egen bild", Consent: Consent.NotNeeded) } };
        var text = PlainText.Write(copy.Blocks());
        var record = System.Text.Encoding.UTF8.GetString(Dialog.Bot.Export.Record.Write(copy));

        Assert.Contains(lead, text, StringComparison.Ordinal);
        Assert.Contains(picture, text, StringComparison.Ordinal);
        Assert.Contains("\"abstract\": \"Vi satte ut 24 b", record, StringComparison.Ordinal);
        Assert.Contains("\"photographer\": \"Ida Falk\"", record, StringComparison.Ordinal);
        Assert.DoesNotContain(lead, PlainText.Write(CopyOf(Done(web, ReviewAction.Edit, Private), language).Blocks()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", AdSize.Quarter, "Kvart, 5/150 ord")]
    [InlineData("en", AdSize.Full, "Full, 5/150 words")]
    public void The_size_of_an_ad_stands_with_its_length(string language, AdSize size, string told)
    {
        var ad = Review.Begin("a1", DraftOf("Vi satte ut 24 bänkar.") with { Outlet = "ad", Length = 5, Limit = 150, Unit = "words" }, Person, Noon);
        var copy = CopyOf(ad, language);

        Assert.Contains(told, PlainText.Write((copy with { Assignment = copy.Assignment with { AdSize = size } }).Blocks()), StringComparison.Ordinal);
    }

    private static ReviewedDraft Begun() => Review.Begin("a1", DraftOf("Vi satte ut 24 bänkar."), Person, Noon);

    private static Draft DraftOf(string text) =>
        new() { Outlet = "x", Text = text, Parts = [], Length = text.Length, Limit = 280, Unit = "weightedCharacters", Sentences = [new DraftSentence(text, Origin.Own, new AnswerReference(Slot.Why, 1, 0))] };

    private static ReviewedDraft Done(ReviewedDraft draft, ReviewAction action, string? text = null)
    {
        var ruling = Review.Decide(draft, new ReviewOrder(draft.Id, action, Desk) { Text = text }, new ReviewFile("a1", "mattias", [draft], []), new ReviewPolicy(), new Rework(new CheckContext("sv", null, [], []), Outlets.BuiltIn), Noon);
        Assert.Null(ruling.Refused);
        return ruling.After;
    }

    private static Copy CopyOf(ReviewedDraft draft, string language) => new(
        new Assignment { Id = "a1", Topic = "Bänkar", PersonId = "mattias", Language = language, Outlets = ["x"] },
        "Mattias Jansson",
        [draft],
        ImmutableList<Reaction>.Empty,
        new Organisation { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" },
        Noon,
        Noon);
}
