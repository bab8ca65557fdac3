using Dialog.Bot.Channels;
using Dialog.Bot.Schedule;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>What waits for an instant does not wait for it twice when the machine's clock is set back.</summary>
public sealed class ClockWatchTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_waits_is_tried_at_once_when_the_clock_is_set_back_and_the_next_one_follows()
    {
        await using var house = await WaitingAsync();
        await SetBackAsync(house, Hour);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Channel.WaitForCallsAsync(2);

        Assert.Equal(["e1/0", "e1/0", "e2/0"], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3600)]
    public async Task A_clock_that_goes_on_or_is_corrected_a_little_or_set_forward_changes_nothing(int backBySeconds)
    {
        await using var house = await WaitingAsync();
        await SetBackAsync(house, TimeSpan.FromSeconds(backBySeconds));

        await using var db = house.OpenStore();
        Assert.Equal(house.Clock.GetUtcNow() + Hour, (await db.Outbox.SingleAsync(row => row.Id == "e1/0", Cancelled)).NextAt);
    }

    [Fact]
    public async Task What_is_being_sent_is_left_to_its_sender()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        var lease = house.Clock.GetUtcNow() + Hour;
        await using var db = house.OpenStore();
        await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, OutboxStatus.Sending).SetProperty(o => o.NextAt, lease), Cancelled);
        await SetBackAsync(house, Hour);

        Assert.Equal(lease, (await db.Outbox.AsNoTracking().SingleAsync(Cancelled)).NextAt);
    }

    [Fact]
    public async Task Mail_from_another_conversation_that_could_not_be_taken_is_tried_at_once()
    {
        await using var house = await House.BuildAsync();
        var now = house.Clock.GetUtcNow();
        await house.Database.WriteAsync(
            session =>
            {
                MailRow.Post(session, "somebody", new Core.Interviews.Incoming.Recognised("other") { Key = "m1", At = now }, now, door: null);
                session.Write("""UPDATE "Mail" SET "NextAt" = $1""", now + Hour);
            },
            Cancelled);
        await SetBackAsync(house, Hour);

        await using var db = house.OpenStore();
        Assert.Equal(now, (await db.Mail.SingleAsync(Cancelled)).NextAt);
    }

    /// <summary>One message was told to wait for an hour, another one waits behind it.</summary>
    private static async Task<House> WaitingAsync()
    {
        var house = await House.BuildAsync();
        await house.Sender.StartAsync(Cancelled);
        house.Channel.Answers.Enqueue(new SendResult.Again(Hour, "429"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await using var db = house.OpenStore();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await db.Outbox.AnyAsync(row => row.Id == "e1/0" && row.Status == OutboxStatus.Pending && row.Attempts == 1, limit.Token))
        {
            await Task.Yield();
        }

        await house.SayAsync("hjälp", "e2");
        return house;
    }

    /// <summary>The machine's clock, which was ahead of the house's, is set to it.</summary>
    private static async Task SetBackAsync(House house, TimeSpan by)
    {
        var clock = new ShiftedClock(house.Clock) { Ahead = by };
        var watch = new ClockWatch(house.Database, clock, NullLogger<ClockWatch>.Instance);
        clock.Ahead = TimeSpan.Zero;
        await watch.LookAsync(Cancelled);
    }
}
