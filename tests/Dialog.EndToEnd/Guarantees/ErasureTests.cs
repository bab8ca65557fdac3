using System.Net;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class ErasureTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    [Fact]
    public async Task What_is_stored_of_somebody_is_told_and_erased_and_the_talk_begins_anew()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("Vi gör det för kanariefåglarnas skull.");
        var personId = (await world.Program.Api.AssignmentAsync(assignment)).GetProperty("personId").GetString()!;

        using var told = await world.Program.Api.GetAsync($"people/{personId}/data");
        using var erased = await DeleteAsync(personId);
        using var again = await DeleteAsync(personId);
        using var after = await world.Program.Api.GetAsync($"people/{personId}/data");

        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Equal("attachment", told.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(person.User, await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Contains(assignment, await erased.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [again.StatusCode, after.StatusCode]);
        await (await world.Program.Api.GetAsync($"assignments/{assignment}")).AssertAsync(HttpStatusCode.NotFound);

        var heard = world.Slack.BotPosts(person.Channel).Count;
        await person.SayAsync("hej");
        await world.Slack.WaitForMessageAsync(person.Channel, skip: heard);
    }

    [Fact]
    public async Task Without_the_desks_token_nobody_is_told_or_erased()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, new Uri(method == HttpMethod.Get ? "/api/v1/people/1/data" : "/api/v1/people/1", UriKind.Relative));
            await (await world.Program.Http.SendAsync(request, TestContext.Current.CancellationToken)).AssertAsync(HttpStatusCode.Unauthorized);
        }
    }

    private async Task<HttpResponseMessage> DeleteAsync(string personId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/people/{personId}", UriKind.Relative));
        return await world.Program.Api.SendAsync(request);
    }
}
