using System.Data.Common;
using System.Globalization;
using Dialog.Bot.Store;

namespace Dialog.Bot.Tests.Store;

/// <summary>Work that waits at the same time shares a transaction, as if each had had its own: what fails in it is taken back, and nothing of its neighbours' is.</summary>
public abstract class GroupTests
{
    protected const string Table = "CREATE TABLE work (number BIGINT PRIMARY KEY, text TEXT, truth BOOLEAN, bytes BYTEA)";

    private protected abstract Database Database { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_database_refuses_is_told_and_its_neighbours_stand()
    {
        var all = await TogetherAsync(
            Database,
            Only(session => Insert(session, 1)),
            Only(session =>
            {
                Insert(session, 2);
                Insert(session, 2);
            }),
            Only(session => Insert(session, 3)),
            async session =>
            {
                Insert(session, 4);
                await session.FirstAsync("SELECT nothing FROM nowhere", [], row => row.GetString(0), Stop);
                return "";
            },
            session =>
            {
                Insert(session, 5);
                throw new InvalidOperationException("my own fault");
            });

        Assert.Equal([null, typeof(DbException), null, typeof(DbException), typeof(InvalidOperationException)], all.Select(outcome => outcome.Failure is DbException ? typeof(DbException) : outcome.Failure?.GetType()));
        Assert.Equal([1L, 3L], await NumbersAsync());
    }

    [Fact]
    public async Task What_changes_a_row_that_is_not_there_is_tried_again_and_then_told()
    {
        var tries = 0;
        var all = await TogetherAsync(
            Database,
            Only(session => Insert(session, 1)),
            Only(session =>
            {
                tries++;
                Insert(session, 2);
                session.WriteSurely("UPDATE work SET text = $2 WHERE number = $1", 7, "nobody");
            }));

        Assert.Equal([null, typeof(ConflictException)], all.Select(outcome => outcome.Failure?.GetType()));
        Assert.True(tries > 1);
        Assert.Equal([1L], await NumbersAsync());
    }

    [Fact]
    public async Task A_row_that_several_change_is_each_ones_in_turn()
    {
        await Database.WriteAsync(session => session.Write("INSERT INTO work (number, text) VALUES (1, '0')"), Stop);

        var all = await TogetherAsync(Database, [.. Enumerable.Range(0, 12).Select(_ => (Func<Session, Task<string>>)(session => CountAsync(session, 1)))]);

        Assert.All(all, outcome => Assert.Null(outcome.Failure));
        Assert.Equal("12", await TextAsync(1));
    }

    [Fact]
    public async Task Whoever_has_gone_has_written_nothing()
    {
        using var gone = new CancellationTokenSource();
        var all = await TogetherAsync(
            Database,
            Only(session => Insert(session, 1)),
            async session =>
            {
                Insert(session, 2);
                await gone.CancelAsync();
                gone.Token.ThrowIfCancellationRequested();
                return "";
            });

        Assert.Null(all[0].Failure);
        Assert.IsAssignableFrom<OperationCanceledException>(all[1].Failure);
        Assert.Equal([1L], await NumbersAsync());
    }

    [Fact]
    public async Task Values_come_back_as_they_were_written()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
        var long_ = string.Concat(Enumerable.Repeat("Åsa's 'räksmörgås' 🦐 \\ % ", 400));
        await TogetherAsync(
            Database,
            Only(session => session.Write("INSERT INTO work VALUES ($1, $2, $3, $4)", now, long_, true, new byte[] { 0, 1, 255 })),
            Only(session => session.Write("INSERT INTO work VALUES ($1, $2, $3, $4)", 5, null, null, null)),
            Only(session => session.Write("INSERT INTO work VALUES ($2, $1, $3, $4)", "", long.MinValue, false, null)));

        var rows = await Database.ReadAsync(
            (session, token) => session.ListAsync(
                "SELECT number, text, truth, bytes FROM work ORDER BY number", [],
                row => (row.GetInt64(0), row.TextOrNull(1), row.IsDBNull(2) ? "" : row.GetBoolean(2).ToString(), row.IsDBNull(3) ? "" : Convert.ToHexString((byte[])row.GetValue(3))), token),
            Stop);
        Assert.Equal([(long.MinValue, "", "False", ""), (5, null, "", ""), (now.ToUnixTimeMilliseconds(), long_, "True", "0001FF")], rows);
    }

    /// <summary>Calls back while no work goes on, and then lets one group begin before any other.</summary>
    /// <param name="database">Whose work.</param>
    /// <param name="meanwhile">Hands work in.</param>
    /// <param name="begun">Ends when some of it has begun.</param>
    private protected abstract Task HoldUpAsync(Database database, Action meanwhile, Task begun);

    /// <summary>Hands all in while none goes on, so that they wait together.</summary>
    private protected async Task<List<(string? Result, Exception? Failure)>> TogetherAsync(Database database, params Func<Session, Task<string>>[] work)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<Task<string>> all = [];
        await HoldUpAsync(database, () => all = [.. work.Select(HandIn)], begun.Task);
        var outcomes = new List<(string?, Exception?)>();
        foreach (var one in all)
        {
            var failure = await Record.ExceptionAsync(() => one);
            outcomes.Add((failure is null ? await one : null, failure));
        }

        return outcomes;

        Task<string> HandIn(Func<Session, Task<string>> piece) => database.WriteTogetherAsync(
            (session, _) =>
            {
                begun.TrySetResult();
                return piece(session);
            },
            Stop);
    }

    private protected static void Insert(Session session, int number) => session.Write("INSERT INTO work (number) VALUES ($1)", number);

    private protected static Func<Session, Task<string>> Only(Action<Session> work) => session =>
    {
        work(session);
        return Task.FromResult("");
    };

    private protected static async Task<string> CountAsync(Session session, int number)
    {
        var text = await session.LockAsync("SELECT text FROM work WHERE number = $1", [number], row => row.GetString(0), Stop);
        session.Write("UPDATE work SET text = $2 WHERE number = $1", number, (int.Parse(text!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        return text!;
    }

    private protected Task<List<long>> NumbersAsync() =>
        Database.ReadAsync((session, token) => session.ListAsync("SELECT number FROM work ORDER BY number", [], row => row.GetInt64(0), token), Stop);

    private protected Task<string?> TextAsync(int number) =>
        Database.ReadAsync((session, token) => session.FirstAsync("SELECT text FROM work WHERE number = $1", [number], row => row.GetString(0), token), Stop);
}
