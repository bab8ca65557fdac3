using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Schedule;

/// <summary>Turns instants that have come into turns. It decides nothing: the talk looks whether the instant still matters. What a later release has written down meanwhile is left for it.</summary>
internal sealed partial class DueClock(Database database, TurnRunner turns, PersonalData data, Measures measures, TimeProvider time, OutageLog outages, ILogger<DueClock> logger)
{
    /// <summary>Instants read at once.</summary>
    private const int MostAtOnceRead = 500;

    /// <summary>Persons whose turns are taken at the same time, so that they share commits; few, so that nobody who writes meanwhile waits long.</summary>
    private const int MostAtOnce = 24;

    /// <summary>Takes all that is due; what could not be taken is left for the next tick.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var failed = 0;
        while (await TakeSomeAsync(failed, cancellationToken) is var (more, left))
        {
            failed += left;
            if (!more)
            {
                return;
            }
        }
    }

    /// <summary>Whether there is more, and how many of these could not be taken. Those stand first the next time, so they are passed over.</summary>
    private async Task<(bool More, int Left)> TakeSomeAsync(int passed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(
            (session, token) => session.ListAsync(
                """SELECT "PersonId", "Name", "At" FROM "Due" WHERE "At" <= $1 ORDER BY "At", "PersonId", "Name" LIMIT $2 OFFSET $3""", [now, MostAtOnceRead, passed], DueRow.Read, token),
            cancellationToken);

        var failed = 0;
        await Parallel.ForEachAsync(
            due.GroupBy(row => row.PersonId),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
            async (person, token) =>
            {
                foreach (var row in person)
                {
                    if (!await TakeAsync(row, token))
                    {
                        Interlocked.Increment(ref failed);
                    }
                }
            });
        return (due.Count == MostAtOnceRead, failed);
    }

    private async Task<bool> TakeAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (!new Due(row.Name, row.At).IsKnown())
        {
            return false;
        }

        try
        {
            // A clock that is set back meanwhile does not undo that the instant has come.
            var now = time.GetUtcNow();
            if (row.Name == Due.Erase)
            {
                await EraseAsync(row, cancellationToken);
                return true;
            }

            var came = new Incoming.DueCame(new Due(row.Name, row.At)) { Key = $"due:{row.PersonId}:{row.Name}:{row.At.ToUnixTimeMilliseconds()}", At = now > row.At ? now : row.At };
            if (!(await turns.TakeAsync(row.PersonId, came, cancellationToken)).New)
            {
                // Taken before, by another process or before the clock was set back: it is over.
                await database.WriteAsync(session => session.Write("""DELETE FROM "Due" WHERE "PersonId" = $1 AND "Name" = $2 AND "At" = $3""", row.PersonId, row.Name, row.At), cancellationToken);
            }

            measures.Came(row.At);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!outages.Took(exception))
            {
                LogDueFailed(exception, row.PersonId, row.Name);
            }

            return false;
        }
    }

    /// <summary>The wish goes with all the rest; where somebody has put the person into a series meanwhile, only the wish does.</summary>
    private async Task EraseAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (await data.EraseAsync(row.PersonId, cancellationToken) is { Series.Count: > 0 })
        {
            LogNotErased(row.PersonId);
            await database.WriteAsync(session => session.Write("""DELETE FROM "Due" WHERE "PersonId" = $1 AND "Name" = $2""", row.PersonId, row.Name), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{PersonId} asked to be erased, but takes part in a series: put somebody else there, then erase the person.")]
    private partial void LogNotErased(string personId);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due for {PersonId} ({Name}) could not be taken; it is tried again.")]
    private partial void LogDueFailed(Exception exception, string personId, string name);
}
