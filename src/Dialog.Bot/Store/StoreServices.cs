using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dialog.Bot.Store;

internal static class StoreServices
{
    /// <summary>What a sub-command says that finds no store.</summary>
    public const string NoStore = "There is no store here yet: start Dialog once, or set Storage:ConnectionString as for Dialog.";

    /// <summary>Connections to PostgreSQL for the desk's pages and the API, beside those for turns and delivery.</summary>
    private const int MostPages = 24;

    /// <summary>SQLITE_ERROR: the statement asks for what is not there.</summary>
    private const int SqliteNoSuchTable = 1;

    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<OutageLog>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditVerifier>();
        var keys = services.AddDataProtection().SetApplicationName("Dialog");
        if (options.IsPostgreSql)
        {
            services.AddSingleton<Database, PostgreSqlDatabase>();
            services.AddSingleton<ICheck, PostgreSqlCheck>();
            services.AddDbContextFactory<DialogDb>(builder => Quiet(builder).UseNpgsql(PostgreSqlDatabase.Completed(options.ConnectionString, MostPages)));
            keys.PersistKeysToDbContext<DialogDb>();
        }
        else
        {
            SqliteEngine.Tune();
            services.AddSingleton<Database, SqliteDatabase>();
            services.AddSingleton<ICheck, SqliteCheck>();
            services.AddDbContextFactory<DialogDb>(builder => Quiet(builder).UseSqlite(options.SqliteConnection).AddInterceptors(new SqliteFile()));
            keys.PersistKeysToFileSystem(new DirectoryInfo(options.KeysFolder));
        }
    }

    /// <summary>Whether there is a store that this version made or brought up to date; a sub-command that only reads makes none.</summary>
    /// <exception cref="StartupException">It cannot be used, or belongs to a newer version.</exception>
    public static async Task<bool> IsStoreThereAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<StorageOptions>();
        try
        {
            return (options.IsPostgreSql || File.Exists(options.File)) && await services.GetRequiredService<Database>().IsUpToDateAsync(cancellationToken);
        }
        catch (DbException exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } or SqliteException { SqliteErrorCode: SqliteNoSuchTable })
        {
            return false;
        }
        catch (DbException exception)
        {
            throw Unusable(options, exception);
        }
    }

    /// <summary>Brings the database up to date; creates it, and its folder, when there is none.</summary>
    /// <exception cref="StartupException">The folder, the file or the server cannot be used.</exception>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<StorageOptions>();
        try
        {
            if (!options.IsPostgreSql && Path.GetDirectoryName(Path.GetFullPath(options.File)) is { Length: > 0 } folder)
            {
                OwnersOnly.CreateFolder(folder);
            }

            await services.GetRequiredService<Database>().BringUpToDateAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            throw Unusable(options, exception);
        }
    }

    /// <summary>EF Core throws what it would log as an error: whoever asked tells it, once.</summary>
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder builder) => builder.ConfigureWarnings(events => events.Log(
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug)));

    private static StartupException Unusable(StorageOptions options, Exception exception) =>
        new(options.IsPostgreSql ? PostgreSqlCheck.Explain(exception) : SqliteCheck.Explain(options.File, exception), exception);
}
