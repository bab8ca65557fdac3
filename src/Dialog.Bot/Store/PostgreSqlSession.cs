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

    public override async Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        Bind(command.Parameters, values);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new NpgsqlRow(reader);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
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

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (sql, values, _) in Writes)
        {
            var command = new NpgsqlBatchCommand(sql);
            Bind(command.Parameters, values);
            batch.BatchCommands.Add(command);
        }

        // Without a transaction around it this commits, too, see there.
        await batch.ExecuteNonQueryAsync(transaction is null ? CancellationToken.None : cancellationToken);
        if (Writes.Where((write, index) => write.Sure && batch.BatchCommands[index].RecordsAffected == 0).Any())
        {
            throw new ConflictException();
        }

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

    private static void Bind(NpgsqlParameterCollection parameters, object?[] values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = ForDatabase(value) });
        }
    }

    /// <summary>What a value is for the database.</summary>
    private static object ForDatabase(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        Enum name => name.ToString(),
        _ => value,
    };

    /// <summary>The row the reader has come to.</summary>
    private sealed class NpgsqlRow(NpgsqlDataReader reader) : Row
    {
        public override int FieldCount => reader.FieldCount;

        public override string GetName(int column) => reader.GetName(column);

        public override bool IsDBNull(int column) => reader.IsDBNull(column);

        public override string GetString(int column) => reader.GetString(column);

        public override int GetInt32(int column) => reader.GetInt32(column);

        public override long GetInt64(int column) => reader.GetInt64(column);

        public override bool GetBoolean(int column) => reader.GetBoolean(column);

        public override object GetValue(int column) => reader.GetValue(column);
    }
}
