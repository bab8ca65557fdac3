using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether the store could not be used just now: nothing is wrong with what was asked, and the caller may come again.</summary>
internal static class Outage
{
    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN: https://www.sqlite.org/rescode.html</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>A server that only reads (a standby, after a change of roles), that is being stopped, or that broke off what took too long: https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
    private static readonly string[] ServerCodes =
    [
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.QueryCanceled,
    ];

    /// <summary>When to come again, in seconds.</summary>
    public const int RetryAfter = 5;

    public static bool Is(Exception exception) => exception switch
    {
        StoreBusyException => true,
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        PostgresException answered => answered.IsTransient || ServerCodes.Contains(answered.SqlState),
        NpgsqlException => true,
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
