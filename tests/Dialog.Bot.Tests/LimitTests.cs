using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests;

/// <summary>How much one client can take.</summary>
public sealed partial class LimitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_asks_without_end_is_told_to_wait_and_others_are_not()
    {
        await using var site = await OpenSite.OpenAsync(new() { ["ForwardedHeaders_Enabled"] = "true" });
        var script = site.Script("not-the-desks-token");
        async Task<HttpResponseMessage> AskAsync(string client, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", client } } };
            return await script.SendAsync(request, Cancelled);
        }

        HttpResponseMessage last;
        var asked = 0;
        do
        {
            last = await AskAsync("203.0.113.7", "/api/v1/people");
        }
        while (last.StatusCode != HttpStatusCode.TooManyRequests && ++asked < 20_000);

        Assert.True(asked is >= 1000 and < 20_000, $"{asked} requests");
        Assert.True(last.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("203.0.113.8", "/api/v1/people")).StatusCode);
    }

    [Fact]
    public async Task Somebody_who_writes_without_end_in_the_chat_is_told_to_wait()
    {
        await using var site = await OpenSite.OpenAsync();
        async Task<HttpClient> OpenAsync(string name)
        {
            var (_, user) = await site.AddOnTheWebAsync(name);
            var browser = site.Browser();
            using var page = await browser.GetAsync(new Uri($"/chat?invite={Uri.EscapeDataString(site.Services.GetRequiredService<ChatVisitors>().Invite(user))}", UriKind.Relative), Cancelled);
            return browser;
        }

        var (chat, other) = (await OpenAsync("Mattias"), await OpenAsync("Lena"));

        // What cannot be taken counts too.
        async Task<HttpStatusCode> SayAsync(HttpClient browser)
        {
            using var answer = await browser.PostAsJsonAsync("/chat/messages", new { id = "", text = "hej" }, Cancelled);
            return answer.StatusCode;
        }

        var said = 0;
        while (await SayAsync(chat) != HttpStatusCode.TooManyRequests && said < 5000)
        {
            said++;
        }

        Assert.InRange(said, 200, 4999);
        Assert.Equal(HttpStatusCode.BadRequest, await SayAsync(other));
    }

    [Fact]
    public async Task A_workspace_that_sends_without_end_is_told_to_wait_and_others_are_not()
    {
        const string Secret = "limit-signing-secret-0123456789";
        await using var site = await OpenSite.OpenAsync(new() { ["Slack:SigningSecret"] = Secret, ["Slack:BotToken"] = "xoxb-limit", [WorkspaceLimit.Key] = "1" });
        var platform = site.Script(token: null);
        async Task<HttpResponseMessage> SendAsync(string path, string type, string body, string secret = Secret)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. bytes]));
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, Headers = { { "X-Slack-Request-Timestamp", now }, { "X-Slack-Signature", $"v0={signature}" } } };
            return await platform.SendAsync(request, Cancelled);
        }

        Task<HttpResponseMessage> EventAsync(string team, string secret = Secret) => SendAsync("/slack/events", "application/json", $$$"""{"type":"event_callback","team_id":"{{{team}}}","event":{"type":"nothing"}}""", secret);

        // What is not signed uses up nobody's share.
        for (var number = 0; number < 20; number++)
        {
            using var forged = await EventAsync("T1", "another-secret-0123456789");
            Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        }

        HttpResponseMessage last;
        var sent = 0;
        do
        {
            last = await EventAsync("T1");
        }
        while (last.StatusCode == HttpStatusCode.OK && ++sent < 1000);

        Assert.InRange(sent, 10, 999);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (last.StatusCode, last.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync("/slack/commands", "application/x-www-form-urlencoded", "command=%2Fdialog&team_id=T1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await EventAsync("T2")).StatusCode);
    }

    [Fact]
    public async Task What_is_too_much_too_deep_or_packed_is_refused()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();
        using var many = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        for (var number = 0; number < 70; number++)
        {
            many.Headers.Add($"X-{number}", "x");
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes($$"""{"name":"{{new string('a', 100_000)}}"}"""));
        }

        using var headers = await script.SendAsync(many, Cancelled);
        using var deep = await PostAsync(new StringContent($"{{\"name\":{new string('[', 40)}{new string(']', 40)}}}", Encoding.UTF8, "application/json"));
        using var unpacked = await PostAsync(new ByteArrayContent(packed.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentEncoding = { "gzip" } } });
        using var big = await PostAsync(new StringContent($"{{\"name\":\"{new string('a', 300_000)}\"}}", Encoding.UTF8, "application/json"));

        Assert.Equal(
            (HttpStatusCode.RequestHeaderFieldsTooLarge, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge),
            (headers.StatusCode, deep.StatusCode, unpacked.StatusCode, big.StatusCode));

        async Task<HttpResponseMessage> PostAsync(HttpContent content) => await script.PostAsync(new Uri("/api/v1/people", UriKind.Relative), content, Cancelled);
    }

    [Fact]
    public void Every_call_outward_goes_through_the_one_guard_and_has_an_end()
    {
        var calling = Files().Where(file => file.Text.Contains("AddHttpClient(", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, calling.Count);
        Assert.All(calling, file => Assert.True(file.Text.Contains("client.Timeout = ", StringComparison.Ordinal) && file.Text.Contains("Outward.Handler(", StringComparison.Ordinal), file.Name));
        Assert.Empty(Files().Where(file => OwnClient().IsMatch(file.Text)).Select(file => file.Name));
    }

    [Fact]
    public void No_pattern_goes_on_without_end()
    {
        var program = File.ReadAllLines(Path.Combine(WallTests.Root(), "src", "Dialog.Bot", "Program.cs")).First(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal));
        var made = Files().SelectMany(file => file.Text.Split('\n').Where(line => MadePattern().IsMatch(line) && !line.Contains("NonBacktracking", StringComparison.Ordinal)));
        var atTheEdge = Files().Where(file => file.Name.Contains("/Channels/", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('\n').Where(line => line.Contains("[GeneratedRegex(", StringComparison.Ordinal) && !line.Contains("NonBacktracking", StringComparison.Ordinal) && !line.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)));

        Assert.Equal("Limits.BoundPatterns();", program);
        Assert.Empty(made);
        Assert.Empty(atTheEdge);
    }

    private static IEnumerable<(string Name, string Text)> Files() =>
        Directory.EnumerateFiles(Path.Combine(WallTests.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file)));

    [GeneratedRegex(@"new HttpClient\(|new HttpClientHandler\(|new SocketsHttpHandler\(")]
    private static partial Regex OwnClient();

    /// <summary>A pattern made at run time may be made of something that somebody wrote.</summary>
    [GeneratedRegex(@"new Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split)\(")]
    private static partial Regex MadePattern();
}
