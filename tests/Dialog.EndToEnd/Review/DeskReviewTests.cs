using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Review;

public sealed class DeskReviewTests(ReviewWorld world, Chromium browser) : IClassFixture<ReviewWorld>
{
    [Fact]
    public async Task An_editor_edits_approves_and_publishes_on_the_page()
    {
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='x']");
        await draft.GetByText("Ändra texten").ClickAsync();
        var text = draft.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" });
        await text.FillAsync("Jag arbetar för Katrineholm. https://www.katrineholm.se");
        await Expect(draft.Locator("#count-x")).ToHaveTextAsync("52/280 tecken");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Spara: X" }).ClickAsync();

        await Expect(draft).ToContainTextAsync("väntar på godkännande");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("godkänd");
        await draft.GetByLabel("Adress där den syns").FillAsync("https://example.com/1");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Publicerad: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("publicerad");

        await draft.GetByText("Historik").ClickAsync();
        await Expect(draft.Locator("ins").First).ToBeVisibleAsync();
        await draft.GetByText("Varifrån meningarna kommer").ClickAsync();
        await Expect(draft.Locator(".provenance")).ToContainTextAsync("redaktionen");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Who_is_late_sees_both_texts_and_loses_nothing()
    {
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='bluesky']");
        await draft.GetByText("Ändra texten").ClickAsync();
        await draft.GetByRole(AriaRole.Textbox, new() { Name = "Text: Bluesky" }).FillAsync("Min egen text?");
        await world.PatchAsync("bluesky", "Kollegans text?");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Spara: Bluesky" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Någon hann före" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Kollegans text?").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Text" })).ToHaveValueAsync("Min egen text?");
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        Assert.Equal("Min egen text?", (await world.ReadAsync("bluesky")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_at_the_draft()
    {
        await world.PatchAsync("mastodon", "Ring 121212-1212?");
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='mastodon']");
        await Expect(draft.Locator("mark")).ToHaveTextAsync("121212-1212");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Mastodon" }).ClickAsync();

        await Expect(draft.GetByRole(AriaRole.Alert)).ToContainTextAsync("allvarlig varning");
        await page.AssertAccessibleAsync();
        await draft.GetByLabel("Kommentar").FillAsync("Påhittat nummer");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godta varningarna: Mastodon" }).ClickAsync();
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Mastodon" }).ClickAsync();
        Assert.Equal("approved", (await world.ReadAsync("mastodon")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_earlier_text_is_restored()
    {
        var before = (await world.ReadAsync("threads")).GetProperty("text").GetString();
        await world.PatchAsync("threads", "En annan text?");
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='threads']");
        await draft.GetByText("Historik").ClickAsync();
        await draft.GetByRole(AriaRole.Button, new() { Name = "Återställ: Threads, version 1" }).ClickAsync();

        await Expect(draft).ToContainTextAsync("väntar på godkännande");
        Assert.Equal(before, (await world.ReadAsync("threads")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["draft"] = world.DraftId("linkedin"), ["revision"] = "1", ["action"] = "Approve" });
        using var answer = await world.Program.Http.PostAsync($"/assignments/{world.Assignment}/review", form, TestContext.Current.CancellationToken);

        Assert.Equal("inReview", (await world.ReadAsync("linkedin")).GetProperty("status").GetString());
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync($"/assignments/{world.Assignment}");
        return page;
    }
}
