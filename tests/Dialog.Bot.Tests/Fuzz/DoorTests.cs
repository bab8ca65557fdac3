using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>Whatever is sent to a door of the running program, with a right signature or the desk's token, is answered, and never with "our fault".</summary>
public sealed class DoorTests(DoorTests.Opened opened) : IClassFixture<DoorTests.Opened>
{
    private const string Secret = "fuzz-signing-secret-0123456789";

    /// <summary>A request takes a thousand times as long as a reader: fewer of them.</summary>
    private static readonly long Most = Math.Max(20, Fuzzing.Inputs / 40);

    [Fact]
    public void Slacks_events() => Post("/slack/events", "application/json", Mutant.Of(ReaderTests.Payloads("events")));

    [Fact]
    public void Slacks_interactions() => Post("/slack/interactions", "application/x-www-form-urlencoded", Mutant.Of(ReaderTests.Payloads("interactions")).Select(text => $"payload={Uri.EscapeDataString(Whole(text))}"));

    [Fact]
    public void Slacks_interactions_before_they_are_decoded() => Post("/slack/interactions", "application/x-www-form-urlencoded", Mutant.Of([.. ReaderTests.Payloads("interactions").Select(text => $"payload={Uri.EscapeDataString(text)}")]));

    [Fact]
    public void Slacks_commands() => Post("/slack/commands", "application/x-www-form-urlencoded", Mutant.Of(Seeds.Commands));

    [Fact]
    public void Teams_activities() => Post("/api/messages", "application/json", Mutant.Of(Seeds.Activities));

    [Fact]
    public void Tables() => Post("/api/v1/assignments/import", "text/csv", Mutant.Of(Seeds.Tables));

    [Fact]
    public void Calendars() => Post($"/api/v1/people/{opened.PersonId}/absences/calendar", "text/calendar", Mutant.Of(Seeds.Calendars));

    [Fact]
    public void Orders() => Post("/api/v1/assignments", "application/json", Mutant.Of($$$"""{"topic":"Varför?","personId":"{{{opened.PersonId}}}","track":"quick","outlets":["web"],"adSize":"half","publishOn":"2027-03-25","copyDeadline":"2027-03-22T12:00:00+01:00","remindAt":["2027-03-20T12:00:00+01:00"],"picture":{"altText":"a","consent":"yes"}}"""));

    [Fact]
    public void People() => Post("/api/v1/people", "application/json", Mutant.Of("""{"name":"Anna Ek","title":"rektor","roles":["respondent"],"language":"sv","timeZone":"Europe/Stockholm","addresses":[{"channel":"slack","workspace":"T1","user":"U9"}]}"""));

    [Fact]
    public void Questions_in_addresses() => Fuzzing.Try(
        Mutant.Of("assignments?status=inProgress&person=p1&due-before=2027-02-05T12:00:00Z&cursor=a", "audit?subject=a&by=b&action=c&since=2027-02-05T12:00:00Z&until=2027-02-06&cursor=12", "drafts?assignment=a&outlet=web&status=approved", "archive/2026-10", "people?cursor=x", "answers?assignment=a"),
        text => Check(new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{Uri.EscapeDataString(Whole(text)).Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal)}", UriKind.Relative))),
        Most);

    [Fact]
    public void Headers() => Fuzzing.Try(
        Mutant.Of(
            "If-None-Match: W/\"1\", \"2\"", "If-None-Match: W/", "If-Range: W/", "Range: bytes=0-10, 20-", "If-Modified-Since: Thu, 26 Nov 2026 06:00:00 GMT", "Accept: text/html;q=0.9, */*;q=0.1", "Accept-Language: sv-SE, en;q=0.8, *;q=0", "Accept-Encoding: br;q=1, gzip, *;q=0",
            "Cookie: dialog-chat=abc; dialog-language=sv; x=\"1\"", "Authorization: Bearer abc.def", "Idempotency-Key: 7f3c", "Content-Type: text/csv; charset=\"utf-8\"; boundary=", "Origin: https://example.se", "Sec-Fetch-Site: same-origin", "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .Where(text => text.Contains(": ", StringComparison.Ordinal) && text.Length < 6000 && text.All(mark => mark is >= ' ' and < '\u007F')),
        text =>
        {
            foreach (var path in (string[])["/", "/chat", "/base.css", "/live?of=overview&tab=1", "/feeds/none", "/nowhere"])
            {
                var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
                if (request.Headers.TryAddWithoutValidation(text.Split(": ", 2)[0], text.Split(": ", 2)[1]))
                {
                    Check(request);
                }
            }
        },
        Most / 3);

    private void Post(string path, string type, Gen<string> bodies) => Fuzzing.Try(
        bodies,
        text =>
        {
            var body = Encoding.UTF8.GetBytes(text);
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };
            if (path.StartsWith("/slack", StringComparison.Ordinal))
            {
                var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                request.Headers.Add("X-Slack-Request-Timestamp", now);
                request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. body]))}");
            }

            Check(request);
        },
        Most);

    private void Check(HttpRequestMessage request) => Fuzzing.Ask(opened.Client, request);

    /// <summary>Half a surrogate pair can not be written in an address at all.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public sealed class Opened : IAsyncLifetime
    {
        private OpenSite site = null!;

        internal HttpClient Client { get; private set; } = null!;

        internal string PersonId { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            // Nobody answers on port 9: what the program would send stays with it.
            site = await OpenSite.OpenAsync(new() { ["Slack:SigningSecret"] = Secret, ["Slack:BotToken"] = "xoxb-fuzz", ["Slack:ApiUrl"] = "http://127.0.0.1:9/", ["Teams:ServiceUrls"] = "127.0.0.1" });
            Client = site.Script();
            Client.Timeout = TimeSpan.FromSeconds(100);
            using var added = await Client.PostAsync(new Uri("/api/v1/people", UriKind.Relative), new StringContent("""{"name":"Mattias Jansson","addresses":[{"channel":"slack","workspace":"T0TOWN0001","user":"U0MANAGER1"}]}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            PersonId = System.Text.Json.JsonDocument.Parse(await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("id").GetString()!;
        }

        public ValueTask DisposeAsync() => site.DisposeAsync();
    }
}
