using Dialog.Bot.Channels;
using Dialog.Bot.Desk;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Desk;

/// <summary>What an editor can do about a message that did not arrive, and what never happens by itself.</summary>
public class OutboxDeskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_message_is_sent_again_once_and_leaves_the_list()
    {
        await using var house = await House.BuildAsync();
        house.Channel.Answers.Enqueue(new SendResult.Failed("the message is too big for Teams"));
        var id = await UndeliveredAsync(house, OutboxStatus.Failed);

        var sent = await Task.WhenAll(house.Outbox.SendAgainAsync(id, OutboxStatus.Failed, Stop), house.Outbox.SendAgainAsync(id, OutboxStatus.Failed, Stop));

        // Whoever comes second may hold the row in the very instant it is looked for; the next look finds it.
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Channel.WaitForAsync(_ => true, count: 2);

        Assert.Single(sent, true);
        Assert.Equal([id, id], house.Channel.Sent.Select(posting => posting.OutboxId));
        await StatusAsync(house, id, OutboxStatus.Sent);
        Assert.Equal(0, await new OverviewRead(house.OpenStore(), house.Organisation, house.Clock).UnsentAsync(Stop));
    }

    [Fact]
    public async Task An_unknown_message_is_sent_again_only_when_somebody_saw_that_it_is_unknown()
    {
        await using var house = await House.BuildAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unknown("Teams did not answer in time"));
        var id = await UndeliveredAsync(house, OutboxStatus.Unknown);

        Assert.False(await house.Outbox.SendAgainAsync(id, OutboxStatus.Failed, Stop));
        Assert.False(await house.Outbox.SendAgainAsync(id, OutboxStatus.Sent, Stop));
        Assert.Single(house.Channel.Sent);
        Assert.True(await house.Outbox.SendAgainAsync(id, OutboxStatus.Unknown, Stop));
        await house.Channel.WaitForAsync(_ => true, count: 2);

        Assert.Equal([id, id], house.Channel.Sent.Select(posting => posting.OutboxId));
    }

    [Fact]
    public async Task What_is_sent_again_after_days_has_a_day_of_its_own()
    {
        await using var house = await House.BuildAsync();
        house.Channel.Answers.Enqueue(new SendResult.Failed("the workspace was closed"));
        var id = await UndeliveredAsync(house, OutboxStatus.Failed);
        house.Clock.Advance(TimeSpan.FromDays(3));
        house.Channel.Answers.Enqueue(new SendResult.Again(TimeSpan.FromSeconds(5), "ratelimited"));

        Assert.True(await house.Outbox.SendAgainAsync(id, OutboxStatus.Failed, Stop));
        await house.Channel.WaitForAsync(_ => true, count: 2);
        await StatusAsync(house, id, OutboxStatus.Pending, waits: true);
        house.Clock.Advance(TimeSpan.FromSeconds(6));
        await house.Channel.WaitForAsync(_ => true, count: 3);
        await StatusAsync(house, id, OutboxStatus.Sent);
    }

    [Fact]
    public async Task What_is_left_at_that_leaves_the_list_comes_back_on_wish_and_is_never_sent()
    {
        await using var house = await House.BuildAsync();
        house.Channel.Answers.Enqueue(new SendResult.Failed("Teams refused the message"));
        var id = await UndeliveredAsync(house, OutboxStatus.Failed);
        async Task<int> UnsentAsync() => await new OverviewRead(house.OpenStore(), house.Organisation, house.Clock).UnsentAsync(Stop);

        await house.Outbox.LeaveAsync(id, Stop);
        Assert.Equal(0, await UnsentAsync());
        await house.Outbox.TakeBackAsync(id, Stop);
        Assert.Equal(1, await UnsentAsync());
        Assert.Single(house.Channel.Sent);
    }

    /// <summary>The opening of a question that did not get through; answers its id.</summary>
    private static async Task<string> UndeliveredAsync(House house, OutboxStatus status)
    {
        await house.Sender.StartAsync(Stop);
        var assignment = House.Assignment((await house.AddPersonAsync()).Id);
        await house.Assignments.OpenAsync(assignment, requestKey: null, Stop);
        await house.Channel.WaitForCallsAsync(1);
        var id = $"assign:{assignment.Id}/0";
        while (status == OutboxStatus.Unknown && house.Channel.LookedUp.IsEmpty)
        {
            // To the instant it is looked up at; while somebody has it, the clock stands.
            await using var db = house.OpenStore();
            if (await db.Outbox.Where(row => row.Id == id).Select(row => row.NextAt).SingleAsync(Stop) - house.Clock.GetUtcNow() is { Ticks: > 0 } left && left < OutboxRow.Lease)
            {
                house.Clock.Advance(left + TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        await StatusAsync(house, id, status);
        return id;
    }

    private static async Task StatusAsync(House house, string id, OutboxStatus status, bool waits = false)
    {
        await using var db = house.OpenStore();
        while (!db.Outbox.Any(row => row.Id == id && row.Status == status && row.NextAt != null == waits))
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
