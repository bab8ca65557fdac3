using System.Net;
using System.Text.Json;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What was written can be found as it stands, and what was taken back cannot. On SQLite and PostgreSQL alike.</summary>
public class SearchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_briefs_answers_and_drafts_are_found_by_their_words_whatever_the_ending()
    {
        await using var house = await House.BuildAsync();
        var id = await FinishedAsync(house, "Min tes måste prövas mot andra, eftersom världsbilden annars blir trång.", "Berätta om tornväktaren.");

        foreach (var (words, kind) in new[] { ("twittra", "topic"), ("tornväktarna", "brief"), ("PRÖVAS", "answer"), ("världsbild", "answer"), ("trång", "draft") })
        {
            var found = Assert.Single(await FindAsync(house, words));
            Assert.Equal(id, found.AssignmentId);
            Assert.Contains(kind, found.Pieces.Select(piece => piece.Kind).Append(found.Question.Marks.IsEmpty ? "" : "topic"));
        }

        Assert.DoesNotContain(await FindAsync(house, "världsbild", answers: false), found => found.Pieces.Any(piece => piece.Kind == "answer"));
        Assert.Empty(await FindAsync(house, "prövas snöröjning"));
        Assert.NotEmpty(await FindAsync(house, "prövas andra"));
    }

    [Fact]
    public async Task What_is_changed_is_found_by_its_new_words_only()
    {
        await using var house = await House.BuildAsync();
        var id = await FinishedAsync(house, "Min tes måste prövas mot andra, eftersom världsbilden annars blir trång.", brief: null);
        Assert.Null(await house.Review.OrderAsync(new ReviewOrder(ReviewedDraft.IdOf(id, "x"), ReviewAction.Edit, Actor.Desk) { Text = "Fyrvaktaren vinkar?" }, Stop));
        var open = House.Assignment((await house.AddPersonAsync("U2")).Id) with { Topic = "Vad gör sotaren?" };
        await house.Assignments.OpenAsync(open, requestKey: null, Stop);
        await house.Desk.ReorderAsync((await house.Desk.FindAsync(open.Id, Stop))!, new OrderChange { Topic = "Vad gör glasblåsaren?", Brief = "Smältan glöder." }, Stop);

        Assert.Equal([id], (await FindAsync(house, "fyrvaktare")).Select(found => found.AssignmentId));
        Assert.Equal([open.Id], (await FindAsync(house, "glasblåsare")).Select(found => found.AssignmentId));
        Assert.Equal([open.Id], (await FindAsync(house, "smälta")).Select(found => found.AssignmentId));
        Assert.Empty(await FindAsync(house, "sotare"));
    }

    [Fact]
    public async Task What_is_erased_is_not_found_any_more()
    {
        await using var house = await House.BuildAsync();
        await FinishedAsync(house, "Min tes måste prövas mot andra, eftersom världsbilden annars blir trång.", "Tornväktaren.");
        await using var db = house.OpenStore();
        await house.PersonalData.EraseAsync(db.People.Single().Id, Stop);

        foreach (var words in new[] { "twittrar", "tornväktare", "prövas", "trång" })
        {
            Assert.Empty(await FindAsync(house, words));
        }

        Assert.Empty(db.SearchTexts);
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_nothing_to_find()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.BreakAsync("Outbox");
        await Assert.ThrowsAnyAsync<Exception>(() => house.Assignments.OpenAsync(House.Assignment(person.Id), requestKey: null, Stop));

        Assert.Empty(await FindAsync(house, "twittrar"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a\" OR \"b")]
    [InlineData("NEAR(x y, 2) AND -z*")]
    [InlineData("'; DROP TABLE \"Answers\"; --")]
    [InlineData("((((:*&|!<->'")]
    [InlineData("och")]
    [InlineData("%_\\")]
    [InlineData("text:rowid ^x {y}")]
    public async Task No_query_is_an_error(string query)
    {
        await using var house = await House.BuildAsync();
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id), requestKey: null, Stop);

        await FindAsync(house, query);
        Assert.Single(await FindAsync(house, "twittrar"));
    }

    [Fact]
    public async Task Page_after_page_shows_every_assignment_once_the_newest_first()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var ids = new List<string>();
        for (var number = 0; number < 45; number++)
        {
            var assignment = House.Assignment(person.Id) with { Brief = "Varför twittra?" };
            await house.Assignments.OpenAsync(assignment, requestKey: null, Stop);
            ids.Add(assignment.Id);
        }

        Assert.Equal(Enumerable.Reverse(ids), await PagesAsync(house, answers: true));
    }

    [Fact]
    public async Task What_was_shown_for_a_newer_text_is_not_shown_again_for_an_older_one()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var ids = new List<string>();
        for (var number = 0; number < 40; number++)
        {
            var assignment = House.Assignment(person.Id);
            await house.Assignments.OpenAsync(assignment, requestKey: null, Stop);
            ids.Add(assignment.Id);
        }

        await house.Desk.ReorderAsync((await house.Desk.FindAsync(ids[1], Stop))!, new OrderChange { Brief = "Twittra mer." }, Stop);
        await house.RunAsync($"""INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language") VALUES ('{ids[0]}', 'answer', 'why', 'Vi twittrar.', 'sv')""");
        await house.Desk.ReorderAsync((await house.Desk.FindAsync(ids[2], Stop))!, new OrderChange { Brief = "Något annat." }, Stop);

        Assert.Equal([ids[0], ids[1], .. Enumerable.Reverse(ids[2..])], await PagesAsync(house, answers: true));
        Assert.Equal([ids[1], .. Enumerable.Reverse(ids[2..]), ids[0]], await PagesAsync(house, answers: false));
    }

    [Fact]
    public async Task Reading_goes_on_past_many_older_texts_of_what_was_shown()
    {
        await using var house = await House.BuildAsync();
        var oldest = House.Assignment((await house.AddPersonAsync()).Id);
        await house.Assignments.OpenAsync(oldest, requestKey: null, Stop);
        foreach (var part in new[] { "'a'", "'b'" })
        {
            await house.RunAsync($"""
                INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 620) SELECT 'a' || (n % 20), 'draft', {part} || n, 'Vi twittrar.', 'sv' FROM numbers ORDER BY n
                """);
        }

        var (pages, shown) = (0, new List<string>());
        for (long? next = long.MaxValue; next is not null && pages < 10; pages++)
        {
            await using var db = house.OpenStore();
            (var found, next) = await new SearchRead(db).FindAsync(SearchWords.Of("twittra"), answers: true, next, Stop);
            shown.AddRange(found.Select(one => one.AssignmentId));
        }

        Assert.Equal([oldest.Id], shown);
        Assert.Equal(2, pages);
    }

    [Fact]
    public async Task The_page_marks_what_was_found_and_nothing_that_people_wrote_becomes_markup()
    {
        await using var site = await OpenSite.OpenAsync();
        var script = site.Script();
        var person = await IdAsync(await script.PostAsync(new Uri("/api/v1/people", UriKind.Relative), Json(new { name = "Mattias", roles = new[] { "respondent" }, language = "sv", timeZone = "Europe/Stockholm", addresses = new[] { new { channel = "web", workspace = "web", user = "m" } } }), Stop));
        await IdAsync(await script.PostAsync(new Uri("/api/v1/assignments", UriKind.Relative), Json(new { topic = "<b>Varför</b> & \"twittra\"?", personId = person }), Stop));
        var browser = site.Browser();
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), Stop);

        var page = await browser.GetStringAsync(new Uri("/search?q=twittrar", UriKind.Relative), Stop);
        var api = JsonDocument.Parse(await script.GetStringAsync(new Uri("/api/v1/search?q=twittra", UriKind.Relative), Stop)).RootElement;

        Assert.Contains("&quot;<mark>twittra</mark>&quot;?", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        var hit = api.GetProperty("items")[0].GetProperty("hits")[0];
        Assert.Equal(("topic", "<b>Varför</b> & \"twittra\"?", 17), (hit.GetProperty("kind").GetString(), hit.GetProperty("text").GetString(), hit.GetProperty("marks")[0].GetProperty("start").GetInt32()));
        using var missing = await script.GetAsync(new Uri("/api/v1/search", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
    }

    /// <summary>What "twittra" finds, page after page.</summary>
    private static async Task<List<string>> PagesAsync(House house, bool answers)
    {
        var shown = new List<string>();
        for (long? next = long.MaxValue; next is not null;)
        {
            await using var db = house.OpenStore();
            (var found, next) = await new SearchRead(db).FindAsync(SearchWords.Of("twittra"), answers, next, Stop);
            Assert.NotEmpty(found);
            shown.AddRange(found.Select(one => one.AssignmentId));
        }

        return shown;
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    private static async Task<string> IdAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("id").GetString()!;
        }
    }

    private static async Task<IReadOnlyList<Found>> FindAsync(House house, string words, bool answers = true)
    {
        await using var db = house.OpenStore();
        return (await new SearchRead(db).FindAsync(SearchWords.Of(words), answers, after: null, Stop)).Found;
    }

    /// <summary>A short interview, done; answers its id.</summary>
    private static async Task<string> FinishedAsync(House house, string answer, string? brief)
    {
        var assignment = House.Assignment((await house.AddPersonAsync()).Id) with { Track = Track.Quick, Brief = brief, Outlets = ["x", "facebook"] };
        await house.Assignments.OpenAsync(assignment, requestKey: null, Stop);
        foreach (var (line, number) in new[] { "ja", answer, "klar", "Vad tycker du?", "klar" }.Select((line, number) => (line, number)))
        {
            await house.SayAsync(line, $"E{number}");
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await house.TickAsync();
        }

        return assignment.Id;
    }
}
