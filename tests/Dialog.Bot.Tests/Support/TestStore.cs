using Npgsql;

namespace Dialog.Bot.Tests.Support;

/// <summary>
/// An empty store of its own for one test: a SQLite file, or with <c>DIALOG_TEST_POSTGRESQL</c> (a connection string) a schema in that
/// PostgreSQL server. The same tests run on both.
/// </summary>
internal sealed class TestStore : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("DIALOG_TEST_POSTGRESQL") is { Length: > 0 } server ? server : null;

    private readonly string folder = Directory.CreateTempSubdirectory("dialog-test-").FullName;
    private readonly string schema = $"t{Guid.CreateVersion7():N}";

    public TestStore()
    {
        if (IsPostgreSql)
        {
            Run($"CREATE SCHEMA {schema}");
        }
    }

    public static bool IsPostgreSql => Server is not null;

    public Dictionary<string, string?> Settings => IsPostgreSql
        ? new() { ["Storage:Provider"] = "PostgreSql", ["Storage:ConnectionString"] = new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema }.ConnectionString }
        : new() { ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "dialog.db")}" };

    public void Dispose()
    {
        if (IsPostgreSql)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Settings["Storage:ConnectionString"]));
            Run($"DROP SCHEMA {schema} CASCADE");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
