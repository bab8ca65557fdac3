using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Readers' words and comments on passages, as the desk's forms and scripts do them.</summary>
public sealed class DeskReadersTests(DeskReadersTests.Opened opened) : IClassFixture<DeskReadersTests.Opened>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OpenSite Site => opened.Site;

    [Fact]
    public async Task A_paste_is_grouped_put_to_the_person_and_both_texts_lead_to_each_other()
    {
        var assignment = await PublishedAsync();
        var (_, cookie) = await Site.SignInAsync("editor");
        var browser = Site.Browser(cookie);
        Assert.Contains("Ingenting än. Klistra in kommentarer", await PageAsync(browser, assignment), StringComparison.Ordinal);

        const string Paste = "- Bänkarna står långt från vägen.\n- Varför är <b>vägen</b> så långt bort?\n- Ring mig på 070-174 06 99";
        var batch = Guid.CreateVersion7().ToString("N");
        Assert.Equal($"/assignments/{assignment}?readers=added%3A{batch}%3A3#readers", await SendAsync(browser, assignment, "readers", ("action", "add"), ("text", Paste), ("batch", batch), ("source", "Facebook")));
        await SendAsync(browser, assignment, "readers", ("action", "add"), ("text", Paste), ("batch", batch), ("source", "Facebook"));
        var page = await PageAsync(browser, assignment, $"?readers=added%3A{batch}%3A3");
        Assert.Contains("långt, vägen (2 läsare)", page, StringComparison.Ordinal);
        Assert.Contains("Var för sig (1)", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;vägen", page, StringComparison.Ordinal);
        Assert.Contains("Ring mig på [telefon 1]", page, StringComparison.Ordinal);
        Assert.Contains("3 reaktioner är tillagda.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("070-174", page, StringComparison.Ordinal);

        Assert.Contains($"href=\"assignments/{assignment}#readers\"", await browser.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var groups = (await Site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/reaction-groups", Stop))!["items"]!.AsArray();
        var group = (string)Assert.Single(groups)!["id"]!;
        var asked = await SendAsync(browser, assignment, "readers", ("action", "ask"), ("group", group), ("claim", "vägen är för lång"), ("topic", "Om vägen"));
        var reply = Uri.UnescapeDataString(asked).Split("asked:")[1].Split('#')[0];

        Assert.Contains($"href=\"assignments/{reply}\"", await PageAsync(browser, assignment), StringComparison.Ordinal);
        Assert.Contains($"Uppföljning av <a href=\"assignments/{assignment}\" lang=\"sv\">", await PageAsync(browser, reply), StringComparison.Ordinal);
        Assert.DoesNotContain($"assignments/{assignment}#readers", await browser.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var told = (await Site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{reply}", Stop))!;
        Assert.Equal((assignment, "vägen är för lång", "Om vägen"), ((string)told["replyTo"]!["assignmentId"]!, (string)told["replyTo"]!["claim"]!, (string)told["topic"]!));
        Assert.Equal(reply, (string)Assert.Single((await Site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}", Stop))!["replies"]!.AsArray())!);
    }

    [Fact]
    public async Task What_can_not_be_taken_says_why_and_keeps_what_was_written()
    {
        var assignment = await PublishedAsync();
        var (_, cookie) = await Site.SignInAsync("editor");
        using var answer = await PostAsync(
            Site.Browser(cookie), assignment, "readers", ("action", "add"), ("text", string.Join('\n', Enumerable.Range(0, 201).Select(number => $"Reaktion {number}"))), ("source", "Insändare <1>"), ("url", "https://example.com/1"), ("batch", "0af1"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Högst 200 åt gången.", page, StringComparison.Ordinal);
        Assert.Contains("Reaktion 200", page, StringComparison.Ordinal);
        Assert.All(["Insändare <1>", "https://example.com/1", "0af1"], written => Assert.Contains($"value=\"{written}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_does_with_groups_what_the_desk_does()
    {
        var assignment = await PublishedAsync();
        var script = Site.Script();
        var groups = await PostAsync(script, $"assignments/{assignment}/reactions/many", new { text = "Vägen är lång.\nVägen är smal.\nBadet är kallt.\nBadet är grunt." });
        var (one, two) = ((string)groups["items"]![0]!["id"]!, (string)groups["items"]![1]!["id"]!);

        var merged = await PostAsync(script, $"reaction-groups/{one}/merge", new { into = two });
        Assert.Equal(4, merged["reactionIds"]!.AsArray().Count);
        using var named = await script.PatchAsJsonAsync($"/api/v1/reaction-groups/{two}", new { name = "allt", aside = true }, Stop);
        var body = (await named.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal(("allt", true, false), ((string)body["name"]!, (bool)body["aside"]!, (bool)body["namedByWords"]!));
        var moved = await PostAsync(script, $"assignments/{assignment}/reactions/move", new { reactions = new[] { (string)merged["reactionIds"]![0]! }, to = "new" });
        Assert.Equal([1, 3], moved["items"]!.AsArray().Select(group => group!["reactionIds"]!.AsArray().Count).Order());
        Assert.Equal(assignment, (string)(await PostAsync(script, $"reaction-groups/{two}/ask", new { }))["replyTo"]!["assignmentId"]!);
        Assert.Equal((await PostAsync(script, $"reaction-groups/{two}/ask", new { }))["id"]!.ToJsonString(), (await PostAsync(script, $"reaction-groups/{two}/ask", new { }))["id"]!.ToJsonString());
        using var refused = await script.PostAsJsonAsync($"/api/v1/reaction-groups/{one}/merge", new { into = two }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_comment_follows_its_words_is_answered_and_done_with_and_an_administrator_reads_none()
    {
        var assignment = await InterviewedAsync();
        var draft = $"{assignment}-web";
        var (eva, evas) = await Site.SignInAsync("editor");
        var browser = Site.Browser(evas);
        Assert.Contains("till jobbet.</span> <span class=\"hidden\">(Kommentera)</span></summary>", await PageAsync(browser, assignment), StringComparison.Ordinal);

        var before = await VersionAsync();
        await SendAsync(browser, assignment, "comments", ("action", "add"), ("draft", draft), ("id", Guid.CreateVersion7().ToString("N")), ("quote", "bussarna fastnade"), ("before", "eftersom "), ("after", " varje"), ("text", "Vilka <bussar>?"));
        Assert.NotEqual(before, await VersionAsync());
        var script = Site.Script();
        var comment = (await CommentsAsync()).Single()!;
        Assert.Equal(("Vilka <bussar>?", "editor"), ((string)comment["text"]!, (string)comment["by"]!));
        Assert.NotNull(comment["start"]);
        await SendAsync(browser, assignment, "comments", ("action", "reply"), ("draft", draft), ("comment", (string)comment["id"]!), ("text", "Linje 3."));
        var page = await PageAsync(browser, assignment);
        Assert.Contains("Vilka &lt;bussar&gt;?", page, StringComparison.Ordinal);
        Assert.Contains("Linje 3.", page, StringComparison.Ordinal);

        Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Något helt annat om rondellen?" }, Stop));
        Assert.Contains("Stället finns inte kvar i texten.", await PageAsync(browser, assignment), StringComparison.Ordinal);
        Assert.Null((await CommentsAsync())[0]!["start"]);
        await SendAsync(browser, assignment, "comments", ("action", "resolve"), ("draft", draft), ("comment", (string)comment["id"]!));
        Assert.NotNull((await CommentsAsync())[0]!["resolvedAt"]);

        var made = await PostAsync(script, "comments", new { draftId = draft, quote = "rondellen", text = "Vilken?", by = (string?)null });
        Assert.Null((string?)made["by"]);
        using var stranger = await script.PostAsJsonAsync("/api/v1/comments", new { draftId = draft, quote = "rondellen", text = "Vilken?", by = "nobody" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, stranger.StatusCode);
        await using var scope = Site.Services.CreateAsyncScope();
        Assert.All(await scope.ServiceProvider.GetRequiredService<DialogDb>().Audit.Where(a => a.Kind == "comment" && a.By != null).ToListAsync(Stop), entry => Assert.Equal(eva, entry.By));

        async Task<string> VersionAsync() => (string)(await browser.GetFromJsonAsync<JsonObject>($"/live?of={assignment}&tab=t", Stop))!["version"]!;
        async Task<JsonArray> CommentsAsync() => (await script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/comments", Stop))!["items"]!.AsArray();
    }

    [Fact]
    public async Task A_comment_is_measured_as_it_is_read_and_one_that_is_too_long_is_still_there()
    {
        var assignment = await InterviewedAsync();
        var browser = Site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Stop);
        var most = string.Concat(Enumerable.Repeat("åtta, ja\r\n", 111)) + "x";
        Assert.Equal(1000, most.ReplaceLineEndings("\n").Length);

        using var taken = await PostAsync(browser, assignment, "comments", ("action", "add"), ("draft", $"{assignment}-web"), ("quote", "bussarna fastnade"), ("text", most));
        using var refused = await PostAsync(browser, assignment, "comments", ("action", "add"), ("draft", $"{assignment}-web"), ("quote", "bussarna fastnade"), ("text", $"{most}y"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (taken.StatusCode, refused.StatusCode));
        Assert.Contains("Skriv något, högst 1 000 tecken. Det du skrev är kvar här nedanför.", page, StringComparison.Ordinal);
        Assert.Contains("åtta, ja\nxy</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_was_asked_for_says_when_it_comes()
    {
        var assignment = await InterviewedAsync();
        var (_, cookie) = await Site.SignInAsync("editor");
        using var answer = await Site.Browser(cookie).GetAsync($"/assignments/{assignment}/export?format=md&done=abc123", Stop);
        using var broken = await Site.Browser(cookie).GetAsync($"/assignments/{assignment}/export?format=md&done=a;b", Stop);

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("dialog-done=abc123;", StringComparison.Ordinal));
        Assert.False(broken.Headers.TryGetValues("Set-Cookie", out var sets) && sets.Any(set => set.StartsWith("dialog-done", StringComparison.Ordinal)));
    }

    private static async Task<string> PageAsync(HttpClient browser, string assignment, string query = "") =>
        (await browser.GetStringAsync($"/assignments/{assignment}{query}", Stop)).Replace("&#x201D;", "”", StringComparison.Ordinal).Replace("&#xE4;", "ä", StringComparison.Ordinal).Replace("&#xE5;", "å", StringComparison.Ordinal).Replace("&#xF6;", "ö", StringComparison.Ordinal);

    /// <summary>Sends a form of the page; where the answer leads.</summary>
    private static async Task<string> SendAsync(HttpClient browser, string assignment, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(browser, assignment, form, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string assignment, string form, params (string Name, string Value)[] fields)
    {
        using var page = await browser.GetAsync($"/assignments/{assignment}", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/assignments/{assignment}/{form}")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Forms.TokenOf(await page.Content.ReadAsStringAsync(Stop))), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        if (page.Headers.TryGetValues("Set-Cookie", out var set))
        {
            request.Headers.Add("Cookie", string.Join("; ", set.Select(cookie => cookie.Split(';')[0]).Concat(browser.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? own : [])));
        }

        return await browser.SendAsync(request, Stop);
    }

    private static async Task<JsonObject> PostAsync(HttpClient script, string path, object body)
    {
        using var answer = await script.PostAsJsonAsync($"/api/v1/{path}", body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<string> PublishedAsync()
    {
        var assignment = await InterviewedAsync();
        foreach (var action in (ReviewAction[])[ReviewAction.Approve, ReviewAction.Publish])
        {
            Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder($"{assignment}-web", action, Actor.Desk), Stop));
        }

        return assignment;
    }

    /// <summary>Somebody who has answered; the drafts wait for an approver.</summary>
    private async Task<string> InterviewedAsync()
    {
        var (person, user) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(person) with { Track = Track.Quick, Outlets = ["web", "x"] };
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Stop);
        string[] said = ["kör", "Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.", "klar", "Vad tycker du om nya rondellen?", "klar", "ja", "klar"];
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialogDb>();
        for (var number = 0; number < said.Length && !await db.Drafts.AnyAsync(draft => draft.AssignmentId == order.Id, Stop); number++)
        {
            var key = $"{order.Id}/{number}";
            await Site.Services.GetRequiredService<TurnRunner>().TakeAsync(
                new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), new Incoming.Said(said[number], key) { Key = key, At = TimeProvider.System.GetUtcNow() }), Stop);
        }

        Assert.True(await db.Drafts.AnyAsync(draft => draft.AssignmentId == order.Id, Stop));
        return order.Id;
    }

    /// <summary>One program for all.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        internal OpenSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await OpenSite.OpenAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
