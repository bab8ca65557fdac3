using System.Net.Http.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
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
    public async Task Who_is_alone_on_a_page_meets_nobody_after_a_reload_and_two_pages_of_one_browser_meet_each_other()
    {
        var assignment = await world.OrderAsync();
        var desk = await world.OpenAssignmentAsync(browser, assignment);
        await desk.WaitForResponseAsync(answer => answer.Url.Contains("/live?", StringComparison.Ordinal));
        var looked = await desk.RunAndWaitForResponseAsync(() => desk.ReloadAsync(), answer => answer is { Status: 200 } && answer.Url.Contains("/live?", StringComparison.Ordinal));
        Assert.Equal(0, (await looked.JsonAsync())!.Value.GetProperty("others").GetArrayLength());
        await Expect(desk.Locator("#others")).ToHaveTextAsync("");
        // A copy of a tab begins with all that the tab keeps.
        var kept = await desk.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })");
        var copy = await desk.Context.NewPageAsync();
        await copy.AddInitScriptAsync($"Object.assign(sessionStorage, {kept})");
        await copy.GotoAsync(desk.Url);
        await Expect(copy.Locator("#others")).ToHaveTextAsync("Någon annan är också här");
    }

    [Fact]
    public async Task Whoever_was_signed_out_elsewhere_is_told_and_goes_on_writing_after_signing_in_again()
    {
        var assignment = await AnsweredAsync();
        var desk = await world.OpenAssignmentAsync(browser, assignment);
        var card = desk.Locator("section.draft[data-outlet='x']");
        await card.GetByText("Ändra texten").ClickAsync();
        await card.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" }).FillAsync("Mitt under skrivandet?");
        var other = await world.SignInAsync(browser);
        await other.GetByRole(AriaRole.Button, new() { Name = "Logga ut överallt" }).ClickAsync();

        await Expect(desk.Locator("#others")).ToContainTextAsync("Du är utloggad.");
        await desk.AssertAccessibleAsync();
        var tab = await desk.Context.NewPageAsync();
        await tab.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await Expect(desk.Locator("#others")).ToHaveTextAsync("");
        await card.GetByRole(AriaRole.Button, new() { Name = "Spara: X" }).ClickAsync();
        await Expect(card.Locator(".frame")).ToContainTextAsync("Mitt under skrivandet?");
    }

    [Fact]
    public async Task What_was_chosen_and_where_the_keyboard_was_stay_when_the_page_is_renewed()
    {
        var assignment = await AnsweredAsync();
        await SendAsync(HttpMethod.Post, $"drafts/{assignment}-facebook/approve", new { });
        await SendAsync(HttpMethod.Post, $"drafts/{assignment}-facebook/published", new { });
        await SendAsync(HttpMethod.Post, $"assignments/{assignment}/reactions/many", new { text = "Vägen är lång.\nVägen är smal.\nBadet är kallt.\nBadet är grunt.\nSkolan är trång.\nSkolan är gammal." });
        var desk = await world.OpenAssignmentAsync(browser, assignment);
        var (readers, card) = (desk.Locator("#part-readers"), desk.Locator("section.draft[data-outlet='x']"));
        var approve = card.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" });
        await approve.FocusAsync();

        await SendAsync(HttpMethod.Patch, $"drafts/{assignment}-x", new { text = "Kollegans text?" });
        await Expect(card.Locator(".frame")).ToContainTextAsync("Kollegans text?");
        await Expect(approve).ToBeFocusedAsync();

        var into = readers.Locator("select[id^='into-']").First;
        var chosen = await into.Locator("option").Last.GetAttributeAsync("value");
        await into.SelectOptionAsync(chosen!);
        await approve.FocusAsync();
        await SendAsync(HttpMethod.Post, $"assignments/{assignment}/reactions/many", new { text = "Bussen är sen." });
        await Expect(readers.Locator(".elsewhere")).ToBeVisibleAsync();
        await Expect(into).ToHaveValueAsync(chosen!);
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
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
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

    /// <summary>An assignment whose drafts wait.</summary>
    private async Task<string> AnsweredAsync()
    {
        var assignment = await world.OrderAsync();
        using var person = await WebSender.AcceptInvitationAsync(world.Program, assignment);
        await person.AnswerAsync(new SeedInterview());
        return assignment;
    }

    private async Task SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var answer = await world.Program.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }
}
