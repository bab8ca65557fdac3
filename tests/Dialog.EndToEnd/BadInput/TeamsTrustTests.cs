using System.Net;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Teams;
using Microsoft.AspNetCore.Builder;

namespace Dialog.EndToEnd.BadInput;

/// <summary>One defect each, all else as Bot Service sends it: refused, nothing stored, nobody called.</summary>
public sealed class TeamsTrustTests(TeamsWorld world) : IClassFixture<TeamsWorld>
{
    private const string OtherTenant = "7a51c3a0-2f59-4c35-8c59-0d1a106000ff";

    public static TheoryData<TokenFlaw> Flaws { get; } = [.. Enum.GetValues<TokenFlaw>().Where(flaw => flaw != TokenFlaw.None)];

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_token_with_one_flaw_is_refused(TokenFlaw flaw)
    {
        var person = world.Stranger();

        await RefusedAsync(() => person.PostAsync(person.Message("hej"), flaw));
    }

    [Theory]
    [InlineData("channelId", "webchat")]
    [InlineData("channelId", "emulator")]
    [InlineData("serviceUrl", null)]
    [InlineData("serviceUrl", "not an address")]
    [InlineData("serviceUrl", "ftp://smba.trafficmanager.net/emea/")]
    [InlineData("serviceUrl", "http://smba.trafficmanager.net/emea/")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/emea/")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("serviceUrl", "https://evil.trafficmanager.net/emea/")]
    [InlineData("conversation.tenantId", OtherTenant)]
    [InlineData("channelData.tenant.id", OtherTenant)]
    [InlineData("both", OtherTenant)]
    [InlineData("both", null)]
    public async Task An_activity_with_one_flaw_is_refused_although_its_token_agrees(string member, string? value)
    {
        var person = world.Stranger();
        var activity = person.Message("hej");
        switch (member)
        {
            case "conversation.tenantId":
                activity["conversation"]!["tenantId"] = value;
                break;
            case "channelData.tenant.id":
                activity["channelData"]!["tenant"]!["id"] = value;
                break;
            case "both":
                activity["conversation"]!["tenantId"] = value;
                activity["channelData"]!["tenant"]!["id"] = value;
                break;
            default:
                activity[member] = value;
                break;
        }

        await RefusedAsync(() => person.PostAsync(activity));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/teams/")]
    [InlineData("http://127.0.0.1@127.0.0.1:{0}/teams/")]
    [InlineData("http://localhost:{0}/teams/")]
    public async Task A_foreign_host_is_never_called(string address)
    {
        await using var foreign = Loopback.Create();
        var called = false;
        foreign.MapFallback(() => { called = true; });
        await foreign.StartAsync(TestContext.Current.CancellationToken);
        var person = world.Stranger();
        var activity = person.Message("hej");
        activity["serviceUrl"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, new Uri(foreign.Urls.Single()).Port);

        await RefusedAsync(() => person.PostAsync(activity));

        Assert.False(called);
    }

    [Fact]
    public async Task Without_a_flaw_it_is_taken_stored_and_answered()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(teams.Settings);
        var person = new TeamsSender(teams, program, Guid.NewGuid().ToString());
        var before = program.StoreFingerprint();

        await person.SayAsync("hej");
        await teams.WaitForMessageAsync(person.Conversation);

        Assert.NotEqual(before, program.StoreFingerprint());
        Assert.True(teams.Requests > 0);
    }

    [Fact]
    public async Task Unauthenticated_activities_are_taken_from_this_machine_only_and_not_through_a_proxy()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        await using var playground = await FakeTeams.StartAsync();
        var person = new TeamsSender(playground, program, Guid.NewGuid().ToString());
        var far = person.Message("hej");
        far["serviceUrl"] = "https://smba.trafficmanager.net/emea/";

        await (await person.PostAsync(far, TokenFlaw.Absent)).AssertAsync(HttpStatusCode.Forbidden);
        await (await ForwardedAsync(program, person.Message("hej"))).AssertAsync(HttpStatusCode.Unauthorized);
        await (await person.PostAsync(person.Message("hej"), TokenFlaw.Absent)).AssertAsync(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> ForwardedAsync(ProgramUnderTest program, JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(Func<Task<HttpResponseMessage>> post)
    {
        var before = world.Program.StoreFingerprint();
        var requests = world.Teams.Requests;

        await (await post()).AssertAsync(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);

        Assert.Equal(before, world.Program.StoreFingerprint());
        Assert.Equal(requests, world.Teams.Requests);
    }
}
