using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>
/// Keeps the series and opens their occurrences. An occurrence is opened under a key of its own, so that it is opened once, however often it is tried.
/// What was missed while the program was down is caught up once: every occurrence whose text can still make the paper, and the newest, with what is opened at the
/// same instant, if it has not appeared yet.
/// An occurrence that comes into the series after its instant, new or moved or taken in again, is opened at once while its text can still make the paper. So is one
/// that goes out before an absence which was told late.
/// </summary>
internal sealed partial class SeriesBook(IDbContextFactory<DialogDb> databases, Database database, AssignmentOpener opener, Organisation organisation, TimeProvider time, ILogger<SeriesBook> logger)
{
    /// <summary>An occurrence that could not be opened for so long is left out.</summary>
    private static readonly TimeSpan LatestBy = TimeSpan.FromDays(7);

    /// <summary>Begins the series; one that was begun under its id stays as it is.</summary>
    public Task AddAsync(Series series, CancellationToken cancellationToken)
    {
        var (door, now) = (Door.Current, time.GetUtcNow());
        return database.WriteAsync(async (session, token) =>
        {
            if (await session.FirstAsync("""SELECT "Id" FROM "Series" WHERE "Id" = $1""", [series.Id], row => row.GetString(0), token) is not null)
            {
                return false;
            }

            var times = await TimesAsync(session, token);
            var begun = series with { Overdue = Overdue([.. times.Missed(series, now)]) };
            session.WriteSurely(
                """INSERT INTO "Series" ("Id", "Body", "NextAt", "DoneUntil", "Version") VALUES ($1, $2, $3, $4, 0) ON CONFLICT ("Id") DO NOTHING""",
                series.Id, StateJson.Write(begun), NextAt(begun, times, now, now), now);
            session.Tell(door, new Deed("open", "series", series.Id), now);
            return true;
        }, cancellationToken);
    }

    public async Task<Series?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } row ? StateJson.Read<Series>(row.Body) : null;
    }

    public async Task<IReadOnlyList<Series>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.Series.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellationToken)).ConvertAll(row => StateJson.Read<Series>(row.Body));
    }

    /// <summary>The series as it is from now on; null when there is none with that id.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Does nothing else: when two change a series at the same time, the later one is asked again.</param>
    /// <param name="cancellationToken">Cancelling is safe.</param>
    public Task<Series?> ChangeAsync(string id, Func<Series, Series> change, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(async (session, token) =>
        {
            if (await session.LockAsync($"""SELECT {SeriesRow.Columns} FROM "Series" WHERE "Id" = $1""", [id], SeriesRow.Read, token) is not { } row)
            {
                return null;
            }

            var (before, now, times) = (StateJson.Read<Series>(row.Body), time.GetUtcNow(), await TimesAsync(session, token));
            var series = change(before);
            series = series with { Overdue = Overdue([.. times.Missed(series, now).Except(times.Missed(before with { Ended = false }, now)), .. before.Overdue ?? []]) };
            session.WriteSurely(
                """UPDATE "Series" SET "Body" = $3, "NextAt" = $4, "Version" = "Version" + 1 WHERE "Id" = $1 AND "Version" = $2""",
                id, row.Version, StateJson.Write(series), NextAt(series, times, row.DoneUntil, now));
            session.Tell(door, new Deed("change", "series", id), now);
            return (Series?)series;
        }, cancellationToken);
    }

    /// <summary>No more occurrences; what was opened goes on.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(async (session, token) =>
        {
            session.Write("""DELETE FROM "Series" WHERE "Id" = $1""", id);
            session.Tell(door, new Deed("remove", "series", id), time.GetUtcNow());
            return await session.FirstAsync("""SELECT "Id" FROM "Series" WHERE "Id" = $1""", [id], row => row.GetString(0), token) is not null;
        }, cancellationToken);
    }

    /// <summary>Opens what has come.</summary>
    public async Task OpenDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(
            (session, token) => session.ListAsync($"""SELECT {SeriesRow.Columns} FROM "Series" WHERE "NextAt" <= $1 ORDER BY "NextAt" """, [now], SeriesRow.Read, token),
            cancellationToken);
        foreach (var row in due)
        {
            try
            {
                await OpenAsync(row, now, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotOpened(exception, row.Id);
            }
        }
    }

    /// <summary>Whether the occurrence was opened: from then on it is an assignment like others, which the series does not change.</summary>
    public async Task<bool> IsOpenedAsync(Series series, DateOnly ruleDay, CancellationToken cancellationToken)
    {
        var id = series.On(ruleDay) is { } occurrence ? series.Order(occurrence).Id : null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.AnyAsync(assignment => assignment.Id == id, cancellationToken);
    }

    /// <summary>When occurrences are opened, with the days that people are away as they are known now.</summary>
    public async Task<OpeningTimes> TimesAsync(CancellationToken cancellationToken) => new(await database.ReadAsync(AwayAsync, cancellationToken), organisation);

    /// <summary>A person's days have changed: their series are looked at anew at the next tick.</summary>
    public static void LookAnew(Session session, string personId, DateTimeOffset at) => session.Write(
        """UPDATE "Series" SET "NextAt" = $2, "Version" = "Version" + 1 WHERE "NextAt" IS NOT NULL AND "Body" LIKE '%"' || $1 || '"%'""", personId, at);

    private async Task<OpeningTimes> TimesAsync(Session session, CancellationToken cancellationToken) => new(await AwayAsync(session, cancellationToken), organisation);

    private static async Task<IReadOnlyDictionary<string, ImmutableList<DateSpan>>> AwayAsync(Session session, CancellationToken cancellationToken) =>
        (await session.ListAsync("""SELECT "Id", "Absences" FROM "People" WHERE "Absences" IS NOT NULL""", [], row => (Id: row.GetString(0), Days: StateJson.Read<ImmutableList<DateSpan>>(row.GetString(1))), cancellationToken))
        .ToDictionary(person => person.Id, person => person.Days);

    private async Task OpenAsync(SeriesRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (series, times) = (StateJson.Read<Series>(row.Body), await TimesAsync(cancellationToken));
        var overdue = series.Overdue is { } days ? times.Missed(series, now).Intersect(days).ToList() : [];
        foreach (var day in overdue)
        {
            await OpenAsync(series, series.On(day)!, cancellationToken);
        }

        var missed = times.Openings(series, now)
            .Where(opening => opening.At <= now && (opening.At > row.DoneUntil || times.OnItsDay(series, opening.Occurrence) > now) && !overdue.Contains(opening.Occurrence.RuleDay))
            .ToList();
        var newest = missed.Select(opening => opening.At).DefaultIfEmpty().Max();
        var (inTime, today) = (times.Missed(series, now).ToHashSet(), WallClock.Day(now, organisation.TimeZone));
        foreach (var (occurrence, at) in missed)
        {
            if (inTime.Contains(occurrence.RuleDay) || at == newest && now - at <= LatestBy && occurrence.Day >= today)
            {
                await OpenAsync(series, occurrence, cancellationToken);
            }
            else
            {
                LogMissed(series.Id, occurrence.RuleDay);
            }
        }

        // Somebody who changed the series meanwhile, or another process, has left a later version: the next look is at that.
        await database.WriteAsync(
            session => session.Write(
                """UPDATE "Series" SET "Body" = $3, "DoneUntil" = $4, "NextAt" = $5, "Version" = "Version" + 1 WHERE "Id" = $1 AND "Version" = $2""",
                row.Id, row.Version, StateJson.Write(series with { Overdue = null }), now, times.NextAfter(series, now)),
            cancellationToken);
    }

    private async Task OpenAsync(Series series, Occurrence occurrence, CancellationToken cancellationToken) =>
        await opener.OpenAsync(series.Order(occurrence), $"series:{series.Id}:{occurrence.RuleDay:yyyyMMdd}", cancellationToken);

    private static ImmutableList<DateOnly>? Overdue(ImmutableList<DateOnly> days) => days.IsEmpty ? null : days;

    private static DateTimeOffset? NextAt(Series series, OpeningTimes times, DateTimeOffset after, DateTimeOffset now) => series.Overdue is null ? times.NextAfter(series, after) : now;

    [LoggerMessage(Level = LogLevel.Error, Message = "Series {Id} could not be opened; it is tried again.")]
    private partial void LogNotOpened(Exception exception, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Series {Id}: the occurrence of {Day} came too late and is left out.")]
    private partial void LogMissed(string id, DateOnly day);
}
