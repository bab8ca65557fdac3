using System.Text;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>Where people are too many for a list they are looked for, by keyboard, and without scripts too.</summary>
public sealed class ManyPeopleTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_is_looked_for_found_and_chosen_without_the_mouse(bool scripts)
    {
        await AddManyAsync();
        var page = await browser.NewPageAsync(world.Program.Address, scripts);
        await page.GotoAsync($"/signin?token={Running.ProgramUnderTest.Token}");
        await page.GotoAsync("/assignments/new");
        await page.Locator("#topic").FillAsync("Varför byggs badet om?");
        await page.Locator("#find").FillAsync("örjan");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#find-hint")).ToHaveTextAsync("1 person hittades.");
        await Expect(page.Locator("#topic")).ToHaveValueAsync("Varför byggs badet om?");
        await Expect(page.Locator("#person option")).ToHaveTextAsync(["– någon ny –", "Örjan Åkerö"]);

        await page.Locator("#find").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#person")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("#topic").PressAsync("Enter");
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Örjan!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ställ frågan" }).ClickAsync();
        await page.WaitForURLAsync("**/assignments/*");

        await page.Locator("summary").First.ClickAsync();
        await page.Locator("#find").FillAsync("Bo 499");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#other option")).ToHaveTextAsync(["Bo 499"]);
        await Expect(page.Locator("#other")).ToBeVisibleAsync();
        if (scripts)
        {
            await page.AssertAccessibleAsync();
        }
    }

    private async Task AddManyAsync()
    {
        var table = string.Join('\n', [.. Enumerable.Range(0, 500).Select(number => $"Bo {number:D3},bo-{number:D3}"), "Örjan Åkerö,orjan"]);
        using var body = new StringContent($"name,web\n{table}\n", Encoding.UTF8, "text/csv");
        using var added = await world.Program.Api.PostAsync("people/import", body);
        Assert.True(added.IsSuccessStatusCode, $"{added.StatusCode}");
    }
}
