using Microsoft.Data.Sqlite;

namespace Dialog.Bot.Store;

/// <summary>Where the data is kept (section <c>Storage</c>).</summary>
internal sealed class StorageOptions
{
    /// <summary><c>Sqlite</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/dialog.db";

    /// <summary>The database's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        if (!Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupException($"Storage:Provider: ”{Provider}” is not supported in this version. Use Sqlite.");
        }

        var file = TryReadFile();
        if (string.IsNullOrWhiteSpace(file) || file.StartsWith(':'))
        {
            throw new StartupException("Storage:ConnectionString: names no file to keep the data in. Write e.g. Data Source=data/dialog.db");
        }
    }

    private string? TryReadFile()
    {
        try
        {
            return File;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
