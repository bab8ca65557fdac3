using System.Globalization;
using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>Which state of things a page shows: the same text as long as nothing of it has changed. Looks at the ends of indexes only.</summary>
internal sealed class LiveRead(DialogDb db, TimeProvider time)
{
    /// <summary>The overview's. What is late becomes so without anybody doing anything: the hour counts, too.</summary>
    public async Task<string> OverviewAsync(CancellationToken cancellationToken)
    {
        var message = await db.Messages.MaxAsync(m => (long?)m.Seq, cancellationToken);
        var review = await db.Reviews.MaxAsync(r => (long?)r.Seq, cancellationToken);
        var moved = await db.Assignments.MaxAsync(a => (DateTimeOffset?)a.MovedAt, cancellationToken);
        var stopped = await db.Workspaces.Where(w => w.StoppedAt != null || w.ConfirmedAt == null).Select(w => w.StoppedAt).ToListAsync(cancellationToken);
        var unsettled = await OutboxRow.Unsettled(db).OrderBy(o => o.Seq).Take(OverviewRead.MostCounted + 1).CountAsync(cancellationToken);
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        return string.Create(
            CultureInfo.InvariantCulture, $"{message ?? 0}.{review ?? 0}.{moved?.ToUnixTimeMilliseconds() ?? 0}.{stopped.Count}-{stopped.Max()?.ToUnixTimeMilliseconds() ?? 0}.{unsettled}.{hour}");
    }

    /// <summary>An assignment's; null when there is none with that id.</summary>
    public async Task<string?> AssignmentAsync(string id, CancellationToken cancellationToken) =>
        await db.Assignments.Where(a => a.Id == id).Select(a => new { a.MovedAt, a.Touched }).SingleOrDefaultAsync(cancellationToken) is { } row
            ? Of(await db.Messages.CountAsync(m => m.AssignmentId == id, cancellationToken), await db.Reviews.CountAsync(r => r.AssignmentId == id, cancellationToken), row.Touched, row.MovedAt)
            : null;

    /// <summary>The same of an assignment that was read.</summary>
    public static string Of(DeskAssignment found) => Of(found.Transcript.Count, found.Drafts.Sum(draft => draft.Entries.Count), found.Touched, found.MovedAt);

    /// <summary>Messages and decisions are only ever added.</summary>
    private static string Of(int messages, int decisions, int touched, DateTimeOffset moved) => string.Create(CultureInfo.InvariantCulture, $"{messages}.{decisions}.{touched}.{moved.ToUnixTimeMilliseconds()}");
}
