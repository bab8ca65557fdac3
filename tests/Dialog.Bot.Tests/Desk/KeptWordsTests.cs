using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What a reviewer wrote is still there when it could not be done.</summary>
public sealed class KeptWordsTests(KeptWordsTests.Opened opened) : IClassFixture<KeptWordsTests.Opened>
{
    private const string Mine = "Bussarna <fastnade> varje morgon i februari.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_on_a_text_that_was_changed_meanwhile_is_shown_and_can_be_sent_again()
    {
        var assignment = await InterviewedAsync();
        await OrderAsync(assignment, ReviewAction.Edit, "Kollegans text?");

        var (status, page) = await PostAsync(assignment, ("action", "RequestChanges"), ("revision", "1"), ("comment", "Skriv om <början>."));
        var (again, _) = await PostAsync(assignment, ("action", "RequestChanges"), ("revision", "2"), ("comment", "Skriv om <början>.\r\nSedan är det bra."));

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.Redirect), (status, again));
        Assert.Contains("Det du skrev är kvar här nedanför.", page, StringComparison.Ordinal);
        Assert.Contains(">Skriv om &lt;början&gt;.</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"RequestChanges\">Be om ändring</button>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_was_published_is_shown_too_and_of_nothing_written_nothing_is_said()
    {
        var assignment = await InterviewedAsync();
        await OrderAsync(assignment, ReviewAction.Edit, "Kollegans text?");

        var (_, published) = await PostAsync(assignment, ("action", "Publish"), ("revision", "1"), ("url", "https://example.com/1"));
        var (_, approved) = await PostAsync(assignment, ("action", "Approve"), ("revision", "1"));

        Assert.Contains("value=\"https://example.com/1\"", published, StringComparison.Ordinal);
        Assert.Contains("Ingenting är sparat.", approved, StringComparison.Ordinal);
        Assert.DoesNotContain("Det du skrev", approved, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReviewAction.Withdraw)]
    [InlineData(ReviewAction.Spike)]
    public async Task A_text_that_was_rewritten_while_somebody_took_it_away_can_be_copied(ReviewAction meanwhile)
    {
        var assignment = await InterviewedAsync();
        await OrderAsync(assignment, meanwhile);

        var (status, page) = await PostAsync(assignment, ("action", "Edit"), ("revision", "1"), ("text", Mine));
        var (_, commented) = await PostAsync(assignment, ("action", "RequestChanges"), ("revision", "1"), ("comment", "Kortare."));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Det du skrev är kvar här nedanför.", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"draft-web-text\" class=\"copy\" lang=\"sv\">Bussarna &lt;fastnade&gt; varje morgon i februari.</p>", page, StringComparison.Ordinal);
        Assert.Contains("data-copy=\"draft-web-text\"", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"draft-web-comment\" class=\"copy\">Kortare.</p>", commented, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_stands_in_its_field_when_something_else_was_in_the_way()
    {
        var assignment = await InterviewedAsync();

        var (status, page) = await PostAsync(assignment, ("action", "Publish"), ("revision", "1"), ("comment", "Nu går den."), ("url", "https://example.com/1"));
        var (edited, editing) = await PostAsync(assignment, ("action", "Edit"), ("revision", "1"), ("text", new string('å', 20_001)));
        var (_, addressed) = await PostAsync(assignment, ("action", "Publish"), ("revision", "1"), ("url", "example.com/1"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (status, edited));
        Assert.Contains("maxlength=\"2000\" data-written>Nu går den.</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"draft-web-url\" class=\"copy\">https://example.com/1</p>", page, StringComparison.Ordinal);
        Assert.Contains($">{new string('å', 20_001)}</textarea>", editing, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"draft-web-text\"", editing, StringComparison.Ordinal);
        Assert.Contains("Texten kan ha högst 20 000 tecken.", editing, StringComparison.Ordinal);
        Assert.Contains("Skriv hela adressen, med https://.", addressed, StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv en text.", editing + addressed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_twice_is_done_once_and_nobody_is_told_that_they_came_late()
    {
        var assignment = await InterviewedAsync();
        (string, string)[] edit = [("action", "Edit"), ("revision", "1"), ("text", $"{Mine}\r\n")], change = [("action", "RequestChanges"), ("revision", "2"), ("comment", "Kortare.")],
            restore = [("action", "Restore"), ("revision", "2"), ("restores", "1")], publish = [("action", "Publish"), ("revision", "3"), ("url", "https://example.com/1")];
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], await TwiceAsync(edit));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], await TwiceAsync(change));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], await TwiceAsync(restore));
        await OrderAsync(assignment, ReviewAction.Approve);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], await TwiceAsync(publish));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(assignment, [.. publish[..2], ("url", "https://example.com/2")])).Status);

        var draft = (await opened.Site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/drafts/{assignment}-web", Stop))!;
        Assert.Equal(("published", 3), ((string)draft["status"]!, (int)draft["revision"]!));
        var (_, page) = await PostAsync(assignment, [.. edit[..2], ("text", "Kollegans text?")]);
        Assert.Contains("Någon hann före", page, StringComparison.Ordinal);

        async Task<HttpStatusCode[]> TwiceAsync((string, string)[] form) => [(await PostAsync(assignment, form)).Status, (await PostAsync(assignment, form)).Status];
    }

    [Theory]
    [InlineData(ReviewAction.Withdraw)]
    [InlineData(ReviewAction.Spike)]
    public async Task What_was_taken_away_is_not_taken_away_again_by_the_same_but_by_nobody_else(ReviewAction action)
    {
        var assignment = await InterviewedAsync();
        (string, string)[] form = [("action", $"{action}"), ("revision", "1")];
        var first = await PostAsync(assignment, form);
        var second = await PostAsync(assignment, form);
        var (other, _) = await PostAsync(assignment, [.. form, ("by", "somebody")]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, second.Status, other));
    }

    [Fact]
    public async Task What_is_to_be_changed_stands_on_the_card_for_every_editor_until_it_is_changed()
    {
        var assignment = await InterviewedAsync();
        await PostAsync(assignment, ("action", "RequestChanges"), ("revision", "1"), ("comment", "Skriv om början."));
        await PostAsync(assignment, ("action", "RequestChanges"), ("revision", "1"), ("comment", "Kortare <slut>."));
        var browser = opened.Site.Browser((await opened.Site.SignInAsync("editor")).Cookie);

        Assert.Contains("Ändring begärd (redaktionen): Kortare <slut>.", await AskedAsync("sv"), StringComparison.Ordinal);
        Assert.Contains("Changes requested (the desk): Kortare <slut>.", await AskedAsync("en"), StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv om", await AskedAsync("sv"), StringComparison.Ordinal);
        await OrderAsync(assignment, ReviewAction.Edit, "Bussarna fastnade varje morgon.");
        Assert.DoesNotContain("Ändring begärd", await AskedAsync("sv"), StringComparison.Ordinal);

        // The card as it is before anything on it is opened.
        async Task<string> AskedAsync(string language) => WebUtility.HtmlDecode((await browser.GetStringAsync($"/assignments/{assignment}?lang={language}", Stop)).Split("id=\"card-web\"")[1].Split("<details")[0]);
    }

    private Task<string> InterviewedAsync() => opened.Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");

    private async Task OrderAsync(string assignment, ReviewAction action, string? text = null) =>
        Assert.Null(await opened.Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder($"{assignment}-web", action, Actor.Desk) { Text = text }, Stop));

    /// <summary>Sends the form of the draft for the web; the answer with its Swedish letters as they are read.</summary>
    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string assignment, params (string Name, string Value)[] fields)
    {
        var browser = opened.Site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Stop);
        var token = Forms.TokenOf(await browser.GetStringAsync($"/assignments/{assignment}", Stop));
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("draft", $"{assignment}-web"), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await browser.PostAsync(new Uri($"/assignments/{assignment}/review", UriKind.Relative), content, Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        return (answer.StatusCode, page.Replace("&#xE4;", "ä", StringComparison.Ordinal).Replace("&#xE5;", "å", StringComparison.Ordinal).Replace("&#xF6;", "ö", StringComparison.Ordinal));
    }

    public sealed class Opened : IAsyncLifetime
    {
        internal OpenSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await OpenSite.OpenAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
