using System.Text.Json;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Every payload of Slack's that we know of has its outcome: what stands in the transcript, what goes out, what changed.</summary>
public sealed class SlackFixtureTests
{
    private static readonly Dictionary<string, JsonElement> Events = Read("events.json");
    private static readonly Dictionary<string, JsonElement> Interactions = Read("interactions.json");

    public static TheoryData<string, string> Outcomes => new()
    {
        { "message_im", "said “We re-opened the library ramp”; reply" },
        { "message_im_escaped", "said “Budget < $5k & approved > ask en kollega in #general see the notice (https://town.example/a?b=1&c=2)”; reply" },
        { "message_im_thread_reply", "said “It helps wheelchair users”; reply in D0MANAGER1:1790000001.000100" },
        { "message_channels_with_mention", "reply in C0GENERAL1:1790000004.000400; reply" },
        { "app_mention_same_message", "reply in C0GENERAL1:1790000004.000400; reply" },
        { "message_channel_thread_reply", "" },
        { "message_own_bot_echo", "" },
        { "message_other_bot", "" },
        { "message_system_uslack", "" },
        { "message_changed_user_edit", "edited “We re-opened the library ramp today”" },
        { "message_changed_unfurl_only", "" },
        { "message_changed_own_update", "" },
        { "message_deleted", "deleted “”" },
        { "message_file_share", "said “photo of the ramp”; reply; reply" },
        { "message_org_wide_install", "said “hello from the county”; reply" },
        { "message_slack_connect_external_user", "" },
        { "app_home_opened_first", "home" },
        { "app_home_opened_messages_tab", "reply" },
        { "user_change_timezone", "" },
        { "user_change_deactivated", "" },
        { "team_join", "" },
        { "tokens_revoked", "stopped: the bot token was revoked: install the app again" },
        { "app_uninstalled", "stopped: the app was uninstalled" },
        { "app_rate_limited", "" },
        { "url_verification", "" },
    };

    public static TheoryData<string, string, string> Presses => new()
    {
        { "block_actions_button", "", "chose “draft-42”; problem" },
        { "block_actions_radio", "", "chose “”; problem" },
        { "block_actions_ephemeral_no_message", "", "chose “draft-42”; problem" },
        { "block_actions_home", "", "" },
        { "view_submission", "", "errors" },
        { "view_closed", "", "" },
        { "shortcut_global", "views.open", "" },
        { "message_action", "", "" },
    };

    [Fact]
    public void No_payload_is_without_an_outcome()
    {
        Assert.Equal(Events.Keys.Order(), Outcomes.Select(row => row.Data.Item1).Order());
        Assert.Equal(Interactions.Keys.Where(name => name != "slash_command_form").Order(), Presses.Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task An_event_has_its_outcome_and_has_it_once(string name, string outcome)
    {
        await using var house = await SlackHouse.BuildAsync();
        var dispatch = house.Get<SlackDispatch>();

        await dispatch.EventAsync(Events[name]);
        Assert.Equal(outcome, await OutcomeAsync(house));

        await dispatch.EventAsync(Events[name]);
        Assert.Equal(outcome, await OutcomeAsync(house));
    }

    [Fact]
    public async Task One_message_that_arrives_as_two_events_gets_one_reaction()
    {
        await using var house = await SlackHouse.BuildAsync();
        var dispatch = house.Get<SlackDispatch>();

        await dispatch.EventAsync(Events["app_mention_same_message"]);
        await dispatch.EventAsync(Events["message_channels_with_mention"]);

        Assert.Equal("reply in C0GENERAL1:1790000004.000400; reply", await OutcomeAsync(house));
    }

    [Theory]
    [InlineData("message_im", "slack:T0TOWN0001:D0MANAGER1:1790000001.000100")]
    [InlineData("app_mention_same_message", "slack:T0TOWN0001:C0GENERAL1:1790000004.000400")]
    public async Task The_inbox_knows_a_message_by_the_same_key_in_every_version(string name, string key)
    {
        await using var house = await SlackHouse.BuildAsync();
        await house.Get<SlackDispatch>().EventAsync(Events[name]);
        await using var db = house.OpenStore();

        Assert.Equal(key, (await db.Inbox.SingleAsync(TestContext.Current.CancellationToken)).Key);
    }

    [Theory]
    [MemberData(nameof(Presses))]
    public async Task A_press_has_its_outcome_and_has_it_once(string name, string called, string outcome)
    {
        await using var house = await SlackHouse.BuildAsync();
        var dispatch = house.Get<SlackDispatch>();

        var answer = await dispatch.InteractionAsync(Interactions[name]);
        Assert.Equal(outcome, (string?)answer?["response_action"] ?? await OutcomeAsync(house));

        answer = await dispatch.InteractionAsync(Interactions[name]);
        Assert.Equal(outcome, (string?)answer?["response_action"] ?? await OutcomeAsync(house));
        await house.Api.WaitForAsync(called, called.Length == 0 ? 0 : 2);
    }

    [Fact]
    public async Task A_slash_command_is_the_same_as_saying_it()
    {
        await using var house = await SlackHouse.BuildAsync();
        var form = Interactions["slash_command_form"].Deserialize<Dictionary<string, string>>()!;

        var answer = await house.Get<SlackDispatch>().CommandAsync(form);

        Assert.Equal("ephemeral", (string?)answer!["response_type"]);
        Assert.Equal("said “start now & later”; reply", await OutcomeAsync(house));
    }

    [Fact]
    public async Task A_changed_profile_is_taken_over_for_people_who_are_known_only()
    {
        await using var house = await SlackHouse.BuildAsync();
        var dispatch = house.Get<SlackDispatch>();
        await dispatch.EventAsync(Events["message_im"]);

        await dispatch.EventAsync(Events["user_change_timezone"]);
        await dispatch.EventAsync(Events["team_join"]);

        await using var db = house.OpenStore();
        var person = await db.People.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Pat Rivera", "Town Manager", "pat@town.example", "America/Denver"), (person.Name, person.Title, person.Email, person.TimeZone));
    }

    [Fact]
    public void An_organisations_installation_is_named_by_the_organisation()
    {
        var reading = SlackParse.Event(Events["message_org_wide_install"], SlackNames.None("sv"), DateTimeOffset.UnixEpoch);

        Assert.StartsWith("E", reading.Arrival!.From.Workspace, StringComparison.Ordinal);
        Assert.StartsWith("W", reading.Arrival.From.User, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Any_key_Slack_may_send_is_tolerated(string name)
    {
        await using var house = await SlackHouse.BuildAsync();
        var shape = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(Folder, "shapes", name), TestContext.Current.CancellationToken));
        var dispatch = house.Get<SlackDispatch>();

        await dispatch.EventAsync(shape);
        await dispatch.InteractionAsync(shape);
        await dispatch.CommandAsync(shape.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).ToDictionary(member => member.Name, member => member.Value.GetString()!));

        Assert.Empty(house.Api.Calls);
    }

    public static TheoryData<string> Shapes => [.. Directory.EnumerateFiles(Path.Combine(Folder, "shapes")).Select(path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Payloads", "slack");

    private static async Task<string> OutcomeAsync(SlackHouse house)
    {
        await using var db = house.OpenStore();
        var said = await db.Messages.Where(m => m.Incoming).OrderBy(m => m.Seq).Select(m => $"{m.Kind} “{m.Text}”").ToListAsync(TestContext.Current.CancellationToken);
        var sent = (await db.Outbox.OrderBy(o => o.Seq).Select(o => o.Body).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(StateJson.Read<Outgoing>)
            .Select(message => (message.Kind is OutgoingKind.Home or OutgoingKind.Problem ? JsonNamingPolicy.CamelCase.ConvertName(message.Kind.ToString()) : "reply") + (message.Place is { } place ? $" in {place}" : ""));
        var stopped = await db.Workspaces.Where(w => w.StoppedAt != null).Select(w => $"stopped: {w.StopReason}").ToListAsync(TestContext.Current.CancellationToken);
        return string.Join("; ", said.Concat(sent).Concat(stopped));
    }

    private static Dictionary<string, JsonElement> Read(string name) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Folder, name)))!;
}
