using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
        var powerCut = new BeforeSave(_ => throw new IOException("power cut"));
        await using var house = await House.BuildAsync(powerCut);
        powerCut.Armed = true;
        await Assert.ThrowsAsync<IOException>(() => house.SayAsync("hej", "e1"));

        powerCut.Armed = false;
        await using var db = house.OpenStore();
        Assert.False(await db.Inbox.AnyAsync(Cancelled));
        Assert.False(await db.Messages.AnyAsync(Cancelled));
        Assert.True((await house.SayAsync("hej", "e1")).New);
    }

    [Fact]
    public async Task A_rival_turn_of_the_same_conversation_is_never_overwritten()
    {
        House house = null!;
        var race = new BeforeSave(async _ => await house.Rival().TakeAsync(house.Said("I går satte vi ut 24 bänkar.", "rival"), Cancelled));
        house = await House.BuildAsync(race);
        await using var owned = house;
        var person = await house.AddPersonAsync();
        await house.Assignments.OpenAsync(House.Assignment(person.Id), null, Cancelled);

        race.ArmOnce();
        await house.SayAsync("Folk satt på dem samma kväll.", "mine");

        await using var db = house.OpenStore();
        var answer = await db.Answers.OrderByDescending(a => a.Revision).FirstAsync(Cancelled);
        Assert.Equal("I går satte vi ut 24 bänkar.\nFolk satt på dem samma kväll.", answer.Text);
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

    /// <summary>Does something just before a save: the power cut, or the rival's turn.</summary>
    private sealed class BeforeSave(Func<DbContext, Task> act) : SaveChangesInterceptor
    {
        private bool once;

        public bool Armed { get; set; }

        public void ArmOnce() => (Armed, once) = (true, true);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Armed)
            {
                Armed = !once;
                await act(eventData.Context!);
            }

            return result;
        }
    }
}
