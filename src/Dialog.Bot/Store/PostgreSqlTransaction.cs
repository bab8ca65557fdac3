using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>A transaction on PostgreSQL that begins when it is needed.</summary>
/// <param name="connection">For this transaction alone.</param>
internal sealed class PostgreSqlTransaction(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>Null before it began: every statement is then one by itself.</summary>
    public NpgsqlTransaction? Begun { get; private set; }

    /// <summary>Costs nothing by itself: it goes out with what comes first.</summary>
    public void Begin() => Begun ??= connection.BeginTransaction();

    /// <summary>Sends the writes in one exchange and commits.</summary>
    /// <exception cref="ConflictException">Somebody else was first; nothing was written.</exception>
    public async Task CommitAsync(IReadOnlyList<Statement> writes, CancellationToken cancellationToken)
    {
        if (writes.Any(write => write.Sure))
        {
            Begin();
        }

        // Once the server is told to commit the outcome is its own: giving up then would not tell whether it is written. Without a transaction that is at once.
        if (writes.Count > 0)
        {
            await SendAsync(writes, Begun is null ? CancellationToken.None : cancellationToken);
        }

        if (Begun is not null)
        {
            await Begun.CommitAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Begun is not null)
        {
            await Begun.DisposeAsync();
        }
    }

    private async Task SendAsync(IReadOnlyList<Statement> writes, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, Begun);
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(PostgreSqlStatements.Command(write.Sql, write.Values));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        for (var index = 0; index < writes.Count; index++)
        {
            if (writes[index].Sure && batch.BatchCommands[index].RecordsAffected == 0)
            {
                throw new ConflictException();
            }
        }
    }
}
