using System.Net;
using System.Text.Json;
using System.Web;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>The two addresses of a one-click install, as an administrator's browser calls them.</summary>
public sealed class SlackInstallTests(SlackInstallWorld world) : IClassFixture<SlackInstallWorld>
{
    [Fact]
    public async Task The_start_sends_the_browser_to_Slack_with_a_state_that_only_this_browser_has()
    {
        using var answer = await world.GetAsync("/slack/install");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = answer.Headers.Location!;
        var query = HttpUtility.ParseQueryString(to.Query);
        Assert.Equal("https://slack.com/oauth/v2/authorize", to.GetLeftPart(UriPartial.Path));
        Assert.Equal((FakeSlack.ClientId, FakeSlack.RedirectUrl), (query["client_id"], query["redirect_uri"]));
        Assert.Contains("chat:write", query["scope"]!.Split(','));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(query["state"]!, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no state")]
    [InlineData("another state")]
    [InlineData("no cookie")]
    [InlineData("another browser's cookie")]
    public async Task A_state_that_is_not_this_browsers_is_refused_and_nothing_is_exchanged(string flaw)
    {
        var (state, cookie) = await world.BeginAsync();
        var (_, strange) = await world.BeginAsync();
        world.Slack.Grants["code-1"] = Grant("xoxb-1", "T0TOWN0001");
        var before = world.Slack.Calls.Count;

        using var answer = await world.FinishAsync(
            "code-1",
            flaw switch { "no state" => null, "another state" => "AAAA", _ => state },
            flaw switch { "no cookie" => null, "another browser's cookie" => strange, _ => cookie });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Börja om från början", await TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, world.Slack.Calls.Count);
    }

    [Fact]
    public async Task An_administrator_who_says_no_has_installed_nothing()
    {
        var (state, cookie) = await world.BeginAsync();
        var before = world.Slack.Calls.Count;

        using var answer = await world.GetAsync($"/slack/oauth/callback?error=access_denied&state={state}", cookie);

        Assert.Equal((HttpStatusCode.OK, "Inget installerades"), (answer.StatusCode, (await TextAsync(answer)).Contains("Inget installerades", StringComparison.Ordinal) ? "Inget installerades" : ""));
        Assert.Equal(before, world.Slack.Calls.Count);
    }

    [Fact]
    public async Task A_code_Slack_does_not_know_installs_nothing()
    {
        var (state, cookie) = await world.BeginAsync();

        using var answer = await world.FinishAsync("spent", state, cookie);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.DoesNotContain("Ja, arbetsytan är vår", await world.Program.DeskAsync(_ => true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_installs_and_the_desk_is_asked_and_the_state_is_good_once()
    {
        await using var own = new SlackInstallWorld();
        await own.InitializeAsync();
        var (state, cookie) = await own.BeginAsync();
        own.Slack.Grants["code-1"] = Grant(FakeSlack.BotToken, FakeSlack.Team);
        own.Slack.Grants["code-2"] = Grant(FakeSlack.BotToken, "T0OTHER001");

        using var answer = await own.FinishAsync("code-1", state, cookie);
        using var again = await own.FinishAsync("code-2", state, cookie);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (answer.StatusCode, again.StatusCode));
        Assert.Contains("bekräftat att arbetsytan är er", await TextAsync(answer), StringComparison.Ordinal);
        Assert.Contains("Ja, arbetsytan är vår", await own.Program.DeskAsync(_ => true), StringComparison.Ordinal);
        var person = new SlackSender(own.Slack, own.Program, "U0MANAGER1");
        await person.SayAsync("hej");
        Assert.DoesNotContain(own.Slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task An_organisation_is_installed_by_somebody_signed_in_and_spoken_to_in_every_workspace_of_it()
    {
        await using var own = new SlackInstallWorld();
        await own.InitializeAsync();
        using var signedIn = await own.GetAsync($"/signin?token={ProgramUnderTest.Token}");
        var desk = SlackInstallWorld.CookieOf(signedIn);
        using var begun = await own.GetAsync("/slack/install", desk);
        var state = HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"];
        own.Slack.Grants["code-1"] = new
        {
            ok = true,
            access_token = FakeSlack.BotToken,
            token_type = "bot",
            scope = Scopes,
            bot_user_id = FakeSlack.BotUser,
            app_id = "A0DIALOG01",
            team = (object?)null,
            enterprise = new { id = "E0COUNTY01", name = "Länet" },
            is_enterprise_install = true,
            authed_user = new { id = "W0ADMIN001" },
        };

        using var answer = await own.FinishAsync("code-1", state, $"{SlackInstallWorld.CookieOf(begun)}; {desk}");
        Assert.Contains("Dialog är installerad i Länet", await TextAsync(answer), StringComparison.Ordinal);

        var channel = own.Slack.AddPerson("W0MANAGER1");
        var person = new SlackSender(own.Slack, own.Program, "W0MANAGER1");
        await (await person.DeliverAsync(JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = "T0SCHOOL01",
            enterprise_id = "E0COUNTY01",
            api_app_id = "A0DIALOG01",
            event_id = "Ev0GRID0001",
            authorizations = new[] { new { enterprise_id = "E0COUNTY01", team_id = (string?)null, user_id = FakeSlack.BotUser, is_bot = true, is_enterprise_install = true } },
            @event = new { type = "message", user = "W0MANAGER1", ts = own.Slack.Write("W0MANAGER1", "hej"), text = "hej", channel, channel_type = "im" },
        }))).AssertAsync(HttpStatusCode.OK);

        Assert.Contains("Jag är Dialog", (await own.Slack.WaitForMessageAsync(channel)).Text, StringComparison.Ordinal);
        Assert.Equal("E0COUNTY01", (await own.Program.Api.ListAsync("people"))[0].GetProperty("addresses")[0].GetProperty("workspace").GetString());
    }

    private const string Scopes = "app_mentions:read,chat:write,commands,im:history,im:write,reactions:write,users:read,users:read.email";

    private static object Grant(string token, string team) => new
    {
        ok = true,
        access_token = token,
        token_type = "bot",
        scope = Scopes,
        bot_user_id = FakeSlack.BotUser,
        app_id = "A0DIALOG01",
        team = new { id = team, name = "Town" },
        enterprise = (object?)null,
        is_enterprise_install = false,
        authed_user = new { id = "U0ADMIN001" },
    };

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
