using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>An open page takes over what is new by itself, and leaves alone what somebody is writing in.</summary>
public sealed class DeskLiveTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task Answers_and_drafts_appear_without_reload_editors_see_each_other_and_nobodys_writing_is_lost()
    {
        var seed = new SeedInterview();
        var assignment = await world.OrderAsync();
        using var person = await WebSender.AcceptInvitationAsync(world.Program, assignment);
        var desk = await world.OpenAssignmentAsync(browser, assignment);
        await desk.EvaluateAsync("document.body.dataset.first = 'yes'");

        await person.AnswerAsync(seed);
        await Expect(desk.Locator("#part-drafts section.draft").First).ToBeVisibleAsync();
        await Expect(desk.GetByText("Det är så lätt att utgå från sin egen världsbild.").First).ToBeVisibleAsync();
        await Expect(desk.Locator("#news")).ToContainTextAsync("Nytt: ");
        await Expect(desk.Locator("body")).ToHaveAttributeAsync("data-first", "yes");

        var card = desk.Locator("section.draft[data-outlet='x']");
        await card.GetByText("Ändra texten").ClickAsync();
        await card.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" }).FillAsync("Mitt under skrivandet?");
        await using (var other = await world.SignInAsync(browser) is var page ? page.Context : null)
        {
            await page.GotoAsync($"/assignments/{assignment}");
            await Expect(desk.Locator("#others")).ToHaveTextAsync("Någon annan är också här");
            var rival = page.Locator("section.draft[data-outlet='x']");
            await rival.GetByText("Ändra texten").ClickAsync();
            await rival.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" }).FillAsync("Kollegan hann före?");
            await rival.GetByRole(AriaRole.Button, new() { Name = "Spara: X" }).ClickAsync();
        }

        await Expect(card.Locator(".elsewhere")).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" })).ToHaveValueAsync("Mitt under skrivandet?");
        await desk.AssertAccessibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Spara: X" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Någon hann före" })).ToBeVisibleAsync();
        await Expect(desk.GetByText("Kollegan hann före?").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_lead_to_the_pages_and_every_page_is_accessible()
    {
        await world.OrderAsync();
        var page = await world.SignInAsync(browser);
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("twittrar");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".results mark").First).ToHaveTextAsync("twittrar");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Fråga", new() { Exact = true }).FillAsync("Varför byggs simhallen om?");
        await page.GetByLabel("Namn på någon ny").FillAsync("Petra Gran");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Petra!");
        await page.AssertAccessibleAsync();
        foreach (var path in new[] { "/", "/?status=all", "/assignments/new", "/series", "/people", "/people/import", "/import", "/questions", "/outlets", "/operation", "/settings" })
        {
            await page.GotoAsync(path);
            await page.AssertAccessibleAsync();
        }

        await page.GotoAsync("/questions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kör" }).ClickAsync();
        await page.GetByLabel("Ditt svar").FillAsync("Vi lagade en läcka på Storgatan i går kväll.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka" }).ClickAsync();
        await Expect(page.Locator(".talk li")).Not.ToHaveCountAsync(3);
        await page.AssertAccessibleAsync();
    }
}
