using System.Buffers.Binary;
using Dialog.Bot.Store;

namespace Dialog.Bot.Tests.Store;

[Trait("store", "Sqlite")]
public sealed class SqliteSessionTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-pages-");

    private string Path => System.IO.Path.Combine(folder.FullName, "dialog.db");

    private string ConnectionString => $"Data Source={Path};Pooling=false";

    [Theory]
    [InlineData(10, 8_000)]
    [InlineData(2_000, 20_480)]
    [InlineData(100_000, 64_000)]
    public async Task Who_writes_keeps_a_hundredth_of_a_large_file(long megabytes, long kept)
    {
        await using (var session = SqliteSession.ForWriting(ConnectionString))
        {
            session.Run("CREATE TABLE work (body BLOB)");
        }

        Grow(megabytes << 20);

        await using var writer = SqliteSession.ForWriting(ConnectionString);
        await using var reader = SqliteSession.ForReading(ConnectionString);
        Assert.Equal((kept, 2_000), (await KeepsAsync(writer), await KeepsAsync(reader)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Kilobytes of pages.</summary>
    private static async Task<long> KeepsAsync(SqliteSession session) =>
        -(await session.ListAsync("SELECT cache_size FROM pragma_cache_size()", [], row => row.GetInt64(0), TestContext.Current.CancellationToken)).Single();

    /// <summary>The file says that it has so many pages, and has: there is nothing in them, so it takes no room.</summary>
    private void Grow(long bytes)
    {
        using var file = File.Open(Path, FileMode.Open);
        file.SetLength(bytes);
        var pages = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(pages, (uint)(bytes / PageSize));
        file.Seek(28, SeekOrigin.Begin);
        file.Write(pages);
    }
}
