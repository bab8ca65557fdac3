using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Store;

/// <summary>Whether the data can be kept where <c>Storage:ConnectionString</c> says.</summary>
internal sealed class SqliteCheck(StorageOptions options, Database database, TimeProvider time) : ICheck
{
    public string Name => "Store";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(options.File);
        try
        {
            return Directory.Exists(file) ? new Checked(Holds: false, $"Storage:ConnectionString: {file} is a folder. Name a file in it: Data Source={Path.Combine(file, "dialog.db")}") : File.Exists(file) ? await LookAsync(file, cancellationToken) : TryFolder(file);
        }
        catch (StartupException newer)
        {
            return new Checked(Holds: false, newer.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            return new Checked(Holds: false, Explain(file, exception));
        }
    }

    /// <summary>Says what is wrong with the file, and the mend.</summary>
    public static string Explain(string file, Exception exception) =>
        $"Storage:ConnectionString: the database {Path.GetFullPath(file)} cannot be used ({exception.Message.Split('\n')[0]}). {Mend(exception)}";

    /// <summary>The same where only the fault is known.</summary>
    public static string Explain(SqliteException exception) => $"Storage:ConnectionString: the database cannot be used ({exception.Message.Split('\n')[0]}). {Mend(exception)}";

    /// <summary>SQLITE_BUSY and LOCKED, CORRUPT and NOTADB, FULL: https://www.sqlite.org/rescode.html</summary>
    private static string Mend(Exception exception) => (exception as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => "Another program holds it: wait until it is done, or stop it.",
        11 or 26 => "The file is damaged, or no database of Dialog's: restore a backup (docs/operate.md).",
        13 => "The disk is full: make room on it.",
        _ => "Choose a folder that this user may write in.",
    };

    private async Task<Checked> LookAsync(string file, CancellationToken cancellationToken)
    {
        await database.TryWritingAsync(time.GetUtcNow(), cancellationToken);
        return new Checked(Holds: true, await database.IsUpToDateAsync(cancellationToken) ? $"{file} can be written and is up to date" : $"{file} can be written; the next start brings it up to date");
    }

    /// <summary>The start makes the folders that are missing; the nearest one there is must let it.</summary>
    private static Checked TryFolder(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        using (File.Create(Path.Combine(folder, $".dialog-{Path.GetRandomFileName()}"), 1, FileOptions.DeleteOnClose))
        {
            return new Checked(Holds: true, $"{file} will be created at the first start");
        }
    }
}
