using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Api;

/// <summary>What holds for every call of the REST API.</summary>
public sealed class RestTests(RestTests.Opened opened) : IClassFixture<RestTests.Opened>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/nothing/at/all", 404)]
    [InlineData("DELETE", "/api/v1/people", 405)]
    [InlineData("POST", "/api/v1/people", 415)]
    [InlineData("POST", "/api/v1/series", 415)]
    public async Task An_error_is_problem_details_whatever_the_caller_accepts(string method, string path, int status)
    {
        foreach (var accepts in new[] { "application/json", "text/html", "image/png" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? new StringContent("name=Anna") : null, Headers = { { "Accept", accepts } } };
            using var answer = await opened.Script.SendAsync(request, Cancelled);
            var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);

            Assert.Equal((status, "application/problem+json", status), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (int)problem!["status"]!));
            Assert.False(string.IsNullOrEmpty((string?)problem["title"]) || string.IsNullOrEmpty((string?)problem["detail"]), problem.ToJsonString());
        }
    }

    [Fact]
    public async Task What_is_due_before_an_instant_must_have_left_or_appears_before_it()
    {
        var person = (await opened.Site.AddOnTheWebAsync("Anna Ek")).Id;
        await OpenAsync(new { topic = "Manus", personId = person, copyDeadline = "2031-05-02T10:00:00Z" });
        await OpenAsync(new { topic = "Tryck", personId = person, publishOn = "2031-05-03" });
        await OpenAsync(new { topic = "Någon gång", personId = person });

        Assert.Empty(await DueAsync("2031-05-02T10:00:00Z"));
        Assert.Equal(["Manus"], await DueAsync("2031-05-02T22:00:00Z"));
        Assert.Equal(["Manus", "Tryck"], await DueAsync("2031-05-02T22:00:01Z"));
        Assert.Empty(await DueAsync("0001-01-01T00:00:00Z"));

        async Task OpenAsync(object order)
        {
            using var opening = await opened.Script.PostAsJsonAsync("/api/v1/assignments", order, Cancelled);
            Assert.Equal(HttpStatusCode.Created, opening.StatusCode);
        }

        async Task<IEnumerable<string>> DueAsync(string before) =>
            (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments?person={person}&due-before={before}", Cancelled))!["items"]!.AsArray().Select(item => (string)item!["topic"]!).Order();
    }

    [Fact]
    public async Task A_page_that_is_none_is_said_in_the_readers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html" }, { "Accept-Language", "en" } } };
        using var answer = await opened.Site.Script(token: null).SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page.", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_tells_what_can_go_wrong_with_every_call()
    {
        var document = (await opened.Script.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Cancelled))!;
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", Body: operation.Value!.AsObject()))).ToList();

        Assert.NotEmpty(operations);
        Assert.NotNull(document["components"]!["securitySchemes"]!["deskToken"]);
        Assert.Single(document["security"]!.AsArray());
        Assert.All(operations, operation =>
        {
            var (name, body) = operation;
            var responses = body["responses"]!.AsObject();
            string[] wanted =
            [
                "401", "403", "429", "503",
                .. name.Contains('{', StringComparison.Ordinal) ? ["404"] : Array.Empty<string>(),
                .. name.StartsWith("GET", StringComparison.Ordinal) || name.StartsWith("DELETE", StringComparison.Ordinal) ? Array.Empty<string>() : ["400", "409", "413", "415"],
                .. responses.ContainsKey("201") ? ["422"] : Array.Empty<string>(),
                .. name.Contains("/drafts/", StringComparison.Ordinal) && !name.StartsWith("GET", StringComparison.Ordinal) ? ["412"] : Array.Empty<string>(),
            ];
            Assert.True(Array.TrueForAll(wanted, status => responses[status]?["content"]?["application/problem+json"] is not null), $"{name}: {responses.ToJsonString()}");
            Assert.True(!string.IsNullOrEmpty((string?)body["summary"]), name);
            Assert.True(!responses.ContainsKey("201") || Has(body, "Idempotency-Key"), name);
            Assert.True(!wanted.Contains("412") || Has(body, "If-Match"), name);
            Assert.True(body["requestBody"]?["content"]?["application/json"] is not { } json || json["example"] is not null, $"{name} has no example");
        });

        static bool Has(JsonObject operation, string header) => operation["parameters"]?.AsArray().Any(parameter => (string?)parameter!["in"] == "header" && (string?)parameter["name"] == header) == true;
    }

    [Fact]
    public async Task What_is_sent_again_with_its_key_is_made_once_and_another_body_is_refused()
    {
        var (anna, bo, eva) = (await PersonAsync("anna"), await PersonAsync("bo"), await PersonAsync("eva"));
        var assignment = (string)(await MakeAsync("assignments", new { topic = "Varför twittrar kommunchefen?", personId = anna }, key: null)).Body["id"]!;
        (string Path, object Body, object Other)[] calls =
        [
            ("people", new { name = "Disa" }, new { name = "Dag" }),
            ("series", new { title = "Månadsannonsen", editions = new[] { "2199-02-25" }, personIds = new[] { anna }, questions = new[] { new { topic = "Varför?" } } }, new { title = "En annan", editions = new[] { "2199-02-25" }, personIds = new[] { anna }, questions = new[] { new { topic = "Varför?" } } }),
            ("assignments", new { topic = "Vad händer på badet?", personId = anna }, new { topic = "Vad händer i skolan?", personId = anna }),
            ($"assignments/{assignment}/reactions", new { text = "Bra!" }, new { text = "Dåligt!" }),
            ($"assignments/{assignment}/also-ask", new { personId = bo }, new { personId = eva }),
            ($"assignments/{assignment}/reassign", new { personId = eva }, new { personId = bo }),
        ];
        foreach (var (path, body, other) in calls)
        {
            var first = await MakeAsync(path, body, "key-1");
            var again = await MakeAsync(path, body, "key-1");
            var another = await MakeAsync(path, other, "key-1");
            var fresh = path.EndsWith("reassign", StringComparison.Ordinal) ? first : await MakeAsync(path, body, "key-2");

            Assert.Equal((path, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (path, first.Status, again.Status, another.Status));
            Assert.Equal((string?)first.Body["id"], (string?)again.Body["id"]);
            Assert.True(fresh == first || (string?)fresh.Body["id"] != (string?)first.Body["id"], path);
        }
    }

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public async Task A_time_zone_has_the_name_it_has_everywhere(string zone)
    {
        var person = await PersonAsync("zonen");
        using var added = await opened.Script.PostAsJsonAsync("/api/v1/people", new { name = "Zon", timeZone = zone }, Cancelled);
        using var changed = await opened.Script.PatchAsJsonAsync($"/api/v1/people/{person}", new { timeZone = zone }, Cancelled);
        using var imported = await opened.Script.PostAsync("/api/v1/people/import", new StringContent($"name;timeZone\nZon;{(zone.Length > 0 ? zone : "x")}\n", Encoding.UTF8, "text/csv"), Cancelled);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (added.StatusCode, changed.StatusCode, imported.StatusCode));
    }

    [Fact]
    public async Task What_readers_said_is_read_in_order_and_in_pages()
    {
        var assignment = (string)(await MakeAsync("assignments", new { topic = "Varför twittrar kommunchefen?", personId = await PersonAsync("ylva") }, key: null)).Body["id"]!;
        for (var number = 0; number < 101; number++)
        {
            await MakeAsync($"assignments/{assignment}/reactions", new { text = $"Reaktion {number}" }, $"reaction-{number}");
        }

        var first = (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/reactions", Cancelled))!;
        var second = (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/reactions?cursor={first["next"]}", Cancelled))!;

        Assert.Equal((100, 1, null), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count, (string?)second["next"]));
        Assert.Equal(101, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["text"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_key_is_the_callers_own_and_a_broken_one_is_refused()
    {
        var (_, _, browser) = await opened.EditorAsync();
        var script = await MakeAsync("people", new { name = "Gun" }, "shared");
        using var editors = await SendAsync(browser, "people", new { name = "Gun" }, "shared");
        var broken = await MakeAsync("people", new { name = "Gun" }, new string('k', 201));

        Assert.Equal(HttpStatusCode.Created, editors.StatusCode);
        Assert.NotEqual((string?)script.Body["id"], (string?)(await editors.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]);
        Assert.Equal((HttpStatusCode.BadRequest, true), (broken.Status, broken.Body["errors"]!.AsObject().ContainsKey("Idempotency-Key")));
    }

    [Fact]
    public async Task Every_list_comes_in_pages()
    {
        var person = await PersonAsync("siv");
        for (var number = 0; number < 101; number++)
        {
            await MakeAsync("series", new { title = $"Serie {number}", editions = new[] { "2199-02-25" }, personIds = new[] { person }, questions = new[] { new { topic = "Varför?" } } }, key: null);
            await MakeAsync("people", new { name = $"Person {number}" }, key: null);
        }

        foreach (var path in new[] { "series", "people" })
        {
            var (seen, next, pages) = (new HashSet<string>(), (string?)null, 0);
            do
            {
                var page = (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/{path}{(next is null ? "" : $"?cursor={next}")}", Cancelled))!;
                Assert.True(page["items"]!.AsArray().Count is > 0 and <= 100 && page["items"]!.AsArray().All(item => seen.Add((string)item!["id"]!)), path);
                (next, pages) = ((string?)page["next"], pages + 1);
            }
            while (next is not null);

            Assert.True(pages > 1 && seen.Count > 100, path);
        }
    }

    [Fact]
    public async Task Only_those_who_give_roles_make_somebody_staff()
    {
        var (_, _, browser) = await opened.EditorAsync();
        using var respondent = await SendAsync(browser, "people", new { name = "Rut" }, key: null);
        using var admin = await SendAsync(browser, "people", new { name = "Rut", roles = new[] { "admin" } }, key: null);
        var rut = (string)(await respondent.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]!;
        using var raised = await browser.PatchAsJsonAsync($"/api/v1/people/{rut}", new { roles = new[] { "admin" } }, Cancelled);
        using var renamed = await browser.PatchAsJsonAsync($"/api/v1/people/{rut}", new { title = "rektor" }, Cancelled);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (respondent.StatusCode, admin.StatusCode, raised.StatusCode, renamed.StatusCode));
    }

    private async Task<string> PersonAsync(string user) => (string)(await MakeAsync("people", new { name = user, addresses = new[] { new { channel = "web", user = $"{user}-{Guid.NewGuid():N}" } } }, key: null)).Body["id"]!;

    private async Task<(HttpStatusCode Status, JsonObject Body)> MakeAsync(string path, object body, string? key)
    {
        using var answer = await SendAsync(opened.Script, path, body, key);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancelled);
    }

    public sealed class Opened : IAsyncLifetime
    {
        internal OpenSite Site { get; private set; } = null!;

        internal HttpClient Script { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await OpenSite.OpenAsync();
            Script = Site.Script();
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        /// <summary>A browser in which an editor is signed in.</summary>
        internal async Task<(string Id, string Name, HttpClient Browser)> EditorAsync()
        {
            var (id, cookie) = await Site.SignInAsync("editor");
            return (id, "editor", Site.Browser(cookie));
        }
    }
}
