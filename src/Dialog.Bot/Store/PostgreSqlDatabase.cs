using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>PostgreSQL, for any number of processes at once. Each piece of work has a transaction and a connection of its own; the server shares the flush.</summary>
internal sealed class PostgreSqlDatabase : Database, IAsyncDisposable
{
    public const string Provider = "PostgreSql";

    /// <summary>Pieces of work in the database at the same time; more only wait there instead of here.</summary>
    private const int MostAtOnce = 24;

    /// <summary>Any number: who brings the tables up to date holds this lock meanwhile.</summary>
    private const long UpToDateLock = 0x4469616c6f67;

    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim slots = new(MostAtOnce, MostAtOnce);
    private int waiting;

    public PostgreSqlDatabase(StorageOptions options) => source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString)
    {
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        MaxPoolSize = MostAtOnce * 2,
        ApplicationName = "Dialog",

        // Nothing is left behind on a connection (no SET, no temporary table, no lock that outlives its transaction): nothing has to be taken back.
        NoResetOnClose = true,
    });

    protected override string Scripts => Provider;

    public override bool IsShared => true;

    public override async Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new StoreBusyException();
        }

        try
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
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

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
        await source.DisposeAsync();
        slots.Dispose();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
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
