using System.Net;
using Dialog.Bot.Desk;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What stands in the browser when something failed on its way.</summary>
public sealed class FailedPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/people", "Sidan kan inte visas just nu")]
    [InlineData("GET", "/people?lang=en", "This page can not be shown just now")]
    [InlineData("POST", "/assignments", "ingenting sparades")]
    [InlineData("POST", "/assignments?lang=en", "and nothing was")]
    public async Task A_store_that_is_out_is_told_on_a_page_that_browsers_know_what_to_do_with(string method, string path, string says)
    {
        await using var site = await OpenSite.OpenAsync(replace: services => services.AddScoped<DeskRead>(_ => throw new StoreBusyException()));
        var browser = site.Signed((await site.SignInAsync("editor")).Cookie);
        var token = Forms.TokenOf(await browser.GetStringAsync(new Uri("/people/import", UriKind.Relative), Stop));
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new FormUrlEncodedContent([new("topic", "Varför?"), new("__RequestVerificationToken", token)]) };

        using var answer = await browser.SendAsync(request, Stop);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        AssertGuarded(answer);
    }

    [Fact]
    public async Task A_mistake_of_ours_has_a_page_without_its_words()
    {
        await using var site = await OpenSite.OpenAsync(replace: services => services.AddScoped<DeskRead>(_ => throw new InvalidOperationException("a word of the program's")));

        using var answer = await site.Signed((await site.SignInAsync("editor")).Cookie).GetAsync(new Uri("/people", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Det gick inte (500)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a word of", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_REST_it_is_problem_details_still()
    {
        await using var site = await OpenSite.OpenAsync(replace: services => services.AddScoped<SearchRead>(_ => throw new StoreBusyException()));

        using var answer = await site.Script().GetAsync(new Uri("/api/v1/search?q=lekplats", UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Send it again", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        AssertGuarded(answer);
    }

    private static void AssertGuarded(HttpResponseMessage answer)
    {
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
