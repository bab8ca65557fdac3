using System.Net;
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

/// <summary>The ways past the menu and into the other language, from every kind of page.</summary>
public sealed partial class ShellTests : EditorTests
{
    [Theory]
    [InlineData("/", "./#content", "./?lang=en")]
    [InlineData("/?status=all", "./?status=all#content", "./?status=all&lang=en")]
    [InlineData("/search?q=bad%20i%20sj%C3%B6n&lang=sv", "search?q=bad%20i%20sj%C3%B6n&lang=sv#content", "search?q=bad%20i%20sj%C3%B6n&lang=en")]
    [InlineData("/outlets/edit?kind=Size&key=quarter", "outlets/edit?kind=Size&key=quarter#content", "outlets/edit?kind=Size&key=quarter&lang=en")]
    public async Task The_way_to_the_content_stays_on_the_page_and_the_other_language_keeps_what_was_looked_for(string address, string content, string english)
    {
        var page = await Browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);

        Assert.Equal((content, english), WaysIn(page));
        Assert.Contains("<html lang=\"en\">", await Browser.GetStringAsync(new Uri($"/{english}", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/series", "series?lang=en", "action", "add")]
    [InlineData("/outlets/edit?kind=Size&key=quarter", "outlets/edit?kind=Size&key=quarter&lang=en", "kind", "Size", "key", "quarter", "words", "många")]
    public async Task A_page_that_a_form_led_to_is_there_in_the_other_language(string address, string english, params string[] fields)
    {
        Assert.Equal((address[1..] + "#content", english), await SendAsync(address, fields));
    }

    [Theory]
    [InlineData("change", "value=\"Varför byggs badet om?\"")]
    [InlineData("preview", "value=\"Varför byggs badet om?\"", "preview", "yes", "outlets", "ad")]
    public async Task An_order_that_is_written_is_there_in_the_other_language_with_all_that_was_written(string field, string kept, params string[] fields)
    {
        var token = Forms.TokenOf(await Browser.GetStringAsync(new Uri("/assignments/new?lang=sv", UriKind.Relative), Cancelled));
        (string, string)[] written = [("__RequestVerificationToken", token), ("topic", "Varför byggs badet om?"), ("name", "Åsa Ny"), .. fields.Chunk(2).Select(pair => (pair[0], pair[1]))];
        using var answer = await PostAsync("/assignments", written);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains($"form=\"order\" formaction=\"assignments?lang=en\" formnovalidate name=\"{field}\" value=\"yes\" lang=\"en\">English</button>", page, StringComparison.Ordinal);
        Assert.Contains("<form id=\"order\"", page, StringComparison.Ordinal);

        using var other = await PostAsync("/assignments?lang=en", [.. written.Where(pair => pair.Item1 != field), (field, "yes")]);
        var english = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains(kept, english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/questions/edit?lang=sv", "languages.sv.why.question", "Varför just nu?")]
    [InlineData("/outlets/edit?kind=Account&lang=sv", "name", "Kommunens konto")]
    [InlineData("/series?lang=sv", "title", "Månadsannonsen")]
    [InlineData("/import?lang=sv", "text", "topic;person")]
    [InlineData("/people/import?lang=sv", "text", "name;title")]
    public async Task What_is_half_written_is_there_in_the_other_language_and_nothing_comes_of_it(string address, string field, string written)
    {
        var page = await Browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);
        var button = InEnglish().Match(page).Groups;
        var form = page.Split($"<form id=\"{button["form"].Value}\"")[1].Split("</form>")[0];
        using var answer = await PostAsync(
            "/" + WebUtility.HtmlDecode(button["to"].Value),
            [.. Hidden().Matches(form).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)), (field, written), (button["name"].Value, button["value"].Value)]);
        var english = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));

        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains(written, english.Split($"<form id=\"{button["form"].Value}\"")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(written, await GetAsync("/outlets") + await GetAsync("/series") + await GetAsync("/questions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_that_met_stand_beside_each_other_in_the_other_language_too()
    {
        var assignment = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        var draft = $"{assignment}-web";
        Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Något helt annat om rondellen?" }, Cancelled));
        (string, string)[] written = [("__RequestVerificationToken", Forms.TokenOf(await GetAsync("/assignments/new?lang=sv"))), ("draft", draft), ("revision", "1"), ("text", "Mitt.")];
        using var met = await PostAsync($"/assignments/{assignment}/review", [.. written, ("action", "Edit")]);
        var button = InEnglish().Match(await met.Content.ReadAsStringAsync(Cancelled)).Groups;
        Assert.Equal(("written", $"assignments/{assignment}/review?lang=en", "show", "Edit"), (button["form"].Value, button["to"].Value, button["name"].Value, button["value"].Value));

        using var answer = await PostAsync($"/assignments/{assignment}/review?lang=en", [.. written.Where(field => field.Item1 != "revision"), ("revision", "2"), ("show", "Edit")]);
        var english = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains(">Mitt.</textarea>", english, StringComparison.Ordinal);
        Assert.Contains("<p class=\"copy\" lang=\"sv\">Något helt annat om rondellen?</p>", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_done_to_an_assignment_leads_to_the_assignment_in_the_other_language()
    {
        var assignment = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        var english = $"assignments/{assignment}?lang=en";
        var draft = $"{assignment}-web";
        Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Något helt annat om rondellen?" }, Cancelled));

        Assert.Equal(english, (await SendAsync($"/assignments/{assignment}/review", "draft", draft, "revision", "2", "action", "Publish")).English);
        Assert.Equal(english, (await SendAsync($"/assignments/{assignment}/action", "topic", "", "action", "change")).English);
    }

    [Fact]
    public async Task The_page_to_sign_in_on_is_there_in_the_other_language_and_still_leads_on()
    {
        var stranger = Site.Browser();
        Assert.Equal("./?to=%2Fseries&lang=en", WaysIn(await stranger.GetStringAsync(new Uri("/?to=%2Fseries&lang=sv", UriKind.Relative), Cancelled)).English);
        using var wrong = await stranger.GetAsync(new Uri("/signin?token=wrong&lang=sv", UriKind.Relative), Cancelled);
        Assert.Equal("./?lang=en", WaysIn(await wrong.Content.ReadAsStringAsync(Cancelled)).English);
    }

    [Theory]
    [InlineData("/assignments/nope")]
    [InlineData("/people/nope")]
    [InlineData("/series/nope")]
    [InlineData("/nope")]
    public async Task From_a_page_that_is_not_there_a_way_leads_to_the_desk(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { { "Accept", "text/html" } } };
        using var answer = await Browser.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<a href=\"./\">Till redaktionen</a>", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("editor", "/ n o s p j k ? Esc")]
    [InlineData("approver", "/ o s p j k ? Esc")]
    [InlineData("admin", "o s p d j k ? Esc")]
    public async Task The_list_of_keys_has_those_that_do_something_for_the_role(string role, string keys)
    {
        var page = await Site.Browser((await Site.SignInAsync(role)).Cookie).GetStringAsync(new Uri("/", UriKind.Relative), Cancelled);

        Assert.Equal(keys, string.Join(' ', page.Split("<kbd>")[1..].Select(key => key.Split('<')[0])));
    }

    [Fact]
    public async Task A_plan_that_is_only_looked_at_has_nothing_done_yet()
    {
        var token = Forms.TokenOf(await Browser.GetStringAsync(new Uri("/assignments/new?lang=sv", UriKind.Relative), Cancelled));
        using var answer = await PostAsync("/assignments", [("__RequestVerificationToken", token), ("topic", "Varför byggs badet om?"), ("name", "Åsa Ny"), ("outlets", "ad"), ("copyDeadline", "2020-02-05T12:00"), ("preview", "yes")]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));

        Assert.Contains("Frågan skickas", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">klart<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swedish_words_are_marked_as_Swedish_at_the_English_desk()
    {
        var assignment = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet. Ring mig på 121212-1212.");
        var page = await GetAsync($"/assignments/{assignment}?lang=en");

        Assert.Contains("<h1 lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Contains("<dd class=\"copy\" lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"draft-web\" class=\"copy\" lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"text\" lang=\"sv\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"copy\">", page, StringComparison.Ordinal);
        Assert.All(page.Split("<p class=\"warning\">")[1..], warning => Assert.Contains("<span lang=\"sv\">", warning.Split("</p>")[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Swedish_questions_are_marked_as_Swedish_wherever_the_English_desk_lists_them()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(person) with { Topic = "Varför byggs badet om?", PublishOn = new DateOnly(2041, 5, 2), CopyDeadline = new DateTimeOffset(2041, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)) };
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);

        var overview = WebUtility.HtmlDecode(await GetAsync("/?lang=en&month=2041-05"));
        Assert.Contains($"class=\"topic\" lang=\"sv\" href=\"assignments/{order.Id}\"", overview, StringComparison.Ordinal);
        Assert.Equal(3, overview.Split("<span class=\"what\" lang=\"sv\">Varför byggs badet om?").Length);
        Assert.Contains($"<th scope=\"row\"><a lang=\"sv\" href=\"assignments/{order.Id}\"", overview, StringComparison.Ordinal);
        var found = await GetAsync("/search?q=badet&lang=en");
        Assert.Contains($"<h2><a href=\"assignments/{order.Id}\" lang=\"sv\">", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swedish_questions_out_of_a_table_and_of_a_series_and_in_a_notice_are_marked_as_Swedish_at_the_English_desk()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var token = ("__RequestVerificationToken", Forms.TokenOf(await GetAsync("/assignments/new?lang=en")));
        var table = ("text", $"topic;person\nVarför byggs badet om?;{person}");
        Assert.Contains("<th scope=\"row\" lang=\"sv\">Varför byggs badet om?</th>", await ReadAsync("/import", token, table, ("action", "preview")), StringComparison.Ordinal);
        var asked = await ReadAsync("/import", token, table, ("action", "import"));
        Assert.Contains("lang=\"sv\">Varför byggs badet om?</a>", asked, StringComparison.Ordinal);

        (string, string)[] series = [token, ("title", "Månad"), ("questions", "Varför byggs badet om?"), ("persons", person), ("nth", "1"), ("weekday", "Thursday"), ("every", "1"), ("outlets", "ad"), ("size", "Quarter")];
        Assert.Contains("<td lang=\"sv\">Varför byggs badet om?</td>", await ReadAsync("/series", [.. series, ("action", "preview")]), StringComparison.Ordinal);
        using var begun = await PostAsync("/series", [.. series, ("action", "add")]);
        var page = await GetAsync(begun.Headers.Location!.OriginalString);
        Assert.Contains("<td lang=\"sv\">Varför byggs badet om?</td>", page, StringComparison.Ordinal);
        Assert.Contains("<li lang=\"sv\">Varför byggs badet om?</li>", page, StringComparison.Ordinal);

        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        await db.Assignments.ExecuteUpdateAsync(set => set.SetProperty(row => row.EscalatedAt, TimeProvider.System.GetUtcNow()), Cancelled);
        Assert.Contains("“<span lang=\"sv\">Varför byggs badet om?</span>”", await GetAsync("/?lang=en"), StringComparison.Ordinal);

        async Task<string> ReadAsync(string address, params (string, string)[] fields)
        {
            using var answer = await PostAsync(address, fields);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        }
    }

    [Theory]
    [InlineData(false, "sluta påminna mig")]
    [InlineData(true, "sluta påminna mig")]
    [InlineData(false, "kör")]
    [InlineData(true, "kör")]
    public async Task Reminders_that_will_not_come_are_not_in_the_plan(bool printed, string said)
    {
        var (person, user) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(person) with { PublishOn = printed ? new DateOnly(2041, 5, 2) : null, RemindAt = [new DateTimeOffset(2041, 4, 8, 13, 20, 0, TimeSpan.FromHours(2))] };
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
        Assert.Contains("<span>Påminnelse</span>", await GetAsync($"/assignments/{order.Id}?lang=sv"), StringComparison.Ordinal);

        await Site.Services.GetRequiredService<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), new Incoming.Said(said, "said") { Key = "said", At = TimeProvider.System.GetUtcNow() }), Cancelled);

        Assert.DoesNotContain("<span>Påminnelse</span>", await GetAsync($"/assignments/{order.Id}?lang=sv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reminders_that_the_editor_gave_are_in_the_plan(bool printed)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(person) with { PublishOn = printed ? new DateOnly(2041, 5, 2) : null, RemindAt = [new DateTimeOffset(2041, 4, 8, 13, 20, 0, TimeSpan.FromHours(2))] };
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);

        var page = WebUtility.HtmlDecode(await GetAsync($"/assignments/{order.Id}?lang=sv"));
        Assert.Matches("<span>Påminnelse</span>\\s*<time datetime=\"2041-04-08T13:20\\+02:00\">", page);
    }

    /// <summary>Sends a form; the ways in on the page that answers, the second one tried.</summary>
    private async Task<(string Content, string English)> SendAsync(string address, params string[] fields)
    {
        var token = Forms.TokenOf(await Browser.GetStringAsync(new Uri("/assignments/new?lang=sv", UriKind.Relative), Cancelled));
        using var answer = await PostAsync(address, fields.Chunk(2).Select(field => (field[0], field[1])).Prepend(("__RequestVerificationToken", token)));
        var ways = WaysIn(await answer.Content.ReadAsStringAsync(Cancelled));
        using var english = await Browser.GetAsync(new Uri($"/{ways.English}", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
        return ways;
    }

    private static (string Content, string English) WaysIn(string page) => (
        WebUtility.HtmlDecode(page.Split("class=\"skip\" href=\"")[1].Split('"')[0]),
        WebUtility.HtmlDecode(InEnglish().Match(page).Groups["to"].Value));

    [GeneratedRegex("(?:href|form=\"(?<form>[^\"]*)\" formaction)=\"(?<to>[^\"]*)\"(?: formnovalidate name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\")? lang=\"en\">English<")]
    private static partial Regex InEnglish();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\"(?: data-once)? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
