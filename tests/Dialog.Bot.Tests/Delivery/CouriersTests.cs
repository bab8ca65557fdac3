using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Delivery;

/// <summary>A turn hands its first reply to a courier, when nothing stands in the way; everything else is found by looking.</summary>
public class CouriersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_marked_as_being_sent_in_the_turns_own_transaction()
    {
        await using var house = await MetAsync();
        var handed = Listen(house);
        await house.SayAsync("hjälp", "e1");

        var attempt = Assert.Single(handed);
        Assert.Equal(("e1/0", "D1", false), (attempt.Posting.OutboxId, attempt.Posting.Room.Id, attempt.MoreWaits));
        var row = await RowAsync(house, "e1/0");
        Assert.Equal((OutboxStatus.Sending, 1, house.Clock.GetUtcNow() + OutboxRow.Lease), (row.Status, row.Attempts, row.NextAt));
        Assert.Equal(attempt.Claim, row.NextAt);
    }

    [Fact]
    public async Task Whoever_is_known_and_writes_for_the_first_time_is_answered_the_same_way()
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync();
        var handed = Listen(house);
        await house.SayAsync("hej", "e1");

        Assert.Equal("e1/0", Assert.Single(handed).Posting.OutboxId);
        Assert.Equal(OutboxStatus.Sending, (await RowAsync(house, "e1/0")).Status);
    }

    [Theory]
    [InlineData("the platform cannot tell what became of it")]
    [InlineData("the workspace is stopped")]
    [InlineData("the person could not be reached")]
    [InlineData("something waits")]
    [InlineData("nobody sends")]
    public async Task A_reply_is_not_handed_over_when(string reason)
    {
        await using var house = await MetAsync(canTell: reason != "the platform cannot tell what became of it");
        var handed = reason == "nobody sends" ? [] : Listen(house);
        switch (reason)
        {
            case "the workspace is stopped":
                await house.Workspaces.PutAsync(new Workspace(Address.Slack, "T1", house.Clock.GetUtcNow()) { ConfirmedAt = house.Clock.GetUtcNow(), StoppedAt = house.Clock.GetUtcNow() }, Stop);
                break;
            case "the person could not be reached":
                await house.RunAsync("""UPDATE "Addresses" SET "Unreachable" = 'user_disabled'""");
                break;
            case "something waits":
                await house.RunAsync($"""UPDATE "Outbox" SET "Status" = 'Pending', "NextAt" = {house.Clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds()}""");
                break;
        }

        await house.SayAsync("hjälp", "e1");

        Assert.Empty(handed);
        var row = await RowAsync(house, "e1/0");
        Assert.Equal((OutboxStatus.Pending, 0), (row.Status, row.Attempts));
        Assert.Equal((Couriers.MostAtOnce, Couriers.MostOthersAtOnce), Free(house));
    }

    [Fact]
    public async Task A_courier_that_gets_nothing_goes_home()
    {
        await using var house = await MetAsync();
        Listen(house);
        await house.SayAsync("hjälp", "e1");
        Assert.Equal((Couriers.MostAtOnce - 1, Couriers.MostOthersAtOnce), Free(house));

        await house.SayAsync("hjälp", "e1");
        Assert.Equal((Couriers.MostAtOnce - 1, Couriers.MostOthersAtOnce), Free(house));
        await house.BreakAsync("Outbox");
        await Assert.ThrowsAnyAsync<Exception>(() => house.SayAsync("hjälp", "e2", "U2"));
        Assert.Equal((Couriers.MostAtOnce - 1, Couriers.MostOthersAtOnce), Free(house));
    }

    [Fact]
    public async Task A_reminder_goes_where_nobody_waits_for_it()
    {
        await using var house = await House.BuildAsync();
        var at = house.Clock.GetUtcNow().AddHours(2);
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id) with { RemindAt = [at] }, null, Stop);
        await house.RunAsync("""UPDATE "Outbox" SET "Status" = 'Sent', "NextAt" = NULL""");
        var handed = Listen(house);
        house.Clock.SetUtcNow(at);
        await house.TickAsync();

        Assert.Equal(OutgoingKind.Reminder, Assert.Single(handed).Posting.Message.Kind);
        Assert.Equal((Couriers.MostAtOnce, Couriers.MostOthersAtOnce - 1), Free(house));
    }

    [Fact]
    public async Task What_is_committed_while_the_courier_is_away_follows_at_once()
    {
        await using var house = await SendingAsync();
        var away = new TaskCompletionSource();
        house.Channel.Sending = posting => posting.OutboxId == "e1/0" ? away.Task : Task.CompletedTask;
        await house.SayAsync("hjälp", "e1");
        await house.SayAsync("hej", "e2");
        away.SetResult();
        await house.Channel.WaitForCallsAsync(2);

        Assert.Equal(["e1/0", "e2/0"], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Fact]
    public async Task A_reply_that_was_held_too_long_before_the_call_is_taken_anew_and_sent_once()
    {
        await using var house = await SendingAsync();
        var said = house.Said("hjälp", "e1");
        await house.Turns.TakeAsync(said with { What = said.What with { At = house.Clock.GetUtcNow() - OutboxRow.Lease + TimeSpan.FromSeconds(3) } }, Stop);
        await house.Channel.WaitForCallsAsync(1);

        Assert.Equal("e1/0", Assert.Single(house.Channel.Sent).OutboxId);
        Assert.Empty(house.Channel.LookedUp);
        Assert.Equal(2, (await RowAsync(house, "e1/0")).Attempts);
    }

    [Fact]
    public async Task Who_rings_for_a_conversation_that_was_kept_for_a_courier_in_vain_is_heard()
    {
        var bell = new Bell();
        using var couriers = new Couriers(bell);
        couriers.Open((_, _) => { });
        using (var courier = couriers.Hail(canWait: false)!)
        {
            Assert.True(courier.IsFor("p"));
            Assert.True(courier.IsFor("p"));
            Assert.False(courier.IsFor("q"));
            Assert.False(couriers.TryBegin("p"));
        }

        await using var rung = bell.RungAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.True(await rung.MoveNextAsync());
        Assert.Equal(new Ring("p", CanWait: false), rung.Current);
        Assert.True(couriers.TryBegin("p"));
    }

    [Fact]
    public async Task When_sending_ends_nobody_can_be_hailed_and_all_are_waited_for()
    {
        using var couriers = new Couriers(new Bell());
        Assert.Null(couriers.Hail(canWait: false));
        couriers.Open((_, _) => { });
        var away = couriers.Hail(canWait: true)!;
        var closed = couriers.CloseAsync();

        Assert.Null(couriers.Hail(canWait: true));
        Assert.False(closed.IsCompleted);
        away.Dispose();
        await closed;
    }

    /// <summary>Somebody the bot has talked to, and to whom nothing is to be sent.</summary>
    private static async Task<House> MetAsync(bool canTell = true)
    {
        var house = await House.BuildAsync();
        house.Channel.CanTell = canTell;
        await house.SayAsync("hej", "e0");
        await house.RunAsync("""UPDATE "Outbox" SET "Status" = 'Sent', "NextAt" = NULL""");
        return house;
    }

    /// <summary>The same, with a sender that has sent something and is at rest.</summary>
    private static async Task<House> SendingAsync()
    {
        var house = await House.BuildAsync();
        await house.Sender.StartAsync(Stop);
        await house.SayAsync("hej", "e0");
        await house.Channel.WaitForCallsAsync(1);
        await using var db = house.OpenStore();
        var (person, couriers) = ((await db.Addresses.SingleAsync(Stop)).PersonId, house.Services.GetRequiredService<Couriers>());
        while (await db.Outbox.AnyAsync(row => row.NextAt != null, Stop) || !couriers.TryReserve(person))
        {
            await Task.Yield();
        }

        Assert.True(couriers.TryEnd(person));
        house.Channel.Sent.Clear();
        return house;
    }

    private static List<Attempt> Listen(House house)
    {
        var handed = new List<Attempt>();
        house.Services.GetRequiredService<Couriers>().Open((attempt, _) => handed.Add(attempt));
        return handed;
    }

    private static (int Slots, int Others) Free(House house)
    {
        var couriers = house.Services.GetRequiredService<Couriers>();
        return (couriers.Slots.CurrentCount, couriers.Others.CurrentCount);
    }

    private static async Task<OutboxRow> RowAsync(House house, string id)
    {
        await using var db = house.OpenStore();
        return await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, Stop);
    }
}
