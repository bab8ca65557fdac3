using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Opens an assignment: one turn that stores it and sends the opening to the person. Desk and API both come through here.</summary>
internal sealed class AssignmentOpener(IDbContextFactory<DialogDb> databases, TurnRunner turns, TimeProvider time)
{
    /// <summary>
    /// Opens the assignment and gives its row back; a request key that was used before gives the first one's row.
    /// </summary>
    /// <param name="assignment">What to ask; its id is used as it is.</param>
    /// <param name="requestKey">The caller's Idempotency-Key, if any.</param>
    /// <param name="cancellationToken">Cancelling is safe: the turn is committed whole or not at all.</param>
    /// <exception cref="KeyNotFoundException">The person is not known, or has no address.</exception>
    public async Task<(AssignmentRow Row, bool New)> OpenAsync(Assignment assignment, string? requestKey, CancellationToken cancellationToken)
    {
        var key = requestKey is null ? $"assign:{assignment.Id}" : KeyOf(requestKey);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Assignments.SingleOrDefaultAsync(a => a.RequestKey == key, cancellationToken) is { } earlier)
        {
            return (earlier, New: false);
        }

        var outcome = await turns.TakeAsync(assignment.PersonId, new Incoming.Assigned(assignment) { Key = key, At = time.GetUtcNow() }, cancellationToken);
        return (await db.Assignments.SingleAsync(a => a.RequestKey == key, cancellationToken), outcome.New);
    }

    /// <summary>How a request's key is kept in <see cref="AssignmentRow.RequestKey"/>.</summary>
    public static string KeyOf(string requestKey) => $"assign-request:{requestKey}";

    /// <summary>A new assignment's id.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString("N");
}
