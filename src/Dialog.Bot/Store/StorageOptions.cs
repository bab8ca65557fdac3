using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Where the data is kept (section <c>Storage</c>).</summary>
internal sealed class StorageOptions
{
    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/dialog.db";

    public bool IsPostgreSql => Provider.Equals(PostgreSqlDatabase.Provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>SQLite's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Where the keys that seal cookies and tokens lie, beside SQLite's file.</summary>
    public string KeysFolder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(File))!, "keys");

    /// <summary>
    /// How every connection opens SQLite's file. Another process that holds it is waited for five seconds, unless the configuration says
    /// otherwise: platforms send again what is refused, and give up on what takes longer.
    /// </summary>
    public string SqliteConnection
    {
        get
        {
            var builder = new SqliteConnectionStringBuilder(ConnectionString);
            if (!builder.ShouldSerialize("Default Timeout"))
            {
                builder.DefaultTimeout = 5;
            }

            return builder.ConnectionString;
        }
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        if (IsPostgreSql)
        {
            if (Try(() => new NpgsqlConnectionStringBuilder(ConnectionString).Host) is not { Length: > 0 })
            {
                throw new StartupException("Storage:ConnectionString: names no PostgreSQL server. Write e.g. Host=db.example.com;Database=dialog;Username=dialog;Password=…");
            }

            return;
        }

        if (!Provider.Equals(SqliteDatabase.Provider, StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupException($"Storage:Provider: ”{Provider}” is not known here. Use Sqlite or PostgreSql.");
        }

        var file = Try(() => File);
        if (string.IsNullOrWhiteSpace(file) || file.StartsWith(':'))
        {
            throw new StartupException("Storage:ConnectionString: names no file to keep the data in. Write e.g. Data Source=data/dialog.db");
        }
    }

    private static string? Try(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
