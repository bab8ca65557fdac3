using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Channels.Web;

/// <summary>What the chat page calls.</summary>
public sealed partial class ChatApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_was_opened_by_another_visitor_is_refused_and_what_was_written_there_is_not_taken_for_theirs()
    {
        await using var site = await OpenSite.OpenAsync();
        using var browser = site.Browser();
        var anna = await StampAsync(site, browser, (await site.AddOnTheWebAsync("Anna Ek")).User);
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(browser, "Hej, det är Anna.", anna));
        var ellen = await StampAsync(site, browser, (await site.AddOnTheWebAsync("Ellen Green")).User);

        Assert.Equal(HttpStatusCode.Conflict, await SayAsync(browser, "Jag svarar som Anna.", anna));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(browser, "Hej, det är Ellen.", ellen));
        Assert.Equal(HttpStatusCode.NoContent, await SayAsync(browser, "En fråga till.", stamp: null));
        Assert.Equal(["Hej, det är Ellen.", "En fråga till."], await SaidAsync(browser));
    }

    [Fact]
    public async Task Every_line_says_what_it_is_written_in_the_persons_own_too()
    {
        await using var site = await OpenSite.OpenAsync();
        var assignment = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Stop);
        var user = await db.Addresses.Where(address => db.Assignments.Any(order => order.Id == assignment && order.PersonId == address.PersonId)).Select(address => address.User).SingleAsync(Stop);
        using var browser = site.Browser();
        await StampAsync(site, browser, user);

        var lines = (await browser.GetFromJsonAsync<JsonElement>(new Uri("/chat/messages", UriKind.Relative), Stop)).GetProperty("messages").EnumerateArray().ToList();
        Assert.Contains(lines, line => line.GetProperty("from").GetString() == "me");
        Assert.All(lines, line => Assert.Equal("sv", line.GetProperty("language").GetString()));
    }

    [Theory]
    [InlineData("messages", "\\u00e5", 40_000, HttpStatusCode.NoContent)]
    [InlineData("messages", "å", 40_001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("messages", "a", 1_000_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("choices", "a", 1_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_longest_message_is_taken_however_it_is_escaped_and_nothing_bigger(string path, string mark, int times, HttpStatusCode status)
    {
        await using var site = await OpenSite.OpenAsync();
        using var browser = site.Browser();
        await StampAsync(site, browser, (await site.AddOnTheWebAsync("Anna Ek")).User);
        var text = string.Concat(Enumerable.Repeat(mark, times));

        using var content = new StringContent(times == 1_000_000 ? $$"""{"other":"{{text}}"}""" : $$"""{"id":"1","text":"{{text}}"}""", Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync(new Uri($"/chat/{path}", UriKind.Relative), content, Stop);

        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>Somebody's invitation is followed; what their page then carries.</summary>
    private static async Task<string> StampAsync(OpenSite site, HttpClient browser, string user)
    {
        using var followed = await browser.GetAsync(new Uri($"/chat?invite={Uri.EscapeDataString(site.Services.GetRequiredService<ChatVisitors>().Invite(user))}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, followed.StatusCode);
        return Visitor().Match(await browser.GetStringAsync(new Uri("/chat", UriKind.Relative), Stop)).Groups[1].Value;
    }

    private static async Task<HttpStatusCode> SayAsync(HttpClient browser, string text, string? stamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages") { Content = JsonContent.Create(new { id = Guid.NewGuid().ToString("N"), text }) };
        if (stamp is not null)
        {
            request.Headers.Add("X-Chat-Visitor", stamp);
        }

        using var answer = await browser.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<List<string>> SaidAsync(HttpClient browser)
    {
        var chat = await browser.GetFromJsonAsync<JsonElement>(new Uri("/chat/messages", UriKind.Relative), Stop);
        return [.. chat.GetProperty("messages").EnumerateArray().Where(line => line.GetProperty("from").GetString() == "me").Select(line => line.GetProperty("text").GetString()!)];
    }

    [GeneratedRegex("data-visitor=\"([^\"]+)\"")]
    private static partial Regex Visitor();
}
