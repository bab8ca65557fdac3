using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether the store could not be used just now: nothing is wrong with what was asked, and the caller may come again.</summary>
internal static class Outage
{
    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN: https://www.sqlite.org/rescode.html</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>A server that only reads (a standby, after a change of roles), that is being stopped, that broke off what took too long, or that does not know the database or the password (any more): https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
    private static readonly string[] ServerCodes =
    [
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.QueryCanceled,
        PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.InvalidPassword, PostgresErrorCodes.InvalidAuthorizationSpecification,
    ];

    /// <summary>When to come again, in seconds.</summary>
    public const int RetryAfter = 5;

    public static bool Is(Exception exception) => Fault(exception) is { } fault && fault switch
    {
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        PostgresException answered => answered.IsTransient || ServerCodes.Contains(answered.SqlState),
        _ => true,
    };

    /// <summary>What the store itself said, out of what EF Core and its provider put around it; null when the store has said nothing.</summary>
    public static Exception? Fault(Exception exception) => exception switch
    {
        StoreBusyException or SqliteException or NpgsqlException => exception,
        DbUpdateException { InnerException: { } inner } => Fault(inner),

        // What Npgsql's strategy says of a fault that may pass is no more than that.
        InvalidOperationException { InnerException: { } inner } => Fault(inner),
        _ => null,
    };
}
