using System.IO.Compression;
using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Tests.Store;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_database_beside_which_nothing_can_be_written_is_taken_as_it_lies()
    {
        // As on a disk that cannot be written: no name is left for the file through which programs share it.
        var (written, lies, backup) = (Path.Combine(folder.FullName, "written.db"), Path.Combine(folder.FullName, new string('d', 254)), Path.Combine(folder.FullName, "backup.zip"));
        using (var connection = new SqliteConnection($"Data Source={written};Pooling=false"))
        {
            connection.Open();
            Do(connection, "PRAGMA journal_mode=WAL; CREATE TABLE Said (Text TEXT); INSERT INTO Said VALUES ('hej')");
        }

        File.Move(written, lies);
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
