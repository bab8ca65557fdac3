using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;

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

    private HttpClient Script => field ??= Site.Script();

    private async Task<(string?, string?)> BesideAsync(string assignment)
    {
        var draft = JsonNode.Parse(await Script.GetStringAsync(new Uri($"/api/v1/drafts/{assignment}-web", UriKind.Relative), Cancelled))!;
        return ((string?)draft["abstract"], (string?)draft["description"]);
    }

    [GeneratedRegex("<form method=\"post\" action=\"[^\"]*\" data-busy>(?:(?!</form>).)*Ta rubriken</button>\\s*</form>", RegexOptions.Singleline)]
    private static partial Regex TakeHeadline();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
