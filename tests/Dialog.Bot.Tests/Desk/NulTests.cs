using System.Net;
using System.Text;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Desk;

/// <summary>SQLite stores the character NUL, PostgreSQL does not: on both it is at most a mistake of the sender's.</summary>
public sealed class NulTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_with_NUL_is_never_our_fault()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();
        foreach (var path in new[] { "assignments?person=%00", "assignments?cursor=%00", "people?cursor=%00", "audit?subject=%00", "drafts?outlet=%00", "search?q=a%00b" })
        {
            using var answer = await script.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        foreach (var (path, type, text) in new[]
        {
            ("people", "application/json", """{"name":"Anna","addresses":[{"channel":"web","workspace":"web","user":"a\u0000"}]}"""),
            ("people/import", "text/csv", "name,web\nAnna,b\0\n"),
            ("assignments/import", "text/csv", "topic,person\nBussarna,b\0\n"),
        })
        {
            using var body = new StringContent(text, Encoding.UTF8, type);
            using var answer = await script.PostAsync(new Uri($"/api/v1/{path}", UriKind.Relative), body, Cancelled);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path}: {answer.StatusCode}");
            var says = await answer.Content.ReadAsStringAsync(Cancelled);
            Assert.True(
                !TestStore.IsPostgreSql || (path == "people" ? answer.StatusCode == HttpStatusCode.BadRequest : says.Contains(path == "people/import" ? "No control characters." : "NUL", StringComparison.Ordinal)),
                $"{path}: {says}");
        }

        using var page = await site.Signed((await site.SignInAsync("editor")).Cookie).GetAsync(new Uri("/?person=%00&q=%00", UriKind.Relative), Cancelled);
        Assert.True(page.StatusCode < HttpStatusCode.InternalServerError, $"{page.StatusCode}");
    }
}
