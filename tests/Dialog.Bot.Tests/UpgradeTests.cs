using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests;

/// <summary>
/// A kept database of every schema there has been (<c>Fixtures/schemas</c>, as <c>sqlite3 … .dump</c> writes it), with rows in every table. A new
/// migration needs one more: last one's, brought up to date, with rows in what is new.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures", "schemas");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-upgrade-");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Fixtures, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "dialog.db")};Pooling=false";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void There_is_a_kept_database_of_every_schema() => Assert.Equal(Schema.Names(SqliteDatabase.Provider), Kept.Select(kept => kept.Data));

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_database_of_an_earlier_version_is_brought_up_to_date_and_every_row_can_be_read(string schema)
    {
        Run(await File.ReadAllTextAsync(Path.Combine(Fixtures, $"{schema}.sql"), TestContext.Current.CancellationToken));
        var before = Tables().ToDictionary(table => table, Count);
        Assert.DoesNotContain(0, before.Values);

        await BringUpToDateAsync();

        await using var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseSqlite(ConnectionString).Options);
        await using var database = new SqliteDatabase(new StorageOptions { ConnectionString = ConnectionString }, new WriteGate());
        await AssertAllIsReadAsync(db, database, before);
    }

    /// <summary>Every row there was is there, and what is in it can be read.</summary>
    internal static async Task AssertAllIsReadAsync(DialogDb db, Database database, IReadOnlyDictionary<string, int> before)
    {
        var rows = db.Model.GetEntityTypes().ToDictionary(type => type.GetTableName()!, type => Rows(db, type.ClrType));
        Assert.All(before, table => Assert.Equal(table.Value, rows[table.Key].Count));
        Assert.Contains("Sofia Lind", db.People.Select(person => person.Name));
        Assert.All(db.Conversations, conversation => Assert.NotNull(conversation.Read().Language));
        Assert.All(db.Assignments, assignment => Assert.Equal("Varför twittrar kommunchefen?", StateJson.Read<Assignment>(assignment.Body).Topic));
        Assert.All(db.Drafts, draft => Assert.NotEmpty(StateJson.Read<Draft>(draft.Body).Text));
        Assert.DoesNotContain(DraftStatus.Working, db.Drafts.Select(draft => draft.Status));
        Assert.All(db.Outbox, message => Assert.Equal("sv", StateJson.Read<Outgoing>(message.Body).Language));
        Assert.All(db.Mail, mail => Assert.Equal(mail.Key, StateJson.Read<Incoming>(mail.Body).Key));
        Assert.Empty((await new AuditVerifier(database).VerifyAsync(noted: null, TestContext.Current.CancellationToken)).Faults);
        Assert.All(db.Series, series => Assert.Equal(series.Id, StateJson.Read<Series>(series.Body).Id));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_nothing_in_it_changes()
    {
        Run(await File.ReadAllTextAsync(Path.Combine(Fixtures, $"{Schema.Names(SqliteDatabase.Provider)[0]}.sql"), TestContext.Current.CancellationToken));
        Run("""INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_Later', '99.0.0')""");
        var before = (List("SELECT sql FROM sqlite_master"), List("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """), List("""SELECT "Status" FROM "Drafts" """));

        var refused = await Assert.ThrowsAsync<StartupException>(BringUpToDateAsync);

        Assert.Contains("newer version of Dialog (20991231000000_Later)", refused.Message, StringComparison.Ordinal);
        Assert.Equivalent(before, (List("SELECT sql FROM sqlite_master"), List("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """), List("""SELECT "Status" FROM "Drafts" """)), strict: true);
    }

    private async Task BringUpToDateAsync()
    {
        await using var database = new SqliteDatabase(new StorageOptions { ConnectionString = ConnectionString }, new WriteGate());
        await database.BringUpToDateAsync(TestContext.Current.CancellationToken);
        Assert.True(await database.IsUpToDateAsync(TestContext.Current.CancellationToken));
    }

    private static List<object> Rows(DialogDb db, Type row) =>
        [.. (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(row).Invoke(db, null)!];

    private List<string> Tables() => List("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '$_$_%' ESCAPE '$'");

    private int Count(string table) => List($"SELECT COUNT(*) FROM \"{table}\"") is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private List<string> List(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return rows;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
