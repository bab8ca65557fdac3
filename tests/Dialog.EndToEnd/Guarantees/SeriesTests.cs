using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dialog.EndToEnd.Web;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>Series, tables and calendars as scripts see them.</summary>
public sealed class SeriesTests(WebWorld world) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task A_series_shows_its_next_twelve_times_and_one_is_skipped_and_one_moved()
    {
        var (first, second) = (await PersonAsync(), await PersonAsync());
        var order = new { title = "Månadsannonsen", rule = new { nth = 1, weekday = "thursday" }, personIds = new[] { first, second }, questions = new[] { new { topic = "Varför?" } }, from = "2031-01-01" };
        var preview = await JsonAsync(HttpMethod.Post, "series/preview", order, HttpStatusCode.OK);
        Assert.Equal(12, preview.GetProperty("next").GetArrayLength());
        Assert.Equal(["2031-01-02", "2031-02-06", "2031-03-06"], Days(preview).Take(3));
        Assert.Equal([first, second, first], preview.GetProperty("next").EnumerateArray().Take(3).Select(time => time.GetProperty("personId").GetString()));

        var id = (await JsonAsync(HttpMethod.Post, "series", order, HttpStatusCode.Created)).GetProperty("id").GetString();
        Assert.True((await JsonAsync(HttpMethod.Post, $"series/{id}/skip", new { on = "2031-02-06" }, HttpStatusCode.OK)).GetProperty("next")[1].GetProperty("skipped").GetBoolean());
        Assert.Equal("2031-03-13", Days(await JsonAsync(HttpMethod.Post, $"series/{id}/move", new { on = "2031-03-06", to = "2031-03-13" }, HttpStatusCode.OK))[2]);
        await JsonAsync(HttpMethod.Post, $"series/{id}/skip", new { on = "2031-02-07" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_table_opens_all_its_lines_or_none_and_names_the_line()
    {
        var person = await PersonAsync();
        using var bad = await SendAsync(HttpMethod.Post, "assignments/import", new StringContent($"topic;person;publishOn\nVarför?;{person};2031-05-06\n;nobody;6 maj\n", Encoding.UTF8, "text/csv"));
        var problem = JsonSerializer.Deserialize<JsonElement>(await bad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("errors");
        Assert.Equal(3, problem.GetProperty("line 3").GetArrayLength());
        Assert.Single(problem.EnumerateObject());
        Assert.Empty(await world.Program.Api.ListAsync($"assignments?person={person}"));

        var table = $"topic;person;publishOn;start\n\"Varför; och hur?\";{person};2031-05-06;planned\nVem?;{person};2031-05-06;planned\n";
        foreach (var isNew in new[] { true, false })
        {
            using var good = await SendAsync(HttpMethod.Post, "assignments/import", new StringContent(table, Encoding.UTF8, "text/csv"));
            var text = await good.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(good.StatusCode == HttpStatusCode.OK, text);
            Assert.All(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("items").EnumerateArray(), line => Assert.Equal(isNew, line.GetProperty("new").GetBoolean()));
        }

        Assert.Equal(["Varför; och hur?", "Vem?"], (await world.Program.Api.ListAsync($"assignments?person={person}")).Select(line => line.GetProperty("topic").GetString()).Order());
    }

    [Fact]
    public async Task A_calendar_of_deadlines_is_read_by_its_secret_until_that_is_taken_back()
    {
        var person = await PersonAsync();
        await JsonAsync(HttpMethod.Post, "assignments", new { topic = "Varför, egentligen?", personId = person, publishOn = "2031-05-06" }, HttpStatusCode.Created);
        var url = new Uri((await JsonAsync(HttpMethod.Post, $"people/{person}/feed", new { }, HttpStatusCode.OK)).GetProperty("url").GetString()!);
        var calendar = await world.Program.Http.GetStringAsync(url, TestContext.Current.CancellationToken);
        Assert.StartsWith("BEGIN:VCALENDAR", calendar);
        Assert.Contains("Manusstopp: Varför\\, egentligen?", calendar);
        Assert.Contains("DTSTART;VALUE=DATE:20310506", calendar);

        using var gone = await SendAsync(HttpMethod.Delete, $"people/{person}/feed", null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var after = await world.Program.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    private static string[] Days(JsonElement series) => [.. series.GetProperty("next").EnumerateArray().Select(time => time.GetProperty("publishOn").GetString()!)];

    private Task<string> PersonAsync() => world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content) =>
        world.Program.Api.SendAsync(new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = content });

    private async Task<JsonElement> JsonAsync(HttpMethod method, string path, object body, HttpStatusCode expected)
    {
        using var answer = await SendAsync(method, path, JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
