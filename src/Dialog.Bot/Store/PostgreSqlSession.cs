using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>One piece of work on PostgreSQL: reads go out as they come, all writes in one round trip.</summary>
internal sealed class PostgreSqlSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : Session
{
    public override string ForUpdate => transaction is null ? "" : "FOR UPDATE";

    public override async Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = ForDatabase(value) });
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Sends the writes.</summary>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (Writes.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (sql, values, _) in Writes)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = ForDatabase(value) });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (Writes.Where((write, index) => write.Sure && batch.BatchCommands[index].RecordsAffected == 0).Any())
        {
            throw new ConflictException();
        }

        Discard();
    }

    protected override DialogDb OpenEf()
    {
        var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseNpgsql(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        db.Database.UseTransaction(transaction);
        return db;
    }
}
