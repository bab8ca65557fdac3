using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Dialog.Bot.Store;

/// <summary>
/// Notices that the file a connection has open is not where it was any more: removed, moved away, or another one lies in its place. SQLite with a write-ahead log would go on writing into it,
/// and all of that would be gone with the program.
/// </summary>
internal sealed class SqliteFile : DbConnectionInterceptor
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED: https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html</summary>
    private const int HasMoved = 20;

    /// <exception cref="SqliteException">It is not there. Nobody is given a connection to it any more.</exception>
    public static void Check(SqliteConnection connection)
    {
        if (FileControl(connection.Handle!, name: 0, HasMoved, out var moved) == raw.SQLITE_OK && moved != 0)
        {
            SqliteConnection.ClearPool(connection);
            throw new SqliteException("The database's file has been removed or moved away, or another one lies in its place.", raw.SQLITE_CANTOPEN);
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Check((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Check((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 connection, nint name, int what, out int answer);
}
