using System.Data.Common;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

public class TurnRunnerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_stores_key_state_transcript_and_reply_together()
    {
        await using var house = await House.BuildAsync();
        Assert.True((await house.SayAsync("hej", "e1")).New);

        await using var db = house.OpenStore();
        Assert.Equal("e1", (await db.Inbox.SingleAsync(Cancelled)).Key);
        Assert.Equal(1, (await db.Conversations.SingleAsync(Cancelled)).Version);
        Assert.Equal([true, false], await db.Messages.OrderBy(m => m.Seq).Select(m => m.Incoming).ToListAsync(Cancelled));
        var reply = await db.Outbox.SingleAsync(Cancelled);
        Assert.Equal(("e1/0", OutboxStatus.Pending), (reply.Id, reply.Status));
    }

    [Fact]
    public async Task The_same_event_is_taken_once()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");

        var again = await house.SayAsync("hej", "e1");
        Assert.False(again.New);
        Assert.Empty(again.Replies);
        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Outbox.CountAsync(Cancelled));
        Assert.Equal(2, await db.Messages.CountAsync(Cancelled));
    }

    [Fact]
    public async Task The_same_event_twice_at_the_same_time_is_taken_once()
    {
        await using var house = await House.BuildAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.SayAsync("hej", "e1")));

        Assert.Single(outcomes, outcome => outcome.New);
    }

    [Fact]
    public async Task What_cannot_be_committed_leaves_nothing_and_is_not_acknowledged()
    {
        await using var house = await House.BuildAsync();
        await house.BreakAsync("Outbox");
        await Assert.ThrowsAnyAsync<DbException>(() => house.SayAsync("hej", "e1"));

        await house.MendAsync("Outbox");
        await using var db = house.OpenStore();
        Assert.False(await db.Inbox.AnyAsync(Cancelled));
        Assert.False(await db.Messages.AnyAsync(Cancelled));
        Assert.False(await db.People.AnyAsync(Cancelled));
        Assert.True((await house.SayAsync("hej", "e1")).New);
    }

    [Fact]
    public async Task A_turn_that_fails_does_not_take_its_neighbours_with_it()
    {
        await using var house = await House.BuildAsync();
        await house.BreakAsync("Inbox", "NEW.\"Key\" = 'e5'");
        var turns = Enumerable.Range(0, 40).Select(number => (Key: $"e{number}", Turn: house.SayAsync("hej", $"e{number}", $"U{number}"))).ToList();

        foreach (var (key, turn) in turns)
        {
            var failure = await Record.ExceptionAsync(() => turn);
            Assert.Equal(key == "e5", failure is DbException);
        }

        await using var db = house.OpenStore();
        Assert.Equal(turns.Select(turn => turn.Key).Where(key => key != "e5").Order(), await db.Inbox.Select(i => i.Key).Order().ToListAsync(Cancelled));
        Assert.Equal(39, await db.Outbox.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("store", "Sqlite")]
    public async Task While_another_process_holds_the_file_nothing_is_taken_and_the_caller_may_come_again()
    {
        await using var house = await House.BuildAsync();
        await using (var db = house.OpenStore())
        {
            await db.Database.OpenConnectionAsync(Cancelled);
            await db.Database.ExecuteSqlRawAsync("BEGIN EXCLUSIVE", Cancelled);
            var failure = await Record.ExceptionAsync(() => house.SayAsync("hej", "e1"));
            Assert.NotNull(failure);
            Assert.True(Outage.Is(failure));
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", Cancelled);
        }

        Assert.True((await house.SayAsync("hej", "e1")).New);
    }

    [Fact]
    [Trait("store", "Sqlite")]
    public async Task When_the_transaction_itself_is_lost_nobody_in_it_is_acknowledged()
    {
        Assert.SkipWhen(TestStore.IsPostgreSql, "Only SQLite ends a transaction by itself.");
        await using var house = await House.BuildAsync();
        await house.LoseTransactionAtAsync("e5");
        var turns = Enumerable.Range(0, 40).Select(number => (Key: $"e{number}", Turn: house.SayAsync("hej", $"e{number}", $"U{number}"))).ToList();
        var acknowledged = new List<string>();
        foreach (var (key, turn) in turns)
        {
            if (await Record.ExceptionAsync(() => turn) is null)
            {
                acknowledged.Add(key);
            }
        }

        await using var db = house.OpenStore();
        Assert.Equal(acknowledged.Order(), await db.Inbox.Select(i => i.Key).Order().ToListAsync(Cancelled));
        Assert.DoesNotContain("e5", acknowledged);
    }

    [Fact]
    public async Task Two_processes_on_one_store_never_overwrite_each_other()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.Assignments.OpenAsync(House.Assignment(person.Id), null, Cancelled);
        var rival = house.Rival();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? house.Turns : rival).TakeAsync(house.Said($"Rad {number} om bänkarna.", $"e{number}"), Cancelled)));

        await using var db = house.OpenStore();
        var answer = await db.Answers.OrderByDescending(a => a.Revision).FirstAsync(Cancelled);
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"Rad {number} om bänkarna.").Order(), answer.Text.Split('\n').Order());
    }

    [Fact]
    public async Task An_assignment_opened_twice_with_one_request_key_is_one_assignment()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var (first, isNew) = await house.Assignments.OpenAsync(House.Assignment(person.Id), "request-1", Cancelled);
        var (second, again) = await house.Assignments.OpenAsync(House.Assignment(person.Id), "request-1", Cancelled);

        Assert.True(isNew);
        Assert.False(again);
        Assert.Equal(first.Id, second.Id);
        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Outbox.CountAsync(Cancelled));
        Assert.Equal(AssignmentState.Assigned, (await db.Assignments.SingleAsync(Cancelled)).State);
    }

    [Fact]
    public async Task Reminders_are_rows_that_go_when_they_are_no_longer_wanted()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var remindAt = house.Clock.GetUtcNow().AddHours(1);
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { RemindAt = [remindAt] }, null, Cancelled);
        await using var db = house.OpenStore();
        Assert.Equal(remindAt, (await db.Due.SingleAsync(Cancelled)).At);

        await house.SayAsync("nej tack", "no");
        Assert.False(await db.Due.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task A_person_hears_from_the_bot_where_they_spoke_last()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.SayAsync("hej", "e1");
        await house.Assignments.OpenAsync(House.Assignment(person.Id), null, Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal("D1", (await db.Addresses.SingleAsync(Cancelled)).RoomId);
        Assert.Equal(2, await db.Outbox.CountAsync(o => o.PersonId == person.Id && o.User == "U1", Cancelled));
    }

    [Fact]
    public async Task An_unknown_person_cannot_be_asked()
    {
        await using var house = await House.BuildAsync();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => house.Assignments.OpenAsync(House.Assignment("nobody"), null, Cancelled));
    }
}
