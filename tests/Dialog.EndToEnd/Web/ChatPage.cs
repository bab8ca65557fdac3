using Dialog.EndToEnd.Interviews;
using Microsoft.Playwright;

namespace Dialog.EndToEnd.Web;

/// <summary>A person at the web chat.</summary>
internal sealed class ChatPage(IPage page) : ITalk
{
    private int _heard;

    public IPage Page => page;

    public ILocator Answer => page.GetByRole(AriaRole.Textbox, new() { Name = "Ditt svar" });

    public ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = "Skicka" });

    public ILocator BotMessages => page.Locator("article.message.bot");

    public ILocator OwnMessages => page.Locator("article.message.me");

    public ILocator Drafts => page.Locator("section.draft[data-outlet]");

    /// <summary>The messages that can be answered by a button.</summary>
    public ILocator Asked => page.Locator(".choices");

    public async Task SayAsync(string text)
    {
        var before = await OwnMessages.CountAsync();
        await Answer.FillAsync(text);
        await Send.ClickAsync();
        await Assertions.Expect(OwnMessages).ToHaveCountAsync(before + 1);
    }

    public async Task<string> HearAsync()
    {
        var message = BotMessages.Nth(_heard++);
        await message.WaitForAsync();
        return await message.InnerTextAsync();
    }
}
