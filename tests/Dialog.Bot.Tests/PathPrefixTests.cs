using System.Net;
using System.Net.Http.Json;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests;

/// <summary>Dialog below the root of its host: at a path that is configured, or that a proxy tells.</summary>
public class PathPrefixTests
{
    [Theory]
    [InlineData("/dialog")]
    [InlineData("")]
    public async Task A_configured_prefix_stands_in_every_address_whether_the_proxy_leaves_it_or_takes_it_off(string left)
    {
        await using var site = await OpenSite.OpenAsync(new() { ["PathBase"] = "/dialog/" });

        await AssertBelowDialogAsync(site.Browser(), left);
    }

    [Fact]
    public async Task A_proxys_prefix_is_believed_where_its_headers_are()
    {
        await using var site = await OpenSite.OpenAsync(new() { ["ForwardedHeaders_Enabled"] = "true" });
        var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/dialog");

        await AssertBelowDialogAsync(browser, left: "");
    }

    [Fact]
    public async Task A_strangers_prefix_is_not_believed()
    {
        await using var site = await OpenSite.OpenAsync();
        var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");

        Assert.Contains("<base href=\"/\"", await browser.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dialog")]
    [InlineData("//host")]
    [InlineData("/a?b")]
    public async Task What_is_no_path_stops_the_start(string prefix) =>
        Assert.Contains("PathBase", (await Assert.ThrowsAsync<StartupException>(() => OpenSite.OpenAsync(new() { ["PathBase"] = prefix }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Whether_a_proxy_is_believed_is_true_or_false() =>
        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED: ”1”", (await Assert.ThrowsAsync<StartupException>(() => OpenSite.OpenAsync(new() { ["ForwardedHeaders_Enabled"] = "1" }))).Message, StringComparison.Ordinal);

    private static async Task AssertBelowDialogAsync(HttpClient browser, string left)
    {
        var stop = TestContext.Current.CancellationToken;
        Assert.Contains("<base href=\"/dialog/\"", await browser.GetStringAsync(new Uri($"{left}/", UriKind.Relative), stop), StringComparison.Ordinal);
        Assert.Contains(":root", await browser.GetStringAsync(new Uri($"{left}/base.css", UriKind.Relative), stop), StringComparison.Ordinal);
        using var asked = await browser.GetAsync(new Uri($"{left}/series?lang=en", UriKind.Relative), stop);
        Assert.Equal($"/dialog/?to={Uri.EscapeDataString("/series?lang=en")}", asked.Headers.Location!.ToString());
        using var signedIn = await browser.GetAsync(new Uri($"{left}/signin?token={OpenSite.Token}", UriKind.Relative), stop);
        Assert.Equal((HttpStatusCode.Redirect, "/dialog/"), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        using var adding = new HttpRequestMessage(HttpMethod.Post, $"{left}/api/v1/people") { Content = JsonContent.Create(new { name = "Anna Ek" }), Headers = { { "Authorization", $"Bearer {OpenSite.Token}" } } };
        using var added = await browser.SendAsync(adding, stop);
        Assert.StartsWith("/dialog/api/v1/people/", added.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
