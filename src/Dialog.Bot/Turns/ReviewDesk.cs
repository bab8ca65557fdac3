using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Puts orders about drafts to the respondent's conversation. Desk and API both come through here.</summary>
internal sealed class ReviewDesk(IDbContextFactory<DialogDb> databases, TurnRunner turns, TimeProvider time)
{
    /// <summary>Carries an order out; null when it was, else why it was not. A respondent who has been erased is not told.</summary>
    public async Task<Refusal?> OrderAsync(ReviewOrder order, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Drafts.Where(d => d.Id == order.DraftId)
            .Join(db.Assignments, d => d.AssignmentId, a => a.Id, (_, a) => new { a.Id, a.PersonId })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Refusal.Unknown;
        }

        var outcome = await turns.TakeAsync(found.PersonId, new Incoming.Reviewed(found.Id, [order]) { Key = NewKey("review"), At = time.GetUtcNow() }, cancellationToken);
        return outcome.Refused;
    }

    private static string NewKey(string kind) => $"{kind}:{Guid.CreateVersion7():N}";
}
