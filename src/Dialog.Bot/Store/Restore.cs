using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Store;

/// <summary>Puts a <see cref="Backup"/> back. What is there is moved aside, never deleted, and only once the backup is known to be whole.</summary>
internal static class Restore
{
    /// <summary>The bytes that every SQLite connection to a file with a write-ahead log holds locked for reading.</summary>
    private const long LockedFrom = 0x40000000;

    private const long LockedBytes = 512;

    /// <param name="options">Where the data is to be.</param>
    /// <param name="file">The backup.</param>
    /// <param name="now">Names the folder of what was there.</param>
    /// <returns>The folder with what was there; null when nothing was.</returns>
    /// <exception cref="BackupException">Nothing was touched: the program is running, or the backup is damaged, of something else, or of a newer version.</exception>
    public static string? PutBack(StorageOptions options, string file, DateTimeOffset now)
    {
        if (!File.Exists(file))
        {
            throw new BackupException($"There is no file {Path.GetFullPath(file)}.");
        }

        var database = Path.GetFullPath(options.File);
        var folder = Path.GetDirectoryName(database)!;
        OwnersOnly.CreateFolder(folder);
        using var alone = Hold(database);
        var workshop = OwnersOnly.CreateFolder(Path.Combine(folder, $".restore-{Path.GetRandomFileName()}"));
        try
        {
            Unpack(file, workshop);
            Prepare(file, Path.Combine(workshop, Backup.Database));
            var present = new[] { database, $"{database}-wal", $"{database}-shm", $"{database}-journal", options.KeysFolder }.Where(Path.Exists).ToList();
            var aside = present.Count == 0 ? null : OwnersOnly.CreateFolder(FreeName(Path.Combine(folder, $"before-restore-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}")));
            Move([
                .. present.Select(path => (path, Path.Combine(aside!, Path.GetFileName(path)))),
                (Path.Combine(workshop, Backup.Database), database),
                (Path.Combine(workshop, Backup.Keys), options.KeysFolder),
            ]);
            return aside;
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    /// <summary>Takes SQLite's own exclusive lock, also of a file that SQLite cannot read any more. Null when there is no file.</summary>
    private static FileStream? Hold(string database)
    {
        if (!File.Exists(database))
        {
            return null;
        }

        var stream = new FileStream(database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            {
                stream.Lock(LockedFrom, LockedBytes);
            }

            return stream;
        }
        catch (IOException exception)
        {
            stream.Dispose();
            throw new BackupException($"Dialog is running on {database}. Stop it first.", exception);
        }
    }

    /// <summary>Only what a backup holds, and only as its sums say.</summary>
    private static void Unpack(string file, string workshop)
    {
        OwnersOnly.CreateFolder(Path.Combine(workshop, Backup.Keys));
        try
        {
            using var zip = ZipFile.OpenRead(file);
            using var list = new StreamReader((zip.GetEntry(Backup.Sums) ?? throw NotOurs(file)).Open());
            var lines = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var (sum, name) in lines.Select(line => line.Split("  ", 2) is [var sum, var name] ? (sum, name) : throw NotOurs(file)))
            {
                if (name != Backup.Database && (Path.GetDirectoryName(name) != Backup.Keys || Path.GetExtension(name) != ".xml" || name.Contains('\\', StringComparison.Ordinal)))
                {
                    throw NotOurs(file);
                }

                using var content = (zip.GetEntry(name) ?? throw Damaged(file)).Open();
                using var to = OwnersOnly.CreateFile(Path.Combine(workshop, name));
                if (!CopySumming(content, to).Equals(sum, StringComparison.Ordinal))
                {
                    throw Damaged(file);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(file, exception);
        }

        if (!File.Exists(Path.Combine(workshop, Backup.Database)))
        {
            throw NotOurs(file);
        }
    }

    private static string CopySumming(Stream from, FileStream to)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (from.Read(buffer) is > 0 and var read)
        {
            sum.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        to.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    /// <summary>
    /// Looks whether this program can use the database. What waited to be sent when it was copied may have been sent since: that is looked up
    /// at the platform first, as after a crash, and never sent blindly.
    /// </summary>
    private static void Prepare(string file, string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ConnectionString);
        using var command = connection.CreateCommand();
        try
        {
            connection.Open();
            if (!Backup.IsSound(connection))
            {
                throw Damaged(file);
            }

            command.CommandText = Schema.ReadApplied;
            var applied = new List<string>();
            using (var row = command.ExecuteReader())
            {
                while (row.Read())
                {
                    applied.Add(row.GetString(0));
                }
            }

            if (applied.Except(Schema.Names(SqliteDatabase.Provider)).FirstOrDefault() is { } newer)
            {
                throw new BackupException($"{file} is of a newer version of Dialog ({newer}). Install that version, or restore an older backup.");
            }

            command.CommandText = $"""UPDATE "Outbox" SET "Status" = 'Unknown', "FirstTriedAt" = COALESCE("FirstTriedAt", "CreatedAt"), "Reason" = '{SendReasons.Restored}' WHERE "NextAt" IS NOT NULL""";
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw Damaged(file, exception);
        }
    }

    /// <summary>Two restores may fall in one second.</summary>
    private static string FreeName(string path) => Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? path : $"{path}-{number}").First(name => !Path.Exists(name));

    /// <summary>All or nothing.</summary>
    private static void Move(IEnumerable<(string From, string To)> moves)
    {
        var done = new Stack<(string From, string To)>();
        try
        {
            foreach (var move in moves)
            {
                Directory.Move(move.From, move.To);
                done.Push(move);
            }
        }
        catch
        {
            foreach (var (from, to) in done)
            {
                Directory.Move(to, from);
            }

            throw;
        }
    }

    private static BackupException NotOurs(string file) => new($"{file} is not a backup of Dialog.");

    private static BackupException Damaged(string file, Exception? inner = null) => new($"{file} is damaged. Use another backup.", inner);
}
