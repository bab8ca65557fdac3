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

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(path, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, (string Name, string Value)[] fields) =>
        await PostAsync(path, fields.Prepend(("__RequestVerificationToken", Forms.TokenOf(await GetAsync("/people")))));
}
