using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Tests.Store;

/// <summary>
/// The same as <see cref="UpgradeTests"/> on PostgreSQL: a kept database of every schema (<c>Fixtures/schemas-postgresql</c>, as <c>pg_dump --inserts --no-owner</c> writes it, without
/// psql's own commands), with rows in every table.
/// </summary>
[Trait("store", "PostgreSql")]
public sealed class PostgreSqlUpgradeTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures", "schemas-postgresql");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Fixtures, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void There_is_a_kept_database_of_every_schema() => Assert.Equal(Schema.Names(PostgreSqlDatabase.Provider), Kept.Select(kept => kept.Data));

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_database_of_an_earlier_version_is_brought_up_to_date_and_every_row_can_be_read(string schema)
    {
        using var store = new TestStore();
        var options = new StorageOptions { Provider = PostgreSqlDatabase.Provider, ConnectionString = store.Settings["Storage:ConnectionString"]! };
        await RunAsync(options, "DROP SCHEMA public CASCADE");
        await RunAsync(options, "CREATE SCHEMA public");
        await RunAsync(options, await File.ReadAllTextAsync(Path.Combine(Fixtures, $"{schema}.sql"), Stop));
        var before = new Dictionary<string, int>();
        foreach (var table in await ListAsync(options, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_%'"))
        {
            before.Add(table, int.Parse(Assert.Single(await ListAsync(options, $"SELECT COUNT(*)::text FROM \"{table}\"")), System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.DoesNotContain(0, before.Values);
        await using var database = new PostgreSqlDatabase(options);
        await database.BringUpToDateAsync(Stop);

        Assert.True(await database.IsUpToDateAsync(Stop));
        await using var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseNpgsql(options.ConnectionString).Options);
        await UpgradeTests.AssertAllIsReadAsync(db, database, before);
    }

    private static async Task RunAsync(StorageOptions options, string sql)
    {
        await using var connection = new NpgsqlConnection($"{options.ConnectionString};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task<List<string>> ListAsync(StorageOptions options, string sql)
    {
        await using var connection = new NpgsqlConnection($"{options.ConnectionString};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
