using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether the store could not be used just now: nothing is wrong with what was asked, and the caller may come again.</summary>
internal static class Outage
{
    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN: https://www.sqlite.org/rescode.html</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>When to come again, in seconds.</summary>
    public const int RetryAfter = 5;

    public static bool Is(Exception exception) => exception switch
    {
        StoreBusyException => true,
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        PostgresException answered => answered.IsTransient,
        NpgsqlException => true,
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
