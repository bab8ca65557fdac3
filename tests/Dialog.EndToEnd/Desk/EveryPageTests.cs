using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>What holds on every page of the desk: for who sees little, has a small screen, or no script.</summary>
public sealed class EveryPageTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    private static readonly string[] Places = ["/", "/assignments/new", "/series", "/people", "/questions", "/outlets", "/archive", "/operation", "/settings"];

    [Theory]
    [InlineData("sv", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    public async Task Every_page_is_accessible_in_both_languages_and_in_the_dark_and_fits_when_it_is_enlarged(string language, ColorScheme scheme)
    {
        var assignment = await world.OrderAsync();
        using var person = await WebSender.AcceptInvitationAsync(world.Program, assignment);
        await person.AnswerAsync(new SeedInterview());
        var who = (await world.Program.Api.AssignmentAsync(assignment)).GetProperty("personId").GetString();
        var page = await world.SignInAsync(browser);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync($"/?lang={language}");
        foreach (var path in (string[])
        [
            .. Places, "/?status=all&sort=changed", "/?q=nobody-wrote-this", $"/assignments/{assignment}", $"/assignments/new?person={who}", $"/people/{who}", "/people?find=nobody-is-called-this", "/people/import", "/import",
            "/questions/edit", "/outlets/edit?kind=Outlet&key=x", "/outlets/edit?kind=Size", "/outlets/edit?kind=Account", "/search?q=tes", "/search?q=nobody-wrote-this", "/search?q=", "/assignments/none",
        ])
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");
            await page.AssertAccessibleAsync();
            foreach (var width in new[] { 320, 640 })
            {
                await page.SetViewportSizeAsync(width, 512);
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}");
            }

            await page.SetViewportSizeAsync(1280, 1024);
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task The_place_that_is_open_is_in_sight_on_a_phone(int width)
    {
        var page = await world.SignInAsync(browser);
        await page.SetViewportSizeAsync(width, 844);
        foreach (var place in Places)
        {
            await page.GotoAsync(place);
            await Expect(page.Locator(".places [aria-current]")).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Fact]
    public async Task Without_scripts_a_question_is_asked_and_nothing_is_offered_that_does_nothing()
    {
        var page = await browser.NewPageAsync(world.Program.Address, scripts: false);
        await page.GotoAsync($"/signin?token={Running.ProgramUnderTest.Token}");
        await page.GotoAsync("/assignments/new");
        await page.Locator("#topic").FillAsync("Varför byggs badet om?");
        await page.Locator("#name").FillAsync($"Åsa {Guid.NewGuid():N}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ställ frågan" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/assignments/[^/]+$"));

        await Expect(page.Locator("[data-copy]")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("[data-copy]:visible")).ToHaveCountAsync(0);
        await page.GotoAsync("/chat");
        await Expect(page.Locator("noscript p")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.Locator("#say a")).ToBeVisibleAsync();
        await Expect(page.Locator("#say :is(textarea, button):visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_the_bot_says_is_marked_with_its_language_on_a_page_in_another()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync($"{await world.InvitationAsync(browser, await world.OrderAsync())}&lang=en");
        await new ChatPage(page).HearAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Locator(".message.bot .text").First).ToHaveAttributeAsync("lang", "sv");
        await Expect(page.Locator(".choices button").First).ToHaveAttributeAsync("lang", "sv");
        await page.AssertAccessibleAsync();
    }
}
