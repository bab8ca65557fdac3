using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dialog.Bot.Store;

/// <summary>
/// All that SQLite's store holds, in one file: a zip with the database as it was at one instant, the keys without which the tokens in it
/// cannot be read, and their sums.
/// </summary>
internal static class Backup
{
    /// <summary>The database's name in the zip, whatever it is called where it is used.</summary>
    public const string Database = "dialog.db";

    /// <summary>The folder of the keys in the zip.</summary>
    public const string Keys = "keys";

    /// <summary>As <c>sha256sum -c</c> reads them.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>Takes a backup, also while the program is at work. The file is there when it is whole, and never before.</summary>
    /// <returns>How many keys it holds.</returns>
    /// <exception cref="BackupException">There is such a file, there is no database, or it is damaged.</exception>
    public static int Take(StorageOptions options, string file)
    {
        file = Path.GetFullPath(file);
        if (Path.Exists(file))
        {
            throw new BackupException($"{file} exists already. Name another file: a backup is never written over.");
        }

        if (!File.Exists(options.File))
        {
            throw new BackupException($"There is no database {Path.GetFullPath(options.File)}. Give the command where Dialog is started, or set Storage:ConnectionString as for Dialog.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new BackupException($"There is no folder {Path.GetDirectoryName(file)}.");
        }

        var workshop = OwnersOnly.CreateFolder($"{file}.{Path.GetRandomFileName()}");
        try
        {
            Copy(options, workshop);
            var keys = Directory.Exists(options.KeysFolder) ? Directory.GetFiles(options.KeysFolder, "*.xml") : [];
            var packed = Path.Combine(workshop, "packed");
            Pack(packed, [(Path.Combine(workshop, Database), Database), .. keys.Select(key => (key, $"{Keys}/{Path.GetFileName(key)}"))]);
            File.Move(packed, file);
            return keys.Length;
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    /// <summary>Whether SQLite finds the whole file in order.</summary>
    public static bool IsSound(SqliteConnection connection) => Ask(connection, "PRAGMA integrity_check") is "ok";

    private static void Copy(StorageOptions options, string workshop)
    {
        using var from = Reading(options, CanBeShared(options) ? options.File : AsItLies(options.File, workshop));
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(workshop, Database), Pooling = false }.ConnectionString);
        from.Open();
        to.Open();

        // In one read transaction: the program goes on writing beside it, and the copy is of one instant.
        from.BackupDatabase(to);
        Ask(to, "PRAGMA journal_mode=DELETE");
        if (!IsSound(to))
        {
            throw new BackupException($"{Path.GetFullPath(options.File)} is damaged; no backup was written. Keep the last good one, and restore it.");
        }
    }

    private static SqliteConnection Reading(StorageOptions options, string file) =>
        new(new SqliteConnectionStringBuilder(options.SqliteConnection) { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);

    /// <summary>Programs share the database through a file beside it. On a disk that cannot be written there is none, and nobody who writes.</summary>
    private static bool CanBeShared(StorageOptions options)
    {
        using var connection = Reading(options, options.File);
        try
        {
            connection.Open();
            Ask(connection, "PRAGMA schema_version");
            return true;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && !File.Exists($"{options.File}-shm"))
        {
            return false;
        }
    }

    /// <summary>A copy of the file with what its log holds.</summary>
    private static string AsItLies(string file, string workshop)
    {
        var copy = Path.Combine(workshop, "source.db");
        foreach (var part in (string[])(File.Exists($"{file}-wal") ? ["", "-wal"] : [""]))
        {
            using var to = OwnersOnly.CreateFile(copy + part);
            using var from = File.OpenRead(file + part);
            from.CopyTo(to);
        }

        return copy;
    }

    private static void Pack(string packed, IReadOnlyList<(string File, string Name)> what)
    {
        using var stream = OwnersOnly.CreateFile(packed);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sums = new List<string>();
            foreach (var (file, name) in what)
            {
                using var content = File.OpenRead(file);
                sums.Add($"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}");
                content.Position = 0;
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                content.CopyTo(entry);
            }

            using var list = new StreamWriter(zip.CreateEntry(Sums).Open()) { NewLine = "\n" };
            sums.ForEach(list.WriteLine);
        }

        stream.Flush(flushToDisk: true);
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
