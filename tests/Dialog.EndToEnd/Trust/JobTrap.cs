using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.EndToEnd.Trust;

/// <summary>A row that cannot be deleted to the end: time to pull the plug in the middle of a transaction. And what is stored, seen from outside the program.</summary>
internal abstract class JobTrap
{
    /// <summary>Whoever deletes such a row of the table stays in the middle of it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="when">Of the row, called <c>old</c>.</param>
    public abstract Task SetAsync(string table, string when);

    /// <summary>Somebody is in it.</summary>
    public abstract Task<bool> HasCaughtAsync();

    /// <summary>Takes it away when who was in it is dead, and waits until nothing of theirs goes on.</summary>
    public abstract Task TakeAwayAsync(string table);

    /// <summary>Runs statements in one transaction.</summary>
    public async Task RunAsync(params string[] statements)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var statement in statements)
        {
            await using var command = Command(connection, statement);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>The first column of what is found.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return found;
    }

    /// <summary>Names of a table's columns.</summary>
    public async Task<List<string>> ColumnsAsync(string table)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, $"SELECT * FROM \"{table}\" LIMIT 0");
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    protected abstract Task<DbConnection> OpenAsync();

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}

/// <summary>In SQLite's file: reads for minutes what nobody needs.</summary>
internal sealed class SqliteTrap(string file) : JobTrap
{
    private int busy;

    public override async Task SetAsync(string table, string when)
    {
        busy = 0;
        await RunAsync(
            "CREATE VIEW IF NOT EXISTS slow AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT i FROM n",
            $"CREATE TRIGGER stop BEFORE DELETE ON \"{table}\" WHEN {when} BEGIN SELECT count(*) FROM slow; END");
    }

    /// <summary>The program is within a transaction that does not end: nobody else may write, time after time.</summary>
    public override Task<bool> HasCaughtAsync()
    {
        using var connection = Open(waits: 1);
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        try
        {
            begin.ExecuteNonQuery();
            busy = 0;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 5)
        {
            busy++;
        }

        return Task.FromResult(busy >= 2);
    }

    public override Task TakeAwayAsync(string table) => RunAsync("DROP TRIGGER stop");

    protected override Task<DbConnection> OpenAsync() => Task.FromResult<DbConnection>(Open(waits: 30));

    private SqliteConnection Open(int waits)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false;Default Timeout={waits}");
        connection.Open();
        return connection;
    }
}

/// <summary>On PostgreSQL: waits for a lock that the test holds. The server goes on with what a dead program had sent, and then finds nobody who commits it.</summary>
internal sealed class PostgreSqlTrap(string server) : JobTrap, IAsyncDisposable
{
    private const string Lock = "4711";

    private NpgsqlConnection? holding;

    public override async Task SetAsync(string table, string when)
    {
        holding = (NpgsqlConnection)await OpenAsync();
        await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({Lock})", holding);
        await hold.ExecuteNonQueryAsync();
        await RunAsync(
            $"CREATE OR REPLACE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock({Lock}); RETURN old; END $$",
            $"CREATE TRIGGER stop BEFORE DELETE ON \"{table}\" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION stop()");
    }

    public override async Task<bool> HasCaughtAsync() => await WaitingAsync() == "1";

    public override async Task TakeAwayAsync(string table)
    {
        await holding!.DisposeAsync();
        await RunAsync($"DROP TRIGGER stop ON \"{table}\"");
    }

    public async ValueTask DisposeAsync()
    {
        if (holding is not null)
        {
            await holding.DisposeAsync();
        }
    }

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{server};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private async Task<string> WaitingAsync() =>
        (await ReadAsync($"SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.objid = {Lock} AND NOT l.granted"))[0];
}
