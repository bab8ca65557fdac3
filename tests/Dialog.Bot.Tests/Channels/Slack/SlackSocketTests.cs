using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Observing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackSocketTests : IAsyncDisposable
{
    private static readonly Dictionary<string, JsonElement> Events = Read("events.json");
    private static readonly Dictionary<string, JsonElement> Interactions = Read("interactions.json");

    private FakeSocketServer server = null!;
    private SlackHouse house = null!;
    private SlackSockets sockets = null!;

    [Fact]
    public async Task An_event_is_acknowledged_on_its_own_line_when_it_is_on_disk()
    {
        var line = await StartAsync();

        var answer = await line.DeliverAsync("events_api", Events["message_im"], "env-1");

        Assert.Equal("""{"envelope_id":"env-1"}""", answer.ToString());
        await using var db = house.OpenStore();
        Assert.Equal("We re-opened the library ramp", (await db.Messages.SingleAsync(m => m.Incoming, TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_acknowledged_again_and_done_once()
    {
        var line = await StartAsync();
        await line.DeliverAsync("events_api", Events["message_im"], "env-1");
        await line.DeliverAsync("events_api", Events["message_im"], "env-2");

        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.Incoming, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_cannot_be_committed_is_not_acknowledged()
    {
        var line = await StartAsync();
        await using (var db = house.OpenStore())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Messages RENAME TO Elsewhere", TestContext.Current.CancellationToken);
        }

        await line.SayAsync(new { envelope_id = "env-1", type = "events_api", payload = Events["message_im"] });
        var next = await line.DeliverAsync("slash_commands", JsonSerializer.SerializeToElement(new { command = "/dialog", text = "hjälp", team_id = "T0TOWN0001", user_id = "U0MANAGER1" }), "env-2");

        Assert.Equal("env-2", next.GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_command_and_a_form_are_answered_in_the_acknowledgement()
    {
        var line = await StartAsync();

        var command = await line.DeliverAsync("slash_commands", JsonSerializer.SerializeToElement(new { command = "/dialog", text = "hjälp", team_id = "T0TOWN0001", user_id = "U0MANAGER1" }));
        var form = await line.DeliverAsync("interactive", Interactions["view_submission"]);

        Assert.Equal("ephemeral", command.GetProperty("payload").GetProperty("response_type").GetString());
        Assert.Equal("errors", form.GetProperty("payload").GetProperty("response_action").GetString());
    }

    [Fact]
    public async Task A_command_is_answered_while_messages_wait_for_the_names_of_whom_they_mention()
    {
        var line = await StartAsync();
        var names = HoldNames(6);
        for (var message = 0; message < 6; message++)
        {
            await SayAsync(line, $"U0WRITER{message}", $"179000001{message}.000100", $"Fråga <@U0SLOW{message}>.", $"dm-{message}");
        }

        await SayAsync(line, "U0WRITER9", "1790000019.000100", "Vi har ställt ut tolv bänkar.", "dm-9");
        Assert.Equal("dm-9", Envelope(await line.AnswerAsync()));
        var command = await line.DeliverAsync("slash_commands", JsonSerializer.SerializeToElement(new { command = "/dialog", text = "hjälp", team_id = "T0TOWN0001", user_id = "U0WRITER0" }), "command");

        Assert.Equal("command", Envelope(command));
        names.SetResult();
        var answered = new List<string?>();
        for (var message = 0; message < 6; message++)
        {
            answered.Add(Envelope(await line.AnswerAsync()));
        }

        Assert.Equal(["dm-0", "dm-1", "dm-2", "dm-3", "dm-4", "dm-5"], answered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_one_person_says_is_taken_in_the_order_in_which_they_said_it()
    {
        var line = await StartAsync();
        var names = HoldNames(1);
        await SayAsync(line, "U0WRITER0", "1790000010.000100", "Fråga <@U0SLOW0>.", "first");
        await SayAsync(line, "U0WRITER0", "1790000011.000100", "Det var hon som mätte.", "second");
        await SayAsync(line, "U0WRITER1", "1790000012.000100", "Vi har ställt ut tolv bänkar.", "others");
        Assert.Equal("others", Envelope(await line.AnswerAsync()));

        names.SetResult();

        Assert.Equal(["first", "second"], [Envelope(await line.AnswerAsync()), Envelope(await line.AnswerAsync())]);
    }

    [Fact]
    public async Task What_was_read_is_acknowledged_when_the_program_stops()
    {
        var line = await StartAsync();
        var names = HoldNames(1);
        await SayAsync(line, "U0WRITER0", "1790000010.000100", "Fråga <@U0SLOW0>.", "taken");
        await house.Api.WaitForAsync("users.info", 1);

        var stopping = sockets.StopAsync(TestContext.Current.CancellationToken);
        names.SetResult();

        Assert.Equal("taken", Envelope(await line.AnswerAsync()));
        await stopping;
        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.Incoming, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("refresh_requested")]
    [InlineData("warning")]
    public async Task Asked_for_a_fresh_line_the_new_one_is_there_before_the_old_one_goes(string reason)
    {
        var old = await StartAsync();
        await old.SayAsync(new { type = "disconnect", reason });

        var fresh = await server.NextAsync();

        Assert.Equal("e1", (await old.DeliverAsync("events_api", Events["message_im"])).GetProperty("envelope_id").GetString());
        Assert.Equal("e2", (await fresh.DeliverAsync("events_api", Events["message_im"], "e2")).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_line_that_breaks_is_replaced()
    {
        var line = await StartAsync();
        await line.CloseAsync();

        await AdvanceUntilAsync(server.NextAsync());
    }

    [Fact]
    public async Task Two_lines_are_kept_so_that_one_rotation_leaves_no_gap()
    {
        await StartAsync();

        await AdvanceUntilAsync(server.NextAsync());
    }

    [Theory]
    [InlineData("too_many_websockets", 120)]
    [InlineData("link_disabled", 300)]
    [InlineData("socket_mode_disabled", 300)]
    public async Task A_line_that_Slack_does_not_want_is_hung_up_and_another_one_tried_minutes_later(string reason, int seconds)
    {
        var line = await StartAsync();
        await AdvanceUntilAsync(server.NextAsync());
        await UntilOpenAsync(2);
        await line.SayAsync(new { type = "disconnect", reason });
        await line.EndedAsync();
        Assert.Equal(1, OpenLines());

        for (var second = 1; second < seconds; second++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
            }
        }

        Assert.Equal(2, house.Api.Methods.Count(method => method == "apps.connections.open"));
        await AdvanceUntilAsync(server.NextAsync());
        await UntilOpenAsync(2);
    }

    [Fact]
    public async Task What_is_acknowledged_and_what_is_not_is_counted()
    {
        var line = await StartAsync();
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = Listen("dialog.socket.envelopes");
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.AddOrUpdate((string)tags[0].Value!, value, (_, before) => before + value));
        listener.Start();
        await line.DeliverAsync("events_api", Events["message_im"], "env-1");
        await using (var db = house.OpenStore())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Inbox RENAME TO Elsewhere", TestContext.Current.CancellationToken);
        }

        await line.SayAsync(new { envelope_id = "env-2", type = "events_api", payload = Events["message_im"] });

        await UntilAsync(() => counted.GetValueOrDefault("failed") == 1);
        Assert.Equal(1, counted["acknowledged"]);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    public async Task A_token_Slack_does_not_accept_is_not_tried_again(string code)
    {
        await BuildAsync();
        house.Api.Refuse("apps.connections.open", code).Refuse("apps.connections.open", code);
        await sockets.StartAsync(TestContext.Current.CancellationToken);

        await AdvanceUntilAsync(sockets.ExecuteTask!);

        Assert.Equal(2, house.Api.Calls.Count);
        Assert.All(house.Api.Calls, call => Assert.Equal("xapp-1", call.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await sockets.StopAsync(CancellationToken.None);
        sockets.Dispose();
        await house.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>Slack names nobody until the test says so.</summary>
    private TaskCompletionSource HoldNames(int times)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var time = 0; time < times; time++)
        {
            house.Api.AnswerLater("users.info", async () =>
            {
                await held.Task;
                return FakeApi.Json(new { ok = false, error = "user_not_found" });
            });
        }

        return held;
    }

    private static Task SayAsync(FakeSocketServer.Line line, string user, string ts, string text, string envelope)
    {
        var payload = JsonSerializer.SerializeToNode(Events["message_im"])!;
        var inner = payload["event"]!.AsObject();
        (inner["user"], inner["ts"], inner["text"], inner["channel"]) = (user, ts, text, $"D{user}");
        inner.Remove("blocks");
        return line.SayAsync(new { envelope_id = envelope, type = "events_api", payload });
    }

    private int OpenLines()
    {
        var open = -1;
        using var listener = Listen("dialog.socket.lines");
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => open = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return open;
    }

    private Task UntilOpenAsync(int lines) => UntilAsync(() => OpenLines() == lines);

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private MeterListener Listen(string name)
    {
        var measures = house.Get<Measures>();
        return new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Scope == measures && instrument.Name == name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
    }

    private static string? Envelope(JsonElement answer) => answer.GetProperty("envelope_id").GetString();

    private async Task<FakeSocketServer.Line> StartAsync()
    {
        await BuildAsync();
        for (var connection = 0; connection < 4; connection++)
        {
            house.Api.Answer("apps.connections.open", new { ok = true, url = server.Address });
        }

        await sockets.StartAsync(TestContext.Current.CancellationToken);
        return await server.NextAsync();
    }

    private async Task BuildAsync()
    {
        server = await FakeSocketServer.StartAsync();
        house = await SlackHouse.BuildAsync(("Slack:BotToken", "xoxb-1"), ("Slack:AppToken", "xapp-1"));
        sockets = house.Services.GetServices<IHostedService>().OfType<SlackSockets>().Single();
    }

    private async Task AdvanceUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await done;
    }

    private static Dictionary<string, JsonElement> Read(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "slack", name)))!;
}
