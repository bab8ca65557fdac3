using Dialog.Bot.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bot;

/// <summary>The sub-commands <c>backup FILE</c>, also while the program runs, and <c>restore FILE</c>.</summary>
internal static class BackupCommand
{
    public const string Word = "backup";

    public const string RestoreWord = "restore";

    /// <summary>0 when it is done, 1 when it cannot be, 2 when the command was not understood.</summary>
    /// <param name="args">The sub-command, the file, and configuration.</param>
    public static int Run(string[] args)
    {
        if (args is not [var word, [not '-', ..] file, .. var rest])
        {
            Console.Error.WriteLine($"Write: {args[0]} FILE, e.g. {args[0]} dialog-2026-11-26.zip");
            return 2;
        }

        try
        {
            var configuration = Site.Configure(rest).Configuration;
            var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
            options.Check();
            if (options.IsPostgreSql)
            {
                throw new BackupException(PostgreSqlSays(word, file, new NpgsqlConnectionStringBuilder(options.ConnectionString)));
            }

            Console.WriteLine(word == Word ? Take(options, file) : PutBack(options, file));
            return 0;
        }
        catch (Exception exception) when (exception is BackupException or InvalidDataException or StartupException or IOException or UnauthorizedAccessException or SqliteException)
        {
            Console.Error.WriteLine($"{(word == Word ? "No backup was taken." : "Nothing was restored.")} {Startup.Explain(exception) ?? exception.Message.Split('\n')[0]}");
            return 1;
        }
    }

    private static string Take(StorageOptions options, string file)
    {
        var keys = Backup.Take(options, file);
        return $"{Path.GetFullPath(file)} holds {Path.GetFullPath(options.File)} and {keys} key file{(keys == 1 ? "" : "s")}, checked. It holds what people wrote and the tokens' keys: keep it where only you can read it.";
    }

    private static string PutBack(StorageOptions options, string file)
    {
        var aside = Restore.PutBack(options, file, TimeProvider.System.GetUtcNow());
        return $"{Path.GetFullPath(options.File)} and its keys are as in {file}. {(aside is null ? "There was nothing before." : $"What was there is in {aside}.")} Start Dialog.";
    }

    /// <summary>PostgreSQL's own programs do it better; the keys are in the database there.</summary>
    private static string PostgreSqlSays(string word, string file, NpgsqlConnectionStringBuilder to)
    {
        var (server, database) = ($"--host={to.Host} --port={to.Port}", to.Database ?? to.Username);
        var where = $"{server} --username={to.Username} --dbname={database}";
        return word == Word
            ? $"The data is in PostgreSQL; write: pg_dump --format=custom --file={file} {where}"
            : $"The data is in PostgreSQL; stop every Dialog and write: dropdb {server} --username=postgres {database} && createdb {server} --username=postgres --owner={to.Username} {database} && pg_restore --no-owner --single-transaction {where} {file}   then see docs/operate.md";
    }
}
