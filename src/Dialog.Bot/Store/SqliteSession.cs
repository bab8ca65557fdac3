using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Store;

/// <summary>One open connection to the SQLite file with its statements prepared. Used by one piece of work at a time.</summary>
internal sealed class SqliteSession : Session
{
    /// <summary>Kilobytes of pages kept for whoever writes, at least: the ends of all indexes, and what a turn changes again soon.</summary>
    private const int WriterCache = 8_000;

    /// <summary>The same at most: enough for some 6 GB of data.</summary>
    private const int MostWriterCache = 64_000;

    /// <summary>The same for whoever reads. There may be many of them, and what they do not find here the system has kept.</summary>
    private const int ReaderCache = 2_000;

    /// <summary>
    /// What a savepoint may take back stays in memory; no commit stops to carry the log over into the file (<see cref="SqliteCheckpointer"/> does); what is removed
    /// is overwritten in the file.
    /// </summary>
    private const string Settings = "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON";

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteStatement> statements = [];

    /// <param name="connectionString">The file.</param>
    /// <param name="writes">A hundredth of the file is kept, which is more than the inner pages of all its trees.</param>
    private SqliteSession(string connectionString, bool writes)
    {
        connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            CheckFile();
            SqliteStatement.WaitForOthers(connection);
            var kilobytes = writes ? Math.Clamp(Kilobytes() / 100, WriterCache, MostWriterCache) : ReaderCache;
            Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size=-{kilobytes}; {Settings}"));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection for the one who writes: in a large store a turn finds its way to its own rows without fetching what leads to them.</summary>
    public static SqliteSession ForWriting(string connectionString) => new(connectionString, writes: true);

    /// <summary>A connection for whoever reads, or carries the log over.</summary>
    public static SqliteSession ForReading(string connectionString) => new(connectionString, writes: false);

    public override Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken) =>
        Task.FromResult(Prepared(sql).List(values, read));

    /// <summary>A statement that fails leaves the transaction open; a full or broken disk has ended it.</summary>
    public bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>The last <see cref="Flush"/> failed with some of its writes done: only <see cref="RollBack"/> takes them back.</summary>
    public bool IsHalfWritten { get; private set; }

    /// <summary>What is written now is in the file that is there.</summary>
    /// <exception cref="SqliteException">It is not.</exception>
    public void CheckFile() => SqliteFile.Check(connection);

    public void Begin() => Prepared("BEGIN IMMEDIATE").Execute([]);

    public void Commit() => Prepared("COMMIT").Execute([]);

    public void RollBack()
    {
        IsHalfWritten = false;
        Prepared("ROLLBACK").Execute([]);
    }

    /// <summary>A script, once.</summary>
    public void Run(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>Carries over into the file what is in the log, as far as that goes without anybody waiting, and tells how many pages the log holds.</summary>
    public int CarryOver()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(1);
    }

    /// <summary>Sends the writes, see <see cref="IsHalfWritten"/>.</summary>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public void Flush()
    {
        var sent = 0;
        try
        {
            foreach (var (sql, values, sure) in Writes)
            {
                if (Prepared(sql).Execute(values) == 0 && sure)
                {
                    IsHalfWritten = true;
                    throw new ConflictException();
                }

                sent++;
            }
        }
        catch
        {
            // A single statement takes itself back.
            IsHalfWritten |= sent > 0;
            throw;
        }
        finally
        {
            Discard();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        await connection.DisposeAsync();
    }

    protected override DialogDb OpenEf() => new(new DbContextOptionsBuilder<DialogDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    /// <summary>How large the file is.</summary>
    private long Kilobytes()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size / 1024 FROM pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteStatement Prepared(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(connection.Handle!, sql);
            statements.Add(sql, statement);
        }

        return statement;
    }
}
