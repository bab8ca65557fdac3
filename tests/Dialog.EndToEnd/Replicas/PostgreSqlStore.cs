using Npgsql;

namespace Dialog.EndToEnd.Replicas;

/// <summary>A database of its own on the PostgreSQL server that <c>DIALOG_TEST_POSTGRESQL</c> names.</summary>
internal sealed class PostgreSqlStore : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _database = $"e2e_{Guid.CreateVersion7():N}";

    private PostgreSqlStore(string server) => _server = server;

    /// <summary>What a program on this store is configured with.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage__Provider"] = "PostgreSql",
        ["Storage__ConnectionString"] = Connection,
    };

    /// <summary>Where it is.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ConnectionString;

    /// <summary>Skips the test where there is no server.</summary>
    public static async Task<PostgreSqlStore> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable("DIALOG_TEST_POSTGRESQL");
        Assert.SkipUnless(server is { Length: > 0 }, "Needs a PostgreSQL server: DIALOG_TEST_POSTGRESQL.");
        var store = new PostgreSqlStore(server!);
        await RunAsync(store._server, $"CREATE DATABASE {store._database}");
        return store;
    }

    public async ValueTask DisposeAsync() => await RunAsync(_server, $"DROP DATABASE {_database} WITH (FORCE)");

    /// <summary>No turn can be committed until what is returned is disposed.</summary>
    public async Task<IAsyncDisposable> HoldAsync()
    {
        var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, """BEGIN; LOCK TABLE "Inbox" IN EXCLUSIVE MODE""");
        return connection;
    }

    /// <summary>Another one after every turn that was committed.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("""SELECT COALESCE(MAX("Seq"), 0)::text FROM "Messages" """, connection);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RunAsync(string to, string sql)
    {
        await using var connection = new NpgsqlConnection(to);
        await connection.OpenAsync();
        await RunAsync(connection, sql);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
