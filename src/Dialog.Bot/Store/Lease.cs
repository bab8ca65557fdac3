namespace Dialog.Bot.Store;

/// <summary>Work that one process at a time does (<see cref="LeaseRow"/>).</summary>
/// <param name="name">Which work.</param>
internal sealed class Lease(string name)
{
    /// <summary>Nobody else begins before this has passed since the last batch.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly string holder = Guid.CreateVersion7().ToString("N");

    /// <summary>Takes it, or keeps it, in the transaction of a batch: when this is false somebody else has it, and nothing is to be done. Whoever loses it to a race writes nothing.</summary>
    public async Task<bool> HoldAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await session.LockAsync(
            """SELECT "Holder", "Until" FROM "Leases" WHERE "Name" = $1""",
            [name],
            row => new LeaseRow { Name = name, Holder = row.GetString(0), Until = row.Instant(1) },
            cancellationToken);
        if (found is null)
        {
            session.Write("""INSERT INTO "Leases" ("Name", "Holder", "Until") VALUES ($1, $2, $3)""", name, holder, now + Lasts);
            return true;
        }

        if (found.Holder != holder && found.Until > now)
        {
            return false;
        }

        session.WriteSurely("""UPDATE "Leases" SET "Holder" = $2, "Until" = $3 WHERE "Name" = $1 AND "Holder" = $4 AND "Until" = $5""", name, holder, now + Lasts, found.Holder, found.Until);
        return true;
    }

    /// <summary>How it was left; null when nobody ever had it.</summary>
    public Task<LeaseRow?> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.FirstAsync("""SELECT "Holder", "Until" FROM "Leases" WHERE "Name" = $1""", [name], row => new LeaseRow { Name = name, Holder = row.GetString(0), Until = row.Instant(1) }, cancellationToken);

    /// <summary>It is done: whoever comes next may begin. What a killed process had is left with its name on it.</summary>
    public void Release(Session session, DateTimeOffset now) => session.Write("""UPDATE "Leases" SET "Holder" = '', "Until" = $3 WHERE "Name" = $1 AND "Holder" = $2""", name, holder, now);
}
