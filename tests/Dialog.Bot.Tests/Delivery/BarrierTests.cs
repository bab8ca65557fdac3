using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Delivery;

public class BarrierTests
{
    [Fact]
    public async Task What_a_stopped_workspace_holds_back_waits_and_goes_out_when_it_is_open_again()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Stopped("account_inactive"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "e1/0", row => row.Reason == "account_inactive");
        await house.SayAsync("hjälp", "e2");
        await house.SayAsync("hej", "e3", user: "U2");

        await RowAsync(house, "e3/0", row => row.Reason == "account_inactive");
        Assert.Single(house.Channel.Sent);

        await house.Workspaces.PutAsync(new Workspace(Address.Slack, "T1", house.Clock.GetUtcNow()) { ConfirmedAt = house.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);
        await house.Channel.WaitForCallsAsync(3);
        Assert.Equal(["e1/0", "e2/0", "e3/0"], house.Channel.Sent.Skip(1).Select(posting => posting.OutboxId).Order());
    }

    [Fact]
    public async Task A_person_who_can_not_be_reached_is_marked_and_not_written_to_until_they_write()
    {
        await using var house = await StartedAsync();
        var person = await house.AddPersonAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unreachable("user_disabled"));
        await house.Assignments.OpenAsync(House.Assignment(person.Id), requestKey: null, TestContext.Current.CancellationToken);
        await house.Channel.WaitForCallsAsync(1);
        await AddressAsync(house, address => address.Unreachable == "user_disabled");

        await house.Assignments.OpenAsync(House.Assignment(person.Id), "second", TestContext.Current.CancellationToken);
        await RowAsync(house, "assign-request:second/0", row => row is { Status: OutboxStatus.Failed, Reason: "user_disabled" });
        Assert.Single(house.Channel.Sent);

        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await AddressAsync(house, address => address.Unreachable is null);
    }

    [Fact]
    public async Task Who_comes_back_gets_every_part_of_the_question_that_could_not_be_sent_and_only_what_is_still_asked()
    {
        await using var house = await StartedAsync();
        var person = await house.AddPersonAsync();
        await house.RunAsync("""UPDATE "Addresses" SET "Unreachable" = 'user_disabled'""");
        await OpenAsync(house, House.Assignment(person.Id), "old");
        await OpenAsync(house, House.Assignment(person.Id) with { Topic = string.Join(' ', Enumerable.Repeat("Varför står bänkarna där?", 200)) }, "new");
        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { Unreachable = "uninstalled" }, TestContext.Current.CancellationToken);

        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForAsync(posting => posting.OutboxId.StartsWith("e1/", StringComparison.Ordinal));

        Assert.Equal(["assign-request:new/0", "assign-request:new/1"], house.Channel.Sent.Select(posting => posting.OutboxId).TakeWhile(id => !id.StartsWith("e1/", StringComparison.Ordinal)));
        Assert.Empty(house.Channel.Sent.First().Message.Choices);
    }

    [Fact]
    public async Task Whom_the_channel_calls_reachable_again_is_asked_what_could_not_be_sent_without_having_to_write_first()
    {
        await using var house = await StartedAsync();
        var person = await house.AddPersonAsync();
        await house.RunAsync("""UPDATE "Addresses" SET "Unreachable" = 'user_disabled'""");
        await OpenAsync(house, House.Assignment(person.Id), "one");

        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { Reachable = true }, TestContext.Current.CancellationToken);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await RowAsync(house, "assign-request:one/0", row => row.Status == OutboxStatus.Sent);
        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { Reachable = true }, TestContext.Current.CancellationToken);
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForAsync(posting => posting.OutboxId.StartsWith("e1/", StringComparison.Ordinal));

        Assert.Single(house.Channel.Sent, posting => posting.OutboxId == "assign-request:one/0");
    }

    [Fact]
    public async Task Who_comes_back_is_not_asked_what_was_taken_back_meanwhile()
    {
        await using var house = await StartedAsync();
        var person = await house.AddPersonAsync();
        await house.RunAsync("""UPDATE "Addresses" SET "Unreachable" = 'user_disabled'""");
        await OpenAsync(house, House.Assignment(person.Id) with { Id = "a1" }, "one");
        Assert.Null(await house.Desk.WithdrawAsync((await house.Desk.FindAsync("a1", TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken));

        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForAsync(posting => posting.OutboxId.StartsWith("e1/", StringComparison.Ordinal));

        Assert.DoesNotContain(house.Channel.Sent, posting => posting.OutboxId.StartsWith("assign-request:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_back_in_the_instant_in_which_a_message_is_given_up_gets_it_and_the_reply()
    {
        await using var house = await StartedAsync();
        for (var round = 0; round < 6; round++)
        {
            var people = Enumerable.Range(round * 8, 8).ToList();
            foreach (var person in people)
            {
                var id = (await house.AddPersonAsync($"U{person}")).Id;
                await house.RunAsync($"""UPDATE "Addresses" SET "Unreachable" = 'user_disabled' WHERE "PersonId" = '{id}'""");
            }

            await using var db = house.OpenStore();
            var ids = await db.Addresses.Where(address => address.Unreachable != null).ToDictionaryAsync(address => address.User, address => address.PersonId, TestContext.Current.CancellationToken);
            await Task.WhenAll(people.Select(async person =>
            {
                await house.Assignments.OpenAsync(House.Assignment(ids[$"U{person}"]) with { Id = $"a{person}" }, $"open{person}", TestContext.Current.CancellationToken);
                await house.SayAsync("hej", $"e{person}", $"U{person}");
            }));
            foreach (var person in people)
            {
                await house.Channel.WaitForAsync(posting => posting.OutboxId == $"assign-request:open{person}/0");
                await house.Channel.WaitForAsync(posting => posting.OutboxId.StartsWith($"e{person}/", StringComparison.Ordinal));
            }

            Assert.False(await db.Addresses.AnyAsync(address => address.Unreachable != null, TestContext.Current.CancellationToken));
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static async Task OpenAsync(House house, Assignment assignment, string key)
    {
        await house.Assignments.OpenAsync(assignment, key, TestContext.Current.CancellationToken);
        await UntilAsync(async () =>
        {
            await using var db = house.OpenStore();
            return await db.Outbox.Where(o => o.Id.StartsWith($"assign-request:{key}/")).AllAsync(o => o.Status == OutboxStatus.Failed, TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task A_message_whose_outcome_is_unknown_when_the_workspace_stops_is_not_sent_again()
    {
        await using var house = await StartedAsync();
        house.Channel.Answers.Enqueue(new SendResult.Unknown("timeout"));
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Unknown);
        await house.Workspaces.PutAsync(new Workspace(Address.Slack, "T1", house.Clock.GetUtcNow()) { ConfirmedAt = house.Clock.GetUtcNow(), StoppedAt = house.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);

        house.Clock.Advance(TimeSpan.FromSeconds(3));
        await RowAsync(house, "e1/0", row => row.Status == OutboxStatus.Unknown && row.NextAt > house.Clock.GetUtcNow().AddMinutes(4));
        Assert.Empty(house.Channel.LookedUp);
    }

    [Fact]
    [Trait("store", "PostgreSql")]
    public async Task What_another_process_sends_while_a_workspace_opens_is_not_sent_again()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "SQLite has one process.");
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var other = house.OpenStore();
        await using var sending = await other.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await other.Outbox.ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, OutboxStatus.Sent).SetProperty(o => o.NextAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);

        var opening = house.Workspaces.PutAsync(new Workspace(Address.Slack, "T1", house.Clock.GetUtcNow()) { ConfirmedAt = house.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);
        await using (var server = house.OpenStore())
        {
            while (!opening.IsCompleted && await server.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE NOT granted AND transactionid IS NOT NULL""").SingleAsync(TestContext.Current.CancellationToken) == 0)
            {
                await Task.Yield();
            }
        }

        await sending.CommitAsync(TestContext.Current.CancellationToken);
        await opening;
        await RowAsync(house, "e1/0", row => row is { Status: OutboxStatus.Sent, NextAt: null });
    }

    private static async Task<House> StartedAsync()
    {
        var house = await House.BuildAsync();
        await house.Sender.StartAsync(TestContext.Current.CancellationToken);
        return house;
    }

    private static async Task RowAsync(House house, string id, Func<OutboxRow, bool> holds) =>
        await UntilAsync(async () =>
        {
            await using var db = house.OpenStore();
            return await db.Outbox.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, TestContext.Current.CancellationToken) is { } row && holds(row);
        });

    private static async Task AddressAsync(House house, Func<AddressRow, bool> holds) =>
        await UntilAsync(async () =>
        {
            await using var db = house.OpenStore();
            return holds(await db.Addresses.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
        });

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
