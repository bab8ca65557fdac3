using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>The page and the scripts of a text that was kept when the person was erased.</summary>
public sealed class ErasedPersonDeskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_go_on_with_the_text_and_are_told_in_words_what_nobody_can_be_asked()
    {
        await using var site = await OpenSite.OpenAsync();
        var draft = $"{await ErasedAsync(site)}-web";
        var script = site.Script();

        Assert.Equal((HttpStatusCode.Conflict, "personGone"), await SendAsync(HttpMethod.Post, $"drafts/{draft}/request-changes", new { comment = "Kortare." }));
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(HttpMethod.Post, $"drafts/{draft}/published", new { }));
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(HttpMethod.Patch, $"drafts/{draft}", new { text = "Bussarna fastnade varje morgon." }));
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(HttpMethod.Post, $"drafts/{draft}/withdraw", new { }));

        async Task<(HttpStatusCode, string?)> SendAsync(HttpMethod method, string path, object body)
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
            using var answer = await script.SendAsync(request, Stop);
            return (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["code"]);
        }
    }

    [Fact]
    public async Task Readers_words_are_taken_and_put_to_nobody()
    {
        await using var site = await OpenSite.OpenAsync();
        var assignment = await ErasedAsync(site);
        await OrderAsync(site, $"{assignment}-web", ReviewAction.Publish);
        var script = site.Script();

        using var said = await script.PostAsJsonAsync($"/api/v1/assignments/{assignment}/reactions", new { text = "Bussarna är sena." }, Stop);
        using var more = await script.PostAsJsonAsync($"/api/v1/assignments/{assignment}/reactions", new { text = "Varför är bussarna sena?" }, Stop);
        var group = (string)(await script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/reaction-groups", Stop))!["items"]![0]!["id"]!;
        using var asked = await script.PostAsJsonAsync($"/api/v1/reaction-groups/{group}/ask", new { }, Stop);
        using var clicked = await PostAsync(site, assignment, "readers", ("action", "ask"), ("group", group));
        var page = await PageAsync(site, clicked.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict), (said.StatusCode, more.StatusCode, asked.StatusCode));
        Assert.Contains("Personen har fått sina uppgifter raderade och går inte att fråga.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"ask\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_whose_reply_went_with_whoever_gave_it_is_not_put_again()
    {
        await using var site = await OpenSite.OpenAsync();
        var assignment = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        await OrderAsync(site, $"{assignment}-web", ReviewAction.Approve);
        await OrderAsync(site, $"{assignment}-web", ReviewAction.Publish);
        var script = site.Script();
        using var said = await script.PostAsJsonAsync($"/api/v1/assignments/{assignment}/reactions", new { text = "Bussarna är sena." }, Stop);
        var group = (await script.GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{assignment}/reaction-groups", Stop))!["items"]![0]!;
        var other = (await site.AddOnTheWebAsync("Eva Berg")).Id;
        using var handed = await script.PostAsJsonAsync($"/api/v1/assignments/{group["askedIn"]}/reassign", new { personId = other }, Stop);
        using var erased = await script.DeleteAsync($"/api/v1/people/{other}", Stop);

        using var asked = await script.PostAsJsonAsync($"/api/v1/reaction-groups/{group["id"]}/ask", new { }, Stop);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (handed.StatusCode, erased.StatusCode, asked.StatusCode));
    }

    [Fact]
    public async Task The_page_offers_what_can_be_done_and_says_why_nobody_is_asked_for_changes()
    {
        await using var site = await OpenSite.OpenAsync();
        var assignment = await ErasedAsync(site);
        var draft = $"{assignment}-web";
        var page = await PageAsync(site, $"/assignments/{assignment}");
        Assert.Contains("value=\"Publish\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"RequestChanges\"", page, StringComparison.Ordinal);

        using var wanted = await PostAsync(site, assignment, "review", ("action", "RequestChanges"), ("draft", draft), ("revision", "1"), ("comment", "Kortare."));
        using var published = await PostAsync(site, assignment, "review", ("action", "Publish"), ("draft", draft), ("revision", "1"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (wanted.StatusCode, published.StatusCode));
        Assert.Contains("går inte att fråga. Ändra texten själv, eller dra tillbaka den.", WebUtility.HtmlDecode(await wanted.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    /// <summary>Id of an assignment whose text for the web was approved, and whose person has been erased since.</summary>
    private static async Task<string> ErasedAsync(OpenSite site)
    {
        var assignment = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        await OrderAsync(site, $"{assignment}-web", ReviewAction.Approve);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Stop);
        var person = await db.Assignments.Where(row => row.Id == assignment).Select(row => row.PersonId).SingleAsync(Stop);
        using var erased = await site.Script().DeleteAsync(new Uri($"/api/v1/people/{person}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        return assignment;
    }

    private static async Task OrderAsync(OpenSite site, string draft, ReviewAction action) =>
        Assert.Null(await site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder(draft, action, Actor.Desk), Stop));

    private static async Task<string> PageAsync(OpenSite site, string path) => WebUtility.HtmlDecode(await (await SignedInAsync(site)).GetStringAsync(path.TrimStart('~'), Stop));

    private static async Task<HttpResponseMessage> PostAsync(OpenSite site, string assignment, string form, params (string Name, string Value)[] fields)
    {
        var browser = await SignedInAsync(site);
        var token = Forms.TokenOf(await browser.GetStringAsync($"/assignments/{assignment}", Stop));
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await browser.PostAsync(new Uri($"/assignments/{assignment}/{form}", UriKind.Relative), content, Stop);
    }

    private static async Task<HttpClient> SignedInAsync(OpenSite site)
    {
        var browser = site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Stop);
        return browser;
    }
}
