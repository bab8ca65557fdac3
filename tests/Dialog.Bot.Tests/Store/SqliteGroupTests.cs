using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Tests.Store;

/// <summary>Work that waits at the same time shares a transaction; what fails in it is taken back, and nothing of its neighbours' is.</summary>
[Trait("store", "Sqlite")]
public sealed class SqliteGroupTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-group-");
    private readonly WriteGate gate = new();
    private SqliteDatabase database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = new SqliteDatabase(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "dialog.db")};Pooling=false" }, gate);
        await database.WriteAsync(session => session.Write("CREATE TABLE work (number INTEGER PRIMARY KEY, text TEXT)"), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        gate.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_fails_after_its_first_write_leaves_nothing_and_its_neighbours_stand()
    {
        var all = await TogetherAsync(
            session => Insert(session, 1),
            session =>
            {
                Insert(session, 2);
                Insert(session, 1);
            },
            session => Insert(session, 3));

        Assert.Equal([null, typeof(SqliteException), null], all.Select(failure => failure?.GetType()));
        Assert.Equal([1L, 3L], await NumbersAsync());
    }

    [Fact]
    public async Task What_changes_a_row_that_is_not_there_is_tried_again_and_then_told()
    {
        var tries = 0;
        var all = await TogetherAsync(
            session => Insert(session, 1),
            session =>
            {
                tries++;
                Insert(session, 2);
                session.WriteSurely("UPDATE work SET text = $2 WHERE number = $1", 7, "nobody");
            });

        Assert.Equal([null, typeof(ConflictException)], all.Select(failure => failure?.GetType()));
        Assert.True(tries > 1);
        Assert.Equal([1L], await NumbersAsync());
    }

    [Fact]
    public async Task Values_come_back_as_they_were_written()
    {
        var long_ = string.Concat(Enumerable.Repeat("Åsa räknar räksmörgåsar 🦐 ", 400));
        await database.WriteAsync(session => session.Write("""INSERT INTO work VALUES ($2, $1)""", long_, long.MaxValue), Stop);
        await database.WriteAsync(session => session.Write("INSERT INTO work VALUES ($1, $2)", 5, null), Stop);

        var rows = await database.ReadAsync((session, token) => session.ListAsync("SELECT number, text FROM work ORDER BY number", [], row => (row.GetInt64(0), row.TextOrNull(1)), token), Stop);
        Assert.Equal([(5L, null), (long.MaxValue, long_)], rows);
    }

    private static void Insert(Session session, int number) => session.Write("INSERT INTO work VALUES ($1, '')", number);

    /// <summary>Hands all in while nothing can be written, so that they wait together; answers how each failed.</summary>
    private async Task<List<Exception?>> TogetherAsync(params Action<Session>[] work)
    {
        List<Task> all;
        using (await gate.EnterAsync(Stop))
        {
            all = [.. work.Select(piece => database.WriteAsync(piece, Stop))];
        }

        var failures = new List<Exception?>();
        foreach (var one in all)
        {
            failures.Add(await Record.ExceptionAsync(() => one));
        }

        return failures;
    }

    private Task<List<long>> NumbersAsync() =>
        database.ReadAsync((session, token) => session.ListAsync("SELECT number FROM work ORDER BY number", [], row => row.GetInt64(0), token), Stop);
}
