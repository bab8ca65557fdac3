using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Store;

/// <summary>The database's file is removed, moved away or exchanged under a running program: nothing is taken that would be gone with it.</summary>
[Trait("store", "Sqlite")]
public sealed class RemovedFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-removed-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder.FullName, "dialog.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_is_taken_while_the_file_is_away_and_it_goes_on_when_it_is_back()
    {
        await using var site = await BuildAsync();
        await WriteAsync(site, "before");
        await CountAsync(site);
        var away = folder.CreateSubdirectory("away");
        Move(folder, away);

        for (var time = 0; time < 2; time++)
        {
            Assert.True(Outage.Is(await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(site, "away"))));
            Assert.True(Outage.Is(await Assert.ThrowsAnyAsync<Exception>(() => site.Services.GetRequiredService<Database>().ReadAsync((session, token) => session.ListAsync("""SELECT "Key" FROM "Inbox" """, [], row => row.GetString(0), token), Stop))));
            Assert.True(Outage.Is(await Assert.ThrowsAnyAsync<Exception>(() => CountAsync(site))));
            Assert.False(await site.Services.GetRequiredService<Readiness>().IsReadyAsync(Stop));
        }

        Assert.False(System.IO.File.Exists(File));
        Move(away, folder);
        await WriteAsync(site, "after");
        Assert.Equal(2, await CountAsync(site));
    }

    [Fact]
    public async Task What_is_taken_after_another_file_was_put_in_its_place_is_in_that_one()
    {
        await using var site = await BuildAsync();
        await WriteAsync(site, "before");
        var other = Path.Combine(folder.FullName, "other");
        await using (var copy = new SqliteConnection($"Data Source={other};Pooling=false"))
        await using (var from = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            await from.OpenAsync(Stop);
            await copy.OpenAsync(Stop);
            from.BackupDatabase(copy);
        }

        System.IO.File.Move(other, File, overwrite: true);
        System.IO.File.Delete($"{File}-wal");
        System.IO.File.Delete($"{File}-shm");
        await Assert.ThrowsAsync<SqliteException>(() => WriteAsync(site, "lost"));
        await WriteAsync(site, "after");

        await using var look = new SqliteConnection($"Data Source={File};Pooling=false");
        await look.OpenAsync(Stop);
        await using var command = look.CreateCommand();
        command.CommandText = """SELECT group_concat("Key", ' ') FROM (SELECT "Key" FROM "Inbox" ORDER BY "Key" DESC)""";
        Assert.Equal("before after", await command.ExecuteScalarAsync(Stop));
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> BuildAsync()
    {
        var site = Site.Build([$"--Storage:ConnectionString=Data Source={File}"]);
        await site.Services.MigrateStoreAsync(Stop);
        return site;
    }

    private static Task WriteAsync(Microsoft.AspNetCore.Builder.WebApplication site, string key) =>
        site.Services.GetRequiredService<Database>().WriteAsync(session => session.Write("""INSERT INTO "Inbox" ("Key", "At") VALUES ($1, 1)""", key), Stop);

    /// <summary>As the desk's pages read.</summary>
    private static async Task<int> CountAsync(Microsoft.AspNetCore.Builder.WebApplication site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(Stop);
        return await db.Inbox.CountAsync(Stop);
    }

    private static void Move(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles("dialog.db*"))
        {
            file.MoveTo(Path.Combine(to.FullName, file.Name));
        }
    }
}
