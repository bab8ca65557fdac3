using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackInstallsTests
{
    private static readonly (string, string)[] Distributed = [("Slack:ClientId", "1.2"), ("Slack:ClientSecret", "client-secret"), ("Slack:SigningSecret", "secret")];

    [Fact]
    public async Task Each_workspace_is_spoken_to_with_its_own_token_and_no_token_is_readable_in_the_store()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxb-one");
        await InstallAsync(house, "T2", "xoxb-two");

        await house.SendAsync();

        Assert.Equal("xoxb-one", house.Api.Calls.Single().Token);
        var stored = await house.Workspaces.ListAsync(Address.Slack, TestContext.Current.CancellationToken);
        Assert.Equal(2, stored.Count);
        Assert.All(stored, workspace => Assert.DoesNotContain("xoxb", JsonSerializer.Serialize(workspace), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_organisation_is_one_installation_under_its_own_id()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);

        var workspace = await house.Installs.InstallAsync(
            Answer(new { access_token = "xoxb-org", team = (object?)null, enterprise = new { id = "E1", name = "County" }, is_enterprise_install = true }), confirmed: true, TestContext.Current.CancellationToken);

        Assert.Equal(("E1", "County"), (workspace!.Id, workspace.Name));
        Assert.True(SlackInstalls.Read(workspace).WholeOrganisation);
        Assert.Equal("xoxb-org", await house.Installs.TokenAsync("E1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_once_however_many_ask()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.Answer("oauth.v2.access", new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });
        house.Clock.Advance(TimeSpan.FromHours(11));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Installs.TokenAsync("T1", TestContext.Current.CancellationToken)));

        Assert.All(tokens, token => Assert.Equal("xoxe.xoxb-new", token));
        var renewal = Assert.Single(house.Api.Calls);
        Assert.Equal(("oauth.v2.access", "refresh_token", "xoxe-1"), (renewal.Method, renewal.Fields["grant_type"], renewal.Fields["refresh_token"]));
    }

    [Fact]
    public async Task Of_two_processes_one_renews_and_the_other_takes_what_it_got()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        using var rival = new WriteGate();
        var book = new WorkspaceBook(house.Get<IDbContextFactory<DialogDb>>(), house.Get<Database>(), rival, house.Get<Bell>(), house.Clock);
        var other = new SlackInstalls(house.Get<SlackOptions>(), house.Get<SlackApi>(), book, house.Get<IDataProtectionProvider>(), house.Clock, NullLogger<SlackInstalls>.Instance);
        Task<string?>? waiting = null;
        house.Api.Answer("oauth.v2.access", () =>
        {
            // While Slack has not answered the first process, the second one asks as well.
            waiting = other.TokenAsync("T1", TestContext.Current.CancellationToken);
            return FakeApi.Json(new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });
        });
        house.Clock.Advance(TimeSpan.FromHours(11));

        Assert.Equal("xoxe.xoxb-new", await house.Installs.TokenAsync("T1", TestContext.Current.CancellationToken));
        while (!waiting!.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        Assert.Equal("xoxe.xoxb-new", await waiting);
        Assert.Single(house.Api.Calls);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_renews_holds_the_token_up_for_a_while_only()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Clock.Advance(TimeSpan.FromHours(11));
        Assert.True(await house.Workspaces.ClaimRenewalAsync(Address.Slack, "T1", (await StoredAsync(house)).Secret!, house.Clock.GetUtcNow().AddSeconds(40), TestContext.Current.CancellationToken));
        house.Api.Answer("oauth.v2.access", new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });

        var token = house.Installs.TokenAsync("T1", TestContext.Current.CancellationToken);
        for (var waited = TimeSpan.Zero; !token.IsCompleted && waited < TimeSpan.FromMinutes(2); waited += TimeSpan.FromSeconds(1))
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal("xoxe.xoxb-new", await token);
    }

    [Fact]
    public async Task A_token_Slack_calls_expired_is_renewed_and_the_call_made_again()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.Refuse("chat.postMessage", "token_expired").Answer("oauth.v2.access", new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });

        Assert.IsType<SendResult.Sent>(await house.SendAsync());
        Assert.Equal(["xoxe.xoxb-old", null, "xoxe.xoxb-new"], house.Api.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task A_quiet_workspaces_token_is_renewed_too()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.Answer("oauth.v2.access", new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });
        house.Clock.Advance(TimeSpan.FromHours(10.5));

        await Care(house).RoundAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["oauth.v2.access"], house.Api.Methods);
    }

    [Fact]
    public async Task A_stopped_workspace_goes_on_when_Slack_lets_its_token_in_again()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxb-one");
        await house.Workspaces.StopAsync(Address.Slack, "T1", "account_inactive", forgetSecret: false, TestContext.Current.CancellationToken);
        house.Api.Refuse("auth.test", "account_inactive");

        await Care(house).RoundAsync(TestContext.Current.CancellationToken);
        Assert.False((await StoredAsync(house)).IsOpen);

        await Care(house).RoundAsync(TestContext.Current.CancellationToken);
        Assert.True((await StoredAsync(house)).IsOpen);
    }

    [Fact]
    public async Task What_is_written_while_sending_is_stopped_is_taken_and_its_reply_goes_out_later()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxb-one");
        await house.Workspaces.StopAsync(Address.Slack, "T1", "account_inactive", forgetSecret: false, TestContext.Current.CancellationToken);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        await house.Get<SlackDispatch>().EventAsync(Answer(new { type = "event_callback", team_id = "T1", @event = new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts = "1.1", text = "hej" } }));
        await using var db = house.OpenStore();
        Assert.Equal("hej", (await db.Messages.SingleAsync(m => m.Incoming, TestContext.Current.CancellationToken)).Text);
        var waiting = await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(OutboxStatus.Pending, waiting.Status);

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await Care(house).RoundAsync(TestContext.Current.CancellationToken);
        Assert.Equal(house.Clock.GetUtcNow(), (await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).NextAt);
    }

    [Fact]
    public async Task What_is_written_while_the_configured_token_is_not_let_in_is_taken_too()
    {
        await using var house = await SlackHouse.BuildAsync();
        await house.Installs.LearnAsync(TestContext.Current.CancellationToken);
        await house.Workspaces.StopAsync(Address.Slack, "T1", "invalid_auth", forgetSecret: false, TestContext.Current.CancellationToken);

        Assert.True(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stopped_workspace_whose_token_was_renewed_meanwhile_goes_on_with_the_new_one()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        await house.Workspaces.StopAsync(Address.Slack, "T1", "account_inactive", forgetSecret: false, TestContext.Current.CancellationToken);
        house.Api.Answer("oauth.v2.access", new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });
        house.Clock.Advance(TimeSpan.FromHours(11));

        await Care(house).RoundAsync(TestContext.Current.CancellationToken);

        Assert.True((await StoredAsync(house)).IsOpen);
        Assert.Equal("xoxe.xoxb-new", await house.Installs.TokenAsync("T1", TestContext.Current.CancellationToken));
        Assert.Equal(["oauth.v2.access", "auth.test"], house.Api.Methods);
    }

    [Fact]
    public async Task An_app_that_is_uninstalled_while_its_token_is_renewed_stays_uninstalled()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.AnswerLater("oauth.v2.access", async () =>
        {
            await house.Installs.StopAsync("T1", "the app was uninstalled", TestContext.Current.CancellationToken);
            return FakeApi.Json(new { ok = true, access_token = "xoxe.xoxb-new", refresh_token = "xoxe-2", expires_in = 43200 });
        });
        house.Clock.Advance(TimeSpan.FromHours(11));

        await Care(house).RoundAsync(TestContext.Current.CancellationToken);

        Assert.False((await StoredAsync(house)).IsOpen);
        Assert.Null((await StoredAsync(house)).Secret);
    }

    [Fact]
    public async Task A_renewal_without_an_answer_stops_nothing()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.Refuse("chat.postMessage", "token_expired").Answer("oauth.v2.access", () => new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError));

        Assert.IsType<SendResult.Again>(await house.SendAsync());
    }

    [Fact]
    public async Task A_renewal_that_Slack_refuses_stops_the_workspace()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxe.xoxb-old", refresh: "xoxe-1", expiresIn: 43200);
        house.Api.Refuse("chat.postMessage", "token_expired").Refuse("oauth.v2.access", "invalid_refresh_token").Refuse("auth.test", "token_expired");

        Assert.IsType<SendResult.Stopped>(await house.SendAsync());
    }

    [Fact]
    public async Task The_end_of_an_installation_nobody_wrote_down_is_no_yes_to_the_next_one()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);

        await house.Get<SlackDispatch>().EventAsync(Answer(new { type = "event_callback", team_id = "T9", @event = new { type = "app_uninstalled" } }));
        await house.Installs.InstallAsync(Answer(new { access_token = "xoxb-stranger", team = new { id = "T9", name = "Strangers" } }), confirmed: false, TestContext.Current.CancellationToken);

        Assert.False(await house.Installs.IsOursAsync("T9", app: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_workspace_that_was_stopped_before_it_was_installed_waits_for_the_desk()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await house.Get<Database>().WriteAsync(
            session => Barriers.Remember(session, Waiting("T9"), new SendResult.Stopped("not_authed"), house.Clock.GetUtcNow()), TestContext.Current.CancellationToken);

        await house.Installs.InstallAsync(Answer(new { access_token = "xoxb-stranger", team = new { id = "T9", name = "Strangers" } }), confirmed: false, TestContext.Current.CancellationToken);

        Assert.False(await house.Installs.IsOursAsync("T9", app: null, TestContext.Current.CancellationToken));

        static OutboxRow Waiting(string workspace) =>
            new() { Id = "o1", PersonId = "p1", Channel = Address.Slack, Workspace = workspace, User = "U1", Body = "{}", Status = OutboxStatus.Pending, CreatedAt = DateTimeOffset.UnixEpoch };
    }

    [Fact]
    public async Task An_uninstalled_workspaces_tokens_are_forgotten_and_a_new_installation_opens_it()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxb-one");

        await house.Installs.StopAsync("T1", "the app was uninstalled", TestContext.Current.CancellationToken);
        Assert.Null((await StoredAsync(house)).Secret);
        Assert.False(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));

        await InstallAsync(house, "T1", "xoxb-again");
        Assert.True((await StoredAsync(house)).IsOpen);
    }

    [Theory]
    [InlineData("app_uninstalled", -2.0, true)]
    [InlineData("tokens_revoked", -2.0, true)]
    [InlineData("app_uninstalled", -0.5, false)]
    [InlineData("tokens_revoked", 5.0, false)]
    [InlineData("app_uninstalled", null, false)]
    public async Task What_an_earlier_installation_says_of_its_end_leaves_a_newer_one_alone(string type, double? secondsAfter, bool open)
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        house.Clock.Advance(TimeSpan.FromMilliseconds(700));
        await InstallAsync(house, "T1", "xoxb-again");
        var told = secondsAfter is { } seconds ? house.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds() : (long?)null;

        await house.Get<SlackDispatch>().EventAsync(Answer(new { type = "event_callback", team_id = "T1", event_time = told, @event = new { type, tokens = new { bot = new[] { "U0BOT" } } } }));

        Assert.Equal(open, (await StoredAsync(house)).IsOpen);
        Assert.Equal(open, (await StoredAsync(house)).Secret is not null);
    }

    [Fact]
    public async Task An_installation_by_somebody_who_is_not_signed_in_waits_for_the_desk()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await house.Installs.InstallAsync(Answer(new { access_token = "xoxb-stranger", team = new { id = "T1", name = "Strangers" } }), confirmed: false, TestContext.Current.CancellationToken);

        Assert.False(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));
        Assert.True(await house.Workspaces.ConfirmAsync(Address.Slack, "T1", TestContext.Current.CancellationToken));
        Assert.True(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_an_installation_made_anew_it_is_told_that_the_desk_has_said_yes_before()
    {
        await using var house = await SlackHouse.BuildAsync(Distributed);
        await InstallAsync(house, "T1", "xoxb-one");
        await house.Installs.StopAsync("T1", "the bot token was revoked", TestContext.Current.CancellationToken);

        var again = await house.Installs.InstallAsync(Answer(new { access_token = "xoxb-again", team = new { id = "T1", name = "Town" } }), confirmed: false, TestContext.Current.CancellationToken);

        Assert.NotNull(again?.ConfirmedAt);
        Assert.True(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_configured_token_answers_in_its_own_workspace_only_once_that_is_known()
    {
        await using var house = await SlackHouse.BuildAsync();
        Assert.True(await house.Installs.IsOursAsync("T7", app: null, TestContext.Current.CancellationToken));

        Assert.Equal("T1", await house.Installs.LearnAsync(TestContext.Current.CancellationToken));

        Assert.True(await house.Installs.IsOursAsync("T1", app: null, TestContext.Current.CancellationToken));
        Assert.False(await house.Installs.IsOursAsync("T7", app: null, TestContext.Current.CancellationToken));
        Assert.Equal("xoxb-1", await house.Installs.TokenAsync("T1", TestContext.Current.CancellationToken));
    }

    private static SlackCare Care(SlackHouse house) => new(house.Get<SlackOptions>(), house.Installs, house.Clock, NullLogger<SlackCare>.Instance);

    private static async Task<Workspace> StoredAsync(SlackHouse house) => (await house.Workspaces.FindAsync(Address.Slack, "T1", TestContext.Current.CancellationToken))!;

    private static Task<Workspace?> InstallAsync(SlackHouse house, string team, string token, string? refresh = null, int? expiresIn = null) => house.Installs.InstallAsync(
        Answer(new { access_token = token, refresh_token = refresh, expires_in = expiresIn, bot_user_id = "U0BOT", team = new { id = team, name = "Town" }, enterprise = (object?)null, is_enterprise_install = false }),
        confirmed: true, TestContext.Current.CancellationToken);

    private static JsonElement Answer(object answer) => JsonSerializer.SerializeToElement(answer);
}
