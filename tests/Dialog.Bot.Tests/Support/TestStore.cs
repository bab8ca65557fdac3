using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bot.Tests.Support;

/// <summary>
/// A store of its own for one test, up to date and without rows: a SQLite file, or with <c>DIALOG_TEST_POSTGRESQL</c> (a connection string) a
/// database on that PostgreSQL server. The same tests run on both.
/// </summary>
internal sealed class TestStore : IDisposable
{
    private const string TemplateName = "dialog_tests_template";

    private static readonly string? Server = Environment.GetEnvironmentVariable("DIALOG_TEST_POSTGRESQL") is { Length: > 0 } server ? server : null;

    /// <summary>Tables are made once and copied: making them costs more than most tests.</summary>
    private static readonly Lazy<Task<byte[]>> Template = new(() => IsPostgreSql ? MakeDatabaseAsync() : MakeFileAsync());

    private readonly string folder = Directory.CreateTempSubdirectory("dialog-test-").FullName;
    private readonly string database = $"t{Guid.CreateVersion7():N}";

    public TestStore()
    {
        var template = Task.Run(() => Template.Value).GetAwaiter().GetResult();
        if (IsPostgreSql)
        {
            Run($"CREATE DATABASE {database} TEMPLATE {TemplateName} STRATEGY FILE_COPY");
        }
        else
        {
            File.WriteAllBytes(FileIn(folder), template);
        }
    }

    public static bool IsPostgreSql => Server is not null;

    public Dictionary<string, string?> Settings => IsPostgreSql
        ? new() { ["Storage:Provider"] = "PostgreSql", ["Storage:ConnectionString"] = Connection(database) }
        : new() { ["Storage:ConnectionString"] = $"Data Source={FileIn(folder)}" };

    /// <summary>The text is somewhere in the files, read as they lie on the disk.</summary>
    public bool Contains(string text) => Directory.GetFiles(folder, "dialog.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    });

    public void Dispose()
    {
        if (IsPostgreSql)
        {
            Run($"DROP DATABASE {database} WITH (FORCE)");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<byte[]> MakeFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dialog-template-");
        var file = FileIn(folder.FullName);
        using (var gate = new WriteGate())
        {
            await using var store = new SqliteDatabase(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=false" }, gate);
            await store.BringUpToDateAsync(CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        var made = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return made;
    }

    private static async Task<byte[]> MakeDatabaseAsync()
    {
        Run($"DROP DATABASE IF EXISTS {TemplateName}");
        Run($"CREATE DATABASE {TemplateName}");
        await using (var store = new PostgreSqlDatabase(new StorageOptions { Provider = PostgreSqlDatabase.Provider, ConnectionString = Connection(TemplateName) }))
        {
            await store.BringUpToDateAsync(CancellationToken.None);
        }

        return [];
    }

    private static string FileIn(string folder) => Path.Combine(folder, "dialog.db");

    private static string Connection(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
