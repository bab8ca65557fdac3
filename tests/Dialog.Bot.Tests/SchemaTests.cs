using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dialog.Bot.Tests;

/// <summary>The scripts the program runs are what EF Core's migrations say. DIALOG_WRITE_SCHEMA=1 writes the scripts that differ.</summary>
public class SchemaTests
{
    [Fact]
    public void Every_migration_has_its_script()
    {
        using var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseSqlite("Data Source=:memory:").Options);
        var migrations = db.Database.GetMigrations().ToList();
        var migrator = db.GetService<IMigrator>();
        var scripts = migrations.Select((name, index) => (Name: name, Sql: migrator.GenerateScript(index == 0 ? Migration.InitialDatabase : migrations[index - 1], name, MigrationsSqlGenerationOptions.NoTransactions).ReplaceLineEndings("\n"))).ToList();
        scripts[0] = scripts[0] with { Sql = scripts[0].Sql[(scripts[0].Sql.IndexOf(';', StringComparison.Ordinal) + 1)..].TrimStart() };
        if (Environment.GetEnvironmentVariable("DIALOG_WRITE_SCHEMA") == "1")
        {
            scripts.ForEach(script => File.WriteAllText(Path.Combine(WallTests.Root(), "src/Dialog.Bot/Store/Migrations/Sqlite", $"{script.Name}.sql"), script.Sql));
        }

        Assert.Equal(migrations, Schema.Names("Sqlite"));
        Assert.All(scripts, script => Assert.Equal(script.Sql, Schema.Script("Sqlite", script.Name).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = new DialogDb(new DbContextOptionsBuilder<DialogDb>().UseSqlite("Data Source=:memory:").Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone() =>
        Assert.Contains("newer version", Assert.Throws<StartupException>(() => Schema.Missing("Sqlite", ["20991231000000_Later"])).Message, StringComparison.Ordinal);
}
