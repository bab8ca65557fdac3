using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Channels.Hooks;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("""{"topic":"Manus","personId":"1","copyDeadline":"2031-05-02T10:00:00"}""", "$.copyDeadline")]
    [InlineData("""{"topic":"Manus","personId":"1","remindAt":["2031-05-02T10:00:00Z","2031-05-02T10:00"]}""", "$.remindAt[1]")]
    [InlineData("""{"topic":"Manus","personId":"1","due":"2031-05-02"}""", "$.due")]
    public async Task An_instant_in_a_body_needs_its_offset(string body, string at)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await opened.Script.PostAsync(new Uri("/api/v1/assignments", UriKind.Relative), content, Cancelled);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"{at}. An instant needs its offset", (string?)problem!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "people", """{"name":"Anna\nEk"}""", "name")]
    [InlineData("POST", "people", """{"name":"Anna Ek","title":"kommun\r\nchef"}""", "title")]
    [InlineData("PATCH", "people/{id}", """{"name":"Anna\tEk"}""", "name")]
    [InlineData("PATCH", "people/{id}", """{"name":"Anna\u2028Ek"}""", "name")]
    [InlineData("PATCH", "people/{id}", """{"name":" "}""", "name")]
    [InlineData("POST", "people", """{"name":"\u200B"}""", "name")]
    [InlineData("PATCH", "people/{id}", """{"name":"\u202E\u2066"}""", "name")]
    [InlineData("POST", "assignments", """{"topic":"\u2060","personId":"{id}"}""", "topic")]
    [InlineData("PATCH", "assignments/{id}", """{"topic":"\u00AD"}""", "topic")]
    [InlineData("POST", "assignments", """{"topic":"Varför\ntwittrar du?","personId":"{id}"}""", "topic")]
    [InlineData("PATCH", "assignments/{id}", """{"topic":"Varför\ntwittrar du?"}""", "topic")]
    [InlineData("POST", "series", """{"title":"Annonsen\n","rule":{"nth":1,"weekday":"thursday"},"personIds":["{id}"],"questions":[{"topic":"Vad\nhänder?"}]}""", "questions")]
    public async Task A_name_a_title_and_a_question_are_one_line(string method, string path, string body, string field)
    {
        var id = await PersonAsync("rad");
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{path.Replace("{id}", id, StringComparison.Ordinal)}") { Content = new StringContent(body.Replace("{id}", id, StringComparison.Ordinal), Encoding.UTF8, "application/json") };
        using var answer = await opened.Script.SendAsync(request, Cancelled);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], problem!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task What_cannot_be_seen_or_turns_the_line_is_left_out_of_names_and_questions()
    {
        var (_, person) = await MakeAsync("people", new { name = "Anna\u202E Ek\u200B", title = "kommun\u00ADchef", addresses = new[] { new { channel = "web", user = "osynlig" } } }, key: null);
        Assert.Equal(("Anna Ek", "kommunchef"), ((string?)person["name"], (string?)person["title"]));

        var (_, order) = await MakeAsync("assignments", new { topic = "Varför\u2066 bygger ni?\u202E", brief = "Hej!\u202E", personId = (string?)person["id"], enumeration = new[] { "\u200B", "Fler\u200B bänkar" } }, key: null);
        Assert.Equal(("Varför bygger ni?", "Hej!"), ((string?)order["topic"], (string?)order["brief"]));
        Assert.Equal(["Fler bänkar"], order["enumeration"]!.AsArray().Select(line => (string?)line));

        using var changed = await opened.Script.PatchAsJsonAsync($"/api/v1/assignments/{order["id"]}", new { topic = "Varför\u202A bygger ni nu?" }, Cancelled);
        Assert.Equal("Varför bygger ni nu?", (string?)(await changed.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["topic"]);
    }

    [Theory]
    [InlineData("https://almby.example/a b")]
    [InlineData("https://almby.example/\na")]
    [InlineData("almby.example")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_that_readers_cannot_open_is_none(string address)
    {
        var order = await MakeAsync("assignments", new { topic = "Manus", personId = await PersonAsync("länk"), link = address }, key: null);
        var reaction = await MakeAsync("assignments/1/reactions", new { text = "Bra.", url = address }, key: null);
        var published = await MakeAsync("drafts/1-web/published", new { url = address }, key: null);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], new[] { order.Status, reaction.Status, published.Status });
        Assert.Equal(["link", "url", "url"], new[] { order, reaction, published }.Select(answer => Assert.Single(answer.Body["errors"]!.AsObject()).Key));
    }

    [Fact]
    public async Task A_title_is_taken_away_by_an_empty_one_and_stays_when_it_is_left_out()
    {
        using var added = await opened.Script.PostAsJsonAsync("/api/v1/people", new { name = "Ove Ek", title = "rektor" }, Cancelled);
        var path = $"/api/v1/people/{(await added.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]}";
        async Task<string?> ChangeAsync(object change)
        {
            using var answer = await opened.Script.PatchAsJsonAsync(path, change, Cancelled);
            return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["title"];
        }

        Assert.Equal("rektor", await ChangeAsync(new { name = "Ove Ek" }));
        Assert.Null(await ChangeAsync(new { title = "" }));
    }

    [Fact]
    public async Task Hashtags_stand_once_each_however_they_are_written_and_a_bare_sign_is_none()
    {
        var person = (await opened.Site.AddOnTheWebAsync("Anna Ek")).Id;
        async Task<(HttpStatusCode Status, JsonObject Body)> OrderAsync(params string[] hashtags)
        {
            using var answer = await opened.Script.PostAsJsonAsync("/api/v1/assignments", new { topic = "Manus", personId = person, hashtags }, Cancelled);
            return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!);
        }

        var taken = await OrderAsync("Almby", "#almby", "##lekplats", "#Almby");

        Assert.Equal((HttpStatusCode.Created, """["#Almby","#lekplats"]"""), (taken.Status, taken.Body["hashtags"]!.ToJsonString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await OrderAsync("#")).Status);
    }

    [Theory]
    [InlineData("#a-b", false)]
    [InlineData("#@everyone", false)]
    [InlineData("<!channel>", false)]
    [InlineData("#två ord", false)]
    [InlineData("#2027", false)]
    [InlineData("#SmåOrd_2027", true)]
    [InlineData("#Sma\u030AOrd", true)]
    public async Task A_hashtag_is_what_the_platforms_take_for_one(string hashtag, bool taken)
    {
        var person = (await opened.Site.AddOnTheWebAsync("Anna Ek")).Id;
        using var answer = await opened.Script.PostAsJsonAsync("/api/v1/assignments", new { topic = "Manus", personId = person, hashtags = new[] { hashtag } }, Cancelled);

        Assert.Equal(taken ? HttpStatusCode.Created : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_was_erased_has_no_role_left_and_not_one_without_a_name()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();
        var (assignment, draft) = await HookTests.AnswerAsync(site);
        var person = (string?)(await script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}", Cancelled))!["personId"];
        using var approved = await script.PostAsync(new Uri($"/api/v1/drafts/{draft}/approve", UriKind.Relative), content: null, Cancelled);
        using var erased = await script.DeleteAsync(new Uri($"/api/v1/people/{person}", UriKind.Relative), Cancelled);

        var left = await script.GetFromJsonAsync<JsonObject>($"/api/v1/people/{person}", Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (approved.StatusCode, erased.StatusCode));
        Assert.Equal("[]", left!["roles"]!.ToJsonString());
    }

    [Fact]
    public async Task A_text_cannot_leave_after_its_day_in_print()
    {
        using var answer = await opened.Script.PostAsJsonAsync("/api/v1/assignments/preview", new { topic = "Manus", personId = "1", publishOn = "2031-05-02", copyDeadline = "2031-05-02T22:00:00Z" }, Cancelled);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["copyDeadline"], problem!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("""{"copyDeadline":"2031-05-03T22:00:00Z"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"publishOn":"2031-05-01"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"copyDeadline":"2031-05-03T21:59:00Z"}""", HttpStatusCode.OK)]
    [InlineData("""{"publishOn":"2031-05-01","copyDeadline":"2031-05-01T10:00:00Z"}""", HttpStatusCode.OK)]
    public async Task A_date_that_is_changed_is_held_against_the_other_as_it_stands(string change, HttpStatusCode expected)
    {
        var order = new { topic = "Manus", personId = await PersonAsync("dag"), publishOn = "2031-05-03", copyDeadline = "2031-05-02T10:00:00Z" };
        var id = (string)(await MakeAsync("assignments", order, key: null)).Body["id"]!;
        using var content = new StringContent(change, Encoding.UTF8, "application/json");
        using var answer = await opened.Script.PatchAsync(new Uri($"/api/v1/assignments/{id}", UriKind.Relative), content, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_look_at_an_order_with_reminders_of_its_own_shows_those_that_are_ahead_and_no_nudges()
    {
        var (person, _) = await opened.Site.AddOnTheWebAsync("Astrid");
        using var answer = await opened.Script.PostAsJsonAsync("/api/v1/assignments/preview", new { topic = "Manus", personId = person, publishOn = "2131-05-03", remindAt = new[] { "2020-05-02T10:00:00Z", "2131-04-20T10:00:00Z" } }, Cancelled);
        var preview = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;

        Assert.Equal(["2131-04-20T10:00:00+00:00"], preview["reminders"]!.AsArray().Select(reminder => (string)reminder!["at"]!));
        Assert.Equal(["question", "escalation", "answersIn", "copyDeadline", "proof", "publication"], preview["plan"]!.AsArray().Select(step => (string)step!["step"]!));
    }

    [Fact]
    public async Task The_description_says_what_an_instant_is()
    {
        var order = (await opened.Script.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Cancelled))!["components"]!["schemas"]!["NewAssignment"]!["properties"]!;

        Assert.Equal("date-time", (string?)order["copyDeadline"]!["format"]);
        Assert.Equal("date-time", (string?)order["remindAt"]!["items"]!["format"]);
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
        Assert.Equal(["Manus", "Tryck"], await DueAsync("9999-12-31T23:59:59Z"));
        Assert.Equal(["Manus"], await DueAsync("2031-05-02T12:00:01+02:00"));
        Assert.Equal(["Manus"], await DueAsync("2031-05-03"));
        Assert.Equal(["Manus", "Tryck"], await DueAsync("2031-05-04"));
        Assert.Equal(["Manus", "Någon gång", "Tryck"], await DueAsync(""));

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
    public async Task An_account_has_one_register()
    {
        using var content = new StringContent("""{"accounts":[{"id":"a","outlet":"x","name":"Almby","handle":"@almby","register":"professional, private"}]}""", Encoding.UTF8, "application/json");
        using var answer = await opened.Script.PutAsync(new Uri("/api/v1/outlets/changes", UriKind.Relative), content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("accounts[0].register", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enumeration_in_the_description_is_its_names_and_never_null()
    {
        var schemas = (await opened.Script.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Cancelled))!["components"]!["schemas"]!.AsObject();

        Assert.Equal(["pending", "sending", "sent", "unknown", "failed"], schemas["OutboxStatus"]!["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["quick", "standard", "long"], schemas["Track"]!["enum"]!.AsArray().Select(name => (string?)name));
        Assert.All(schemas, schema => Assert.DoesNotContain(schema.Value!["enum"]?.AsArray() ?? [], name => name is null));
        Assert.Contains("OutboxStatus", schemas["TranscriptLine"]!["properties"]!["delivery"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"quick\"", schemas["NewAssignment"]!["properties"]!["track"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_stands_in_the_description()
    {
        var document = (await opened.Script.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Cancelled))!;
        var (assignment, draft) = await HookTests.AnswerAsync(opened.Site, "Vad som står i beskrivningen");
        var person = (string)(await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}", Cancelled))!["personId"]!;
        var calls = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Method: operation.Key.ToUpperInvariant(), Template: path.Key))).Where(call => call.Template != "/api/v1/people/{id}" || call.Method != "DELETE").ToList();
        var unlisted = new List<string>();
        foreach (var (method, template) in calls)
        {
            string[] ids = template.Contains("{period}", StringComparison.Ordinal) ? ["2026", "1999-01", "x"] : template.Contains("/assignments/", StringComparison.Ordinal) ? [assignment, "x"]
                : template.Contains("/drafts/", StringComparison.Ordinal) ? [draft, "x"] : template.Contains("/people/", StringComparison.Ordinal) ? [person, "x"] : ["x"];
            foreach (var path in ids.Select(id => System.Text.RegularExpressions.Regex.Replace(template, @"\{\w+\}", id)).Distinct())
            {
                await AskAsync(method, template, method != "GET" ? path : template.EndsWith("answers", StringComparison.Ordinal) ? $"{path}?assignment={assignment}" : $"{path}?q=torget");
            }
        }

        foreach (var format in (string[])["md", "txt", "docx", "json", "pdf"])
        {
            await AskAsync("GET", "/api/v1/assignments/{id}/export", $"/api/v1/assignments/{assignment}/export?format={format}");
        }

        await AskAsync("GET", "/api/v1/answers", "/api/v1/answers?assignment=x");
        await AskAsync("POST", "/api/v1/assignments/preview", "/api/v1/assignments/preview", """{"topic":"A","personId":"x"}""");

        Assert.Empty(unlisted);

        async Task AskAsync(string method, string template, string path, string body = "{}")
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method is "GET" or "DELETE" ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            using var answer = await opened.Script.SendAsync(request, Cancelled);
            var listed = document["paths"]![template]![method.ToLowerInvariant()]!["responses"]![$"{(int)answer.StatusCode}"];
            if (listed is null || answer.Content.Headers.ContentType?.MediaType is { } type && listed["content"]?[type] is null || answer.Content.Headers.ContentType is null && listed["content"] is not null)
            {
                unlisted.Add($"{method} {path}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType?.MediaType}");
            }
        }
    }

    [Fact]
    public async Task What_is_sent_again_with_its_key_is_made_once_and_another_body_is_refused()
    {
        foreach (var (path, body, other) in await KeyedCallsAsync())
        {
            var first = await MakeAsync(path, body, "key-1");
            var again = await MakeAsync(path, body, "key-1");
            var another = await MakeAsync(path, other, "key-1");
            var fresh = path.EndsWith("reassign", StringComparison.Ordinal) || path.EndsWith("also-ask", StringComparison.Ordinal) ? first : await MakeAsync(path, body, "key-2");

            Assert.Equal((path, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (path, first.Status, again.Status, another.Status));
            Assert.Equal((string?)first.Body["id"], (string?)again.Body["id"]);
            Assert.True(fresh == first || (string?)fresh.Body["id"] != (string?)first.Body["id"], path);
        }
    }

    [Fact]
    public async Task What_is_sent_twice_at_the_same_time_is_made_once_and_of_two_bodies_one_is_taken()
    {
        await using var beside = TestStore.IsPostgreSql ? await OpenSite.OpenBesideAsync(opened.Site) : null;
        var scripts = new[] { opened.Script, beside?.Script() ?? opened.Script };
        foreach (var (path, body, other) in await KeyedCallsAsync())
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            {
                using var answer = await SendAsync(scripts[number / 2 % 2], path, number % 2 == 0 ? body : other, "at-once");
                return (answer.StatusCode, Id: (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]);
            }));

            Assert.True(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created) == 1, $"{path}: {string.Join(' ', answers.Select(answer => answer.StatusCode))}");
            Assert.Equal((path, 9, 10), (path, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity)));
            Assert.Single(answers.Select(answer => answer.Id).OfType<string>().Distinct());
        }
    }

    [Fact]
    public async Task An_order_is_known_by_its_key_though_it_was_changed_since()
    {
        var order = new { topic = "Vad händer på badet?", personId = await PersonAsync("ulla"), outlets = new[] { "web" } };
        var id = (string)(await MakeAsync("assignments", order, "changed-since")).Body["id"]!;
        using var changed = await opened.Script.PatchAsJsonAsync($"/api/v1/assignments/{id}", new { topic = "Vad händer på biblioteket?" }, Cancelled);

        var again = await MakeAsync("assignments", order, "changed-since");
        var another = await MakeAsync("assignments", new { topic = "Vad händer på biblioteket?", order.personId, order.outlets }, "changed-since");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, id, HttpStatusCode.UnprocessableEntity), (changed.StatusCode, again.Status, (string?)again.Body["id"], another.Status));
    }

    [Fact]
    public async Task A_key_that_an_earlier_release_kept_without_the_body_is_known()
    {
        var order = new { topic = "Vad händer på badet?", personId = await PersonAsync("ulf") };
        var id = (string)(await MakeAsync("assignments", order, key: null)).Body["id"]!;
        await using (var db = await opened.Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled))
        {
            await db.Assignments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.RequestKey, "assign-request:kept_before%"), Cancelled);
        }

        var again = await MakeAsync("assignments", order, "kept_before%");
        var another = await MakeAsync("assignments", new { topic = "Vad händer i skolan?", order.personId }, "kept_before%");

        Assert.Equal((HttpStatusCode.OK, id, HttpStatusCode.UnprocessableEntity), (again.Status, (string?)again.Body["id"], another.Status));
    }

    [Fact]
    public async Task An_empty_key_is_none()
    {
        var personId = await PersonAsync("tom");
        var first = await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId }, "");
        var second = await MakeAsync("assignments", new { topic = "Vad händer i skolan?", personId }, "");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("""{"topic":"A","personId":"?","remindAt":["9999-12-31T23:59:59Z"]}""", "remindAt")]
    [InlineData("""{"topic":"A","personId":"?","picture":{"altText":"Badet","consent":7}}""", "picture")]
    [InlineData("""{"topic":"A","personId":"?","picture":{"altText":"Badet","consent":"no,notNeeded"}}""", "picture")]
    [InlineData("""{"topic":"A","personId":"?","track":"standard,long"}""", "track")]
    [InlineData("""{"topic":"A","personId":"?","track":"quick, standard"}""", "$.track")]
    [InlineData("""{"topic":"A","personId":"?","picture":{"altText":"Badet","consent":"yes, no"}}""", "$.picture.consent")]
    [InlineData("""{"topic":"A","personId":"?","adSize":7}""", "$.adSize")]
    [InlineData("""{"topic":"A","personId":"?","track":1}""", "$.track")]
    [InlineData("""{"topic":"A","personId":"?","voice":1}""", "$.voice")]
    public async Task What_no_order_can_say_is_refused_and_named(string order, string place)
    {
        using var content = new StringContent(order.Replace("?", await PersonAsync("nils"), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        content.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await opened.Script.PostAsync("/api/v1/assignments", content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(place, await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assignments?status=&person=&ad=&due-before=&cursor=")]
    [InlineData("drafts?assignment=&outlet=&status=&cursor=")]
    [InlineData("audit?subject=&by=&action=&since=&until=&cursor=")]
    public async Task A_filter_without_a_value_is_none(string path)
    {
        await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId = await PersonAsync("inga") }, key: null);

        Assert.Equal(
            (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/{path[..path.IndexOf('?', StringComparison.Ordinal)]}", Cancelled))!.ToJsonString(),
            (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/{path}", Cancelled))!.ToJsonString());
    }

    [Theory]
    [InlineData("since")]
    [InlineData("until")]
    public async Task The_audit_log_is_read_from_an_instant_or_a_day_on(string bound)
    {
        await PersonAsync("spår");
        foreach (var early in new[] { "2000-01-01", "2000-01-01T00:00:00Z", "2000-01-01T00:00:00+01:00", "0001-01-01" })
        {
            Assert.Equal(bound == "since", (await ReadAsync(early)).Count > 0);
        }

        foreach (var late in new[] { "2199-12-31", "9999-12-31", "9999-12-31T23:59:59.999+01:00" })
        {
            Assert.Equal(bound == "until", (await ReadAsync(late)).Count > 0);
        }

        using var without = await opened.Script.GetAsync(new Uri($"/api/v1/audit?{bound}=2000-01-01T00:00:00", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);

        async Task<JsonArray> ReadAsync(string instant) => (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/audit?{bound}={instant}", Cancelled))!["items"]!.AsArray();
    }

    [Fact]
    public async Task Reactions_that_are_not_there_are_not_moved_out_of_their_group_either()
    {
        var assignment = (string)(await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId = await PersonAsync("eje") }, key: null)).Body["id"]!;
        var reaction = (string)(await MakeAsync($"assignments/{assignment}/reactions", new { text = "Bra!", ask = false }, key: null)).Body["id"]!;

        var unknown = await MakeAsync($"assignments/{assignment}/reactions/move", new { reactions = new[] { "nothing" }, to = (string?)null }, key: null);
        var known = await MakeAsync($"assignments/{assignment}/reactions/move", new { reactions = new[] { reaction }, to = (string?)null }, key: null);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (unknown.Status, known.Status));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Whether_it_lives_can_be_asked_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await opened.Site.Script(token: null).SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_id_of_Teams_in_capitals_is_the_same_address()
    {
        var (tenant, user) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var small = await MakeAsync("people", new { name = "Karin", addresses = new[] { new { channel = "teams", workspace = tenant, user } } }, key: null);
        var big = await MakeAsync("people", new { name = "Karin", addresses = new[] { new { channel = "teams", workspace = tenant.ToUpperInvariant(), user = user.ToUpperInvariant() } } }, key: null);
        using var table = await opened.Script.PostAsync("/api/v1/people/import?dry-run=true", new StringContent($"name;teams\nKarin;{tenant.ToUpperInvariant()}:{user.ToUpperInvariant()}\n", Encoding.UTF8, "text/csv"), Cancelled);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (small.Status, big.Status));
        Assert.Equal((string?)small.Body["id"], (string?)(await table.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["items"]![0]!["personId"]);
    }

    [Fact]
    public async Task A_table_with_one_line_more_asks_that_line_only_until_the_others_are_over()
    {
        var (first, second) = (await PersonAsync("rad ett"), await PersonAsync("rad två"));
        var line = $"Varför badet?;{first};2199-02-25;ad x";
        var one = (await ImportAsync(line))[0];

        var two = await ImportAsync(line, $"Varför badet?;{second};2199-02-25;ad x", $"Varför badet?;{first};2199-03-28;ad x", $"Varför badet?;{first};2199-02-25;web");
        Assert.Equal([one.Id, two[1].Id, two[2].Id, two[3].Id], two.Select(imported => imported.Id).Distinct());
        Assert.Equal([false, true, true, true], two.Select(imported => imported.New));

        await MakeAsync($"assignments/{one.Id}/withdraw", new { }, key: null);
        Assert.Equal([true, false], (await ImportAsync(line, $"Varför badet?;{second};2199-02-25;ad x")).Select(imported => imported.New));

        async Task<List<(string Id, bool New)>> ImportAsync(params string[] lines)
        {
            using var answer = await opened.Script.PostAsync("/api/v1/assignments/import", new StringContent($"topic;person;publishOn;outlets\n{string.Join('\n', lines)}\n", Encoding.UTF8, "text/csv"), Cancelled);
            return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["items"]!.AsArray().Select(item => ((string)item!["assignmentId"]!, (bool)item["new"]!))];
        }
    }

    [Fact]
    public async Task Whoever_is_asked_for_an_ad_already_is_not_asked_again_under_another_key()
    {
        var (asked, other) = (await PersonAsync("tillfrågad"), await PersonAsync("även"));
        var own = (string)(await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId = asked }, key: null)).Body["id"]!;
        var first = await MakeAsync($"assignments/{own}/also-ask", new { personId = other }, key: "one");
        var second = await MakeAsync($"assignments/{own}/also-ask", new { personId = other }, key: "two");
        var instead = await MakeAsync($"assignments/{own}/reassign", new { personId = other }, key: "three");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status, instead.Status));
        Assert.Equal([(string?)first.Body["id"], (string?)first.Body["id"]], [(string?)second.Body["id"], (string?)instead.Body["id"]]);
        Assert.Equal("cancelled", (string?)(await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{own}", Cancelled))!["state"]);
        Assert.Single((await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments?person={other}", Cancelled))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Two_who_ask_one_more_person_at_the_same_instant_ask_once_and_after_a_withdrawal_it_may_be_asked_again()
    {
        var (asked, other) = (await PersonAsync("tillfrågad"), await PersonAsync("även"));
        var own = (string)(await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId = asked }, key: null)).Body["id"]!;
        var desk = opened.Site.Services.GetRequiredService<AssignmentDesk>();
        var row = (await desk.FindAsync(own, Cancelled))!;
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => desk.AlsoAskAsync(row, other, $"also-{own}-{number}", Cancelled), Cancelled)));

        Assert.Single(ids.Distinct());
        Assert.Single((await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments?person={other}", Cancelled))!["items"]!.AsArray());
        await MakeAsync($"assignments/{ids[0]}/withdraw", new { }, key: null);
        Assert.Equal(ids[0], await desk.AlsoAskAsync(row, other, ids[0], Cancelled));
        Assert.NotEqual(ids[0], await desk.AlsoAskAsync(row, other, newId: null, Cancelled));
    }

    [Fact]
    public async Task Who_is_known_to_read_English_is_asked_in_English_unless_the_order_says_otherwise()
    {
        var (ann, bo) = ((string)(await MakeAsync("people", new { name = "Ann Green", language = "en", addresses = new[] { new { channel = "web", user = $"ann-{Guid.NewGuid():N}" } } }, key: null)).Body["id"]!, await PersonAsync("bo"));
        var own = await MakeAsync("assignments", new { topic = "Varför badet?", personId = ann }, key: null);
        var said = await MakeAsync("assignments", new { topic = "Varför badet?", personId = ann, language = "sv" }, key: null);
        var others = await MakeAsync($"assignments/{(string)own.Body["id"]!}/reassign", new { personId = bo }, key: null);
        var preview = await MakeAsync("series", new { title = "Månadsannonsen", editions = new[] { "2199-02-25" }, personIds = new[] { ann }, questions = new[] { new { topic = "Varför?" } } }, key: null);

        Assert.Equal(["en", "sv", "sv"], [(string?)own.Body["language"], (string?)said.Body["language"], (string?)others.Body["language"]]);
        Assert.StartsWith("Hi Ann!", (string?)(await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{(string)own.Body["id"]!}/transcript", Cancelled))!["items"]![0]!["text"], StringComparison.Ordinal);
        var series = (await opened.Site.Services.GetRequiredService<SeriesBook>().FindAsync((string)preview.Body["id"]!, Cancelled))!;
        Assert.True(series.Order(series.Occurrences().First()).InTheirLanguage);
    }

    [Fact]
    public async Task What_is_answered_gets_other_dates_and_nothing_else()
    {
        var id = await opened.Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        using var dates = await opened.Script.PatchAsJsonAsync($"/api/v1/assignments/{id}", new { publishOn = "2199-02-25" }, Cancelled);
        using var topic = await opened.Script.PatchAsJsonAsync($"/api/v1/assignments/{id}", new { topic = "Varför cyklar vi?" }, Cancelled);

        var moved = (await dates.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;
        Assert.Equal((HttpStatusCode.OK, "submitted", "2199-02-25"), (dates.StatusCode, (string?)moved["state"], (string?)moved["publishOn"]));
        Assert.Contains("copyDeadline", moved["plan"]!.AsArray().Select(step => (string?)step!["step"]));
        Assert.Equal(HttpStatusCode.Conflict, topic.StatusCode);
    }

    [Fact]
    public async Task An_id_that_was_left_by_a_join_goes_on_to_work()
    {
        var (left, stands, other) = (await PersonAsync("vänster"), await PersonAsync("kvar"), await PersonAsync("annan"));
        var own = (string)(await MakeAsync("assignments", new { topic = "Vad händer på badet?", personId = left, publishOn = "2199-02-25" }, key: null)).Body["id"]!;
        await JoinAsync(left, stands);
        var feed = (string)(await MakeAsync($"people/{left}/feed", new { }, key: null)).Body["url"]!;
        var others = (string)(await MakeAsync("assignments", new { topic = "Vad händer i skolan?", personId = other, deputyId = left }, key: null)).Body["id"]!;
        var series = await MakeAsync("series", new { title = "Månadsannonsen", editions = new[] { "2199-02-25" }, personIds = new[] { left }, questions = new[] { new { topic = "Varför?" } } }, key: null);
        var also = await MakeAsync($"assignments/{others}/also-ask", new { personId = left }, key: null);
        var reassigned = await MakeAsync($"assignments/{others}/reassign", new { personId = left }, key: null);
        using var renamed = await opened.Script.PatchAsJsonAsync($"/api/v1/people/{left}", new { title = "rektor" }, Cancelled);
        using var away = await opened.Script.PutAsJsonAsync($"/api/v1/people/{left}/absences", new[] { new { first = "2199-07-01" } }, Cancelled);
        using var imported = await opened.Script.PostAsync("/api/v1/assignments/import", new StringContent($"topic;person\nVarför?;{left}\n", Encoding.UTF8, "text/csv"), Cancelled);

        Assert.Contains(own, (await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments?person={left}", Cancelled))!["items"]!.AsArray().Select(item => (string?)item!["id"]));
        Assert.Equal(stands, (string?)(await opened.Script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{others}", Cancelled))!["deputyId"]);
        Assert.Equal((HttpStatusCode.Created, stands), (series.Status, (string?)series.Body["personIds"]![0]));
        Assert.Equal((HttpStatusCode.Created, stands), (also.Status, (string?)also.Body["personId"]));
        Assert.Equal((HttpStatusCode.OK, stands), (reassigned.Status, (string?)reassigned.Body["personId"]));
        Assert.Equal((stands, "rektor"), await ReadAsync(renamed));
        Assert.Equal((stands, "rektor"), await ReadAsync(away));
        Assert.Equal(stands, (string?)(await imported.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["items"]![0]!["personId"]);

        Assert.Contains("Vad händer på badet?", await opened.Script.GetStringAsync(new Uri(feed), Cancelled), StringComparison.Ordinal);

        async Task<(string?, string?)> ReadAsync(HttpResponseMessage answer)
        {
            var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;
            return ((string?)body["id"], (string?)body["title"]);
        }
    }

    [Theory]
    [InlineData("copyDeadline", "0001-01-01 00:00", "copyDeadline: Use a year between 2000 and 2199.")]
    [InlineData("copyDeadline", "9999-12-31 23:59", "copyDeadline: Use a year between 2000 and 2199.")]
    [InlineData("deputy", "?", "deputy: The deputy has to be somebody else.")]
    public async Task A_line_of_a_table_that_cannot_be_an_order_says_why(string column, string cell, string says)
    {
        var person = await PersonAsync("rad");
        using var table = new StringContent($"topic;person;{column}\nVarför?;{person};{(cell == "?" ? person : cell)}\n", Encoding.UTF8, "text/csv");
        using var answer = await opened.Script.PostAsync("/api/v1/assignments/import", table, Cancelled);

        Assert.Equal((HttpStatusCode.BadRequest, says), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["errors"]!["line 2"]![0]));
    }

    [Theory]
    [InlineData("""{"nth":1,"weekday":"thursday,friday"}""")]
    [InlineData("""{"nth":1,"weekday":"4"}""")]
    public async Task A_series_comes_on_one_weekday_that_has_a_name(string rule)
    {
        var series = await MakeAsync("series/preview", new { title = "Månadsannonsen", rule = JsonNode.Parse(rule), personIds = new[] { await PersonAsync("rut") }, questions = new[] { new { topic = "Varför?" } } }, key: null);

        Assert.Equal((HttpStatusCode.BadRequest, true), (series.Status, series.Body["errors"]!.AsObject().ContainsKey("rule")));
    }

    [Theory]
    [InlineData("web", null, " ")]
    [InlineData("web", null, "a\nb")]
    [InlineData("slack", " ", "U1")]
    [InlineData("slack", "T\t1", "U1")]
    public async Task An_address_is_an_id_that_can_be_written_to(string channel, string? workspace, string user)
    {
        var added = await MakeAsync("people", new { name = "Karin", addresses = new[] { new { channel, workspace, user } } }, key: null);

        Assert.Equal((HttpStatusCode.BadRequest, true), (added.Status, added.Body["errors"]!.AsObject().ContainsKey("addresses")));
    }

    private async Task JoinAsync(string left, string into) => await opened.Site.Services.GetRequiredService<Database>().WriteAsync(
        async (session, token) =>
        {
            await Joins.JoinAsync(session, (await People.FindAsync(session, left, token))!, into, TimeProvider.System.GetUtcNow(), token);
            return true;
        },
        Cancelled);

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

    /// <summary>Every call that takes a key, with two bodies.</summary>
    private async Task<(string Path, object Body, object Other)[]> KeyedCallsAsync()
    {
        var (anna, bo, eva) = (await PersonAsync("anna"), await PersonAsync("bo"), await PersonAsync("eva"));
        var assignment = (string)(await MakeAsync("assignments", new { topic = "Varför twittrar kommunchefen?", personId = anna }, key: null)).Body["id"]!;
        var given = (string)(await MakeAsync("assignments", new { topic = "Varför bloggar kommunchefen?", personId = anna }, key: null)).Body["id"]!;
        var (_, draft) = await HookTests.AnswerAsync(opened.Site);
        var comment = (string)(await MakeAsync("comments", new { draftId = draft, quote = "bänkar", text = "Säger de så?" }, key: null)).Body["id"]!;
        return
        [
            ("people", new { name = "Disa" }, new { name = "Dag" }),
            ("series", new { title = "Månadsannonsen", editions = new[] { "2199-02-25" }, personIds = new[] { anna }, questions = new[] { new { topic = "Varför?" } } }, new { title = "En annan", editions = new[] { "2199-02-25" }, personIds = new[] { anna }, questions = new[] { new { topic = "Varför?" } } }),
            ("assignments", new { topic = "Vad händer på badet?", personId = anna }, new { topic = "Vad händer i skolan?", personId = anna }),
            ($"assignments/{assignment}/reactions", new { text = "Bra!" }, new { text = "Dåligt!" }),
            ("comments", new { draftId = draft, quote = "bänkar", text = "Vilka?" }, new { draftId = draft, quote = "bänkar", text = "Var?" }),
            ($"comments/{comment}/replies", new { text = "Ja." }, new { text = "Nej." }),
            ($"assignments/{assignment}/also-ask", new { personId = bo }, new { personId = eva }),
            ($"assignments/{given}/reassign", new { personId = eva }, new { personId = bo }),
        ];
    }

    [Fact]
    public async Task A_time_of_a_series_that_has_been_asked_is_neither_left_out_nor_moved_behind_the_questions_back()
    {
        var day = DateTimeOffset.UtcNow.AddDays(16).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var made = await MakeAsync("series", new { title = "Månadsannonsen", editions = new[] { day, "2199-02-25" }, workingDaysBefore = 30, personIds = new[] { await PersonAsync("siv") }, questions = new[] { new { topic = "Varför?" } } }, key: null);
        var series = (string)made.Body["id"]!;
        await opened.Site.Services.GetRequiredService<SeriesBook>().OpenDueAsync(Cancelled);

        foreach (var (path, body) in new (string, object)[] { ("skip", new { on = day }), ("move", new { on = day, to = "2199-01-14" }) })
        {
            var (status, problem) = await MakeAsync($"series/{series}/{path}", body, key: null);
            Assert.Equal((HttpStatusCode.BadRequest, true), (status, problem["errors"]!.AsObject().ContainsKey("on")));
        }

        Assert.Equal(HttpStatusCode.OK, (await MakeAsync($"series/{series}/skip", new { on = "2199-02-25" }, key: null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await MakeAsync($"series/{series}/skip", new { on = "2199-02-25" }, key: null)).Status);
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
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
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
