using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Access;

/// <summary>No page of the desk offers what its reader may not do.</summary>
public sealed partial class OfferedTests(OfferedTests.Opened opened) : IClassFixture<OfferedTests.Opened>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("editor", "assignments/", "assignments/new", "people/import", "questions/edit")]
    [InlineData("approver", "assignments/")]
    [InlineData("admin", "operation#outbox", "people/import", "questions/edit", "settings")]
    public async Task Every_link_and_every_form_leads_to_what_the_role_may_do(string role, params string[] offered)
    {
        var browser = opened.Site.Browser((await opened.Site.SignInAsync(role)).Cookie);
        var (seen, links) = (new HashSet<string>(), new Queue<string>(["/", "/?status=all", "/?status=published", "/series", "/people", $"/people/{opened.Person}", $"/series/{opened.Series}", $"/series/{opened.Ended}"]));
        while (links.TryDequeue(out var address))
        {
            if (!seen.Add(address.Split('#')[0]))
            {
                continue;
            }

            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{role} {address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await answer.Content.ReadAsStringAsync(Cancelled);
            foreach (var link in Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith("chat", StringComparison.Ordinal)))
            {
                // The months go on for ever, and the language is the same pages again.
                if (!link.Contains("month=", StringComparison.Ordinal) && !link.Contains("lang=", StringComparison.Ordinal) && !link.Contains(".css", StringComparison.Ordinal) && !link.StartsWith('#'))
                {
                    links.Enqueue($"/{link.TrimStart('.', '/')}");
                }
            }

            foreach (var action in Actions().Matches(page).Select(form => WebUtility.HtmlDecode(form.Groups[1].Value)).Distinct())
            {
                using var nothing = new FormUrlEncodedContent([new("action", "none")]);
                using var sent = await browser.PostAsync(new Uri($"/{action}", UriKind.Relative), nothing, Cancelled);
                Assert.True(sent.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized), $"{role} {address} sends to {action}: {sent.StatusCode}");
            }

            offered = [.. offered.Where(link => !page.Contains($"href=\"{link}", StringComparison.Ordinal))];
        }

        Assert.Empty(offered);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"")]
    private static partial Regex Actions();

    /// <summary>A desk that has one of everything that can be offered.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        internal OpenSite Site { get; private set; } = null!;

        internal string Person { get; private set; } = "";

        internal string Series { get; private set; } = "";

        internal string Ended { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Site = await OpenSite.OpenAsync();
            var waiting = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
            var published = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
            var desk = Site.Services.GetRequiredService<ReviewDesk>();
            foreach (var (draft, action) in new[] { (waiting, ReviewAction.RequestChanges), (published, ReviewAction.Approve), (published, ReviewAction.Publish) })
            {
                Assert.Null(await desk.OrderAsync(new ReviewOrder($"{draft}-web", action, Actor.Desk) { Comment = "Kortare." }, Cancelled));
            }

            var script = Site.Script();
            await SendAsync(script, $"assignments/{published}/reactions/many", new { text = "Vägen är lång.\nVägen är smal.\nBadet är kallt." });
            (Person, _) = await Site.AddOnTheWebAsync("Åsa Ny");
            await Site.Services.GetRequiredService<AbsenceBook>().SetAsync(Person, [new DateSpan(new DateOnly(2041, 2, 10), new DateOnly(2041, 2, 12))], Cancelled);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var order = House.Assignment(Person) with { PublishOn = new DateOnly(today.Year, today.Month, 15) };
            await Site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, Cancelled);
            (Series, Ended) = (await BeginAsync(), await BeginAsync());
            await Site.Services.GetRequiredService<SeriesBook>().ChangeAsync(Ended, series => series with { Ended = true }, Cancelled);
            await Site.Services.GetRequiredService<WorkspaceBook>().PutAsync(new Workspace(Address.Slack, "T1", TimeProvider.System.GetUtcNow()), Cancelled);
            await Site.Services.GetRequiredService<Database>().WriteAsync(
                session =>
                {
                    session.Write("UPDATE \"Outbox\" SET \"Status\" = 'Failed', \"NextAt\" = NULL WHERE \"Seq\" = (SELECT MAX(\"Seq\") FROM \"Outbox\")");
                    session.Write($"UPDATE \"Assignments\" SET \"EscalatedAt\" = 1 WHERE \"Id\" = '{order.Id}'");
                },
                Cancelled);

            async Task<string> BeginAsync() => (string)(await SendAsync(script, "series", new
            {
                title = "Månadsannonsen",
                rule = new { nth = 1, weekday = "thursday", everyMonths = 1 },
                personIds = new[] { Person },
                questions = new[] { new { topic = "Varför byggs badet om?" } },
            }))["id"]!;
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        private static async Task<JsonObject> SendAsync(HttpClient script, string path, object body)
        {
            using var answer = await script.PostAsJsonAsync($"/api/v1/{path}", body, Cancelled);
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
            return JsonNode.Parse(text)!.AsObject();
        }
    }
}
