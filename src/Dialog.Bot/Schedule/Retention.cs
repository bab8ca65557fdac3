using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;

namespace Dialog.Bot.Schedule;

/// <summary>
/// Removes and pseudonymises what has been kept for its time (<see cref="RetentionOptions"/>), every night, one process at a time. Each small batch is a transaction of its
/// own that leaves nothing half done; what a killed process did not come to is found the next night.
/// </summary>
internal sealed partial class Retention(Database database, RetentionOptions options, PersonalData data, Abandonment abandonment, TimeProvider time, ILogger<Retention> logger)
{
    /// <summary>Assignments or people in one transaction: turns wait no longer than for a few of these.</summary>
    private const int MostAtOnce = 20;

    /// <summary>Plain rows in one transaction.</summary>
    private const int MostRows = 1000;

    /// <summary>The states in which nothing more comes.</summary>
    private static readonly string Ended = string.Join(", ", ((AssignmentState[])[AssignmentState.Completed, AssignmentState.Declined, AssignmentState.Cancelled]).Select(state => $"'{state}'"));

    /// <summary>When a night's work begins: while nobody writes.</summary>
    private static readonly TimeSpan Begin = new(3, 20, 0);

    /// <summary>Old lines outside any assignment, and what reviewers were told about one.</summary>
    private const string OutsideTranscripts = $"""
        "At" < $1 AND ("AssignmentId" IS NULL OR "PersonId" NOT LIKE '{MessageRow.Nobody}%'
        AND EXISTS (SELECT 1 FROM "Assignments" a WHERE a."Id" = "Messages"."AssignmentId" AND a."PersonId" <> "Messages"."PersonId"))
        """;

    /// <summary>A machine that was off for longer, or whose clock says so.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(7);

    /// <summary>So long a clock that is far ahead has to be set right.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromDays(1);

    private readonly Lease lease = new("retention");

    private readonly Uptime uptime = new(time);

    /// <summary>When the clock was first seen far ahead of the last night's work; null when it is not.</summary>
    private TimeSpan? aheadSince;

    /// <summary>The night before the program began.</summary>
    private readonly DateOnly began = NightAt(time.GetLocalNow());

    /// <summary>The night whose work is done, or was not this program's to do; null before it was looked up.</summary>
    private DateOnly? lastNight;

    /// <summary>
    /// All that is due, once a night from 03:20 on by the machine's clock; what fails is tried again, and what another process has begun and not ended is gone on with. A night that the machine
    /// slept through is made up for when it wakes. A clock that has jumped ahead would remove what is new: it is believed after a day.
    /// </summary>
    public async Task RunAtNightAsync(CancellationToken cancellationToken)
    {
        lastNight ??= await LastNightAsync(cancellationToken);
        if (NightAt(time.GetLocalNow()) is var night && night > lastNight && IsBelieved(night) && await RunAsync(cancellationToken) is not null)
        {
            lastNight = night;
        }
    }

    /// <summary>All that is due now.</summary>
    /// <returns>How many were removed or pseudonymised; null when another process is at it.</returns>
    public async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        if (!await database.WriteAsync((session, token) => lease.HoldAsync(session, time.GetUtcNow(), token), cancellationToken))
        {
            return null;
        }

        var done = await AbandonAsync(cancellationToken);
        done += await RunAsync("Keys", options.Keys, (session, before, token) => RemoveAsync(session, "Inbox", "Key", """ "At" < $1""", before, token), cancellationToken);
        done += await RunAsync("JoinCodes", TimeSpan.Zero, (session, before, token) => RemoveAsync(session, "JoinCodes", "Hash", """ "ExpiresAt" < $1""", before, token), cancellationToken);
        done += await RunAsync("Sent", options.Sent, (session, before, token) => RemoveAsync(session, "Outbox", "Seq", """ "Status" = 'Sent' AND "CreatedAt" < $1""", before, token), cancellationToken);
        done += await RunAsync("Undelivered", options.Undelivered, (session, before, token) => RemoveAsync(session, "Outbox", "Seq", """ "NextAt" IS NULL AND "CreatedAt" < $1""", before, token), cancellationToken);
        done += await RunAsync("Undelivered", options.Undelivered, (session, before, token) => RemoveAsync(session, "Mail", "Seq", """ "NextAt" IS NULL AND "CreatedAt" < $1""", before, token), cancellationToken);
        done += await RunAsync("Transcripts", options.Transcripts, (session, before, token) => RemoveAsync(session, "Messages", "Seq", OutsideTranscripts, before, token), cancellationToken);
        done += await RunAsync("Transcripts", options.Transcripts, PseudonymiseSomeAsync, cancellationToken);
        done += await RunAsync("WorkingMaterial", options.WorkingMaterial, DisposeOfSomeAsync, cancellationToken);
        done += await RunAsync("InactivePeople", options.InactivePeople, EraseSomeAsync, cancellationToken);
        await database.ForgetAsync(cancellationToken);
        await database.WriteAsync(session => lease.Release(session, time.GetUtcNow()), cancellationToken);
        return done;
    }

    /// <summary>The night that was worked last, to its end; where nobody ever worked there is nothing to make up for.</summary>
    private async Task<DateOnly> LastNightAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync((session, token) => lease.FindAsync(session, token), cancellationToken) is not { } left)
        {
            return began;
        }

        var night = NightAt(TimeZoneInfo.ConvertTime(left.Until, time.LocalTimeZone));
        return left.Holder.Length == 0 ? night : night.AddDays(-1);
    }

    private bool IsBelieved(DateOnly night)
    {
        var days = night.DayNumber - lastNight!.Value.DayNumber;
        if (days <= LongAgo.TotalDays)
        {
            aheadSince = null;
            return true;
        }

        if (aheadSince is null)
        {
            aheadSince = uptime.Now;
            LogAhead(days);
        }

        return uptime.Now - aheadSince >= Doubt;
    }

    private static DateOnly NightAt(DateTimeOffset local) => DateOnly.FromDateTime(local.DateTime - Begin);

    /// <summary>What nobody ended is ended, one after the other: each is a turn.</summary>
    private async Task<int> AbandonAsync(CancellationToken cancellationToken)
    {
        if (options.Abandoned is not { } span)
        {
            return 0;
        }

        var (before, all) = (time.GetUtcNow() - span, 0);
        for (var last = ""; await abandonment.FindAsync(before, last, MostAtOnce, cancellationToken) is [.., var (next, _)] found; last = next)
        {
            foreach (var (id, personId) in found)
            {
                if (!await database.WriteAsync((session, token) => lease.HoldAsync(session, time.GetUtcNow(), token), cancellationToken))
                {
                    return all;
                }

                all += await abandonment.EndAsync(id, personId, before, cancellationToken) ? 1 : 0;
            }
        }

        if (all > 0)
        {
            LogAbandoned(all, before);
        }

        return all;
    }

    /// <summary>Batch after batch until there is nothing left.</summary>
    private async Task<int> RunAsync(string kind, TimeSpan? kept, Func<Session, DateTimeOffset, CancellationToken, Task<int>> some, CancellationToken cancellationToken)
    {
        if (kept is not { } span)
        {
            return 0;
        }

        var (before, all) = (time.GetUtcNow() - span, 0);
        for (var done = -1; done != 0; all += done)
        {
            cancellationToken.ThrowIfCancellationRequested();
            done = await database.WriteAsync(
                async (session, token) => await lease.HoldAsync(session, time.GetUtcNow(), token) ? await some(session, before, token) : 0,
                cancellationToken);
        }

        if (all > 0)
        {
            LogDone(kind, all, before);
        }

        return all;
    }

    private async Task<int> RemoveAsync(Session session, string table, string key, string where, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            $"""SELECT COUNT(*) FROM (SELECT 1 FROM "{table}" WHERE {where} LIMIT {MostRows}) AS found""", [before], row => (int)row.GetInt64(0), cancellationToken);
        if (found[0] > 0)
        {
            session.Write($"""DELETE FROM "{table}" WHERE "{key}" IN (SELECT "{key}" FROM "{table}" WHERE {where} LIMIT {MostRows})""", before);
            session.Tell(Door.Clock, new Deed("remove", "rows", table, $"{found[0]} from before {before:yyyy-MM-dd}"), time.GetUtcNow());
        }

        return found[0];
    }

    private async Task<int> PseudonymiseSomeAsync(Session session, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var due = await session.ListAsync(
            $"""SELECT "Id", "PersonId", "Body" FROM "Assignments" WHERE "PseudonymisedAt" IS NULL AND "MovedAt" < $1 AND "State" IN ({Ended}) ORDER BY "MovedAt" LIMIT {MostAtOnce}""",
            [before],
            row => (Id: row.GetString(0), PersonId: row.GetString(1), Order: StateJson.Read<Assignment>(row.GetString(2))),
            cancellationToken);

        // What talks remember of them goes at once: it is one row for all of a person's.
        await PersonalData.ForgetAsync(session, due.ConvertAll(assignment => (assignment.Id, assignment.PersonId)), cancellationToken);
        foreach (var (id, personId, order) in due)
        {
            var names = await session.ListAsync("""SELECT "Name" FROM "People" WHERE "Id" = $1 AND "Name" IS NOT NULL""", [personId], row => row.GetString(0), cancellationToken);
            var ids = await session.ListAsync("""SELECT "User" FROM "Addresses" WHERE "PersonId" = $1""", [personId], row => row.GetString(0), cancellationToken);
            var lines = await session.ListAsync("""SELECT "Seq", "Text", "Chosen" FROM "Messages" WHERE "AssignmentId" = $1 ORDER BY "Seq" """, [id], row => (Seq: row.GetInt64(0), Text: row.GetString(1), Chosen: row.TextOrNull(2)), cancellationToken);
            var (pseudonyms, nobody) = (new Pseudonyms(order.Language, order.StandsIn?.Name is { } other ? [.. names, other] : names, ids), $"{MessageRow.Nobody}{Guid.CreateVersion7():N}");
            foreach (var (seq, text, chosen) in lines)
            {
                session.Write(
                    """UPDATE "Messages" SET "PersonId" = $2, "Key" = $3, "Text" = $4, "Chosen" = $5, "Body" = NULL, "PromptId" = NULL WHERE "Seq" = $1""",
                    seq, nobody, $"{nobody}/{seq}", pseudonyms.Replace(text), chosen is null ? null : pseudonyms.Replace(chosen));
            }

            foreach (var (comment, text, quote) in await session.ListAsync("""SELECT "Id", "Text", "Quote" FROM "Comments" WHERE "AssignmentId" = $1 ORDER BY "Id" """, [id], row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken))
            {
                session.Write("""UPDATE "Comments" SET "Text" = $2, "Quote" = $3, "Before" = '', "After" = '' WHERE "Id" = $1""", comment, pseudonyms.Replace(text), pseudonyms.Replace(quote));
            }

            session.WriteSurely("""UPDATE "Assignments" SET "PseudonymisedAt" = $2 WHERE "Id" = $1""", id, time.GetUtcNow());
            session.Tell(Door.Clock, new Deed("pseudonymise", "assignment", id, $"{lines.Count} messages, Retention:Transcripts {options.Transcripts!.Value.TotalDays:0}"), time.GetUtcNow());
        }

        return due.Count;
    }

    private async Task<int> DisposeOfSomeAsync(Session session, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var due = await session.ListAsync(
            $"""SELECT "Id", "PersonId" FROM "Assignments" a WHERE "MovedAt" < $1 AND "State" IN ({Ended}) AND NOT {PersonalData.IsRecord} ORDER BY "MovedAt" LIMIT {MostAtOnce}""",
            [before],
            row => (Id: row.GetString(0), PersonId: row.GetString(1)),
            cancellationToken);
        await PersonalData.ForgetAsync(session, due, cancellationToken);
        foreach (var (id, _) in due)
        {
            PersonalData.Remove(session, id);
            session.Tell(Door.Clock, new Deed("dispose", "assignment", id, $"Retention:WorkingMaterial {options.WorkingMaterial!.Value.TotalDays:0}"), time.GetUtcNow());
        }

        return due.Count;
    }

    /// <summary>Records that were left for another one go with the one that stands for them.</summary>
    private async Task<int> EraseSomeAsync(Session session, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var due = await session.ListAsync(
            $"""
            SELECT "Id" FROM "People" p WHERE "Roles" IN ('respondent', '') AND "CreatedAt" < $1
            AND NOT EXISTS (SELECT 1 FROM "Assignments" s WHERE s."PersonId" = p."Id")
            AND NOT EXISTS (SELECT 1 FROM "Addresses" a WHERE a."PersonId" = p."Id" AND a."HeardAt" >= $1)
            AND NOT EXISTS (SELECT 1 FROM "Series" r WHERE r."Body" LIKE '%"' || p."Id" || '"%')
            AND NOT EXISTS (SELECT 1 FROM "Joins" j WHERE j."PersonId" = p."Id" AND j."PartedAt" IS NULL)
            AND NOT EXISTS (SELECT 1 FROM "Joins" l JOIN "Series" r ON r."Body" LIKE '%"' || l."PersonId" || '"%' WHERE l."Into" = p."Id" AND l."PartedAt" IS NULL)
            ORDER BY "CreatedAt" LIMIT {MostAtOnce}
            """,
            [before],
            row => row.GetString(0),
            cancellationToken);
        var erased = 0;
        foreach (var personId in due)
        {
            erased += await data.EraseAsync(session, personId, Door.Clock, cancellationToken) is { Series: [] } ? 1 : 0;
        }

        return erased;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention was last done {Days} days ago by the machine's clock. It waits for a day, in case the clock is wrong; the command retain does it now.")]
    private partial void LogAhead(int days);

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention:Abandoned: {Count} ended in which nothing has happened since {Before:yyyy-MM-dd}.")]
    private partial void LogAbandoned(int count, DateTimeOffset before);

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention:{Kind}: {Count} from before {Before:yyyy-MM-dd} removed or pseudonymised.")]
    private partial void LogDone(string kind, int count, DateTimeOffset before);
}
