using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dialog.Bot.Access;
using Dialog.Bot.Api;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace Dialog.Bot.Tests.Access;

/// <summary>Who gets in where, asked of every route there is.</summary>
public sealed class RouteTests(RouteTests.Opened opened) : IClassFixture<RouteTests.Opened>
{
    /// <summary>The routes that ask for no sign-in. Whoever adds one says here, too, that it shall be so.</summary>
    private static readonly string[] OpenDoors =
    [
        "GET /api/messages", "GET /calendars/{secret}.ics", "GET /chat", "GET /chat/messages", "GET /chat/stream", "GET /feeds/{secret}.atom", "GET /healthz", "GET /metrics", "GET /my-data", "GET /privacy", "GET /readyz",
        "GET /signin", "GET /slack/install", "GET /slack/oauth/callback", "GET /teams/tab", "GET /teams/tab/mine", "POST /api/messages", "POST /chat/arrive", "POST /chat/choices",
        "POST /chat/messages", "POST /signin", "POST /signout", "POST /slack/commands", "POST /slack/events", "POST /slack/interactions",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_says_what_it_is_for_or_is_one_of_the_open_doors()
    {
        var silent = opened.Site.Routes.Where(route => route.Metadata.GetMetadata<Rule>() is null && route.Metadata.GetMetadata<OpenDoor>() is null && !IsFile(route)).Select(Name);
        var open = opened.Site.Routes.Where(route => route.Metadata.GetMetadata<OpenDoor>() is not null && !IsFile(route)).Select(Name).Distinct().Order(StringComparer.Ordinal);

        // The page that shows the API brings files of its own.
        var described = opened.Site.Routes.Where(route => route.Metadata.GetMetadata<OpenDoor>()?.Why == ApiServices.Described).Select(Name).ToHashSet();

        Assert.Empty(silent);
        Assert.Equal(OpenDoors, open.Where(door => !described.Contains(door)));
        Assert.All(described, door => Assert.True(door.StartsWith("GET /api/", StringComparison.Ordinal) && !door.StartsWith("GET /api/v1", StringComparison.Ordinal) || door == "GET /openapi/{documentName}.json", door));
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        foreach (var client in new[] { opened.Site.Browser(), opened.Site.Script(token: null), opened.Site.Script("not-the-desks-token"), opened.Site.Browser("dialog-desk=CfDJ8nonsense") })
        {
            foreach (var route in Ruled())
            {
                using var answer = await AskAsync(client, route);
                var (page, said) = (!Path(route).StartsWith("/api", StringComparison.Ordinal), $"{Name(route)}: {answer.StatusCode} {answer.Headers.Location}");
                if (page && Name(route) == "GET /")
                {
                    Assert.True(answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync(Cancelled)).Contains("action=\"signin\"", StringComparison.Ordinal), said);
                }
                else if (page && Method(route) == "GET")
                {
                    Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString() == $"/?to={Uri.EscapeDataString(Path(route))}", said);
                }
                else
                {
                    Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, said);
                }
            }
        }
    }

    [Theory]
    [InlineData("respondent")]
    [InlineData("editor")]
    [InlineData("approver")]
    [InlineData("admin")]
    public async Task A_role_opens_what_the_table_says_and_nothing_else(string role)
    {
        var browser = opened.Site.Browser((await opened.Site.SignInAsync(role)).Cookie);
        foreach (var route in Ruled())
        {
            using var answer = await AskAsync(browser, route);
            var may = Enum.GetValues<ReviewRole>().Any(named => JsonNames<ReviewRole>.All[role] == named && AccessTable.May(named, route.Metadata.GetMetadata<Rule>()!.Act, Whose.Others));

            // Whoever is nothing but a respondent has no session at all.
            var refused = role == "respondent" ? Method(route) == "GET" && !Path(route).StartsWith("/api", StringComparison.Ordinal) ? [HttpStatusCode.Redirect, HttpStatusCode.OK] : [HttpStatusCode.Unauthorized] : new[] { HttpStatusCode.Forbidden };
            Assert.True(may ? answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) : refused.Contains(answer.StatusCode), $"{role} {Name(route)}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_session_that_is_over_is_nobodys()
    {
        var person = (await opened.Site.SignInAsync("editor")).Id;
        var cookies = new[] { opened.Site.Session(person, TimeSpan.FromSeconds(-1)), opened.Site.Session("nobody", TimeSpan.FromHours(1)), "dialog-desk=CfDJ8nonsense" };
        foreach (var route in Ruled().Where(route => Path(route).StartsWith("/api", StringComparison.Ordinal)))
        {
            foreach (var cookie in cookies)
            {
                using var answer = await AskAsync(opened.Site.Browser(cookie), route);

                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{Name(route)}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Every_page_and_answer_carries_what_browsers_need_to_know()
    {
        var script = opened.Site.Script();
        foreach (var route in opened.Site.Routes.Where(route => Method(route) == "GET" && Path(route) is not ("/chat/stream" or "/x")))
        {
            using var answer = await AskAsync(script, route);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

            Assert.True(answer.Headers.GetValues("X-Content-Type-Options").Single() == "nosniff" && answer.Headers.GetValues("Referrer-Policy").Single() == "no-referrer" && answer.Headers.Contains("Permissions-Policy"), Name(route));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors", policy, StringComparison.Ordinal);
            Assert.True(Name(route).StartsWith("GET /api", StringComparison.Ordinal) || !policy.Contains("unsafe", StringComparison.Ordinal), Name(route));
        }
    }

    [Fact]
    public async Task Guesses_are_counted_by_client_behind_a_proxy_too()
    {
        await using var site = await OpenSite.OpenAsync(new() { ["ForwardedHeaders_Enabled"] = "true" });
        var script = site.Script(token: null);
        async Task<HttpStatusCode> GuessAsync(string client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/signin?token=guess") { Headers = { { "X-Forwarded-For", client } } };
            using var answer = await script.SendAsync(request, Cancelled);
            return answer.StatusCode;
        }

        var first = new List<HttpStatusCode>();
        for (var guess = 0; guess < 31; guess++)
        {
            first.Add(await GuessAsync("2001:db8:1:1::" + guess.ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests), (first[29], first[30]));
        Assert.Equal(HttpStatusCode.Unauthorized, await GuessAsync("203.0.113.7"));
    }

    [Fact]
    public async Task The_desks_token_opens_every_call()
    {
        var script = opened.Site.Script();
        foreach (var route in Ruled())
        {
            using var answer = await AskAsync(script, route);

            Assert.True(answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{Name(route)}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_address_that_is_none_and_a_method_that_is_none_say_so()
    {
        var browser = opened.Site.Browser();
        using var nowhere = await browser.GetAsync(new Uri("/nowhere", UriKind.Relative), Cancelled);
        using var wrong = await browser.DeleteAsync(new Uri("/api/v1/people", UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (nowhere.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task HEAD_is_answered_wherever_GET_is_and_a_method_that_is_none_says_which_there_are()
    {
        var script = opened.Site.Script();
        var refused = new List<string>();
        foreach (var path in opened.Site.Routes.Where(route => !IsFile(route)).Select(Path).Distinct().Where(path => path is not ("/chat/stream" or "/x" or "/api/messages")))
        {
            var (get, head, options) = (await SendAsync(HttpMethod.Get, path), await SendAsync(HttpMethod.Head, path), await SendAsync(HttpMethod.Options, path));

            Assert.True((head.Status, head.Type, head.Length) == (get.Status, get.Type, 0), $"{path}: GET {get}, HEAD {head}");
            Assert.True(options.Status == HttpStatusCode.MethodNotAllowed && options.Allow.Length > 0 && options.Allow.Contains("GET") == (get.Status != HttpStatusCode.MethodNotAllowed), $"{path}: GET {get.Status}, {string.Join(", ", options.Allow)}");
            if (get.Status == HttpStatusCode.MethodNotAllowed)
            {
                Assert.Equal((path, string.Join(", ", options.Allow)), (path, string.Join(", ", get.Allow)));
                refused.Add(path);
            }
        }

        Assert.Empty(new[] { "/api/v1/comments", "/api/v1/drafts/x/approve", "/slack/events" }.Except(refused));

        async Task<(HttpStatusCode Status, string? Type, int Length, string[] Allow)> SendAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await script.SendAsync(request, Cancelled);
            return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (await answer.Content.ReadAsByteArrayAsync(Cancelled)).Length, [.. answer.Content.Headers.Allow.Order(StringComparer.Ordinal)]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_body_that_is_missing_is_asked_for_in_the_APIs_own_words(string body)
    {
        var script = opened.Site.Script();
        var asked = 0;
        foreach (var route in Ruled().Where(route => Path(route).StartsWith("/api/v1/", StringComparison.Ordinal) && route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true))
        {
            using var request = new HttpRequestMessage(new HttpMethod(Method(route)), Path(route)) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            using var answer = await script.SendAsync(request, Cancelled);
            var said = await answer.Content.ReadAsStringAsync(Cancelled);

            Assert.True((int)answer.StatusCode < 500 && !said.Contains("parameter", StringComparison.OrdinalIgnoreCase) && !said.Contains("Service", StringComparison.Ordinal), $"{Name(route)}: {said}");
            asked += said.Contains("A JSON body is needed. What is expected there stands in /openapi/v1.json.", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(asked > 20, $"{asked}");
    }

    [Fact]
    public async Task Whoever_signs_in_comes_where_they_wanted_and_never_to_another_site()
    {
        Assert.Equal("/series", await SignInAsync("/series"));
        foreach (var elsewhere in new[] { "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "" })
        {
            Assert.Equal("/", await SignInAsync(elsewhere));
        }

        async Task<string> SignInAsync(string to)
        {
            var browser = opened.Site.Browser();
            var page = await browser.GetStringAsync(new Uri($"/?to={Uri.EscapeDataString(to)}", UriKind.Relative), Cancelled);
            var wanted = page.Split("name=\"to\" value=\"") is [_, var rest] ? WebUtility.HtmlDecode(rest[..rest.IndexOf('"', StringComparison.Ordinal)]) : to;
            using var answer = await browser.PostAsync(new Uri("/signin", UriKind.Relative), new FormUrlEncodedContent([new("token", OpenSite.Token), new("to", wanted), new("__RequestVerificationToken", Forms.TokenOf(page))]), Cancelled);
            return answer.Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task A_token_that_is_nearly_the_desks_is_none()
    {
        const string Token = OpenSite.Token;
        foreach (var token in new[] { $"{Token[..^1]}x", $"x{Token[1..]}", Token[..^1], $"{Token}x", Token.ToUpperInvariant() })
        {
            using var answer = await opened.Site.Script(token).GetAsync(new Uri("/api/v1/people", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_mistyped_key_loses_nothing_of_where_one_wanted_and_a_form_without_a_session_says_that_nothing_was_saved()
    {
        var browser = opened.Site.Browser();
        var token = Forms.TokenOf(await browser.GetStringAsync(new Uri("/?to=/series", UriKind.Relative), Cancelled));
        Assert.Contains("name=\"to\" value=\"/series\"", await SendAsync("/signin", "/series"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", await SendAsync("/signin", "//evil.example"), StringComparison.Ordinal);
        Assert.Contains("ingenting sparades", await SendAsync("/people", "/"), StringComparison.Ordinal);
        Assert.Contains("nothing was saved", await SendAsync("/people?lang=en", "/"), StringComparison.Ordinal);

        async Task<string> SendAsync(string path, string to)
        {
            using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new("token", "mistyped"), new("to", to), new("__RequestVerificationToken", token)]), Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        }
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_use_the_session()
    {
        var browser = opened.Site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        using var own = await browser.GetAsync(new Uri("/api/v1/people", UriKind.Relative), Cancelled);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/v1/people") { Content = JsonContent.Create(new { name = "Anna" }), Headers = { { "Origin", "https://evil.example" } } };
        using var refused = await browser.SendAsync(foreign, Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (own.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task Whoever_is_signed_in_changes_nothing_from_a_page_of_another_site()
    {
        var browser = opened.Site.Browser((await opened.Site.SignInAsync("admin")).Cookie);
        foreach (var route in opened.Site.Routes.Where(route => Method(route) is not ("GET" or "HEAD") && Path(route) is not ("/api/messages" or "/slack/events" or "/slack/commands" or "/slack/interactions")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(Method(route)), Path(route)) { Content = new FormUrlEncodedContent([new("action", "none")]), Headers = { { "Origin", "https://evil.example" }, { "Sec-Fetch-Site", "cross-site" } } };
            using var answer = await browser.SendAsync(request, Cancelled);

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType, $"{Name(route)}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/metrics/")]
    [InlineData("/METRICS/")]
    [InlineData("/%6Detrics/")]
    public async Task The_figures_are_shut_however_their_address_is_written(string path)
    {
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await AskAsync(token: null), await AskAsync(OpenSite.Token)));

        async Task<HttpStatusCode> AskAsync(string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
            using var answer = await opened.Site.Script(token).SendAsync(request, Cancelled);
            return answer.StatusCode;
        }
    }

    private IEnumerable<RouteEndpoint> Ruled() => opened.Site.Routes.Where(route => route.Metadata.GetMetadata<Rule>() is not null);

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, RouteEndpoint route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method(route)), Path(route));
        request.Content = Method(route) is "GET" or "DELETE" ? null
            : route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is { Count: > 0 } types && types[0] is var type && type != "application/json" ? Written(type)
            : JsonContent.Create(new { });
        return await client.SendAsync(request, Cancelled);
    }

    private static HttpContent Written(string type) => type is "application/x-www-form-urlencoded" or "multipart/form-data"
        ? new FormUrlEncodedContent([new("action", "none")])
        : new StringContent("", new MediaTypeHeaderValue(type));

    /// <summary>A file of the program.</summary>
    private static bool IsFile(RouteEndpoint route) => route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Name(RouteEndpoint route) => $"{Method(route)} /{route.RoutePattern.RawText?.TrimStart('/')}";

    private static string Method(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    private static string Path(RouteEndpoint route) => $"/{string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "x"))))}";

    public sealed class Opened : IAsyncLifetime
    {
        internal OpenSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await OpenSite.OpenAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
