using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Load, take the turn, commit once. The only door in: channels, clock, desk and API all come through here.</summary>
internal sealed class TurnRunner(
    IDbContextFactory<DialogDb> databases,
    WriteGate gate,
    Organisation organisation,
    QuestionShelf questions,
    IEnumerable<IChannel> channels,
    Bell outboxBell,
    ReceiptBell receiptBell,
    MailBell mailBell)
{
    /// <summary>A turn is pure, so a lost race is simply taken again on what the winner left.</summary>
    private const int MaxAttempts = 5;

    private readonly string[] open = [.. channels.Select(channel => channel.Name)];

    /// <summary>
    /// Takes the turn and commits it: when this returns, the event is on disk together with everything it led to.
    /// Throws when it could not be committed; then nothing was, and the caller must not acknowledge.
    /// </summary>
    public async Task<TurnOutcome> TakeAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var outcome = await TakeAsync(arrival.What, (db, token) => People.MeetAsync(db, arrival, organisation, token), cancellationToken);
        if (outcome is { New: true, Replies: [] } && arrival is { What: Incoming.Said said, Room.Id: not null })
        {
            receiptBell.Ring(new Receipt(arrival.From, arrival.Room, said.MessageId));
        }
        else if (outcome is { Changed: true } && arrival is { What: Incoming.Edited edited, Room.Id: not null })
        {
            receiptBell.Ring(new Receipt(arrival.From, arrival.Room, edited.MessageId) { Edited = true });
        }

        return outcome;
    }

    /// <summary>A turn of a known person's conversation that did not come from a channel: desk, API, clock.</summary>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public Task<TurnOutcome> TakeAsync(string personId, Incoming what, CancellationToken cancellationToken) =>
        TakeAsync(what, (db, token) => People.ReachAsync(db, personId, open, token), cancellationToken);

    private async Task<TurnOutcome> TakeAsync(Incoming what, Func<DialogDb, CancellationToken, Task<Reachable>> find, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await db.Inbox.AnyAsync(taken => taken.Key == what.Key, cancellationToken))
            {
                return new TurnOutcome(New: false, []);
            }

            var (person, address) = await find(db, cancellationToken);
            var row = await db.Conversations.FindAsync([person.Id], cancellationToken);
            var before = row is null ? new Conversation { Language = person.Language } : StateJson.Read<Conversation>(row.State);
            var sets = await questions.ForAsync(db, before, cancellationToken);
            var context = new TurnContext(People.RespondentOf(person, organisation), organisation, sets);
            context = context with { Join = await Joins.DeskAsync(db, what, cancellationToken) };
            foreach (var assignmentId in Turn.NeedsReview(before, what))
            {
                context = await ReviewFiles.ReadAsync(db, assignmentId, cancellationToken) is { } file ? context with { Reviews = context.Reviews.Add(file) } : context;
            }

            var result = Turn.Take(before, what, context);
            if (result.Refused is { } refused)
            {
                return new TurnOutcome(New: true, []) { Refused = refused };
            }

            await new TurnRecord(db, person, address, what).WriteAsync(row, result, cancellationToken);
            await QuestionShelf.KeepAsync(db, sets, what, result, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                continue;
            }

            if (!result.Replies.IsEmpty)
            {
                outboxBell.Ring(person.Id);
            }

            if (result.Facts.Exists(fact => fact is Fact.Mailed or Fact.MailedToReviewers))
            {
                mailBell.Ring();
            }

            return new TurnOutcome(New: true, result.Replies) { Changed = result.Facts.Exists(fact => fact is Fact.AnswerRevised) };
        }
    }
}

/// <summary>A person and the address the bot answers at.</summary>
internal sealed record Reachable(PersonRow Person, AddressRow Address);
