using CsCheck;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Interviews;

public sealed class PartsTests
{
    [Fact]
    public void A_short_message_stays_as_it_is() => Assert.Equal([Message("Vad handlar det om?")], Parts.Of(Message("Vad handlar det om?")));

    [Fact]
    public void No_part_is_too_long_and_no_word_is_lost() =>
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Const('\n'), Gen.Const('.')).Array[0, 20_000].Select(letters => new string(letters)).Sample(text =>
        {
            var parts = Parts.Of(Message(text)).Select(part => part.Text).ToList();
            return parts.TrueForAll(part => part.Length <= Parts.Most) && Letters(string.Concat(parts)) == Letters(text);
        });

    [Fact]
    public void Buttons_and_the_page_hang_on_the_last_part()
    {
        var page = new PageLink("Läs texten", "https://almby.example/torget");
        var parts = Parts.Of(Message(new string('a', 7000)) with { PromptId = "p1", Choices = [new Choice("p1:go", "Kör")], Link = page }).ToList();

        Assert.Equal([null, null, "p1"], parts.Select(part => part.PromptId));
        Assert.Equal([null, null, page], parts.Select(part => part.Link));
        Assert.Single(parts[^1].Choices);
    }

    [Fact]
    public void The_end_of_a_message_in_parts_is_the_end_of_its_last_part()
    {
        var asked = Parts.Of(Message(new string('a', 7000)) with { PromptId = "p1" }).Last();
        var settled = Assert.Single(Parts.Of(Message(new string('a', 7000)) with { Settles = "p1", Chosen = "Kör" }));

        Assert.Equal(asked.Text, settled.Text);
    }

    [Fact]
    public void Nothing_of_a_long_draft_is_lost_and_its_settled_end_is_the_last_part()
    {
        var text = string.Join(' ', Enumerable.Range(0, 8000).Select(n => n % 12 == 0 ? $"ord{n}." : $"ord{n}"));
        var message = Message("Klart.") with
        {
            PromptId = "p1",
            Choices = [new Choice("p1:go", "Ja")],
            Drafts = [new DraftPreview("web", "Webb", text, 1, null, "tecken"), new DraftPreview("x", "X", "Kort.", 5, 280, "tecken")],
        };

        var parts = Parts.Of(message).ToList();
        var settled = Assert.Single(Parts.Of(message with { PromptId = null, Choices = [], Settles = "p1", Chosen = "Ja" }));

        Assert.True(parts.Count > 4);
        Assert.All(parts, part => Assert.InRange(part.Text.Length + part.Drafts.Sum(draft => draft.Text.Length), 1, Parts.MostWhole + 100));
        Assert.Equal(text, string.Join(' ', parts.SelectMany(part => part.Drafts).Where(draft => draft.Outlet == "web").Select(draft => draft.Text)));
        Assert.Equal((1, "p1"), (parts.Count(part => part.PromptId is not null), parts[^1].PromptId));
        Assert.Equal(parts[^1].Drafts, settled.Drafts);
    }

    [Fact]
    public void What_goes_beside_a_long_draft_stands_once_under_its_end()
    {
        var text = string.Join(' ', Enumerable.Range(0, 8000).Select(n => $"ord{n}."));
        var parts = Parts.Of(Message("Klart.") with { Drafts = [new DraftPreview("web", "Webb", text, 1, null, "tecken") { Beside = ["Ingress: ord0."] }] }).ToList();

        Assert.Equal(["Ingress: ord0."], parts.SelectMany(part => part.Drafts).SelectMany(draft => draft.Beside));
        Assert.Equal(["Ingress: ord0."], parts[^1].Drafts[^1].Beside);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100)]
    public void Pieces_never_split_a_picture(int most) =>
        Assert.All(Pieces.Of(string.Concat(Enumerable.Repeat("Ord 👍🏽 som_är_ett_enda_långt😀😀😀😀😀😀 ", 20)), most), piece => Assert.False(char.IsLowSurrogate(piece[0])));

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Outgoing Message(string text) => new() { Kind = OutgoingKind.Note, Text = text, Language = "sv" };
}
