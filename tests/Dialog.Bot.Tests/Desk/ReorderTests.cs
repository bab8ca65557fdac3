using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>An assignment is changed by two at the same time, and in ways that can not be: nothing is overwritten, nothing is lost without a word.</summary>
public sealed partial class ReorderTests : IAsyncLifetime
{
    private OpenSite site = null!;
    private HttpClient browser = null!;
    private Assignment order = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await OpenSite.OpenAsync();
        browser = site.Signed((await site.SignInAsync("editor")).Cookie);
        var (person, _) = await site.AddOnTheWebAsync("Mattias Jansson");
        order = House.Assignment(person) with { Brief = "Hej,\nberätta!", PublishOn = new DateOnly(2041, 5, 2), CopyDeadline = new DateTimeOffset(2041, 4, 25, 10, 0, 30, TimeSpan.FromHours(2)), Outlets = ["x", "ad"] };
        await site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Who_changes_the_deadline_leaves_alone_the_question_that_another_has_changed_meanwhile()
    {
        var (one, two) = (await FormAsync(), await FormAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(Write(one, "topic", "Varför cyklar vi?"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(Write(two, "copyDeadline", "2041-04-26T12:00"))).Status);

        var told = await ToldAsync();
        Assert.Equal(("Varför cyklar vi?", "Hej,\nberätta!", new DateTimeOffset(2041, 4, 26, 12, 0, 0, TimeSpan.FromHours(2))), ((string)told["topic"]!, (string)told["brief"]!, (DateTimeOffset)told["copyDeadline"]!));
        Assert.Equal(["x", "ad"], told["outlets"]!.AsArray().Select(outlet => (string)outlet!));
        Assert.Equal(["topic", "copyDeadline"], await DeedsAsync());
    }

    [Fact]
    public async Task Who_saves_the_same_field_second_sees_both_and_may_save_again()
    {
        var (one, two) = (await FormAsync(), await FormAsync());
        await SaveAsync(Write(Write(one, "topic", "Varför cyklar vi?"), "brief", "Kort, tack."));
        var (status, page) = await SaveAsync(Write(two, "topic", "Varför går vi?"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("Ingenting är sparat. Det du har skrivit står kvar i fälten.", page, StringComparison.Ordinal);
        Assert.Contains("<li>Fråga: Varför cyklar vi?</li>", page, StringComparison.Ordinal);
        Assert.Equal("Varför cyklar vi?", (string)(await ToldAsync())["topic"]!);
        var again = FormOf(page);
        Assert.Equal(("Varför går vi?", "Kort, tack."), (again.Single(field => field.Name == "topic").Value, again.Single(field => field.Name == "brief").Value));
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(again)).Status);
        Assert.Equal(("Varför går vi?", "Kort, tack."), ((string)(await ToldAsync())["topic"]!, (string)(await ToldAsync())["brief"]!));
    }

    [Fact]
    public async Task What_is_emptied_is_gone_and_the_last_date_says_why_it_stays()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(Write(Write(await FormAsync(), "brief", " "), "publishOn", ""))).Status);
        var told = await ToldAsync();
        Assert.Equal((null, null), ((string?)told["brief"], (string?)told["publishOn"]));
        Assert.Equal(["brief publishOn"], await DeedsAsync());

        var (status, page) = await SaveAsync(Write(Write(await FormAsync(), "copyDeadline", ""), "topic", "Varför cyklar vi?"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("så båda kan inte vara tomma.", page, StringComparison.Ordinal);
        Assert.Equal("Varför cyklar vi?", FormOf(page).Single(field => field.Name == "topic").Value);
        Assert.Equal(order.Topic, (string)(await ToldAsync())["topic"]!);
    }

    [Theory]
    [InlineData("topic", "", "Skriv en fråga, högst 200 tecken.")]
    [InlineData("publishOn", "2041-13-02", "Skriv införandedagen som ÅÅÅÅ-MM-DD.")]
    [InlineData("publishOn", "0041-03-02", "Skriv införandedagen som ÅÅÅÅ-MM-DD.")]
    [InlineData("copyDeadline", "0001-01-01T00:00", "Skriv manusstoppet som ÅÅÅÅ-MM-DD TT:MM.")]
    [InlineData("copyDeadline", "2099-01-01T00:00", "Det kan inte vara efter införandedagen.")]
    [InlineData("outlets", null, "Välj minst en kanal att göra utkast för.")]
    public async Task What_can_not_be_is_said_and_everything_written_stays(string field, string? written, string says)
    {
        var form = Write(await FormAsync(), "brief", "Kort, tack.");
        var (status, page) = await SaveAsync(written is null ? [.. form.Where(other => other.Name != field)] : Write(form, field, written));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Ingenting är sparat.", page, StringComparison.Ordinal);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"actions-box\" open", page, StringComparison.Ordinal);
        var again = FormOf(page);
        Assert.Equal("Kort, tack.", again.Single(other => other.Name == "brief").Value);
        Assert.Equal(written is null ? [] : [written], again.Where(other => other.Name == field).Select(other => other.Value));
        Assert.Equal(order.Brief, (string)(await ToldAsync())["brief"]!);
        Assert.Contains("Nothing was saved. What you have written is still in the fields.", (await SaveAsync(again, "?lang=en")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_ended_meanwhile_says_so_and_keeps_what_was_written()
    {
        var form = Write(await FormAsync(), "topic", "Varför cyklar vi?");
        var desk = site.Services.GetRequiredService<AssignmentDesk>();
        Assert.Null(await desk.WithdrawAsync((await desk.FindAsync(order.Id, Cancelled))!, Cancelled));
        var (status, page) = await SaveAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Frågan är inte öppen längre, så uppdraget går inte att ändra.", page, StringComparison.Ordinal);
        Assert.Equal("Varför cyklar vi?", FormOf(page).Single(field => field.Name == "topic").Value);
        Assert.DoesNotContain("name=\"action\" value=\"change\"", page, StringComparison.Ordinal);
        Assert.Equal(order.Topic, (string)(await ToldAsync())["topic"]!);
    }

    [Fact]
    public async Task The_dates_of_what_is_answered_can_be_changed_and_nothing_else_is_offered()
    {
        var id = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.", "x", "ad");
        var page = await browser.GetStringAsync(new Uri($"/assignments/{id}", UriKind.Relative), Cancelled);
        Assert.DoesNotContain("id=\"order-brief\"", page, StringComparison.Ordinal);
        order = order with { Id = id };
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(Write(FormOf(page, "id=\"publishOn\""), "publishOn", "2041-05-09"))).Status);
        Assert.Equal(["publishOn"], await DeedsAsync());
        Assert.Equal("2041-05-09", (string?)(await ToldAsync())["publishOn"]);

        var (status, refused) = await SaveAsync(Write(FormOf(page, "id=\"publishOn\""), "topic", "Varför cyklar vi?"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Svaren har kommit, så nu går det bara att ändra datumen.", refused, StringComparison.Ordinal);
        Assert.Equal("Varför cyklar vi?", FormOf(refused).Single(field => field.Name == "topic").Value);
    }

    [Fact]
    public async Task A_page_from_before_says_what_it_wrote_against_what_is_there()
    {
        List<(string, string)> form = [.. (await FormAsync()).Where(field => field.Name != "seen"), ("seen", "{\"topic\":7")];
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(form)).Status);
        Assert.Empty(await DeedsAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(Write(form, "topic", "Varför cyklar vi?"))).Status);
        Assert.Equal(["topic"], await DeedsAsync());
    }

    private static List<(string Name, string Value)> Write(List<(string Name, string Value)> form, string name, string value) => [.. form.Where(field => field.Name != name), (name, value)];

    /// <summary>The form as it stands on a fresh page.</summary>
    private async Task<List<(string Name, string Value)>> FormAsync() => FormOf(await browser.GetStringAsync(new Uri($"/assignments/{order.Id}", UriKind.Relative), Cancelled));

    /// <summary>What a browser would send of it.</summary>
    private static List<(string Name, string Value)> FormOf(string page, string with = "id=\"order-brief\"")
    {
        var form = page.Split("<form").Single(part => part.Contains(with, StringComparison.Ordinal)).Split("</form>")[0];
        return [.. Field().Matches(form)
            .Where(field => !field.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || field.Value.Contains(" checked", StringComparison.Ordinal))
            .Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value).ReplaceLineEndings("\r\n")))];
    }

    private async Task<(HttpStatusCode Status, string Page)> SaveAsync(List<(string Name, string Value)> form, string query = "")
    {
        using var content = new FormUrlEncodedContent([.. form.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("action", "change")]);
        using var answer = await browser.PostAsync(new Uri($"/assignments/{order.Id}/action{query}", UriKind.Relative), content, Cancelled);
        return (answer.StatusCode, Encoded().Replace(await answer.Content.ReadAsStringAsync(Cancelled), letter => WebUtility.HtmlDecode(letter.Value)));
    }

    private async Task<JsonObject> ToldAsync() => (await site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/assignments/{order.Id}", Cancelled))!;

    /// <summary>What the audit log says was changed, the oldest first.</summary>
    private async Task<IEnumerable<string>> DeedsAsync() =>
        (await site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/audit?subject={order.Id}", Cancelled))!["items"]!.AsArray().Where(entry => (string)entry!["action"]! == "change").Select(entry => (string)entry!["detail"]!);

    [GeneratedRegex("<input [^>]*?name=\"(?<name>[^\"]*)\"[^>]*? value=\"(?<value>[^\"]*)\"[^>]*>|<textarea [^>]*name=\"(?<name>[^\"]*)\"[^>]*>(?<value>[^<]*)</textarea>")]
    private static partial Regex Field();

    [GeneratedRegex("&#x[0-9A-F]+;")]
    private static partial Regex Encoded();
}
