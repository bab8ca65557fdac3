using System.Globalization;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Delivery;

public class OutboxSenderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_sent_and_marked_with_the_platforms_id()
    {
        await using var house = await StartedAsync();
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);

        var row = await SettledAsync(house, "e1/0");
        Assert.Equal((OutboxStatus.Sent, "D1:1"), (row.Status, row.PlatformId));
        Assert.Equal("D1", house.Channel.Sent.Single().Room.Id);
    }

    [Fact]
    public async Task Retry_after_is_honoured_and_later_messages_wait_their_turn()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Again(TimeSpan.FromSeconds(30), "429"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Pending && row.Attempts == 1);
        await house.SayAsync("hjälp", "e2");

        await AdvanceAsync(house, TimeSpan.FromSeconds(29));
        Assert.Single(house.Channel.Sent);
        await AdvanceAsync(house, TimeSpan.FromSeconds(3));
        await house.Channel.WaitForCallsAsync(2);

        Assert.Equal(["e1/0", "e1/0", "e2/0"], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Fact]
    public async Task An_unknown_outcome_is_looked_up_and_not_sent_again_when_it_arrived()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unknown("timeout"));
        house.Channel.LookUps.Enqueue(new SendResult.Sent("D1:77"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Unknown);
        await AdvanceAsync(house, TimeSpan.FromSeconds(4));
        await house.Channel.WaitForCallsAsync(1);

        Assert.Equal("D1:77", (await SettledAsync(house, "e1/0")).PlatformId);
        Assert.Single(house.Channel.Sent);
    }

    [Fact]
    public async Task Where_the_platform_said_nothing_it_is_given_time_before_it_is_asked()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unknown("no answer") { Silent = true });
        house.Channel.LookUps.Enqueue(new SendResult.Sent("D1:77"));
        await house.SayAsync("hej", "e1");
        var unknown = await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Unknown);

        Assert.Equal(house.Clock.GetUtcNow().AddSeconds(10), unknown.NextAt);
        await AdvanceAsync(house, TimeSpan.FromSeconds(12));
        Assert.Equal("D1:77", (await SettledAsync(house, "e1/0")).PlatformId);
        Assert.Single(house.Channel.Sent);
    }

    [Fact]
    public async Task An_unknown_outcome_that_cannot_be_looked_up_stays_visible_and_lets_the_next_message_pass()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unknown("timeout"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Unknown);
        await house.SayAsync("hjälp", "e2");
        await AdvanceAsync(house, TimeSpan.FromSeconds(4));
        await house.Channel.WaitForCallsAsync(2);

        Assert.Equal(OutboxStatus.Unknown, (await SettledAsync(house, "e1/0")).Status);
        Assert.Equal(["e1/0", "e2/0"], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Fact]
    public async Task A_message_that_cannot_be_delivered_says_why()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Failed("the person left the workspace"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);

        var row = await SettledAsync(house, "e1/0");
        Assert.Equal((OutboxStatus.Failed, "the person left the workspace"), (row.Status, row.Reason));
    }

    [Fact]
    public async Task A_message_interrupted_by_a_crash_is_looked_up_before_it_is_sent_again()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await using (var db = house.OpenStore())
        {
            await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, OutboxStatus.Sending), Cancelled);
        }

        house.Channel.LookUps.Enqueue(new SendResult.Again(TimeSpan.Zero, "not there"));
        await house.Sender.StartAsync(Cancelled);
        await house.Channel.WaitForCallsAsync(2);

        Assert.Single(house.Channel.LookedUp);
        Assert.Equal(OutboxStatus.Sent, (await SettledAsync(house, "e1/0")).Status);
    }

    [Fact]
    public async Task A_button_pressed_while_its_message_is_still_being_sent_updates_that_message()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.Assignments.OpenAsync(House.Assignment(person.Id), null, Cancelled);
        house.Channel.Answers.Enqueue(new SendResult.Sent("D1:opening"));
        house.Channel.Sending = async posting =>
        {
            if (posting.Message.Choices is [var first, ..])
            {
                house.Channel.Sending = null;
                var pressed = new Incoming.Chose(first.Value) { Key = "press", At = house.Clock.GetUtcNow() };
                await house.Turns.TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), pressed), Cancelled);
            }
        };
        await house.Sender.StartAsync(Cancelled);
        await house.Channel.WaitForAsync(posting => posting.Message.Settles is not null);

        Assert.Equal("D1:opening", house.Channel.Sent.Single(posting => posting.Message.Settles is not null).Updates);
    }

    [Theory]
    [InlineData("D1:1.1", "D1")]
    [InlineData("D1:2.2", "D1:2.2")]
    public async Task Whose_thread_is_gone_is_outside_it_unless_they_have_written_in_another_one_meanwhile(string meanwhile, string expected)
    {
        await using var house = await House.BuildAsync();
        await house.Turns.TakeAsync(house.Said("hej", "e1") with { Room = new Room("D1:1.1") }, Cancelled);
        house.Channel.Answers.Enqueue(new SendResult.Sent("D1:5.5", new Room("D1")));
        await house.RunAsync($"""UPDATE "Addresses" SET "RoomId" = '{meanwhile}'""");

        await house.Sender.StartAsync(Cancelled);
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Sent);

        await using var db = house.OpenStore();
        Assert.Equal(("D1:1.1", expected), (house.Channel.Sent.Single().Room.Id, await db.Addresses.Select(a => a.RoomId).SingleAsync(Cancelled)));
    }

    [Fact]
    public async Task A_page_that_cannot_be_drawn_holds_no_message_up()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Again(TimeSpan.FromMinutes(5), "HTTP 500"));
        await house.Turns.TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), new Incoming.HomeOpened { Key = "home", At = house.Clock.GetUtcNow() }), Cancelled);
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "home/0/slack:T1:U1", row => row.Reason == "HTTP 500");

        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);

        Assert.Equal(["home/0/slack:T1:U1", "e1/0"], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Fact]
    public async Task Reminders_that_are_stuck_hold_no_reply_up()
    {
        await using var house = await House.BuildAsync();
        for (var number = 0; number < 80; number++)
        {
            await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync($"U{number}")).Id), null, Cancelled);
        }

        var stuck = new TaskCompletionSource();
        house.Channel.Sending = posting => posting.Message.CanWait ? stuck.Task : Task.CompletedTask;
        await house.Sender.StartAsync(Cancelled);
        await house.SayAsync("hej", "e1", "U-other");
        await house.Channel.WaitForCallsAsync(1);

        Assert.Equal("U-other", Assert.Single(house.Channel.Sent).To.User);
        stuck.SetResult();
        await house.Channel.WaitForCallsAsync(80);
    }

    [Fact]
    public async Task A_reminder_that_has_not_left_when_the_person_writes_never_does()
    {
        await using var house = await House.BuildAsync();
        var at = house.Clock.GetUtcNow().AddHours(2);
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id) with { RemindAt = [at] }, null, Cancelled);
        house.Clock.SetUtcNow(at);
        await house.TickAsync();
        await house.SayAsync("ja", "e1");
        await house.Sender.StartAsync(Cancelled);
        await house.Channel.WaitForAsync(posting => posting.OutboxId.StartsWith("e1/", StringComparison.Ordinal));

        Assert.Equal([OutgoingKind.Opening], house.Channel.Sent.Where(posting => posting.Message.CanWait).Select(posting => posting.Message.Kind));
        await using var db = house.OpenStore();
        Assert.Equal("the person was heard from first", (await db.Outbox.SingleAsync(row => row.Status == OutboxStatus.Failed, Cancelled)).Reason);
        Assert.Empty(await OutboxRow.Unsettled(db).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_change_of_a_message_that_was_deleted_ends_quietly_and_the_next_message_goes_out()
    {
        await using var house = await StartedAsync();
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id), null, Cancelled);
        await house.Channel.WaitForCallsAsync(1);
        var opening = house.Channel.Sent.Single().Message;
        await SettledAsync(house, house.Channel.Sent.Single().OutboxId);
        house.Channel.Answers.Enqueue(new SendResult.Failed(SendReasons.UpdateGone));
        await house.Turns.TakeAsync(new Arrival(new Address(Address.Slack, "T1", "U1"), new Room("D1"), new Incoming.Chose(opening.Choices[0].Value) { Key = "press", At = house.Clock.GetUtcNow() }), Cancelled);
        await house.Channel.WaitForAsync(posting => posting.Message.Kind == OutgoingKind.Question);

        await using var db = house.OpenStore();
        Assert.Equal(SendReasons.UpdateGone, (await db.Outbox.SingleAsync(row => row.Status == OutboxStatus.Failed, Cancelled)).Reason);
        Assert.Empty(await OutboxRow.Unsettled(db).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Hundreds_of_conversations_that_wait_for_their_platform_hold_nobody_else_up()
    {
        await using var house = await StartedAsync();
        var limited = new TaskCompletionSource();
        house.Channel.Sending = posting => posting.To.User == "U200" ? Task.CompletedTask : limited.Task;
        for (var number = 0; number <= 200; number++)
        {
            await house.SayAsync("hej", $"e{number}", $"U{number}");
        }

        try
        {
            await house.Channel.WaitForAsync(posting => posting.To.User == "U200");
        }
        finally
        {
            limited.SetResult();
        }

        await house.Channel.WaitForAsync(_ => true, count: 201);
    }

    [Fact]
    [Trait("store", "PostgreSql")]
    public async Task Two_processes_send_each_message_once_and_in_order()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "SQLite has one process.");
        await using var house = await House.BuildAsync();
        for (var number = 0; number < 60; number++)
        {
            await house.SayAsync("hej", $"e{number}", $"U{number % 12}");
        }

        using var rival = house.RivalSender();
        await rival.StartAsync(Cancelled);
        await house.Sender.StartAsync(Cancelled);
        await house.Channel.WaitForAsync(_ => true, count: 60);
        await rival.StopAsync(Cancelled);

        var sent = house.Channel.Sent.ToList();
        Assert.Equal(60, sent.Select(posting => posting.OutboxId).Distinct().Count());
        Assert.Equal(60, sent.Count);
        Assert.All(sent.GroupBy(posting => posting.To.User), person => Assert.Equal(person.OrderBy(posting => int.Parse(posting.OutboxId[1..^2], CultureInfo.InvariantCulture)), person));
    }

    [Fact]
    [Trait("store", "PostgreSql")]
    public async Task What_a_dead_process_was_sending_is_looked_up_when_its_time_is_out()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "SQLite has one process.");
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        var until = house.Clock.GetUtcNow().AddSeconds(30);
        await using (var db = house.OpenStore())
        {
            await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, OutboxStatus.Sending).SetProperty(o => o.NextAt, until), Cancelled);
        }

        house.Channel.LookUps.Enqueue(new SendResult.Sent("D1:1"));
        await house.Sender.StartAsync(Cancelled);
        house.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(house.Channel.LookedUp);
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await house.Channel.WaitForCallsAsync(1);

        Assert.Empty(house.Channel.Sent);
        Assert.Equal(OutboxStatus.Sent, (await SettledAsync(house, "e1/0")).Status);
    }

    private static async Task<House> StartedAsync()
    {
        var house = await House.BuildAsync();
        await house.Sender.StartAsync(Cancelled);
        return house;
    }

    private static Task<OutboxRow> SettledAsync(House house, string id) => RowAsync(house, id, row => row.NextAt is null);

    /// <summary>The row once the sender has written down what the test waits for; bounded.</summary>
    private static async Task<OutboxRow> RowAsync(House house, string id, Func<OutboxRow, bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var db = house.OpenStore();
            if (await db.Outbox.AsNoTracking().SingleAsync(o => o.Id == id, limit.Token) is { } row && holds(row))
            {
                return row;
            }

            await Task.Yield();
        }
    }

    /// <summary>Moves the clock in the sender's own polling steps, so that each step is seen.</summary>
    private static async Task AdvanceAsync(House house, TimeSpan time)
    {
        for (var step = TimeSpan.Zero; step < time; step += TimeSpan.FromSeconds(1))
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
