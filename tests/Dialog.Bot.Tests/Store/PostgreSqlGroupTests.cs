using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Store;

[Trait("store", "PostgreSql")]
public sealed class PostgreSqlGroupTests : GroupTests, IAsyncLifetime
{
    private TestStore? store;
    private PostgreSqlDatabase database = null!;

    private protected override Database Database => database;

    private string ConnectionString => store!.Settings["Storage:ConnectionString"]!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "Needs a PostgreSQL server: DIALOG_TEST_POSTGRESQL.");
        store = new TestStore();
        database = Open();
        await database.WriteAsync(session => session.Write(Table), Stop);
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
        var all = await TogetherAsync(database, [.. Enumerable.Range(0, 6).Select(_ => (Func<Session, Task<string>>)TransactionAsync)]);

        Assert.Single(all.Select(outcome => outcome.Result).Distinct());
    }

    [Fact]
    public async Task What_two_programs_wait_for_of_one_another_is_done_all_the_same()
    {
        await InsertCountersAsync();
        await using var rival = Open();
        Func<Session, Task<string>> forth = async session => await CountAsync(session, 1) + await CountAsync(session, 2);
        Func<Session, Task<string>> back = async session => await CountAsync(session, 2) + await CountAsync(session, 1);

        var all = await Task.WhenAll(TogetherAsync(database, forth, TransactionAsync), TogetherAsync(rival, back, TransactionAsync));

        Assert.All(all.SelectMany(one => one), outcome => Assert.Null(outcome.Failure));
        Assert.Equal(("2", "2"), (await TextAsync(1), await TextAsync(2)));
    }

    [Fact]
    public async Task Rows_are_locked_in_the_same_order_whoever_comes_first()
    {
        await InsertCountersAsync();
        await using var somebody = await RowHolder.HoldAsync(ConnectionString, 1, Stop);

        var all = TogetherAsync(database, session => CountAsync(session, 2), session => CountAsync(session, 1));
        await somebody.UntilOthersWaitAsync(Stop);

        Assert.True(await somebody.CanHoldTooAsync(2, Stop));
        await somebody.DisposeAsync();
        Assert.All(await all, outcome => Assert.Null(outcome.Failure));
    }

    [Fact]
    public async Task A_row_that_somebody_holds_for_long_holds_nobody_else_up()
    {
        await InsertCountersAsync();
        await using var somebody = await RowHolder.HoldAsync(ConnectionString, 1, Stop);

        var stuck = Enumerable.Range(0, 3).Select(_ => database.WriteTogetherAsync((session, _) => CountAsync(session, 1), Stop)).ToList();
        await Task.WhenAll(Enumerable.Range(3, 40).Select(number => database.WriteTogetherAsync(session => Insert(session, number), Stop)));
        Assert.All(stuck, one => Assert.False(one.IsCompleted));

        await somebody.DisposeAsync();
        await Task.WhenAll(stuck);
        Assert.Equal("3", await TextAsync(1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_somebody_is_at_is_left_alone_when_it_need_not_be_waited_for(bool together)
    {
        await InsertCountersAsync();
        await using var somebody = await RowHolder.HoldAsync(ConnectionString, 1, Stop);
        static Task<string?> First(Session session, CancellationToken token) =>
            session.LockIfFreeAsync("w", "SELECT CAST(w.number AS TEXT) FROM work w ORDER BY w.number LIMIT 1", [], row => row.GetString(0), token);

        Assert.Equal("2", await (together ? database.WriteTogetherAsync(First, Stop) : database.WriteAsync(First, Stop)));
        Assert.Equal("1", await database.ReadAsync(First, Stop));
    }

    [Fact]
    public async Task What_reads_with_EF_Core_is_done_by_itself()
    {
        var all = await TogetherAsync(
            database,
            Only(session => Insert(session, 1)),
            session =>
            {
                Insert(session, 2);
                return Task.FromResult(session.Ef.People.Count().ToString(CultureInfo.InvariantCulture));
            });

        Assert.Equal(["", "0"], all.Select(outcome => outcome.Failure is null ? outcome.Result : throw outcome.Failure));
        Assert.Equal([1L, 2L], await NumbersAsync());
    }

    [Fact]
    public async Task A_plan_is_made_once()
    {
        static Task<string?> Setting(Session session, CancellationToken token) => session.FirstAsync("SHOW plan_cache_mode", [], row => row.GetString(0), token);

        Assert.Equal("force_generic_plan", await database.ReadAsync(Setting, Stop));
        Assert.Equal("force_generic_plan", await database.WriteTogetherAsync(Setting, Stop));
    }

    private protected override async Task HoldUpAsync(Database busy, Action meanwhile, Task begun)
    {
        var holders = new List<(TaskCompletionSource LetGo, Task Holding)>();
        for (var one = 0; one < PostgreSqlDatabase.MostGroups; one++)
        {
            var (letGo, holds) = (new TaskCompletionSource(), new TaskCompletionSource());
            var holding = busy.WriteTogetherAsync(
                async (_, _) =>
                {
                    holds.SetResult();
                    await letGo.Task;
                    return "";
                },
                Stop);
            await holds.Task;
            holders.Add((letGo, holding));
        }

        meanwhile();
        foreach (var (letGo, holding) in holders)
        {
            letGo.SetResult();
            await holding;
            await begun;
        }
    }

    private static async Task<string> TransactionAsync(Session session) => (await session.FirstAsync("SELECT pg_current_xact_id()::text", [], row => row.GetString(0), Stop))!;

    private PostgreSqlDatabase Open() => new(new StorageOptions { Provider = PostgreSqlDatabase.Provider, ConnectionString = ConnectionString });

    private Task InsertCountersAsync() => database.WriteAsync(session => session.Write("INSERT INTO work (number, text) VALUES (1, '0'), (2, '0')"), Stop);
}
