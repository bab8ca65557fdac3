using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Npgsql;

namespace Dialog.Bot.Tests.Store;

/// <summary>Work that waits at the same time shares a transaction on PostgreSQL, too, as if each had had its own.</summary>
[Trait("store", "PostgreSql")]
public sealed class PostgreSqlGroupTests : IAsyncLifetime
{
    private TestStore? store;
    private PostgreSqlDatabase database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "Needs a PostgreSQL server: DIALOG_TEST_POSTGRESQL.");
        store = new TestStore();
        database = Open();
        await database.WriteAsync(session => session.Write("CREATE TABLE work (number BIGINT PRIMARY KEY, text TEXT, truth BOOLEAN, bytes BYTEA)"), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
        {
            await database.DisposeAsync();
            store.Dispose();
        }
    }

    [Fact]
    public async Task They_share_a_transaction()
    {
        var all = await TogetherAsync(database, [.. Enumerable.Range(0, 6).Select(_ => Only(TransactionAsync))]);

        Assert.Single(all.Select(outcome => outcome.Result).Distinct());
    }

    [Fact]
    public async Task What_the_database_refuses_is_told_and_its_neighbours_stand()
    {
        var all = await TogetherAsync(
            database,
            Only(session => Insert(session, 1)),
            Only(session =>
            {
                Insert(session, 2);
                Insert(session, 2);
            }),
            Only(session => Insert(session, 3)),
            async session =>
            {
                await session.FirstAsync("SELECT nothing FROM nowhere", [], row => row.GetString(0), Stop);
                return "";
            },
            _ => throw new InvalidOperationException("my own fault"));

        Assert.Equal(
            [null, PostgresErrorCodes.UniqueViolation, null, PostgresErrorCodes.UndefinedTable, "my own fault"],
            all.Select(outcome => (outcome.Failure as PostgresException)?.SqlState ?? outcome.Failure?.Message));
        Assert.Equal([1L, 3L], await NumbersAsync());
    }

    [Fact]
    public async Task What_changes_a_row_that_is_not_there_is_tried_again_and_then_told()
    {
        var tries = 0;
        var all = await TogetherAsync(
            database,
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
    public async Task A_row_that_several_lock_is_each_ones_in_turn()
    {
        await database.WriteAsync(session => session.Write("INSERT INTO work VALUES (1, '0')"), Stop);

        var all = await TogetherAsync(database, [.. Enumerable.Range(0, 12).Select(_ => (Func<Session, Task<string>>)(session => CountAsync(session, 1)))]);

        Assert.All(all, outcome => Assert.Null(outcome.Failure));
        Assert.Equal("12", await TextAsync(1));
    }

    [Fact]
    public async Task What_two_programs_wait_for_of_one_another_is_done_all_the_same()
    {
        await database.WriteAsync(session => session.Write("INSERT INTO work VALUES (1, '0'), (2, '0')"), Stop);
        await using var rival = Open();
        Func<Session, Task<string>> forth = async session => await CountAsync(session, 1) + await CountAsync(session, 2);
        Func<Session, Task<string>> back = async session => await CountAsync(session, 2) + await CountAsync(session, 1);

        var all = await Task.WhenAll(TogetherAsync(database, forth, Only(TransactionAsync)), TogetherAsync(rival, back, Only(TransactionAsync)));

        Assert.All(all.SelectMany(one => one), outcome => Assert.Null(outcome.Failure));
        Assert.Equal(("2", "2"), (await TextAsync(1), await TextAsync(2)));
    }

    [Fact]
    public async Task A_row_that_somebody_holds_for_long_holds_nobody_else_up()
    {
        await database.WriteAsync(session => session.Write("INSERT INTO work VALUES (1, '0')"), Stop);
        await using var somebody = new NpgsqlConnection(store!.Settings["Storage:ConnectionString"]);
        await somebody.OpenAsync(Stop);
        await using var hold = await somebody.BeginTransactionAsync(Stop);
        await using (var command = new NpgsqlCommand("SELECT text FROM work WHERE number = 1 FOR UPDATE", somebody, hold))
        {
            await command.ExecuteScalarAsync(Stop);
        }

        var stuck = Enumerable.Range(0, 3).Select(_ => database.WriteTogetherAsync((session, _) => CountAsync(session, 1), Stop)).ToList();
        await Task.WhenAll(Enumerable.Range(2, 40).Select(number => database.WriteTogetherAsync(session => Insert(session, number), Stop)));
        Assert.All(stuck, one => Assert.False(one.IsCompleted));

        await hold.CommitAsync(Stop);
        await Task.WhenAll(stuck);
        Assert.Equal("3", await TextAsync(1));
    }

    [Fact]
    public async Task What_reads_with_EF_Core_is_done_by_itself()
    {
        var all = await TogetherAsync(
            database,
            Only(session => Insert(session, 1)),
            Only(session =>
            {
                Insert(session, 2);
                return session.Ef.People.Count().ToString(CultureInfo.InvariantCulture);
            }));

        Assert.Equal(["", "0"], all.Select(outcome => outcome.Failure is null ? outcome.Result : throw outcome.Failure));
        Assert.Equal([1L, 2L], await NumbersAsync());
    }

    [Fact]
    public async Task Whoever_has_gone_has_written_nothing()
    {
        using var gone = new CancellationTokenSource();
        var all = await TogetherAsync(
            database,
            Only(session => Insert(session, 1)),
            async session =>
            {
                Insert(session, 2);
                await gone.CancelAsync();
                gone.Token.ThrowIfCancellationRequested();
                return "";
            });

        Assert.IsAssignableFrom<OperationCanceledException>(all[1].Failure);
        Assert.Equal([1L], await NumbersAsync());
    }

    [Fact]
    public async Task Values_come_back_as_they_were_written()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
        await TogetherAsync(
            database,
            Only(session => session.Write("INSERT INTO work VALUES ($1, $2, $3, $4)", now, "Åsa's 'räksmörgås' 🦐 \\ %", true, new byte[] { 0, 1, 255 })),
            Only(session => session.Write("INSERT INTO work VALUES ($1, $2, $3, $4)", 5, null, null, null)),
            Only(session => session.Write("INSERT INTO work VALUES ($1, $2, $3, $4)", long.MinValue, "", false, null)));

        var rows = await database.ReadAsync(
            (session, token) => session.ListAsync(
                "SELECT number, text, truth, bytes FROM work ORDER BY number", [],
                row => (row.GetInt64(0), row.TextOrNull(1), row.IsDBNull(2) ? "" : row.GetBoolean(2).ToString(), row.IsDBNull(3) ? "" : Convert.ToHexString((byte[])row.GetValue(3))), token),
            Stop);
        Assert.Equal([(long.MinValue, "", "False", ""), (5, null, "", ""), (now.ToUnixTimeMilliseconds(), "Åsa's 'räksmörgås' 🦐 \\ %", "True", "0001FF")], rows);
    }

    private PostgreSqlDatabase Open() => new(new StorageOptions { Provider = PostgreSqlDatabase.Provider, ConnectionString = store!.Settings["Storage:ConnectionString"]! });

    private static void Insert(Session session, int number) => session.Write("INSERT INTO work (number) VALUES ($1)", number);

    private static Func<Session, Task<string>> Only(Action<Session> work) => Only(session =>
    {
        work(session);
        return "";
    });

    private static Func<Session, Task<string>> Only(Func<Session, string> work) => session => Task.FromResult(work(session));

    private static Func<Session, Task<string>> Only(Func<Session, Task<string>> work) => work;

    private static async Task<string> TransactionAsync(Session session) => (await session.FirstAsync("SELECT pg_current_xact_id()::text", [], row => row.GetString(0), Stop))!;

    private static async Task<string> CountAsync(Session session, int number)
    {
        var text = await session.FirstAsync($"SELECT text FROM work WHERE number = $1 {session.ForUpdate}", [number], row => row.GetString(0), Stop);
        session.Write("UPDATE work SET text = $2 WHERE number = $1", number, (int.Parse(text!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        return text!;
    }

    /// <summary>Hands all in while every group is held up, so that they wait together.</summary>
    private static async Task<List<(string? Result, Exception? Failure)>> TogetherAsync(Database database, params Func<Session, Task<string>>[] work)
    {
        var held = new TaskCompletionSource();
        var holding = new List<Task>();
        var begun = new SemaphoreSlim(0);
        for (var one = 0; one < PostgreSqlDatabase.MostGroups; one++)
        {
            holding.Add(database.WriteTogetherAsync(
                async (_, _) =>
                {
                    begun.Release();
                    await held.Task;
                    return "";
                },
                Stop));
            await begun.WaitAsync(Stop);
        }

        var all = work.Select(piece => database.WriteTogetherAsync((session, _) => piece(session), Stop)).ToList();
        held.SetResult();
        await Task.WhenAll(holding);
        var outcomes = new List<(string?, Exception?)>();
        foreach (var one in all)
        {
            var failure = await Record.ExceptionAsync(() => one);
            outcomes.Add((failure is null ? await one : null, failure));
        }

        return outcomes;
    }

    private Task<List<long>> NumbersAsync() =>
        database.ReadAsync((session, token) => session.ListAsync("SELECT number FROM work ORDER BY number", [], row => row.GetInt64(0), token), Stop);

    private Task<string?> TextAsync(int number) =>
        database.ReadAsync((session, token) => session.FirstAsync("SELECT text FROM work WHERE number = $1", [number], row => row.GetString(0), token), Stop);
}
