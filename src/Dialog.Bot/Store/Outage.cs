using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether the store could not be used just now: nothing is wrong with what was asked, and the caller may come again.</summary>
internal static class Outage
{
    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN: https://www.sqlite.org/rescode.html</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>A server that only reads (a standby, after a change of roles), that is being stopped, that broke off what took too long, that does not know the database or the password (any more), or has no tables for us, as in the middle of a restore: https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
    private static readonly string[] ServerCodes =
    [
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.QueryCanceled,
        PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.InvalidPassword, PostgresErrorCodes.InvalidAuthorizationSpecification,
        PostgresErrorCodes.UndefinedTable, PostgresErrorCodes.InvalidSchemaName, PostgresErrorCodes.InsufficientPrivilege,
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

    /// <summary>What the store says, in one line, with what is to be done where it does not pass by itself.</summary>
    public static string Explain(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName }
        ? $"{FirstLine(fault)}. Its tables are not there: when a restore is at work, Dialog goes on when it is done; in an empty database the next start makes them."
        : FirstLine(fault);

    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0];
}
