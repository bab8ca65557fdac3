using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>The interview's questions are edited, tried, saved and taken back at the desk and over REST.</summary>
public sealed partial class QuestionDeskTests : IAsyncLifetime
{
    private const string WhyField = "languages.sv.why.question";

    private OpenSite site = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await OpenSite.OpenAsync(new() { ["Organisation:Name"] = "Ödeshögs kommun" });
        browser = site.Signed((await site.SignInAsync("editor")).Cookie);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_mistake_is_said_at_its_field_in_the_editors_language_and_nothing_is_lost()
    {
        var fields = await FieldsAsync();
        fields[WhyField] = "Varför {namn}?";
        fields["languages.en.question.templates"] = "What do you think?\nNo question";
        var (status, page) = await PostAsync("questions/edit", fields, ("save", "yes"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("{namn} är okänt här; skriv utan klamrar", page, StringComparison.Ordinal);
        Assert.Contains("Rad 2 ska sluta med ett frågetecken", page, StringComparison.Ordinal);
        Assert.Contains("Varför {namn}?", page, StringComparison.Ordinal);
        var mistakes = JsonSerializer.Deserialize<Dictionary<string, string>>((await PostAsync("questions/check?lang=en", fields)).Page)!;
        Assert.Equal([WhyField, "languages.en.question.templates"], mistakes.Keys);
        Assert.Equal(QuestionSets.BuiltIn.Newest.Key, Shelf(site).Sets.Newest.Key);
    }

    [Fact]
    public async Task What_is_written_is_tried_before_it_is_saved_saved_as_the_organisations_own_and_taken_back()
    {
        var fields = await FieldsAsync();
        fields["languages.sv.what.question"] = "Vad hände egentligen?";
        fields["line"] = ":kör";
        var (tried, page) = await PostAsync("questions/edit", fields, ("press", "x"));
        Assert.Equal(HttpStatusCode.OK, tried);
        Assert.Contains("class=\"talk\"", page, StringComparison.Ordinal);
        Assert.Equal(0, Shelf(site).Version);
        fields.Remove("line");

        var (saved, _) = await PostAsync("questions/edit", fields, ("save", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, saved);
        Assert.Equal("odeshogs-kommun.1", Shelf(site).Sets.Newest.Name);
        Assert.Equal("Vad hände egentligen?", Shelf(site).Sets.Newest.Texts("sv", Slot.What).Question);
        var shown = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("questions?done=1", UriKind.Relative), Cancelled));
        Assert.Contains("Sparat. Nya intervjuer använder odeshogs-kommun.1.", shown, StringComparison.Ordinal);
        Assert.Contains("editor, ", shown, StringComparison.Ordinal);

        var (unchanged, same) = await PostAsync("questions/edit", await FieldsAsync(), ("save", "yes"));
        Assert.Equal((HttpStatusCode.OK, true), (unchanged, same.Contains("Inget är ändrat", StringComparison.Ordinal)));

        await PostAsync("questions/back", new() { ["seen"] = "1", ["version"] = "0" });
        Assert.Equal(QuestionSets.BuiltIn.Newest.Key, Shelf(site).Sets.Newest.Key);
        await PostAsync("questions/back", new() { ["seen"] = "2", ["version"] = "1" });
        Assert.Equal("odeshogs-kommun.1", Shelf(site).Sets.Newest.Name);
    }

    [Fact]
    public async Task Who_saves_second_hears_who_was_first_and_keeps_every_word()
    {
        var (mine, theirs) = (await FieldsAsync(), await FieldsAsync());
        theirs[WhyField] = "Varför just nu?";
        await PostAsync("questions/edit", theirs, ("save", "yes"));
        mine[WhyField] = "Varför ni?";
        var (status, page) = await PostAsync("questions/edit", mine, ("save", "yes"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("editor sparade version 1", page, StringComparison.Ordinal);
        Assert.Contains("Varför ni?", page, StringComparison.Ordinal);
        mine["seen"] = "1";
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("questions/edit", mine, ("save", "yes"))).Status);
        Assert.Equal("Varför ni?", Shelf(site).Sets.Newest.Texts("sv", Slot.Why).Question);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_saved_once_and_says_so()
    {
        var fields = await FieldsAsync();
        fields[WhyField] = "Varför ni?";

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("questions/edit", fields, ("save", "yes"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("questions/edit", fields, ("save", "yes"))).Status);
        Assert.Equal(1, Shelf(site).Version);
    }

    [Fact]
    public async Task Over_REST_a_set_is_read_changed_and_restored_and_a_second_program_asks_the_same()
    {
        var script = site.Script();
        using var read = await script.GetAsync(new Uri("api/v1/questions", UriKind.Relative), Cancelled);
        var set = (await read.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;
        Assert.Equal("\"0\"", read.Headers.ETag!.Tag);
        set["id"] = "kommunen";
        set["languages"]!["sv"]!["why"]!["question"] = "Varför ni?";
        using var put = await PutAsync(script, set, "\"0\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (put.StatusCode, put.Headers.ETag?.Tag));
        using var stale = await PutAsync(script, set, "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        set["languages"]!["sv"]!["why"]!["question"] = "";
        using var broken = await PutAsync(script, set, "\"1\"");
        Assert.Contains("languages.sv.why.question", await broken.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);

        await using (var beside = await OpenSite.OpenBesideAsync(site))
        {
            Assert.Equal("kommunen.1", Shelf(beside).Sets.Newest.Name);
            using var restored = await script.PostAsJsonAsync("api/v1/questions/restore", new { version = 0 }, Cancelled);
            Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
            await Shelf(beside).LookAsync(Cancelled);
            Assert.Equal(QuestionSets.BuiltIn.Newest.Key, Shelf(beside).Sets.Newest.Key);
        }

        using var missing = await script.PostAsJsonAsync("api/v1/questions/restore", new { version = 9 }, Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        var versions = (await script.GetFromJsonAsync<JsonObject>("api/v1/questions/versions", Cancelled))!["items"]!.AsArray();
        Assert.Equal([2, 1], versions.Select(version => (int)version!["version"]!));
        Assert.Equal("Varför ni?", (string?)(await script.GetFromJsonAsync<JsonObject>("api/v1/questions/versions/1", Cancelled))!["languages"]!["sv"]!["why"]!["question"]);
        var audit = (await script.GetFromJsonAsync<JsonObject>("api/v1/audit?subject=questions", Cancelled))!["items"]!.AsArray();
        Assert.Equal(["change", "restore"], audit.Select(entry => (string)entry!["action"]!).Order());
    }

    private static QuestionShelf Shelf(OpenSite of) => of.Services.GetRequiredService<QuestionShelf>();

    /// <summary>The form as it stands on the page.</summary>
    private async Task<Dictionary<string, string>> FieldsAsync()
    {
        var page = await browser.GetStringAsync(new Uri("questions/edit", UriKind.Relative), Cancelled);
        var fields = TextArea().Matches(page).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        foreach (Match match in Input().Matches(page))
        {
            fields[match.Groups["name"].Value] = WebUtility.HtmlDecode(match.Groups["value"].Value);
        }

        return fields;
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, Dictionary<string, string> fields, params (string Name, string Value)[] buttons)
    {
        fields["__RequestVerificationToken"] = Forms.TokenOf(await browser.GetStringAsync(new Uri("questions/edit", UriKind.Relative), Cancelled));
        using var content = new FormUrlEncodedContent([.. fields, .. buttons.Select(button => KeyValuePair.Create(button.Name, button.Value))]);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content, Cancelled);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient script, JsonObject set, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/questions") { Content = JsonContent.Create(set), Headers = { { "If-Match", tag } } };
        return await script.SendAsync(request, Cancelled);
    }

    [GeneratedRegex("<textarea id=\"[^\"]*\" name=\"(?<name>languages[^\"]*)\"[^>]*>(?<value>[^<]*)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("<input [^>]*name=\"(?<name>languages[^\"]*|seen)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Input();
}
