using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Store;

/// <summary>
/// Carries SQLite's write-ahead log over into the file beside the work. SQLite itself would do it within a commit, and whoever waits for that commit
/// would wait for the file's flush, too. Used by the one loop that writes.
/// </summary>
/// <param name="connectionString">The file.</param>
/// <param name="every">Pieces of work after which it begins, or a third as many commits, which each write some pages however little is in them: some 20 MB of log. A page that is written again and again is carried over once.</param>
/// <param name="mostPages">Pages of 4 KB (64 MB). Beside work that never pauses the log never ends, and grows: from here on the work stops for what is left of it.</param>
internal sealed class SqliteCheckpointer(string connectionString, int every = 2_000, int mostPages = 16_000) : IAsyncDisposable
{
    /// <summary>How often a long log is carried over before the work stops for its rest: each time only what came meanwhile is left, and that is less every time.</summary>
    private const int Passes = 3;

    private int committed, commits;
    private Task<bool> carrying = Task.FromResult(false);

    /// <summary>So much was committed at once.</summary>
    public void Count(int pieces)
    {
        (committed, commits) = (committed + pieces, commits + 1);
        if ((committed >= every || commits >= every / 3) && carrying.IsCompleted)
        {
            (committed, commits) = (0, 0);
            carrying = Task.Run(CarryOverAsync);
        }
    }

    /// <summary>A commit failed, for want of room perhaps: what the log holds again and again is carried over now, so that it can begin anew.</summary>
    public void Hurry() => Count(every);

    /// <summary>Ends the log if it is long and nearly all of it is in the file: the next commit begins it anew.</summary>
    public void EndLongLog(SqliteSession writer)
    {
        if (carrying is { IsCompletedSuccessfully: true, Result: true })
        {
            carrying = Task.FromResult(false);
            writer.CarryOver();
        }
    }

    /// <summary>Ends with what is being carried over.</summary>
    public async ValueTask DisposeAsync() => await carrying;

    /// <summary>Whether the log is long. A disk that is full or broken is heard of by whoever commits; here it is tried again.</summary>
    private async Task<bool> CarryOverAsync()
    {
        try
        {
            await using var session = SqliteSession.ForReading(connectionString);
            var isLong = session.CarryOver() >= mostPages;
            for (var pass = 1; isLong && pass < Passes; pass++)
            {
                session.CarryOver();
            }

            return isLong;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
