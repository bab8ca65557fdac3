using Npgsql;

namespace Dialog.Bot.Tests.Store;

/// <summary>Another program that has locked a row of <c>work</c> and keeps it until it is disposed.</summary>
internal sealed class RowHolder : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private RowHolder(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<RowHolder> HoldAsync(string connectionString, int number, CancellationToken cancellationToken)
    {
        var holder = new RowHolder(new NpgsqlConnection(connectionString));
        await holder.connection.OpenAsync(cancellationToken);
        await holder.connection.BeginTransactionAsync(cancellationToken);
        Assert.True(await holder.CanHoldTooAsync(number, cancellationToken));
        return holder;
    }

    /// <summary>Whether it is free; then it is held from now on.</summary>
    public async Task<bool> CanHoldTooAsync(int number, CancellationToken cancellationToken) =>
        await AskAsync($"SELECT number FROM work WHERE number = {number} FOR UPDATE SKIP LOCKED", cancellationToken) is not null;

    public async Task UntilOthersWaitAsync(CancellationToken cancellationToken)
    {
        while (await AskAsync("SELECT pid FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid LIMIT 1", cancellationToken) is null)
        {
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<object?> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
