using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.Bot.Tests.Trust;

/// <summary>The audit log, the archive and the log levels over REST, as a script sees them.</summary>
public sealed class TrustApiTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_audit_log_comes_in_pages_without_gap_or_repetition()
    {
        await using var site = await OpenSite.OpenAsync();
        await site.Services.GetRequiredService<Database>().WriteAsync(
            session =>
            {
                for (var number = 0; number < 450; number++)
                {
                    session.Tell(Door.Command, new Deed("try", "test", $"s{number}"), TimeProvider.System.GetUtcNow());
                }
            },
            Cancelled);
        var script = site.Script();

        var (subjects, cursor) = (new List<string?>(), "");
        do
        {
            var page = await script.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/audit?action=try{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}", UriKind.Relative), Cancelled);
            subjects.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("subject").GetString()));
            cursor = page.GetProperty("next").GetString() ?? "";
        }
        while (cursor.Length > 0);

        Assert.Equal(Enumerable.Range(0, 450).Select(number => $"s{number}"), subjects);
        using var wrong = await script.GetAsync(new Uri("/api/v1/audit?since=igår&cursor=x", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Who_came_in_and_who_did_not_is_told()
    {
        await using var site = await OpenSite.OpenAsync();
        using var wrong = await site.Browser().GetAsync(new Uri("/signin?token=guess", UriKind.Relative), Cancelled);
        using var right = await site.Browser().GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);

        var log = await site.Script().GetFromJsonAsync<JsonElement>(new Uri("/api/v1/audit?subject=token", UriKind.Relative), Cancelled);

        Assert.Equal(["signInRefused", "signIn"], log.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.DoesNotContain("guess", log.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_several_roles_is_told_as_the_one_that_may()
    {
        await using var site = await OpenSite.OpenAsync();
        var person = (await site.Services.GetRequiredService<Dialog.Bot.Turns.PeopleBook>().AddAsync("Sara Ek", null, ["editor", "admin"], "sv", "Europe/Stockholm", [], Cancelled))!.Id;

        using var data = await site.Browser(site.Session(person, TimeSpan.FromHours(1))).GetAsync(new Uri($"/api/v1/people/{person}/data", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.OK, data.StatusCode);
        var told = await site.Script().GetFromJsonAsync<JsonElement>(new Uri("/api/v1/audit?action=export", UriKind.Relative), Cancelled);
        Assert.Equal(["admin"], told.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_month_that_is_over_is_handed_out_and_this_one_is_not()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();

        using var past = await script.GetAsync(new Uri("/api/v1/archive/2020-01", UriKind.Relative), Cancelled);
        using var now = await script.GetAsync(new Uri($"/api/v1/archive/{TimeProvider.System.GetUtcNow():yyyy}", UriKind.Relative), Cancelled);
        using var none = await script.GetAsync(new Uri("/api/v1/archive/oktober", UriKind.Relative), Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (past.StatusCode, now.StatusCode, none.StatusCode));
        Assert.Equal("dialog-arkiv-2020-01.zip", past.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Fact]
    public async Task The_desk_lists_the_months_and_hands_out_those_that_are_over()
    {
        await using var site = await OpenSite.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        await site.Services.GetRequiredService<Database>().WriteAsync(
            session =>
            {
                foreach (var at in new[] { new DateTimeOffset(2020, 1, 31, 23, 30, 0, TimeSpan.Zero), now })
                {
                    session.Write("""INSERT INTO "Records" ("AssignmentId", "DraftId", "Revision", "PublishedAt", "Body", "Sha256") VALUES ('a1', 'a1-web', 1, $1, '{}', 'x')""", at);
                }
            },
            Cancelled);
        var browser = site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Cancelled);

        var page = await browser.GetStringAsync(new Uri("/archive?lang=en", UriKind.Relative), Cancelled);

        // Half past midnight in Stockholm: February.
        Assert.Contains("href=\"api/v1/archive/2020-02\"", page, StringComparison.Ordinal);
        Assert.Contains("When the month is over", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"archive/{now:yyyy-MM}\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"archive\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_counts_at_once_and_for_its_category_only()
    {
        var levels = new LogLevels();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Default", "Warning")]).Add(levels).Build();
        using var factory = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
        var (ours, theirs) = (factory.CreateLogger("Dialog.Bot.Turns.Postman"), factory.CreateLogger("Polly"));

        levels.Choose("Dialog.Bot.Turns", "Debug");
        Assert.Equal((true, false), (ours.IsEnabled(LogLevel.Debug), theirs.IsEnabled(LogLevel.Debug)));
        levels.Choose("Dialog.Bot.Turns", level: null);
        Assert.False(ours.IsEnabled(LogLevel.Debug));
    }

    [Fact]
    public async Task How_much_is_logged_is_changed_while_the_program_runs()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();

        using var set = await script.PutAsJsonAsync(new Uri("/api/v1/log-levels/Dialog.Bot.Turns", UriKind.Relative), new { level = "debug" }, Cancelled);
        var levels = await script.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/api/v1/log-levels", UriKind.Relative), Cancelled);
        using var back = await script.PutAsJsonAsync(new Uri("/api/v1/log-levels/Dialog.Bot.Turns", UriKind.Relative), new { level = (string?)null }, Cancelled);

        Assert.Equal("Debug", levels!["Dialog.Bot.Turns"]);
        Assert.Equal("{}", await back.Content.ReadAsStringAsync(Cancelled));
        foreach (var (category, level) in new[] { ("Dialog", "Trace"), ("Microsoft.AspNetCore.Hosting.Diagnostics", "Information"), ("Microsoft.AspNetCore.Http.Result", "Information"), ("Microsoft.AspNetCore.Http.Result.FileContentResult", "Information"), ("Dialog%20", "Debug") })
        {
            using var refused = await script.PutAsJsonAsync(new Uri($"/api/v1/log-levels/{category}", UriKind.Relative), new { level }, Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }
}
