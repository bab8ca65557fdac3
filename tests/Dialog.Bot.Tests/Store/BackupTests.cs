using System.IO.Compression;
using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Tests.Store;

/// <summary>A backup of a database that programs cannot share: it lies on a disk that cannot be written.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_lies_on_a_disk_that_cannot_be_written_is_taken_with_what_its_log_holds(bool log)
    {
        var (written, lies, backup) = (Path.Combine(folder.FullName, "written.db"), Path.Combine(folder.FullName, "dialog.db"), Path.Combine(folder.FullName, "backup.zip"));
        using (var connection = new SqliteConnection($"Data Source={written};Pooling=false"))
        {
            connection.Open();
            Do(connection, "PRAGMA journal_mode=WAL; CREATE TABLE Said (Text TEXT); PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO Said VALUES ('hej')");
            if (!log)
            {
                Do(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            foreach (var part in log ? new[] { "", "-wal" } : [""])
            {
                File.Copy(written + part, lies + part);
            }
        }

        // In the place of the file through which programs share it there can be none.
        Directory.CreateDirectory($"{lies}-shm");
        Backup.Take(new StorageOptions { ConnectionString = $"Data Source={lies}" }, backup);

        ZipFile.ExtractToDirectory(backup, Path.Combine(folder.FullName, "back"));
        using var restored = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "back", "dialog.db")};Pooling=false");
        restored.Open();
        Assert.Equal("hej", Do(restored, "SELECT Text FROM Said"));
        Assert.Empty(Directory.GetDirectories(folder.FullName, "backup.zip.*"));
    }

    private static object? Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
