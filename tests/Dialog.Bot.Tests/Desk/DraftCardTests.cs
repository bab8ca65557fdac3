using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What goes with a draft and is no part of its text: the lead of the web page, the other headlines of the ad.</summary>
public sealed partial class DraftCardTests : EditorTests
{
    private const string Why = "Vi gör det eftersom bussarna fastnade varje morgon i februari. Jag åkte med 14 av dem.";

    [Theory]
    [InlineData("sv", "Ingress", "För sökmotorer")]
    [InlineData("en", "Lead", "For search engines")]
    public async Task The_web_pages_lead_and_description_can_be_copied(string language, string lead, string description)
    {
        var assignment = await Site.InterviewedAsync(Why);
        var page = await GetAsync($"/assignments/{assignment}?lang={language}");

        Assert.Contains($"<p class=\"small\">{lead}</p>", page, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"small\">{description}</p>", page, StringComparison.Ordinal);
        Assert.Contains($"<p id=\"draft-web-abstract\" class=\"copy\" lang=\"sv\">{Why}</p>", page, StringComparison.Ordinal);
        Assert.Contains("data-copy=\"draft-web-abstract\"", page, StringComparison.Ordinal);
        Assert.Contains("data-copy=\"draft-web-description\"", page, StringComparison.Ordinal);
        Assert.Equal((Why, Why), await BesideAsync(assignment));
    }

    [Fact]
    public async Task Another_of_the_ads_headlines_is_taken_and_is_still_the_persons_words()
    {
        var assignment = await Site.InterviewedAsync(Why, "ad");
        var desk = Site.Browser();
        using var signedIn = await desk.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync(new Uri($"/assignments/{assignment}?lang=sv", UriKind.Relative), Cancelled));
        var form = TakeHeadline().Matches(page).First(form => form.Value.Contains("Jag åkte med 14 av dem.", StringComparison.Ordinal)).Value;
        using var fields = new FormUrlEncodedContent([.. Hidden().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value)), new("action", "Edit")]);

        using var taken = await desk.PostAsync(new Uri($"/assignments/{assignment}/review", UriKind.Relative), fields, Cancelled);
        var draft = JsonNode.Parse(await Script.GetStringAsync(new Uri($"/api/v1/drafts/{assignment}-ad", UriKind.Relative), Cancelled))!;

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var headline = draft["parts"]!.AsArray().Single(part => (string?)part!["kind"] == "headline")!;
        Assert.Equal("Jag åkte med 14 av dem.", (string?)headline["text"]);
        Assert.Equal("own", (string?)draft["sentences"]!.AsArray().First(sentence => (string?)sentence!["text"] == "Jag åkte med 14 av dem.")!["origin"]);
        Assert.Contains("Ta rubriken", await GetAsync($"/assignments/{assignment}?lang=sv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Ett svar har ändrats efter att texten gick ut, ", "Varför? Det här står inte längre i svaret: ”Jag åkte med 14 av dem.”", "Kopierat – men svaret har ändrats")]
    [InlineData("en", "An answer was changed after the text went out, ", "Why? This no longer stands in the answer: “Jag åkte med 14 av dem.”", "Copied – but the answer has changed")]
    public async Task The_editor_sees_that_an_answer_was_changed_behind_a_text_that_is_out(string language, string told, string what, string copied)
    {
        var assignment = await Site.InterviewedAsync(Why);
        foreach (var action in new[] { ReviewAction.Approve, ReviewAction.Publish })
        {
            Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder($"{assignment}-web", action, Actor.Desk), Cancelled));
        }

        Assert.DoesNotContain(told, await GetAsync($"/assignments/{assignment}?lang={language}"), StringComparison.Ordinal);
        await SayAsync(assignment, "stryk det där om 14 av dem");
        var page = await GetAsync($"/assignments/{assignment}?lang={language}");

        Assert.Matches($"<p class=\"warning\">{told}[^<]*{Regex.Escape(what)}</p>", page);
        Assert.Contains($"data-copy=\"draft-web\" data-done=\"{copied}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(told, CopiedText().Match(page).Value, StringComparison.Ordinal);
        Assert.Contains("står inte längre i svaret", await Script.GetStringAsync(new Uri($"/api/v1/assignments/{assignment}/export?format=txt", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    /// <summary>The person says something in the web chat.</summary>
    private async Task SayAsync(string assignment, string text)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        var user = await db.Addresses.Where(address => db.Assignments.Any(row => row.Id == assignment && row.PersonId == address.PersonId)).Select(address => address.User).SingleAsync(Cancelled);
        var said = new Incoming.Said(text, $"{assignment}/later") { Key = $"{assignment}/later", At = TimeProvider.System.GetUtcNow() };
        await Site.Services.GetRequiredService<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), said), Cancelled);
    }

    private HttpClient Script => field ??= Site.Script();

    private async Task<(string?, string?)> BesideAsync(string assignment)
    {
        var draft = JsonNode.Parse(await Script.GetStringAsync(new Uri($"/api/v1/drafts/{assignment}-web", UriKind.Relative), Cancelled))!;
        return ((string?)draft["abstract"], (string?)draft["description"]);
    }

    [GeneratedRegex("<form method=\"post\" action=\"[^\"]*\" data-busy>(?:(?!</form>).)*Ta rubriken</button>\\s*</form>", RegexOptions.Singleline)]
    private static partial Regex TakeHeadline();

    [GeneratedRegex("<p id=\"draft-web\" class=\"copy\".*?</p>", RegexOptions.Singleline)]
    private static partial Regex CopiedText();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
