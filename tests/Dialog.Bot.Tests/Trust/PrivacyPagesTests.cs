using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Dialog.Bot.Channels;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Trust;

/// <summary>The person gets all that is kept of them; nobody else does.</summary>
public sealed class PrivacyPagesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_the_bot_gives_shows_all_that_was_said_as_a_page_and_as_json()
    {
        await using var site = await OpenSite.OpenAsync(new() { ["Organisation:Url"] = "https://dialog.example.se/" });
        await SayAsync(site, "jag vill skriva om <b>kanariefågeln</b>");
        var link = Assert.Single(await SayAsync(site, "mina uppgifter")).Link!;
        Assert.StartsWith("https://dialog.example.se/my-data?key=", link.Url, StringComparison.Ordinal);
        var path = link.Url["https://dialog.example.se".Length..];

        using var page = await site.Browser().GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        using var file = await site.Browser().GetAsync(new Uri($"{path}&as=json", UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, file.StatusCode));
        var html = await page.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("kanariefågeln", HttpUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>kanarie", html, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("U1", JsonDocument.Parse(await file.Content.ReadAsStringAsync(Cancelled)).RootElement.GetProperty("addresses")[0].GetProperty("user").GetString());
        var told = await site.Script().GetFromJsonAsync<JsonElement>(new Uri("/api/v1/audit?action=export", UriKind.Relative), Cancelled);
        Assert.Equal(["web", "web"], told.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("door").GetString()));
    }

    [Fact]
    public async Task A_key_that_is_not_ours_opens_nothing()
    {
        await using var site = await OpenSite.OpenAsync();
        foreach (var key in (string[])["", "x", "CfDJ8nonsense", new string('a', 3000)])
        {
            using var answer = await site.Browser().GetAsync(new Uri($"/my-data?key={key}", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        // A cookie's protector is another one.
        var visitors = site.Services.GetRequiredService<Dialog.Bot.Channels.Web.ChatVisitors>();
        using var invited = await site.Browser().GetAsync(new Uri($"/my-data?key={Uri.EscapeDataString(visitors.Invite("p1"))}", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, invited.StatusCode);
    }

    [Theory]
    [InlineData("sv", "Dina uppgifter hos Dialog", "2 år efter att uppdraget är slut", "så länge du har den rollen", "Ett uppdrag där inget har hänt på 1 år räknas som slut.")]
    [InlineData("en", "Your data at Dialog", "2 years after the assignment has ended", "as long as you have that role", "An assignment in which nothing has happened for 1 year counts as ended.")]
    public async Task Everybody_reads_what_is_kept_in_both_languages(string language, string title, string time, string staff, string abandoned)
    {
        await using var site = await OpenSite.OpenAsync(new() { ["Organisation:PrivacyContact"] = "dataskyddsombud@example.se" });

        var page = HttpUtility.HtmlDecode(await site.Browser().GetStringAsync(new Uri($"/privacy?lang={language}", UriKind.Relative), Cancelled));

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains(time, page, StringComparison.Ordinal);
        Assert.Contains(staff, page, StringComparison.Ordinal);
        Assert.Contains(abandoned, page, StringComparison.Ordinal);
        Assert.Contains("dataskyddsombud@example.se", page, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Outgoing>> SayAsync(OpenSite site, string text)
    {
        var key = $"e{Guid.CreateVersion7():N}";
        return (await site.Services.GetRequiredService<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), new Incoming.Said(text, key) { Key = key, At = TimeProvider.System.GetUtcNow() }), Cancelled)).Replies;
    }
}
