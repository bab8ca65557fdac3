using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Teams;

/// <summary>The personal tab "my questions": for whoever Teams proves it is, and nobody else.</summary>
public sealed class TeamsTabTests(TeamsTabWorld world, Chromium browser) : IClassFixture<TeamsTabWorld>
{
    [Fact]
    public async Task Who_looks_sees_the_own_questions_and_nobody_elses()
    {
        var (status, mine) = await GetAsync(world.Provider.Token(TeamsTabWorld.ObjectId));
        var (_, another) = await GetAsync(world.Provider.Token("0d1a1060-aaaa-4bbb-8ccc-0000000000ff"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Varför twittrar kommunchefen?", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Varför twittrar", another, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("early")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("tenant")]
    [InlineData("nobody")]
    [InlineData("scope")]
    [InlineData("foreign key")]
    [InlineData("unknown key")]
    [InlineData("unsigned")]
    public async Task A_token_with_a_flaw_shows_nothing(string flaw)
    {
        var (status, body) = await GetAsync(world.Provider.Token(TeamsTabWorld.ObjectId, flaw));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain("Varför twittrar", body, StringComparison.Ordinal);
        Assert.Contains("Teams kunde inte visa vem du är", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_single_sign_on_is_not_set_up_the_page_says_so()
    {
        await using var bare = await ProgramUnderTest.HostAsync(world.Teams.Settings);
        var page = await browser.NewPageAsync(bare.Address);

        await page.GotoAsync("/teams/tab?locale=en-GB");

        await Expect(page.GetByText("Signing in from Teams is not set up")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await bare.StopCalmlyAsync();
    }

    [Fact]
    public async Task In_a_frame_of_Teams_the_page_gets_its_token_and_shows_what_is_mine()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        var headers = (await page.GotoAsync("/teams/tab?locale=sv-SE"))!.Headers;
        Assert.Contains("frame-ancestors https://teams.microsoft.com", headers["content-security-policy"], StringComparison.Ordinal);

        // Teams' side of the talk with teams-js, in the library's place: the page itself is the real one.
        await page.RouteAsync("**/teams.min.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = $"window.microsoftTeams = {{ app: {{ initialize: async () => {{}}, notifySuccess: () => {{}} }}, authentication: {{ getAuthToken: async () => '{world.Provider.Token(TeamsTabWorld.ObjectId)}' }} }};",
        }));
        await page.GotoAsync("/teams/tab?locale=sv-SE");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mina frågor" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByText("Varför twittrar kommunchefen?")).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("DIALOG_PICTURES") is { Length: > 0 } folder)
        {
            await page.SetViewportSizeAsync(720, 480);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "teams-tab.png") });
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/teams/tab/mine?locale=sv", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await world.Program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.StatusCode, string.Join('\n', TeamsRules.All(body).SelectMany(part => part.EnumerateObject()).Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString())));
    }
}
