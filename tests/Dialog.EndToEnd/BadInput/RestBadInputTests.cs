using System.Net;
using System.Net.Http.Json;
using System.Text;
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
    public async Task A_body_that_cannot_be_used_is_a_problem(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await world.Program.Api.PostAsync(path, content);
        AssertProblem(answer);
        await answer.AssertAsync(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
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
            return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
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
