using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Slack gives up after three seconds: what it sends is acknowledged while it does not answer us itself.</summary>
public sealed class SlackAcknowledgedTests : IAsyncLifetime
{
    private static readonly string[] Asked = ["users.info", "views.open", "chat.postMessage", "conversations.open", "views.publish", "reactions.add", "auth.test"];

    private readonly TaskCompletionSource<HttpResponseMessage> silence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SlackHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await SlackHouse.BuildAsync();
        foreach (var method in Asked)
        {
            for (var call = 0; call < 20; call++)
            {
                house.Api.AnswerLater(method, () => silence.Task);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        silence.TrySetResult(FakeApi.Json(new { ok = false, error = "internal_error" }));
        return house.DisposeAsync();
    }

    [Fact]
    public async Task A_message_a_page_a_shortcut_and_a_command_are_acknowledged_while_Slack_holds_every_call()
    {
        await Dispatch.EventAsync(Event(new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts = "1.1", text = "hej" }));
        await Dispatch.EventAsync(Event(new { type = "app_home_opened", channel = "D1", user = "U1", tab = "home" }));
        await Dispatch.InteractionAsync(JsonSerializer.SerializeToElement(new { type = "shortcut", team = new { id = "T1" }, user = new { id = "U1", team_id = "T1" }, callback_id = SlackWindows.AnswerShortcut, trigger_id = "t1" }));
        await Dispatch.CommandAsync(new Dictionary<string, string> { ["command"] = "/dialog", ["text"] = "mina", ["team_id"] = "T1", ["user_id"] = "U1" });

        await house.Api.WaitForAsync("views.open", 1);
        Assert.False(silence.Task.IsCompleted);
    }

    [Fact]
    public async Task A_press_that_opens_a_form_is_acknowledged_before_Slack_gives_up()
    {
        await LookAsync();
        var press = Dispatch.InteractionAsync(JsonSerializer.SerializeToElement(new
        {
            type = "block_actions",
            team = new { id = "T1" },
            user = new { id = "U1", team_id = "T1" },
            trigger_id = "t1",
            container = new { type = "message", channel_id = "D1", message_ts = "1.1" },
            actions = new[] { new { type = "button", action_id = $"{SlackWindows.ReasonPrefix}1", value = "change", action_ts = "1790000014.1" } },
        }));
        await house.Api.WaitForAsync("views.open", 1);

        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await press;

        Assert.False(silence.Task.IsCompleted);
    }

    [Fact]
    public async Task A_message_that_mentions_somebody_is_acknowledged_before_Slack_gives_up()
    {
        var heard = Dispatch.EventAsync(Event(new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts = "1.1", text = "Det var <@U2>." }));
        await house.Api.WaitForAsync("users.info", 1);

        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await heard;

        Assert.False(silence.Task.IsCompleted);
    }

    private SlackDispatch Dispatch => house.Get<SlackDispatch>();

    private static JsonElement Event(object inner) => JsonSerializer.SerializeToElement(new { type = "event_callback", team_id = "T1", event_id = "E1", @event = inner });

    /// <summary>The person is shown drafts of somebody else, with a button that asks for a reason.</summary>
    private async Task LookAsync()
    {
        await house.Get<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), new Incoming.Said("hej", "e1") { Key = "e1", At = house.Clock.GetUtcNow() }), TestContext.Current.CancellationToken);
        await using var db = house.OpenStore();
        var row = await db.Conversations.SingleAsync(TestContext.Current.CancellationToken);
        var prompt = new Outgoing { Kind = OutgoingKind.Note, Text = "Ett utkast", Language = "sv", PromptId = "p9", Choices = [new Choice("change", "Be om ändring") { AsksReason = true }] };
        var look = new Look { Prompt = prompt, Kind = LookKind.Review, AssignmentId = "a1", RespondentId = "p1", Topic = "Bänkarna", Revisions = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty };
        var state = StateJson.Write(StateJson.Read<Conversation>(row.State) with { Looks = [look] });
        await db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), TestContext.Current.CancellationToken);
    }
}
