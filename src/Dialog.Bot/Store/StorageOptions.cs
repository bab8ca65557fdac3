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
    /// otherwise: platforms send again what is refused, and give up on what takes longer. One that is gone is not made anew.
    /// </summary>
    public string SqliteConnection => Opening(SqliteOpenMode.ReadWrite).ConnectionString;

    /// <summary>How the start opens it: there need not be one.</summary>
    public string SqliteCreation
    {
        get
        {
            var builder = Opening(SqliteOpenMode.ReadWriteCreate);
            builder.Pooling = false;
            return builder.ConnectionString;
        }
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        if (IsPostgreSql)
        {
            if (Read(() => new NpgsqlConnectionStringBuilder(ConnectionString)).Host is not { Length: > 0 })
            {
                throw new StartupException("Storage:ConnectionString: names no PostgreSQL server. Write e.g. Host=db.example.com;Database=dialog;Username=dialog;Password=…");
            }

            return;
        }

        if (!Provider.Equals(SqliteDatabase.Provider, StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupException($"Storage:Provider: ”{Provider}” is not known here. Use Sqlite or PostgreSql.");
        }

        var sqlite = Read(() => new SqliteConnectionStringBuilder(ConnectionString));
        if (string.IsNullOrWhiteSpace(sqlite.DataSource) || sqlite.DataSource.StartsWith(':') || sqlite.Mode == SqliteOpenMode.Memory)
        {
            throw new StartupException("Storage:ConnectionString: names no file to keep the data in. Write e.g. Data Source=data/dialog.db");
        }

        if (sqlite.Mode == SqliteOpenMode.ReadOnly || sqlite.Password.Length > 0)
        {
            throw new StartupException($"Storage:ConnectionString: {(sqlite.Password.Length > 0 ? "a Password is nothing this SQLite can use" : "Mode=ReadOnly lets nothing be written")}. Leave it out; who may read the file is for the folder to say.");
        }
    }

    private SqliteConnectionStringBuilder Opening(SqliteOpenMode mode)
    {
        var builder = new SqliteConnectionStringBuilder(ConnectionString) { Mode = mode };
        if (!builder.ShouldSerialize("Default Timeout"))
        {
            builder.DefaultTimeout = 5;
        }

        return builder;
    }

    /// <summary>What could not be read is not repeated: it may be a part of a password.</summary>
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new StartupException("Storage:ConnectionString: cannot be read; a word in it is not known, or a value is not possible. Write Name=value;Name=value, a value that holds ; within quotation marks.");
        }
    }
}
