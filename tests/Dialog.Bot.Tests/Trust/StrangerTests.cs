using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Trust;

/// <summary>What strangers find at the doors, and where the program never calls.</summary>
public sealed class StrangerTests
{
    private const string Secret = "outward-signing-secret-0123456789";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_out_of_a_payload_is_ever_called()
    {
        using var lure = new TcpListener(IPAddress.Loopback, 0);
        lure.Start();
        var foreign = $"http://127.0.0.1:{((IPEndPoint)lure.LocalEndpoint).Port}/x";
        await using var site = await OpenSite.OpenAsync(new() { ["Slack:SigningSecret"] = Secret, ["Slack:BotToken"] = "xoxb-outward", ["Slack:ApiUrl"] = "http://127.0.0.1:9/" });
        var client = site.Script(token: null);

        using var command = await PostAsync(client, "/slack/commands", "application/x-www-form-urlencoded", $"command=%2Fdialog&text=hej&team_id=T1&user_id=U1&trigger_id=1&response_url={Uri.EscapeDataString(foreign)}");
        using var pressed = await PostAsync(client, "/slack/interactions", "application/x-www-form-urlencoded", $"payload={Uri.EscapeDataString($$$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"response_url":"{{{foreign}}}","container":{"channel_id":"D1","message_ts":"1.1"},"actions":[{"action_id":"choose.0","value":"p1:go"}] }""")}");
        using var said = await PostAsync(client, "/slack/events", "application/json", $$$"""{"type":"event_callback","team_id":"T1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","ts":"1.2","text":"hej <{{{foreign}}}>","files":[{"url_private":"{{{foreign}}}"}]}}""");

        Assert.All([command, pressed, said], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.False(lure.Pending());
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var site = await OpenSite.OpenAsync();
        foreach (var path in (string[])["/", "/privacy", "/my-data?key=x", "/chat", "/api/v1/people", "/nowhere", "/base.css"])
        {
            using var answer = await site.Browser().GetAsync(new Uri(path, UriKind.Relative), Cancelled);

            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Sign_in_is_rationed()
    {
        await using var site = await OpenSite.OpenAsync();
        var browser = site.Browser();
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 31; time++)
        {
            using var answer = await browser.GetAsync(new Uri($"/signin?token=guess-{time}", UriKind.Relative), Cancelled);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task A_form_without_our_own_token_is_refused()
    {
        await using var site = await OpenSite.OpenAsync();
        var browser = site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);

        using var answer = await browser.PostAsync(new Uri("/assignments", UriKind.Relative), new FormUrlEncodedContent([new("topic", "Rondellen"), new("name", "Anna")]), Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string type, string body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{now}:{body}")))}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        request.Headers.Add("X-Slack-Signature", signature);
        return await client.SendAsync(request, Cancelled);
    }
}
