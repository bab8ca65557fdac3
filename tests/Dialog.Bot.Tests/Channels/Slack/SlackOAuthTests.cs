using System.Net;
using System.Web;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>How long an installation that was begun can be finished.</summary>
public sealed class SlackOAuthTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_installation_is_finished_within_ten_minutes_by_the_browser_that_began_it_or_begun_anew()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await OpenSite.OpenAsync(
            new() { ["Slack:ClientId"] = "1.2", ["Slack:ClientSecret"] = "client-secret", ["Slack:SigningSecret"] = "signing-secret" },
            services => services.AddSingleton<TimeProvider>(clock));

        Assert.Equal(HttpStatusCode.OK, await FinishedAfterAsync(TimeSpan.FromMinutes(10) - Second));
        Assert.Equal(HttpStatusCode.BadRequest, await FinishedAfterAsync(TimeSpan.FromMinutes(10) + Second));

        // The administrator says no: nothing is exchanged with Slack. The cookie is carried by hand, as by a browser whose own clock is wrong.
        async Task<HttpStatusCode> FinishedAfterAsync(TimeSpan wait)
        {
            var browser = site.Script(token: null);
            using var begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), TestContext.Current.CancellationToken);
            var cookie = Assert.Single(begun.Headers.GetValues("Set-Cookie"));
            Assert.Contains("max-age=600", cookie, StringComparison.OrdinalIgnoreCase);
            clock.Advance(wait);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth/callback?error=access_denied&state={HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]}");
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
