using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dialog.Bot.Store;

/// <summary>
/// A prepared statement, straight on SQLite: a turn sends more than ten of them, and a command with named parameters costs more than what it does.
/// While it reads it is the row it has come to.
/// </summary>
internal sealed class SqliteStatement : Row, IDisposable
{
    /// <summary>Texts up to here, in bytes, are put into SQLite's encoding on the stack.</summary>
    private const int Short = 512;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    /// <summary>Where SQLite keeps each value: it numbers parameters as they are first mentioned.</summary>
    private readonly int[] numbers;

    /// <param name="connection">Open, and for one piece of work at a time.</param>
    /// <param name="sql">One statement, with parameters <c>$1</c>, <c>$2</c> …</param>
    public SqliteStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out statement));
        numbers = new int[raw.sqlite3_bind_parameter_count(statement)];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${index + 1}"));
        }
    }

    /// <summary>Whoever finds another process writing waits as long as the connection string says.</summary>
    public static void WaitForOthers(SqliteConnection connection) => raw.sqlite3_busy_timeout(connection.Handle!, connection.DefaultTimeout * 1000);

    public override int FieldCount => raw.sqlite3_column_count(statement);

    /// <summary>Writes, and tells how many rows there were.</summary>
    /// <exception cref="SqliteException">The statement has done nothing.</exception>
    public int Execute(object?[] values)
    {
        Bind(values);
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
        }

        Check(raw.sqlite3_reset(statement));
        return raw.sqlite3_changes(connection);
    }

    /// <summary>Reads all rows.</summary>
    /// <exception cref="SqliteException">They cannot be read.</exception>
    public List<T> List<T>(object?[] values, Func<Row, T> read)
    {
        Bind(values);
        var rows = new List<T>();
        var ended = false;
        try
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                rows.Add(read(this));
            }

            ended = true;
        }
        finally
        {
            var code = raw.sqlite3_reset(statement);
            if (ended)
            {
                Check(code);
            }
        }

        return rows;
    }

    public override string GetName(int column) => raw.sqlite3_column_name(statement, column).utf8_to_string();

    public override bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public override long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public override bool GetBoolean(int column) => GetInt64(column) != 0;

    public override object GetValue(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => DBNull.Value,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => GetString(column),
    };

    public void Dispose() => statement.Dispose();

    private void Bind(object?[] values)
    {
        for (var index = 0; index < numbers.Length; index++)
        {
            Check(Bind(numbers[index], values[index]));
        }
    }

    private int Bind(int number, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, number),
        string text => BindText(number, text),
        int whole => raw.sqlite3_bind_int(statement, number, whole),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        bool truth => raw.sqlite3_bind_int(statement, number, truth ? 1 : 0),
        DateTimeOffset instant => raw.sqlite3_bind_int64(statement, number, instant.ToUnixTimeMilliseconds()),
        Enum name => BindText(number, name.ToString()),
        byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
        _ => throw new ArgumentException($"SQLite has no {value.GetType().Name}."),
    };

    private int BindText(int number, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= Short)
        {
            Span<byte> few = stackalloc byte[Short];
            return raw.sqlite3_bind_text(statement, number, few[..Encoding.UTF8.GetBytes(text, few)]);
        }

        var many = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(statement, number, many.AsSpan(0, Encoding.UTF8.GetBytes(text, many)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(many);
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, connection);
        }
    }
}
