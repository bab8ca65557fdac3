using SQLitePCL;

namespace Dialog.Bot.Store;

/// <summary>SQLite itself, which is one for the whole process.</summary>
internal static class SqliteEngine
{
    /// <summary>
    /// Settings of SQLite for the whole process, before its first use: no connection is used by two threads at a time, and nobody asks how much
    /// memory is in use, so it need not lock for either (https://www.sqlite.org/c3ref/c_config_covering_index_scan.html). Once in use it keeps what it has.
    /// </summary>
    public static void Tune()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
