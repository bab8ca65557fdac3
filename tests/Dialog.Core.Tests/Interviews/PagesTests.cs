using System.Text.RegularExpressions;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Interviews;

public class PagesTests
{
    private static readonly Outgoing Message = new() { Kind = OutgoingKind.Drafts, Text = "Klart.", Language = "sv", PromptId = "p1", Choices = [new Choice("p1:edit", "Ändra")] };

    [Fact]
    public void A_message_that_fits_is_left_alone() => Assert.Same(Message, Assert.Single(Pages.Of(Message, "Fler")));

    [Fact]
    public void Nothing_of_a_long_draft_is_lost_and_every_page_fits()
    {
        var text = string.Join(' ', Enumerable.Range(0, 8000).Select(n => n % 12 == 0 ? $"ord{n}." : $"ord{n}"));
        var pages = Pages.Of(Message with { Drafts = [new DraftPreview("web", "Webb", text, 1, null, "tecken"), new DraftPreview("x", "X", "Kort.", 5, 280, "tecken")] }, "Fler utkast:");

        Assert.True(pages.Count > 4);
        Assert.All(pages, page => Assert.InRange(page.Text.Length + page.Drafts.Sum(draft => draft.Text.Length), 1, Pages.Most + 20));
        Assert.Equal(text, string.Join(' ', pages.SelectMany(page => page.Drafts).Where(draft => draft.Outlet == "web").Select(draft => draft.Text)));
        Assert.Equal("Kort.", pages[^1].Drafts[^1].Text);
        Assert.All(pages.SkipLast(1), page => Assert.True(page.PromptId is null && page.Choices.IsEmpty));
        Assert.Equal(("p1", 1), (pages[^1].PromptId, pages[^1].Choices.Count));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100)]
    public void Pieces_lose_only_white_space_and_never_split_a_picture(int most)
    {
        var text = string.Concat(Enumerable.Repeat("En mening. Och 👍🏽 en rad\nsom_är_ett_enda_mycket_långt_ord_utan_slut😀😀😀😀😀😀 ", 20));

        var pieces = Pieces.Of(text, most).ToList();

        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, most));
        Assert.All(pieces, piece => Assert.False(char.IsLowSurrogate(piece[0])));
        Assert.Equal(Regex.Replace(text, @"\s", ""), Regex.Replace(string.Concat(pieces), @"\s", ""));
    }
}
