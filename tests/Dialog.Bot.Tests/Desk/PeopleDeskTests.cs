using System.Net;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What an editor writes about people and to them, and what becomes of it when it cannot be.</summary>
public sealed class PeopleDeskTests : EditorTests
{
    [Theory]
    [InlineData("2027-02-10", "9999-12-31")]
    [InlineData("2027-02-10", "2200-01-01")]
    [InlineData("1999-12-31", "2027-02-10")]
    [InlineData("2027-02-10", "2027-02-09")]
    [InlineData("2027-02-10", "snart")]
    public async Task Days_away_without_an_end_that_can_be_counted_to_are_not_taken_and_stay_in_the_fields(string first, string last)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");

        var (status, page) = await ReadAsync($"/people/{person}", ("action", "away"), ("first", first), ("last", last));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Skriv dagarna som ÅÅÅÅ-MM-DD", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"first\" type=\"date\" required value=\"{first}\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"last\" type=\"date\" value=\"{last}\"", page, StringComparison.Ordinal);
        Assert.Contains("Ingen frånvaro är känd.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_day_away_and_the_last_day_that_can_be_are_taken_and_hours_that_are_none_stay_in_the_field()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");

        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync($"/people/{person}", ("action", "away"), ("first", "2041-02-10"), ("last", ""))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync($"/people/{person}", ("action", "away"), ("first", "2042-02-10"), ("last", "2199-12-31"))).Status);
        Assert.Contains("value=\"8 till 17\"", (await ReadAsync($"/people/{person}", ("action", "hours"), ("hours", "8 till 17"))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_somebody_is_stands_on_their_page_and_is_changed_there()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        Assert.Contains("value=\"Mattias Jansson\"", await GetAsync($"/people/{person}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync($"/people/{person}", Details(("title", "kommunchef"), ("language", "en"), ("timeZone", "Europe/Helsinki")))).Status);

        var row = await PersonAsync(person);
        Assert.Equal(("Mattias Jansson", "kommunchef", "en", "Europe/Helsinki", "respondent"), (row.Name, row.Title, row.Language, row.TimeZone, row.Roles));
        var list = await GetAsync("/people");
        Assert.Contains("svarar på frågor", list, StringComparison.Ordinal);
        Assert.Contains("(Europe/Helsinki)", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "Skriv ett namn med högst 200 tecken.", "Write a name of at most 200 characters.")]
    [InlineData("timeZone", "Sverige", "Tidszonen finns inte. Skriv den som Europe/Stockholm.", "There is no such time zone. Write it like Europe/Stockholm.")]
    [InlineData("language", "fi", "Välj svenska eller engelska.", "Choose Swedish or English.")]
    public async Task What_nobody_can_be_is_not_saved_and_what_was_written_stays(string field, string written, string swedish, string english)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        foreach (var (language, said) in new[] { ("sv", swedish), ("en", english) })
        {
            var (status, page) = await ReadAsync($"/people/{person}?lang={language}", Details(("title", "kommunchef"), (field, written)));

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("value=\"kommunchef\"", page, StringComparison.Ordinal);
        }

        Assert.Null((await PersonAsync(person)).Title);
    }

    [Fact]
    public async Task Roles_are_given_by_an_administrator_only_and_stay_when_somebody_else_changed_them_meanwhile()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        await ReadAsync($"/people/{person}", Details(("roles", "admin"), ("email", "mattias@example.com")));
        Assert.Equal(("respondent", null), ((await PersonAsync(person)).Roles, (await PersonAsync(person)).Email));

        Browser = Site.Signed((await Site.SignInAsync("admin")).Cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync($"/people/{person}", Details(("roles", "respondent"), ("roles", "editor"), ("email", "Mattias@Example.com")))).Status);
        Assert.Equal(("respondent,editor", "mattias@example.com"), ((await PersonAsync(person)).Roles, (await PersonAsync(person)).Email));

        await ReadAsync($"/people/{person}", Details(("title", "kommunchef"), ("roles", "respondent")));
        Assert.Equal(("respondent,editor", "kommunchef"), ((await PersonAsync(person)).Roles, (await PersonAsync(person)).Title));
        Assert.Equal(HttpStatusCode.BadRequest, (await ReadAsync($"/people/{person}", Details())).Status);
    }

    [Fact]
    public async Task Where_somebody_is_reached_is_told_and_who_only_signs_in_is_there_too()
    {
        var book = Site.Services.GetRequiredService<PeopleBook>();
        var reached = await book.AddAsync("Åsa Öberg", "rektor", ["respondent"], "sv", "Europe/Stockholm", [new Bot.Channels.Address("slack", "T0123", "U0456")], Cancelled);
        var signsIn = await book.AddAsync("Eva Ek", null, ["editor"], "sv", "Europe/Stockholm", [], "eva@example.com", id: null, Cancelled);

        var page = await GetAsync($"/people/{reached!.Id}");
        Assert.Contains("Slack", page, StringComparison.Ordinal);
        Assert.Contains("T0123", page, StringComparison.Ordinal);
        Assert.Contains("<code>U0456</code>", page, StringComparison.Ordinal);
        Assert.Contains("Eva Ek", await GetAsync("/people"), StringComparison.Ordinal);
        Assert.Contains("eva@example.com", await GetAsync($"/people/{signsIn!.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_more_than_a_list_takes_it_is_said_and_everybody_is_found_and_asked()
    {
        await AddManyAsync();
        var (last, _) = await Site.AddOnTheWebAsync("Örjan Åkerö");
        var list = await GetAsync("/people");
        Assert.Contains("500 av 501 visas.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Örjan Åkerö", list, StringComparison.Ordinal);
        var found = await GetAsync("/people?find=örjan");
        Assert.Contains("Örjan Åkerö", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo 000", found, StringComparison.Ordinal);

        Assert.Contains($"<option value=\"{last}\" selected", await GetAsync($"/assignments/new?person={last}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync("/assignments", ("topic", "Varför byggs badet om?"), ("person", last), ("outlets", "web"))).Status);
    }

    [Theory]
    [InlineData("ÖRJAN", "Örjan Åkerö, hamnchef")]
    [InlineData("åkerö hamn", "Örjan Åkerö, hamnchef")]
    [InlineData("örjan bo", "Ingen heter så.")]
    [InlineData("ör*n", "Ingen heter så.")]
    [InlineData("ör_an", "Ingen heter så.")]
    [InlineData("\\", "Ingen heter så.")]
    public async Task Whoever_is_not_in_the_list_is_looked_for_in_every_form_that_asks_whom(string words, string found)
    {
        await AddManyAsync();
        var (last, _) = await Site.AddOnTheWebAsync("Örjan Åkerö");
        await using (var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled))
        {
            await db.People.Where(person => person.Id == last).ExecuteUpdateAsync(set => set.SetProperty(person => person.Title, "hamnchef"), Cancelled);
        }

        var order = House.Assignment("many-007");
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
        Browser = Site.Browser();
        using var signedIn = await Browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);
        foreach (var path in new[] { "/assignments/new", "/series", "/outlets/edit?kind=Account", $"/assignments/{order.Id}" })
        {
            var all = await GetAsync(path);
            Assert.Contains("500 av 501 visas.", all, StringComparison.Ordinal);
            Assert.DoesNotContain("Örjan Åkerö", all, StringComparison.Ordinal);
        }

        (string, string)[] looks = [("find", words), ("found", ""), ("topic", "Varför byggs badet om?"), ("title", "Månaden"), ("persons", "many-003"), ("deputy", "many-004"), ("kind", "Account"), ("name", "Kommunen på X")];
        foreach (var (path, button, value) in new[] { ("/assignments", "preview", "yes"), ("/assignments", "change", "yes"), ("/series", "action", "add"), ("/outlets/edit?kind=Account", "do", "save"), ("/outlets/edit?kind=Account", "do", "show") })
        {
            var (status, page) = await ReadAsync(path, [.. looks, (button, value)]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(found, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Bo 010", page, StringComparison.Ordinal);
            Assert.Contains(path == "/assignments" ? "value=\"many-004\" selected" : path == "/series" ? "value=\"many-003\" checked" : "Kommunen på X", page, StringComparison.Ordinal);
        }

        var other = await GetAsync($"/assignments/{order.Id}?find={Uri.EscapeDataString(words)}");
        Assert.Contains(found, other, StringComparison.Ordinal);
        Assert.Contains("<details class=\"actions-box\" open", other, StringComparison.Ordinal);
        await using var none = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        Assert.Equal((1, 0), (await none.Assignments.CountAsync(Cancelled), await none.Series.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task Whoever_was_chosen_is_still_chosen_when_somebody_else_is_looked_for_and_is_asked()
    {
        await AddManyAsync();
        var (last, _) = await Site.AddOnTheWebAsync("Örjan Åkerö");
        (string, string)[] form = [("topic", "Varför byggs badet om?"), ("person", last), ("deputy", "many-004"), ("outlets", "web"), ("publishOn", "2041-04-29"), ("find", "Bo 004"), ("found", "Bo 004")];

        Assert.Contains($"<option value=\"{last}\" selected", (await ReadAsync("/assignments", [.. form, ("change", "yes")])).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync("/assignments", form)).Status);
    }

    [Theory]
    [InlineData("name", "sv", "Skriv ett namn med högst 200 tecken.")]
    [InlineData("title", "en", "The title can have at most 200 characters.")]
    public async Task Somebody_new_whose_name_or_title_is_longer_than_anybodys_is_not_added_and_what_was_written_stays(string field, string language, string said)
    {
        var most = new string('Å', 200);
        (string, string)[] form = [("topic", "Varför byggs badet om?"), ("outlets", "web"), (field == "name" ? "title" : "name", "Åsa Ny")];

        var (status, page) = await ReadAsync($"/assignments?lang={language}", [.. form, (field, most + "Å")]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{most}Å\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync("/assignments", [.. form, (field, most)])).Status);
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        Assert.Equal(1, await db.People.CountAsync(person => db.Addresses.Any(address => address.PersonId == person.Id), Cancelled));
    }

    [Fact]
    public async Task Words_to_the_respondent_are_measured_as_they_are_read_and_too_many_say_so()
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var most = string.Concat(Enumerable.Repeat("Hej du!\r\n", 499)) + "Hej då!!";

        var (status, _) = await ReadAsync("/assignments", ("topic", "Varför byggs badet om?"), ("brief", most), ("person", person), ("outlets", "web"));
        var (refused, page) = await ReadAsync("/assignments", ("topic", "Varför byggs badet om?"), ("brief", most + "!"), ("person", person), ("outlets", "web"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (status, refused));
        Assert.Contains("Hälsningen kan ha högst 4 000 tecken.", page, StringComparison.Ordinal);
        Assert.Contains("Hej då!!!</textarea>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "Åsa Ny", "Välj någon eller skriv ett namn, inte båda.", "Choose somebody or write a name, not both.")]
    [InlineData("deputy", null, "Välj någon annan som ersättare än den som får frågan.", "Choose another deputy than the person who gets the question.")]
    [InlineData("copyDeadline", "2041-04-30T00:01", "Det kan inte vara efter införandedagen.", "It cannot be after the day in print.")]
    [InlineData("outlets", "", "Välj minst en kanal att göra utkast för.", "Choose at least one outlet to make drafts for.")]
    public async Task A_new_question_that_says_two_things_or_leaves_out_where_is_not_asked_and_keeps_what_was_written(string field, string? written, string swedish, string english)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        (string, string)[] form = [("topic", "Varför byggs badet om?"), ("person", person), ("publishOn", "2041-04-29"), (field, written ?? person)];

        foreach (var (language, said) in new[] { ("sv", swedish), ("en", english) })
        {
            var (status, page) = await ReadAsync($"/assignments?lang={language}", field == "outlets" ? form[..^1] : [.. form, ("outlets", "web")]);

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("value=\"Varför byggs badet om?\"", page, StringComparison.Ordinal);
        }

        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        Assert.Empty(db.Assignments);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("deputy")]
    public async Task A_new_question_to_somebody_whose_record_is_gone_is_not_asked(string field)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        (string, string)[] form = [("topic", "Varför byggs badet om?"), ("publishOn", "2041-04-29"), ("outlets", "web"), (field, "nobody-any-more")];

        var (status, page) = await ReadAsync("/assignments", field == "person" ? form : [.. form, ("person", person)]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("value=\"Varför byggs badet om?\"", page, StringComparison.Ordinal);
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        Assert.Empty(db.Assignments);
    }

    [Theory]
    [InlineData("reassign", "sv", "Den du valde går inte att nå just nu.")]
    [InlineData("also", "en", "Whom you chose cannot be reached now.")]
    public async Task Somebody_who_cannot_be_reached_is_not_asked_and_it_is_said(string action, string language, string said)
    {
        var (person, _) = await Site.AddOnTheWebAsync("Mattias Jansson");
        var (gone, _) = await Site.SignInAsync("approver");
        var order = House.Assignment(person);
        await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);

        using var answer = await SendAsync($"/assignments/{order.Id}/action", [("action", action), ("person", gone)]);

        Assert.Contains(said, await GetAsync($"{answer.Headers.Location}&lang={language}"), StringComparison.Ordinal);
    }

    /// <summary>The form that says who somebody is, as Mattias's page showed it, with what was written in it.</summary>
    private static (string, string)[] Details(params (string Name, string Value)[] written) =>
    [
        ("action", "details"), ("seen", """{"name":"Mattias Jansson","title":"","language":"sv","timeZone":"Europe/Stockholm","email":"","roles":"respondent"}"""),
        .. new[] { ("name", "Mattias Jansson"), ("title", ""), ("language", "sv"), ("timeZone", "Europe/Stockholm") }.Where(field => !written.Any(other => other.Name == field.Item1)), .. written,
    ];

    /// <summary>As many as a list takes.</summary>
    private async Task AddManyAsync()
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        for (var number = 0; number < 500; number++)
        {
            db.Add(new PersonRow { Id = $"many-{number:D3}", Name = $"Bo {number:D3}", Roles = "respondent", Language = "sv", TimeZone = "Europe/Stockholm", CreatedAt = DateTimeOffset.UnixEpoch });
            db.Add(new AddressRow { Channel = "web", Workspace = "web", User = $"many-{number:D3}", PersonId = $"many-{number:D3}" });
        }

        await db.SaveChangesAsync(Cancelled);
    }

    private async Task<PersonRow> PersonAsync(string id)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Cancelled);
        return await db.People.SingleAsync(person => person.Id == id, Cancelled);
    }

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(path, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, (string Name, string Value)[] fields) =>
        await PostAsync(path, fields.Prepend(("__RequestVerificationToken", Forms.TokenOf(await GetAsync("/people")))));
}
