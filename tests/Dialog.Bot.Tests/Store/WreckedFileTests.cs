using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Tests.Store;

/// <summary>The database's file is no database any more: whoever writes hears it at once, and when it is put right it goes on.</summary>
[Trait("store", "Sqlite")]
public sealed class WreckedFileTests
{
    /// <summary>Only a broken program gets so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_writes_hears_it_and_the_check_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("dialog-wrecked-");
        var file = Path.Combine(folder.FullName, "dialog.db");
        var options = new StorageOptions { ConnectionString = $"Data Source={file};Pooling=false" };
        using var gate = new WriteGate();
        var store = new SqliteDatabase(options, gate);
        await File.WriteAllTextAsync(file, "garbage", Cancelled);

        for (var time = 0; time < 2; time++)
        {
            await Assert.ThrowsAsync<SqliteException>(() => store.WriteAsync(_ => { }, Cancelled).WaitAsync(Patience, Cancelled));
        }

        var said = await new SqliteCheck(options, store, TimeProvider.System).TryAsync(Cancelled).WaitAsync(Patience, Cancelled);
        Assert.False(said.Holds);
        Assert.Contains("restore a backup", said.Says, StringComparison.Ordinal);

        File.Delete(file);
        await store.BringUpToDateAsync(Cancelled);
        await store.WriteAsync(_ => { }, Cancelled).WaitAsync(Patience, Cancelled);
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
