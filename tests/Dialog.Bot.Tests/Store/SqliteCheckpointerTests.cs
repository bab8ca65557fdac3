using Dialog.Bot.Store;

namespace Dialog.Bot.Tests.Store;

[Trait("store", "Sqlite")]
public sealed class SqliteCheckpointerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-log-");

    private string File => Path.Combine(folder.FullName, "dialog.db");

    private string ConnectionString => $"Data Source={File};Pooling=false";

    [Fact]
    public async Task Little_work_at_a_time_is_carried_over_by_its_commits()
    {
        await using var writer = SqliteSession.ForReading(ConnectionString);
        writer.Run("PRAGMA journal_mode=WAL; CREATE TABLE work (body BLOB)");
        await using var checkpointer = new SqliteCheckpointer(ConnectionString, every: 30);
        for (var commit = 0; commit < 10; commit++)
        {
            Assert.Equal(4096, new FileInfo(File).Length);
            Commit(writer);
            checkpointer.Count(1);
        }

        await checkpointer.DisposeAsync();
        Assert.InRange(new FileInfo(File).Length, 2 * 4096, long.MaxValue);
    }

    [Fact]
    public async Task After_a_commit_that_failed_the_log_is_carried_over_at_once()
    {
        await using var writer = SqliteSession.ForReading(ConnectionString);
        writer.Run("PRAGMA journal_mode=WAL; CREATE TABLE work (body BLOB)");
        await using var checkpointer = new SqliteCheckpointer(ConnectionString);
        Commit(writer);
        checkpointer.Hurry();

        await checkpointer.DisposeAsync();
        Assert.InRange(new FileInfo(File).Length, 2 * 4096, long.MaxValue);
    }

    [Fact]
    public async Task Beside_work_that_never_pauses_the_log_stays_short_and_nothing_is_lost()
    {
        await using var writer = SqliteSession.ForReading(ConnectionString);
        writer.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; CREATE TABLE work (body BLOB)");
        await using var checkpointer = new SqliteCheckpointer(ConnectionString, every: 10, mostPages: 100);
        const int Rounds = 300;
        for (var round = 0; round < Rounds; round++)
        {
            Commit(writer);
            checkpointer.Count(1);
            Commit(writer);
            await checkpointer.DisposeAsync();
            checkpointer.EndLongLog(writer);
        }

        // Each commit writes two pages and more.
        Assert.InRange(new FileInfo($"{File}-wal").Length, 1, 400 * 4096);
        await using var reader = SqliteSession.ForReading(ConnectionString);
        Assert.Equal([2 * Rounds], await reader.ListAsync("SELECT count(*) FROM work", [], row => row.GetInt32(0), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_left_to_whoever_commits()
    {
        await using var checkpointer = new SqliteCheckpointer($"Data Source={Path.Combine(folder.FullName, "nowhere", "dialog.db")};Pooling=false", every: 1);
        checkpointer.Count(1);
        await checkpointer.DisposeAsync();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Commit(SqliteSession session)
    {
        session.Begin();
        session.Write("INSERT INTO work VALUES (zeroblob(8000))");
        session.Flush();
        session.Commit();
    }
}
