using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Web;

/// <summary>What somebody writes in the chat is not lost before it is sent, and all of the talk can be printed.</summary>
public sealed class ChatKeepsTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task A_half_written_answer_is_there_after_a_look_at_another_page_and_gone_when_it_is_sent()
    {
        var chat = await OpenAsync();
        await chat.Answer.FillAsync("Skolan i Valla stängs därför att");
        await chat.Page.Locator("a[href='privacy']").ClickAsync();
        await chat.Page.WaitForURLAsync("**/privacy");
        await chat.Page.GotoAsync("/chat");
        await Expect(chat.Answer).ToHaveValueAsync("Skolan i Valla stängs därför att");
        await chat.Page.ReloadAsync();
        await Expect(chat.Answer).ToHaveValueAsync("Skolan i Valla stängs därför att");

        await chat.Send.ClickAsync();
        await Expect(chat.OwnMessages).ToHaveCountAsync(1);
        await chat.Page.ReloadAsync();
        await Expect(chat.OwnMessages).ToHaveCountAsync(1);
        await Expect(chat.Answer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_two_tabs_wait_with_is_sent_though_the_first_is_closed()
    {
        var first = await OpenAsync();
        var second = new ChatPage(await first.Page.Context.NewPageAsync());
        await second.Page.GotoAsync("/chat");
        await second.HearAsync();
        await first.Page.Context.RouteAsync("**/chat/messages", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await first.SayAsync("Ur den första fliken.");
        await second.SayAsync("Ur den andra fliken.");

        await first.Page.CloseAsync();
        await second.Page.Context.UnrouteAsync("**/chat/messages");
        await second.Page.ReloadAsync();

        await Expect(second.Page.Locator("article.message.me:not(.waiting)")).ToHaveCountAsync(2);
        await Expect(second.Page.Locator("#log")).ToContainTextAsync("Ur den första fliken.");
    }

    [Fact]
    public async Task On_paper_the_talk_is_whole()
    {
        var chat = await OpenAsync();
        await chat.SayAsync(string.Join('\n', Enumerable.Repeat("En rad till om skolan i Valla.", 60)));
        await chat.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await chat.Page.Locator("main").EvaluateAsync<bool>("main => main.scrollHeight <= main.clientHeight + 1 && main.clientHeight > innerHeight"));
        await Expect(chat.Send).ToBeHiddenAsync();
    }

    private async Task<ChatPage> OpenAsync()
    {
        var chat = new ChatPage(await browser.NewPageAsync(world.Program.Address));
        await chat.Page.GotoAsync("/chat");
        await chat.HearAsync();
        return chat;
    }
}
