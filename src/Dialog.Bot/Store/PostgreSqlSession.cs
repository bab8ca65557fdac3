using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>One piece of work on PostgreSQL: reads go out as they come, all writes in one round trip, which is a transaction by itself when nothing was read before.</summary>
/// <param name="connection">For this work alone.</param>
/// <param name="writes">The work may write: what it reads, it reads in the transaction it writes in.</param>
internal sealed class PostgreSqlSession(NpgsqlConnection connection, bool writes) : Session
{
    private readonly PostgreSqlTransaction transaction = new(connection);

    public override async Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
    {
        BeginToWrite();
        await using var command = new NpgsqlCommand(sql, connection, transaction.Begun);
        PostgreSqlStatements.Bind(command.Parameters, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await PostgreSqlStatements.ListAsync(reader, read, cancellationToken);
    }

    public override Task<T?> LockAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
        where T : class => FirstAsync(writes ? PostgreSqlStatements.Lock(sql) : sql, values, read, cancellationToken);

    public override Task<T?> LockIfFreeAsync<T>(string table, string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
        where T : class => FirstAsync(writes ? PostgreSqlStatements.LockIfFree(table, sql) : sql, values, read, cancellationToken);

    /// <summary>Sends the writes and commits.</summary>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(Writes, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await transaction.DisposeAsync();
    }

    protected override DialogDb OpenEf()
    {
        BeginToWrite();
        var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseNpgsql(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        db.Database.UseTransaction(transaction.Begun);
        return db;
    }

    private void BeginToWrite()
    {
        if (writes)
        {
            transaction.Begin();
        }
    }
}
