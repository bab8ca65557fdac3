using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;

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
    public async Task A_file_that_is_damaged_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dialog.db"), "garbage, and no database", TestContext.Current.CancellationToken);

        Assert.Contains("restore a backup", (await Assert.ThrowsAsync<StartupException>(() => IsThereAsync(Sqlite))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named() =>
        Assert.Contains("PostgreSQL cannot be used", (await Assert.ThrowsAsync<StartupException>(() => IsThereAsync("--Storage:Provider=PostgreSql", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=dialog;Username=dialog;Timeout=5"))).Message, StringComparison.Ordinal);

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
