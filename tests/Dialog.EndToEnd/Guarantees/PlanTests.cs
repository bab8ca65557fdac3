using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Web;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>The plan as scripts and the desk see it.</summary>
public sealed class PlanTests(WebWorld world) : IClassFixture<WebWorld>
{
    private static readonly string[] Steps = ["question", "nudge", "secondNudge", "lastCall", "escalation", "answersIn", "copyDeadline", "proof", "publication"];

    [Fact]
    public async Task The_plan_is_shown_before_anything_is_stored_and_kept_with_the_assignment()
    {
        var order = await OrderAsync("planned");
        var preview = await PostAsync("assignments/preview", order, HttpStatusCode.OK);
        Assert.Equal(Steps, Names(preview));
        Assert.Equal(3, preview.GetProperty("reminders").GetArrayLength());

        var opened = await PostAsync("assignments", order, HttpStatusCode.Created);
        Assert.Equal("planned", opened.GetProperty("state").GetString());
        Assert.Equal(preview.GetProperty("plan").ToString(), opened.GetProperty("plan").ToString());
        Assert.Empty(await world.Program.Api.TranscriptAsync(opened.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task A_question_asked_now_has_its_reminders_planned_and_an_answer_cancels_them()
    {
        var opened = await PostAsync("assignments", await OrderAsync(start: null), HttpStatusCode.Created);
        var id = opened.GetProperty("id").GetString()!;
        Assert.Equal("assigned", opened.GetProperty("state").GetString());
        Assert.Equal(3, opened.GetProperty("reminders").GetArrayLength());

        using var person = await WebSender.AcceptInvitationAsync(world.Program, id);
        await person.PressAsync("Kör");

        Assert.Equal(1, (await world.Program.Api.AssignmentAsync(id)).GetProperty("reminders").GetArrayLength());
    }

    [Fact]
    public async Task The_desk_shows_the_plan_before_and_after()
    {
        var name = $"Person {Guid.NewGuid():N}";
        var fields = new Dictionary<string, string> { ["topic"] = "Varför byggs simhallen om?", ["name"] = name, ["publishOn"] = Print(), ["start"] = "planned", ["outlets"] = "ad" };
        using var desk = await SignInAsync();
        var preview = await desk.PostAsync(new Uri("/assignments", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["preview"] = "yes", ["__RequestVerificationToken"] = await FormTokenAsync(desk) }), TestContext.Current.CancellationToken);
        var shown = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Sista påminnelsen", shown);
        Assert.DoesNotContain(name, await world.Program.DeskAsync(_ => true));

        var opened = await desk.PostAsync(new Uri("/assignments", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = await FormTokenAsync(desk) }), TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("planerad", page);
        Assert.Contains("Sista påminnelsen", page);
    }

    [Fact]
    public async Task Days_away_told_by_a_script_or_a_calendar_move_what_is_planned()
    {
        var personId = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        var order = new { topic = "Varför byggs simhallen om?", personId, publishOn = Print(), start = "planned" };
        var before = Nudge(await PostAsync("assignments/preview", order, HttpStatusCode.OK));
        var day = before.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var put = await SendAsync(HttpMethod.Put, $"people/{personId}/absences", JsonContent.Create(new[] { new { first = day, last = day } }));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var moved = Nudge(await PostAsync("assignments/preview", order, HttpStatusCode.OK));
        Assert.True(moved.Date > before.Date, $"{before} {moved}");

        var next = moved.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var after = moved.AddDays(1).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var calendar = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{next}\r\nDTEND;VALUE=DATE:{after}\r\nSUMMARY:Hemligt\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        using var imported = await SendAsync(HttpMethod.Post, $"people/{personId}/absences/calendar", new StringContent(calendar, System.Text.Encoding.UTF8, "text/calendar"));
        var person = await imported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(imported.StatusCode == HttpStatusCode.OK, person);
        Assert.DoesNotContain("Hemligt", person);
        Assert.True(Nudge(await PostAsync("assignments/preview", order, HttpStatusCode.OK)).Date > moved.Date);

        using var nonsense = await SendAsync(HttpMethod.Post, $"people/{personId}/absences/calendar", new StringContent("hej", System.Text.Encoding.UTF8, "text/calendar"));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task A_question_is_taken_back_asked_again_and_put_to_somebody_else()
    {
        var id = (await PostAsync("assignments", await OrderAsync(start: null), HttpStatusCode.Created)).GetProperty("id").GetString()!;
        using var person = await WebSender.AcceptInvitationAsync(world.Program, id);
        Assert.Equal("cancelled", (await PostAsync($"assignments/{id}/withdraw", new { }, HttpStatusCode.OK)).GetProperty("state").GetString());
        Assert.Contains("behöver inte svaret", await person.HearAsync());
        await PostAsync($"assignments/{id}/withdraw", new { }, HttpStatusCode.Conflict);
        Assert.Equal("assigned", (await PostAsync($"assignments/{id}/reopen", new { }, HttpStatusCode.OK)).GetProperty("state").GetString());

        var other = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        var replacement = await PostAsync($"assignments/{id}/reassign", new { personId = other }, HttpStatusCode.Created);
        Assert.Equal((other, "assigned"), (replacement.GetProperty("personId").GetString(), replacement.GetProperty("state").GetString()));
        Assert.Equal("cancelled", (await world.Program.Api.AssignmentAsync(id)).GetProperty("state").GetString());

        var third = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        var also = await PostAsync($"assignments/{replacement.GetProperty("id").GetString()}/also-ask", new { personId = third }, HttpStatusCode.Created);
        Assert.Equal(2, (await world.Program.Api.ListAsync($"assignments?ad={also.GetProperty("ad").GetString()}")).Count);
    }

    [Fact]
    public async Task An_order_is_changed_and_its_plan_with_it_by_a_script_and_at_the_desk()
    {
        var opened = await PostAsync("assignments", await OrderAsync(start: null), HttpStatusCode.Created);
        var id = opened.GetProperty("id").GetString()!;
        using var changed = await SendAsync(HttpMethod.Patch, $"assignments/{id}", JsonContent.Create(new { topic = "Varför cyklar vi?", publishOn = "2031-05-08" }));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var order = await world.Program.Api.AssignmentAsync(id);
        Assert.Equal(("Varför cyklar vi?", "2031-05-08"), (order.GetProperty("topic").GetString(), order.GetProperty("publishOn").GetString()));
        Assert.Equal(2031, Nudge(order).Year);
        using var wrong = await SendAsync(HttpMethod.Patch, $"assignments/{id}", JsonContent.Create(new { topic = " ", outlets = new[] { "papyrus" } }));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        using var desk = await SignInAsync();
        var fields = new Dictionary<string, string> { ["action"] = "change", ["topic"] = "Varför går vi?", ["publishOn"] = "2032-05-06", ["__RequestVerificationToken"] = await FormTokenAsync(desk) };
        await desk.PostAsync(new Uri($"/assignments/{id}/action", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        order = await world.Program.Api.AssignmentAsync(id);
        Assert.Equal(("Varför går vi?", 2032), (order.GetProperty("topic").GetString(), Nudge(order).Year));
    }

    [Theory]
    [InlineData("planned", null, "start")]
    [InlineData("soon", "2027-04-29", "start")]
    [InlineData(null, "0001-01-01", "publishOn")]
    public async Task A_start_that_cannot_be_is_refused_by_its_field(string? start, string? publishOn, string field)
    {
        var personId = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        var problem = await PostAsync("assignments", new { topic = "A", personId, start, publishOn }, HttpStatusCode.BadRequest);

        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    private static DateTimeOffset Nudge(JsonElement preview) => preview.GetProperty("reminders")[0].GetProperty("at").GetDateTimeOffset();

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent content) =>
        world.Program.Api.SendAsync(new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = content });

    private static string[] Names(JsonElement body) => [.. body.GetProperty("plan").EnumerateArray().Select(step => step.GetProperty("step").GetString()!)];

    /// <summary>Far enough ahead for every step, outside the vacation.</summary>
    private static string Print()
    {
        var day = DateTime.UtcNow.Date.AddDays(60);
        day = day.Month is >= 7 and <= 9 ? new DateTime(day.Year, 10, 14) : day;
        return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<object> OrderAsync(string? start) => new
    {
        topic = "Varför byggs simhallen om?",
        personId = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}"),
        publishOn = Print(),
        start,
    };

    private async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected)
    {
        using var content = JsonContent.Create(body);
        using var answer = await world.Program.Api.PostAsync(path, content);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpClient> SignInAsync()
    {
        var desk = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = world.Program.Address };
        desk.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");
        await desk.GetAsync(new Uri($"/signin?token={ProgramUnderTest.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        return desk;
    }

    private static async Task<string> FormTokenAsync(HttpClient desk)
    {
        var page = await desk.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        return page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }
}
