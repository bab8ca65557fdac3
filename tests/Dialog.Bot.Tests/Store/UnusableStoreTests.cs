using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dialog.Bot.Tests.Store;

/// <summary>A sub-command on a store that cannot be used says what is wrong with it, and not that there is none.</summary>
[Trait("store", "Sqlite")]
public sealed class UnusableStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-unusable-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_is_missing_or_without_tables_is_no_store_yet()
    {
        Assert.False(await IsThereAsync(Sqlite));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dialog.db"), "", TestContext.Current.CancellationToken);
        Assert.False(await IsThereAsync(Sqlite));
    }

    [Fact]
    public async Task The_folder_that_is_made_for_a_new_database_is_read_by_nobody_else()
    {
        var made = Path.Combine(folder.FullName, "data");
        await using var site = Site.Build([$"--Storage:ConnectionString=Data Source={Path.Combine(made, "dialog.db")}"]);

        await site.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made));
        }
    }

    [Fact]
    public async Task A_new_database_and_what_lies_beside_it_are_read_by_nobody_else_and_one_that_was_shared_stays_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder decides there.");
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var site = Site.Build([Sqlite]))
        {
            await site.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
            await site.Services.GetRequiredService<Database>().TryWritingAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
            Assert.Equal(["dialog.db", "dialog.db-shm", "dialog.db-wal"], folder.GetFiles().Select(file => file.Name).Order());
            Assert.All(folder.GetFiles(), file => Assert.Equal(Own, file.UnixFileMode));
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder.FullName, "dialog.db"), Own | UnixFileMode.GroupRead);
        }

        await using (var site = Site.Build([Sqlite]))
        {
            await site.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        }

        Assert.All(folder.GetFiles("dialog.db"), file => Assert.Equal(Own | UnixFileMode.GroupRead, file.UnixFileMode));
    }

    [Fact]
    public async Task A_file_that_is_damaged_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dialog.db"), "garbage, and no database", TestContext.Current.CancellationToken);

        Assert.Contains("restore a backup", (await Assert.ThrowsAsync<StartupException>(() => IsThereAsync(Sqlite))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named() =>
        Assert.Contains("PostgreSQL cannot be used", (await Assert.ThrowsAsync<StartupException>(() => IsThereAsync("--Storage:Provider=PostgreSql", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=dialog;Username=dialog;Timeout=5"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_is_no_file()
    {
        await using var site = Site.Build([$"--Storage:ConnectionString=Data Source={folder.FullName}"]);

        var said = await site.Services.GetServices<ICheck>().OfType<SqliteCheck>().Single().TryAsync(TestContext.Current.CancellationToken);

        Assert.False(said.Holds);
        Assert.Contains($"is a folder. Name a file in it: Data Source={Path.Combine(folder.FullName, "dialog.db")}", said.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_fails_under_a_sub_command_is_explained_and_a_mistake_of_ours_is_not()
    {
        Assert.Contains("The disk is full", Startup.Explain(new SqliteException("database or disk is full", 13)), StringComparison.Ordinal);
        Assert.Contains("PostgreSQL cannot be used", Startup.Explain(new PostgresException("no room", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)), StringComparison.Ordinal);
        Assert.Null(Startup.Explain(new SqliteException("no such table", 1)));
    }

    [Fact]
    public async Task A_package_that_was_not_made_leaves_nothing_behind()
    {
        await using var site = Site.Build([Sqlite]);
        await site.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        var shelf = folder.CreateSubdirectory("arkiv");

        Assert.Equal(1, await ArchiveCommand.RunAsync(site.Services, ["2199-12", shelf.FullName], TestContext.Current.CancellationToken));

        Assert.Empty(shelf.GetFileSystemInfos());
    }

    [Fact]
    public async Task Two_restores_in_one_second_put_aside_what_was_there_both_times()
    {
        var options = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "dialog.db")};Pooling=false" };
        await using (var site = Site.Build([Sqlite]))
        {
            await site.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        }

        var backup = Path.Combine(folder.FullName, "dialog.zip");
        Backup.Take(options, backup);
        var now = new DateTimeOffset(2026, 11, 28, 9, 7, 10, TimeSpan.Zero);

        var (first, second) = (Restore.PutBack(options, backup, now), Restore.PutBack(options, backup, now));

        Assert.All([first!, second!], aside => Assert.True(File.Exists(Path.Combine(aside, "dialog.db"))));
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(5, "Another program holds it")]
    [InlineData(6, "Another program holds it")]
    [InlineData(13, "The disk is full")]
    [InlineData(14, "Choose a folder")]
    [InlineData(26, "restore a backup")]
    public void Every_fault_has_its_own_mend(int code, string mend) => Assert.Contains(mend, SqliteCheck.Explain("dialog.db", new SqliteException("SQLite Error", code)), StringComparison.Ordinal);

    private string Sqlite => $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "dialog.db")};Pooling=false";

    private static async Task<bool> IsThereAsync(params string[] settings)
    {
        await using var site = Site.Build(settings);
        return await site.Services.IsStoreThereAsync(TestContext.Current.CancellationToken);
    }
}
