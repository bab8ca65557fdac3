using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>What an editor does to an assignment that exists: a turn of the conversation it is with. Desk and API both come through here.</summary>
internal sealed class AssignmentDesk(IDbContextFactory<DialogDb> databases, Database database, TurnRunner turns, AssignmentOpener opener, Postman postman, TimeProvider time)
{
    /// <summary>Takes the question back. Null when done, else why not.</summary>
    public Task<Refusal?> WithdrawAsync(AssignmentRow row, CancellationToken cancellationToken) =>
        TakeAsync(row, new Incoming.Withdrawn(row.Id, Withdrawal.NotNeeded) { Key = NewKey(), At = time.GetUtcNow() }, cancellationToken);

    /// <summary>Changes what was ordered while the answer is still to come; the plan is laid anew in the same transaction, and the person is told. Null when done, else why not.</summary>
    public Task<Refusal?> ReorderAsync(AssignmentRow row, OrderChange change, CancellationToken cancellationToken) => ReorderAsync(row, change, seen: null, cancellationToken);

    /// <summary>The same by somebody who saw the order as it was: what another has changed since is not overwritten.</summary>
    public Task<Refusal?> ReorderAsync(AssignmentRow row, OrderChange change, OrderSeen? seen, CancellationToken cancellationToken) =>
        TakeAsync(row, new Incoming.OrderChanged(row.Id, change) { Key = NewKey(), At = time.GetUtcNow(), Seen = seen }, cancellationToken);

    /// <summary>Asks again what was declined or taken back. Null when done, else why not.</summary>
    public Task<Refusal?> ReopenAsync(AssignmentRow row, CancellationToken cancellationToken) =>
        TakeAsync(row, new Incoming.Reopened(row.Id) { Key = NewKey(), At = time.GetUtcNow() }, cancellationToken);

    /// <summary>
    /// Takes the question back and puts it to somebody else, in one transaction. What was answered stays with whom it belongs to: the other gets an
    /// assignment of their own. Whoever is asked for the same ad already is not asked twice: theirs is the one they have.
    /// </summary>
    /// <param name="row">The assignment.</param>
    /// <param name="personId">Who is asked instead; has to have an address.</param>
    /// <param name="newId">The id of the other's assignment; null for any.</param>
    /// <param name="cancellationToken">Stops waiting for the other's assignment; it is opened all the same.</param>
    /// <returns>The other's assignment; or why nothing was done.</returns>
    public async Task<(string? Id, Refusal? Refused)> ReassignAsync(AssignmentRow row, string personId, string? newId, CancellationToken cancellationToken)
    {
        if (await AskedForAsync(row, personId, cancellationToken) is ({ } known, _))
        {
            await TakeAsync(row, new Incoming.Withdrawn(row.Id, Withdrawal.Reassigned) { Key = NewKey(), At = time.GetUtcNow() }, cancellationToken);
            return (known, null);
        }

        var replacement = StateJson.Read<Assignment>(row.Body) with { Id = newId ?? AssignmentOpener.NewId(), PersonId = personId, DeputyId = null, StandsIn = null, InTheirHours = false };
        var refused = await TakeAsync(row, new Incoming.Withdrawn(row.Id, Withdrawal.Reassigned) { Key = NewKey(), At = time.GetUtcNow(), Replacement = replacement }, cancellationToken);
        if (refused is null)
        {
            await postman.CarryAsync(cancellationToken);
        }

        return (refused is null ? replacement.Id : null, refused);
    }

    /// <summary>
    /// Puts the question back to whom it was taken from by <see cref="ReassignAsync"/>, in one transaction: the other is told that they need not, and the first one's
    /// assignment is asked again with what it holds. Null when done, else why not: whoever has answered meanwhile has answered.
    /// </summary>
    /// <param name="row">The other's assignment.</param>
    /// <param name="before">The one that it took the place of.</param>
    /// <param name="cancellationToken">Stops waiting for the first one's turn; it comes all the same.</param>
    public async Task<Refusal?> PutBackAsync(AssignmentRow row, AssignmentRow before, CancellationToken cancellationToken)
    {
        var refused = await TakeAsync(row, new Incoming.Withdrawn(row.Id, Withdrawal.Reassigned) { Key = NewKey(), At = time.GetUtcNow(), PutBack = StateJson.Read<Assignment>(before.Body) }, cancellationToken);
        if (refused is null)
        {
            await postman.CarryAsync(cancellationToken);
        }

        return refused;
    }

    /// <summary>Puts the same question to one more person, for the same ad; whoever is asked for it already is not asked twice.</summary>
    /// <param name="row">The assignment.</param>
    /// <param name="personId">Who is asked too; has to have an address.</param>
    /// <param name="newId">The id of the other's assignment; null for any.</param>
    /// <param name="cancellationToken">Cancelling is safe.</param>
    public async Task<string> AlsoAskAsync(AssignmentRow row, string personId, string? newId, CancellationToken cancellationToken)
    {
        if (newId is not null && await FindAsync(newId, cancellationToken) is not null)
        {
            return newId;
        }

        var (known, times) = await AskedForAsync(row, personId, cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var one = StateJson.Read<Assignment>(row.Body);
        var other = one with { Id = newId ?? AssignmentOpener.NewId(), PersonId = personId, DeputyId = null, StandsIn = null, InTheirHours = false, Ad = row.Ad ?? row.Id };

        // Of two who ask at the same instant the second is given the first one's.
        return (await opener.OpenAsync(other, string.Create(CultureInfo.InvariantCulture, $"also:{other.Ad}:{personId}:{times}"), cancellationToken)).Row.Id;
    }

    /// <summary>The assignment by which the person is asked for the same ad already, null when they are not; and how often they have been asked for it.</summary>
    private async Task<(string? Id, int Times)> AskedForAsync(AssignmentRow row, string personId, CancellationToken cancellationToken)
    {
        var ad = row.Ad ?? row.Id;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var asked = db.Assignments.AsNoTracking().Where(a => a.PersonId == personId && (a.Ad == ad || a.Id == ad));

        // Counted first: whoever is asked between the two is found, not asked once more.
        var times = await asked.CountAsync(cancellationToken);
        return (await asked.Where(AssignmentRow.IsUnderWay).Select(a => a.Id).FirstOrDefaultAsync(cancellationToken), times);
    }

    /// <summary>Changes what is written down of the order itself, which the person is not told of. False when there is no such assignment.</summary>
    public Task<bool> ChangeAsync(string id, Func<Assignment, Assignment> change, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(async (session, token) =>
        {
            if (await session.LockAsync("""SELECT "Body" FROM "Assignments" WHERE "Id" = $1""", [id], row => row.GetString(0), token) is not { } body)
            {
                return false;
            }

            session.Write("""UPDATE "Assignments" SET "Body" = $2 WHERE "Id" = $1""", id, StateJson.Write(change(StateJson.Read<Assignment>(body))));
            session.Tell(door, new Deed("change", "assignment", id, "picture"), time.GetUtcNow());
            return true;
        }, cancellationToken);
    }

    /// <summary>The assignment, if there is one.</summary>
    public async Task<AssignmentRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    /// <summary>The bot can write to the person.</summary>
    public async Task<bool> CanReachAsync(string personId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Addresses.AnyAsync(a => a.PersonId == personId, cancellationToken);
    }

    private async Task<Refusal?> TakeAsync(AssignmentRow row, Incoming what, CancellationToken cancellationToken) => (await turns.TakeAsync(row.PersonId, what, cancellationToken)).Refused;

    private static string NewKey() => $"desk:{Guid.CreateVersion7():N}";
}
