using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Store;

internal static class StoreServices
{
    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Database, SqliteDatabase>();
        services.AddSingleton<ICheck, StoreCheck>();
        services.AddDbContextFactory<DialogDb>(builder => builder.UseSqlite(options.ConnectionString));
    }

    /// <summary>A folder beside the database.</summary>
    public static string FolderFor(IConfiguration configuration, string name)
    {
        var file = (configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions()).File;
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".", name);
    }

    /// <summary>Brings the database up to date; creates it, and its folder, when there is none.</summary>
    /// <exception cref="StartupException">The folder or the file cannot be used.</exception>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var file = services.GetRequiredService<StorageOptions>().File;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            await services.GetRequiredService<Database>().BringUpToDateAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException($"Storage:ConnectionString: the database {Path.GetFullPath(file)} cannot be used ({exception.Message.Split('\n')[0]}). Choose a folder that this user may write in.", exception);
        }
    }
}
