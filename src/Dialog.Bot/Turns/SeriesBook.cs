using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>
/// Keeps the series and opens their occurrences. An occurrence is opened under a key of its own, so that it is opened once, however often it is tried.
/// What was missed while the program was down is caught up once: the newest occurrence, if it is not too late for it.
/// </summary>
internal sealed partial class SeriesBook(IDbContextFactory<DialogDb> databases, Database database, AssignmentOpener opener, Organisation organisation, TimeProvider time, ILogger<SeriesBook> logger)
{
    /// <summary>An occurrence that could not be opened for so long is left out.</summary>
    private static readonly TimeSpan LatestBy = TimeSpan.FromDays(7);

    public async Task AddAsync(Series series, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        db.Add(new SeriesRow { Id = series.Id, Body = StateJson.Write(series), DoneUntil = now, NextAt = NextAfter(series, now) });
        await db.SaveChangesAsync(cancellationToken);
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
    public async Task<Series?> ChangeAsync(string id, Func<Series, Series> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Series.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var series = change(StateJson.Read<Series>(row.Body));
        (row.Body, row.NextAt) = (StateJson.Write(series), NextAfter(series, row.DoneUntil));
        row.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return series;
    }

    /// <summary>No more occurrences; what was opened goes on.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Series.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Opens what has come.</summary>
    public async Task OpenDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(
            (session, token) => session.ListAsync("""SELECT "Id", "Body", "NextAt", "DoneUntil", "Version" FROM "Series" WHERE "NextAt" <= $1 ORDER BY "NextAt" """, [now], SeriesRow.Read, token),
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

    /// <summary>When an occurrence is opened.</summary>
    public DateTimeOffset OpensAt(Series series, Occurrence occurrence) => series.OpensAt(occurrence, organisation.Calendar, organisation.Plan, organisation.TimeZone);

    private async Task OpenAsync(SeriesRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var series = StateJson.Read<Series>(row.Body);
        var missed = series.Occurrences().TakeWhile(occurrence => OpensAt(series, occurrence) <= now || occurrence.Skipped).Where(occurrence => !occurrence.Skipped && OpensAt(series, occurrence) > row.DoneUntil).ToList();
        if (missed is [.., var newest] && now - OpensAt(series, newest) <= LatestBy)
        {
            await opener.OpenAsync(series.Order(newest), $"series:{series.Id}:{newest.RuleDay:yyyyMMdd}", cancellationToken);
            missed.RemoveAt(missed.Count - 1);
        }

        missed.ForEach(occurrence => LogMissed(series.Id, occurrence.RuleDay));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var next = NextAfter(series, now);
        await db.Series.Where(s => s.Id == row.Id && s.Version == row.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.DoneUntil, now).SetProperty(s => s.NextAt, next).SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }

    private DateTimeOffset? NextAfter(Series series, DateTimeOffset after) =>
        series.Occurrences().Where(occurrence => !occurrence.Skipped).Select(occurrence => OpensAt(series, occurrence)).Where(at => at > after).Take(1).Cast<DateTimeOffset?>().FirstOrDefault();

    [LoggerMessage(Level = LogLevel.Error, Message = "Series {Id} could not be opened; it is tried again.")]
    private partial void LogNotOpened(Exception exception, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Series {Id}: the occurrence of {Day} came too late and is left out.")]
    private partial void LogMissed(string id, DateOnly day);
}
