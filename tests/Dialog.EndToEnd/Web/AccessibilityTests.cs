using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Web;

public sealed class AccessibilityTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task The_sign_in_page_is_accessible()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_chat_is_accessible()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        await new ChatPage(page).HearAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_desks_list_and_an_assignments_page_are_accessible()
    {
        var assignment = await world.OrderAsync();
        var page = await world.OpenAssignmentAsync(browser, assignment);
        await page.AssertAccessibleAsync();
        await page.GotoAsync("/");
        await page.Locator($"a[href*='{assignment}']").First.WaitForAsync();
        await page.AssertAccessibleAsync();
        await page.GotoAsync("/archive");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_pages_about_personal_data_are_accessible_and_one_word_leads_there()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        await new ChatPage(page).HearAsync();
        await page.Locator("#answer").FillAsync("mina uppgifter");
        await page.Locator("#answer").PressAsync("Enter");
        var link = page.Locator("a.page");
        await link.WaitForAsync();
        await page.AssertAccessibleAsync();

        await page.GotoAsync((await link.GetAttributeAsync("href"))!);
        await Expect(page.Locator("main")).ToContainTextAsync("mina uppgifter");
        await page.AssertAccessibleAsync();
        await page.GotoAsync("/privacy");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_desk_is_closed_to_people_without_the_token()
    {
        var assignment = await world.OrderAsync();
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/signin?token=guessed-token");
        await page.GotoAsync("/");

        await Expect(page.Locator($"a[href*='{assignment}']")).ToHaveCountAsync(0);
        Assert.DoesNotContain(new Interviews.SeedInterview().Topic, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat")]
    public async Task Pages_load_without_errors_and_from_this_host_only(string path)
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { faults.Add(message.Text); } };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(world.Program.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                faults.Add($"asks {request.Url}");
            }
        };

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(faults);
    }
}
