using System.Threading.Channels;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>
/// PostgreSQL, for any number of processes at once. Work has a transaction and a connection of its own, or shares both with its neighbours
/// (<see cref="PostgreSqlGroup"/>) when it may.
/// </summary>
internal sealed class PostgreSqlDatabase : Database, IAsyncDisposable
{
    public const string Provider = "PostgreSql";

    /// <summary>Pieces of work in the database at the same time; more only wait there instead of here.</summary>
    private const int MostAtOnce = 24;

    /// <summary>Groups at the same time: while one waits for the server, another is worked on.</summary>
    public const int MostGroups = 2;

    /// <summary>Pieces of work that share a transaction at most: the first has to wait for the last.</summary>
    private const int MostInGroup = 32;

    /// <summary>Any number: who brings the tables up to date holds this lock meanwhile.</summary>
    private const long UpToDateLock = 0x4469616c6f67;

    /// <summary>Every statement finds its rows by an index, whichever they are: making a plan each time costs more than the statement.</summary>
    private const string PlanOnce = "SET plan_cache_mode = force_generic_plan";

    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim slots = new(MostAtOnce, MostAtOnce);
    private readonly Channel<Work> together = Channel.CreateUnbounded<Work>();
    private readonly Task[] groups;
    private int waiting;

    public PostgreSqlDatabase(StorageOptions options)
    {
        source = Source(options);
        groups = [.. Enumerable.Range(0, MostGroups).Select(_ => Task.Run(RunGroupsAsync))];
    }

    protected override string Scripts => Provider;

    public override bool IsShared => true;

    public override Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => CountedAsync(() => WriteAloneAsync(work, cancellationToken));

    public override Task<T> WriteTogetherAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => CountedAsync(() =>
    {
        var piece = new Work<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(!together.Writer.TryWrite(piece), this);
        return piece.Outcome;
    });

    public override Task<T> OneAtATimeAsync<T>(long key, Func<Task<T>> work, CancellationToken cancellationToken) => base.OneAtATimeAsync(
        key,
        async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, $"SELECT pg_advisory_xact_lock({key})", cancellationToken);
            return await work();
        },
        cancellationToken);

    public override async Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var session = new PostgreSqlSession(connection, writes: false);
        return await work(session, cancellationToken);
    }

    public override async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = new PostgreSqlSession(connection, writes: false);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({UpToDateLock})", cancellationToken);
        await RunAsync(connection, Schema.CreateHistory, cancellationToken);
        foreach (var name in await MissingAsync(session, cancellationToken))
        {
            await RunAsync(connection, Schema.Script(Provider, name), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        together.Writer.Complete();
        await Task.WhenAll(groups);
        await source.DisposeAsync();
        slots.Dispose();
    }

    /// <summary>What <c>Storage:ConnectionString</c> leaves out is set; what it says holds: how many connections the server has for us, and whether what stands between lets statements be prepared.</summary>
    /// <param name="given">The connection string as configured.</param>
    /// <param name="connections">At most at the same time.</param>
    public static string Completed(string given, int connections)
    {
        var builder = new NpgsqlConnectionStringBuilder(given);
        foreach (var (key, value) in new (string, object)[] { ("Maximum Pool Size", connections), ("Max Auto Prepare", 100), ("Auto Prepare Min Usages", 2), ("Application Name", "Dialog") })
        {
            if (!builder.ShouldSerialize(key))
            {
                builder[key] = value;
            }
        }

        return builder.ConnectionString;
    }

    private static NpgsqlDataSource Source(StorageOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(Completed(options.ConnectionString, MostAtOnce * 2));

        // Work leaves nothing behind on a connection (no SET, no temporary table, no lock that outlives its transaction): nothing has to be taken back.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(PlanOnce, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(PlanOnce, connection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.Build();
    }

    /// <summary>However long it takes: another program may be at it already, and a large store is rewritten in a while.</summary>
    private static async Task RunAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(script, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<T> CountedAsync<T>(Func<Task<T>> write)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new StoreBusyException();
        }

        try
        {
            return await write();
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>What waits at the same time goes together. What cannot, goes alone beside it: it may wait long for a row, and holds nobody up.</summary>
    private async Task RunGroupsAsync()
    {
        var group = new List<Work>(MostInGroup);
        while (await together.Reader.WaitToReadAsync())
        {
            while (group.Count < MostInGroup && together.Reader.TryRead(out var work))
            {
                group.Add(work);
            }

            foreach (var work in await RunGroupAsync(group))
            {
                _ = RunAloneAsync(work);
            }

            group.Clear();
        }
    }

    /// <summary>Gives back what is still to be done, alone.</summary>
    private async Task<IReadOnlyList<Work>> RunGroupAsync(List<Work> group)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var shared = new PostgreSqlGroup(connection);
            return await shared.RunAsync(group);
        }
        catch (Exception exception)
        {
            group.ForEach(work => work.Fail(exception));
            return [];
        }
    }

    private async Task RunAloneAsync(Work work)
    {
        work.Failure = null;
        try
        {
            await WriteAloneAsync(
                async (session, _) =>
                {
                    await work.DoAsync(session);
                    return true;
                },
                work.Cancellation);
            work.Finish();
        }
        catch (Exception exception)
        {
            work.Fail(exception);
        }
    }

    private async Task<T> WriteAloneAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await WriteNowAsync(work, cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<T> WriteNowAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var session = new PostgreSqlSession(connection, writes: true);
            try
            {
                var result = await work(session, cancellationToken);
                await session.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (attempt < MaxAttempts && IsLostRace(exception))
            {
            }
        }
    }

    /// <summary>Somebody else wrote the same key, changed the same row, or waited for what we held.</summary>
    private static bool IsLostRace(Exception exception) => exception is ConflictException
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
