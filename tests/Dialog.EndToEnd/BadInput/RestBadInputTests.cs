using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.BadInput;

public sealed class RestBadInputTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    public static TheoryData<string> Paths { get; } = ["people", "assignments", "assignments/1", "assignments/1/transcript", "answers?assignment=1", "drafts?assignment=1", "drafts/1"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Without_the_desks_token_nothing_is_told(string path)
    {
        await (await world.Program.Http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken)).AssertAsync(HttpStatusCode.Unauthorized);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        request.Headers.Authorization = new("Bearer", "guessed");
        await (await world.Program.Http.SendAsync(request, TestContext.Current.CancellationToken)).AssertAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("assignments/no-such")]
    [InlineData("assignments/no-such/transcript")]
    [InlineData("drafts/no-such")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        var answer = await world.Program.Api.GetAsync(path);
        AssertProblem(answer);
        await answer.AssertAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_assignment_for_somebody_unknown_is_a_problem()
    {
        using var order = JsonContent.Create(new SeedInterview().OrderFor("no-such-person"));
        var answer = await world.Program.Api.PostAsync("assignments", order);
        AssertProblem(answer);
        await answer.AssertAsync(HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("people", "{")]
    [InlineData("people", "null")]
    [InlineData("people", "{}")]
    [InlineData("people", """{"name":"A","roles":["king"],"language":"sv","timeZone":"Europe/Stockholm","addresses":[]}""")]
    [InlineData("people", """{"name":"A","roles":["respondent"],"language":"sv","timeZone":"Europe/Atlantis","addresses":[]}""")]
    [InlineData("people", """{"name":"A","roles":["respondent"],"language":"sv","timeZone":"Europe/Stockholm","addresses":[{"channel":"fax","workspace":"a","user":"b"}]}""")]
    [InlineData("assignments", "{")]
    [InlineData("assignments", "[]")]
    [InlineData("assignments", """{"topic":"","personId":"1"}""")]
    [InlineData("people", """{"name":"A","addresses":[null]}""")]
    [InlineData("people", """{"name":"A","roles":[null]}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","hashtags":[null]}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","outlets":[null]}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","outlets":[]}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","enumeration":[null]}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","kicker":"1234567890123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("assignments", """{"topic":"A","personId":"1","kicker":"A\nB"}""")]
    [InlineData("assignments", """{"topic":"A\u0000B","personId":"1"}""")]
    [InlineData("assignments", """{"topic":"\ud800","personId":"1"}""")]
    public async Task A_body_that_cannot_be_used_is_a_problem(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await world.Program.Api.PostAsync(path, content);
        AssertProblem(answer);
        await answer.AssertAsync(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{"topic":"A","personId":"1","track":"marathon"}""", "$.track")]
    [InlineData("""{"topic":"A","personId":"1","remindAt":["tomorrow"]}""", "$.remindAt[0]")]
    [InlineData("""{"topic":5,"personId":"1"}""", "$.topic")]
    [InlineData("""{"topic":"A","personId":"1","adSize":7}""", "$.adSize")]
    [InlineData("""{"topic":"A","personId":"1","adSize":2}""", "$.adSize")]
    [InlineData("""{"topic":"A","personId":"1","track":1}""", "$.track")]
    public async Task A_value_of_the_wrong_kind_is_named(string body, string path)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await world.Program.Api.PostAsync("assignments", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(path, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_type_and_a_method_that_is_not_offered_are_told_so()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        await (await world.Program.Api.PostAsync("assignments", content)).AssertAsync(HttpStatusCode.UnsupportedMediaType);
        using var empty = new StringContent("{}", Encoding.UTF8, "application/json");
        await (await world.Program.Api.PostAsync("answers", empty)).AssertAsync(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_list_is_filtered_by_the_words_of_the_api()
    {
        var (_, assignment, _) = await world.InterviewedAsync();
        var person = (await world.Program.Api.AssignmentAsync(assignment)).GetProperty("personId").GetString();

        Assert.Single(await world.Program.Api.ListAsync($"assignments?person={person}&status=assigned"));
        Assert.Empty(await world.Program.Api.ListAsync($"assignments?person={person}&status=inProgress"));
        Assert.Empty(await world.Program.Api.ListAsync($"drafts?assignment={assignment}&status=inReview&outlet=x"));
        Assert.Single(await world.Program.Api.ListAsync($"assignments?person={person}&due-before=2099-01-01T00:00:00Z"));
        Assert.Empty(await world.Program.Api.ListAsync($"assignments?person={person}&due-before=2000-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("assignments?status=nonsense", "status")]
    [InlineData("drafts?status=nonsense", "status")]
    [InlineData("assignments?due-before=soon", "due-before")]
    public async Task A_filter_that_is_not_known_is_a_problem(string path, string names)
    {
        using var answer = await world.Program.Api.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(names, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var number = 0; number < 101; number++)
        {
            await world.Program.Api.AddPersonAsync("web", "web", $"paged-{number}");
        }

        var seen = new List<string>();
        string? next = "";
        while (next is not null)
        {
            using var answer = await world.Program.Api.GetAsync($"people?cursor={next}");
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        Assert.True(seen.Count > 100);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Another_order_with_a_used_key_is_refused()
    {
        var (_, first, _) = await world.InterviewedAsync();
        var personId = (await world.Program.Api.AssignmentAsync(first)).GetProperty("personId").GetString()!;
        var key = Guid.NewGuid().ToString();

        async Task<HttpResponseMessage> OpenAsync(string topic)
        {
            using var order = JsonContent.Create(new { topic, personId });
            order.Headers.Add("Idempotency-Key", key);
            return await world.Program.Api.PostAsync("assignments", order);
        }

        await (await OpenAsync("Lekplatsen")).AssertAsync(HttpStatusCode.Created);
        await (await OpenAsync("Snöröjningen")).AssertAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_same_order_with_the_same_key_opens_one_assignment()
    {
        var (_, first, _) = await world.InterviewedAsync();
        var personId = (await world.Program.Api.AssignmentAsync(first)).GetProperty("personId").GetString()!;
        var key = Guid.NewGuid().ToString();

        async Task<string> OpenAsync()
        {
            using var order = JsonContent.Create(new SeedInterview().OrderFor(personId));
            order.Headers.Add("Idempotency-Key", key);
            using var answer = await world.Program.Api.PostAsync("assignments", order);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        }

        Assert.Equal(await OpenAsync(), await OpenAsync());
    }

    [Fact]
    public async Task The_description_of_the_api_is_public_and_names_every_resource()
    {
        var description = await world.Program.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.All(new[] { "/api/v1/people", "/api/v1/assignments", "/api/v1/answers", "/api/v1/drafts", "/transcript" }, path => Assert.Contains(path, description, StringComparison.Ordinal));
    }

    private static void AssertProblem(HttpResponseMessage answer) => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
}
