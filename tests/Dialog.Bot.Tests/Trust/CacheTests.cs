using Dialog.Bot.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Dialog.Bot.Tests.Trust;

/// <summary>What is about people stays in no browser's and no proxy's memory.</summary>
public sealed class CacheTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_may_be_kept_but_the_programs_own_files()
    {
        await using var site = await OpenSite.OpenAsync();
        var assignment = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari.");
        var browser = site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        var paths = site.Routes
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(route => string.Concat(route.RoutePattern.PathSegments.Select(segment => $"/{string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : assignment))}")))
            .Where(path => Path.GetExtension(path) is not (".js" or ".svg")).Append("/nowhere").ToList();
        Assert.Contains($"/assignments/{assignment}", paths);
        Assert.Contains($"/api/v1/assignments/{assignment}/transcript", paths);

        foreach (var client in new[] { browser, site.Script(), site.Browser() })
        {
            foreach (var path in paths)
            {
                using var answer = await client.GetAsync(new Uri(path.Length == 0 ? "/" : path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancelled);
                Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{path}: {answer.Headers.CacheControl}");
            }
        }

        using var file = await browser.GetAsync(new Uri("/base.css", UriKind.Relative), Cancelled);
        Assert.False(file.Headers.CacheControl?.NoStore);
    }
}
