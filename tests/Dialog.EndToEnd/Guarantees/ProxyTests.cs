using System.Net;
using System.Net.Http.Headers;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>Behind a reverse proxy on the same machine every request comes from loopback.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Strangers_who_come_through_a_proxy_are_not_taken_for_this_machine()
    {
        await using var program = await ProgramUnderTest.HostAsync();
        async Task<HttpStatusCode> GetAsync(string path, bool proxied, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            if (proxied)
            {
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            }

            using var answer = await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (await GetAsync("/chat", proxied: true), await GetAsync("/metrics", proxied: true)));
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/metrics", proxied: true, ProgramUnderTest.Token));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await GetAsync("/chat", proxied: false), await GetAsync("/metrics", proxied: false)));
    }

    [Fact]
    public async Task A_trusted_proxys_https_makes_cookies_secure_and_the_chat_stays_closed()
    {
        await using var program = await ProgramUnderTest.StartAsync(new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" });
        foreach (var client in new[] { "203.0.113.7", "127.0.0.1" })
        {
            await AssertSecureAndClosedAsync(program, client);
        }
    }

    private static async Task AssertSecureAndClosedAsync(ProgramUnderTest program, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/chat", UriKind.Relative)) { Headers = { { "X-Forwarded-For", client }, { "X-Forwarded-Proto", "https" } } };
        using var signIn = new HttpRequestMessage(HttpMethod.Get, new Uri($"/signin?token={ProgramUnderTest.Token}", UriKind.Relative)) { Headers = { { "X-Forwarded-For", client }, { "X-Forwarded-Proto", "https" } } };
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = program.Address };

        using var refused = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        using var signedIn = await plain.SendAsync(signIn, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.All(signedIn.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
