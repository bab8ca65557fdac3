using System.Text.Json;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Slack;

/// <summary>
/// What people see in Slack, drawn as its client would, near enough. With <c>DIALOG_PICTURES</c> set to a folder the pictures of docs/images are made.
/// </summary>
public sealed class SlackPictureTests(SlackWorld world, Chromium browser) : IClassFixture<SlackWorld>
{
    private const string Hostile = "Fråga <!channel> & <@U0CLERK001> om *priset* på <https://evil.example|https://town.example>: det är 1 < 2 miljoner kronor för lekplatsen vid sjön, eftersom barnen i Almby länge bett om den.";

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Page_forms_and_messages_in_the_persons_language(string language)
    {
        var (person, _, _) = await world.InterviewedAsync();
        await person.SayAsync("ja");
        await person.SayAsync(Hostile);
        await person.SayAsync("klar");
        if (language == "en")
        {
            await person.CommandAsync("språk engelska");
            await person.SayAsync("repeat");
        }

        var page = await browser.NewPageAsync(world.Program.Address);
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Slack", "block-kit.html"), TestContext.Current.CancellationToken));
        await person.OpenHomeAsync();
        var home = await world.Slack.WaitForViewAsync(person.User, view => view.Buttons.Any(button => button.ActionId == "home.edit-answer"));
        await ShowAsync(page, "home", home.Json, $"slack-home-{language}.png");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = language == "sv" ? "Mina svar" : "My answers" })).ToBeVisibleAsync();
        await Expect(page.GetByText(Hostile)).ToBeVisibleAsync();

        var trigger = await person.PressHomeAsync(home.Buttons.First(button => button.ActionId == "home.edit-answer"));
        await ShowAsync(page, "modal", (await world.Slack.WaitForViewAsync(trigger)).Json, $"slack-form-{language}.png");
        await Expect(page.Locator(".field")).ToHaveTextAsync(Hostile);

        var messages = world.Slack.BotPosts(person.Channel).TakeLast(3).Select(post => post.Blocks);
        await ShowAsync(page, "messages", JsonSerializer.SerializeToElement(messages), $"slack-messages-{language}.png");
        await Expect(page.Locator(".message")).ToHaveCountAsync(3);
    }

    private static async Task ShowAsync(IPage page, string kind, JsonElement json, string picture)
    {
        await page.EvaluateAsync("([kind, json]) => show(kind, JSON.parse(json))", new[] { kind, json.GetRawText() });
        if (Environment.GetEnvironmentVariable("DIALOG_PICTURES") is { Length: > 0 } folder)
        {
            await page.Locator("main").ScreenshotAsync(new() { Path = Path.Combine(folder, picture) });
        }
    }
}
