using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Dialog.Bot.Tests;

/// <summary>The scripts the program runs are what EF Core's migrations say, for SQLite and for PostgreSQL. DIALOG_WRITE_SCHEMA=1 writes those that differ.</summary>
public class SchemaTests
{
    /// <summary>The annotation with what a piece of SQL is in PostgreSQL.</summary>
    private const string PostgreSqlOnly = "PostgreSql";

    [Fact]
    public void Every_migration_has_its_script_for_SQLite()
    {
        using var db = Sqlite();
        var migrations = db.Database.GetMigrations().ToList();
        var migrator = db.GetService<IMigrator>();
        string Script(int index)
        {
            var sql = migrator.GenerateScript(index == 0 ? Migration.InitialDatabase : migrations[index - 1], migrations[index], MigrationsSqlGenerationOptions.NoTransactions);

            // The history's own table is there already.
            return index == 0 ? sql[(sql.IndexOf(';', StringComparison.Ordinal) + 1)..].TrimStart() : sql;
        }

        Compare("Sqlite", [.. migrations.Select((name, index) => (name, Script(index)))]);
    }

    [Fact]
    public void Every_migration_has_its_script_for_PostgreSQL()
    {
        using var sqlite = Sqlite();
        using var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseNpgsql("Host=nowhere").Options);
        var migrations = sqlite.GetService<IMigrationsAssembly>();
        var writer = db.GetService<IMigrationsSqlGenerator>();
        var history = db.GetService<IHistoryRepository>();
        Compare("PostgreSql", [.. migrations.Migrations.Select(migration =>
        {
            var operations = migrations.CreateMigration(migration.Value, "Microsoft.EntityFrameworkCore.Sqlite").UpOperations;
            foreach (var column in operations.OfType<CreateTableOperation>().SelectMany(table => table.Columns).Concat<ColumnOperation>(operations.OfType<AddColumnOperation>()).Concat(operations.OfType<AlterColumnOperation>()))
            {
                Translate(column);
            }

            foreach (var sql in operations.OfType<SqlOperation>())
            {
                sql.Sql = sql[PostgreSqlOnly] as string ?? (sql["PostgreSql:Replace"] is string part ? sql.Sql.Replace(part, (string)sql["PostgreSql:By"]!, StringComparison.Ordinal) : sql.Sql);
            }

            var commands = writer.Generate(operations).Select(command => command.CommandText.Trim());
            return (migration.Key, string.Join("\n\n", commands.Append(history.GetInsertScript(new HistoryRow(migration.Key, ProductInfo.GetVersion())).Trim())) + "\n");
        })]);
    }

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = Sqlite();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public void A_database_of_a_newer_version_is_left_alone(string provider) =>
        Assert.Contains("newer version", Assert.Throws<StartupException>(() => Schema.Missing(provider, ["20991231000000_Later"])).Message, StringComparison.Ordinal);

    private static DialogDb Sqlite() => new(new DbContextOptionsBuilder<DialogDb>().UseSqlite("Data Source=:memory:").Options);

    /// <summary>What a column that was written down for SQLite is in PostgreSQL.</summary>
    private static void Translate(ColumnOperation column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        column.ColumnType = type == typeof(long) ? "bigint" : type == typeof(int) ? "integer" : type == typeof(bool) ? "boolean" : type == typeof(string) ? "text" : throw new NotSupportedException($"{column.Name} is a {type.Name}.");
        if (column.RemoveAnnotation("Sqlite:Autoincrement") is not null)
        {
            column["Npgsql:ValueGenerationStrategy"] = NpgsqlValueGenerationStrategy.IdentityByDefaultColumn;
        }
    }

    private static void Compare(string provider, IReadOnlyList<(string Name, string Sql)> scripts)
    {
        foreach (var (name, sql) in scripts)
        {
            if (Environment.GetEnvironmentVariable("DIALOG_WRITE_SCHEMA") == "1")
            {
                File.WriteAllText(Path.Combine(WallTests.Root(), $"src/Dialog.Bot/Store/Migrations/{provider}/{name}.sql"), sql.ReplaceLineEndings("\n"));
            }
        }

        Assert.Equal(scripts.Select(script => script.Name), Schema.Names(provider));
        Assert.All(scripts, script => Assert.Equal(script.Sql.ReplaceLineEndings("\n"), Schema.Script(provider, script.Name)));
    }
}
