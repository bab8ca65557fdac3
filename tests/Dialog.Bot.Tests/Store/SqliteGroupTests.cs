using Dialog.Bot.Store;

namespace Dialog.Bot.Tests.Store;

[Trait("store", "Sqlite")]
public sealed class SqliteGroupTests : GroupTests, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-group-");
    private readonly WriteGate gate = new();
    private SqliteDatabase database = null!;

    private protected override Database Database => database;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(folder.FullName, "dialog.db");
        await File.WriteAllTextAsync(file, "", Stop);
        database = new SqliteDatabase(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=false" }, gate);
        await database.WriteAsync(session => session.Write(Table), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        gate.Dispose();
        folder.Delete(recursive: true);
    }

    private protected override async Task HoldUpAsync(Database held, Action meanwhile, Task begun)
    {
        using (await gate.EnterAsync(Stop))
        {
            meanwhile();
        }
    }
}
