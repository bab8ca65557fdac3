using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>One piece of work on PostgreSQL: reads go out as they come, all writes in one round trip, which is a transaction by itself when nothing was read before.</summary>
/// <param name="connection">For this work alone.</param>
/// <param name="writes">The work may write: what it reads, it reads in the transaction it writes in.</param>
internal sealed class PostgreSqlSession(NpgsqlConnection connection, bool writes) : Session
{
    private NpgsqlTransaction? transaction;

    public override string ForUpdate => writes ? "FOR UPDATE" : "";

    public override string ForUpdateIfFree(string table) => $"FOR UPDATE OF {table} SKIP LOCKED";

    public override async Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        PostgreSqlStatements.Bind(command.Parameters, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await PostgreSqlStatements.ListAsync(reader, read, cancellationToken);
    }

    /// <summary>Sends the writes and commits.</summary>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (Writes.Count > 0)
        {
            await SendAsync(cancellationToken);
        }

        if (transaction is not null)
        {
            // From here on the outcome is the server's: giving up now would not tell whether it is written.
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (Writes.Any(write => write.Sure))
        {
            await BeginAsync(cancellationToken);
        }

        // Without a transaction around it this commits, too, see there.
        await PostgreSqlStatements.SendAsync(connection, transaction, Writes, transaction is null ? CancellationToken.None : cancellationToken);
        Discard();
    }

    /// <summary>Costs nothing by itself: it goes out with what comes first.</summary>
    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (writes)
        {
            transaction ??= await connection.BeginTransactionAsync(cancellationToken);
        }
    }

    protected override DialogDb OpenEf()
    {
        if (writes)
        {
            transaction ??= connection.BeginTransaction();
        }

        var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseNpgsql(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        db.Database.UseTransaction(transaction);
        return db;
    }
}
