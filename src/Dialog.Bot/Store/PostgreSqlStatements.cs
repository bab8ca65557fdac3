using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Dialog.Bot.Store;

/// <summary>What a <see cref="Session"/> says, as PostgreSQL is told it and answers it.</summary>
internal static class PostgreSqlStatements
{
    /// <summary>The query for rows that are going to be changed.</summary>
    public static string Lock(string sql) => $"{sql} FOR UPDATE";

    /// <summary>The same, without those that somebody has locked.</summary>
    public static string LockIfFree(string table, string sql) => $"{sql} FOR UPDATE OF {table} SKIP LOCKED";

    public static NpgsqlBatchCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Bind(command.Parameters, values);
        return command;
    }

    public static void Bind(NpgsqlParameterCollection parameters, object?[] values)
    {
        foreach (var value in values)
        {
            parameters.Add(Parameter(value));
        }
    }

    /// <summary>Reads the rows of the statement the reader has come to.</summary>
    public static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<Row, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var row = new NpgsqlRow(reader);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>
    /// All but bytes go as text whose type the server finds in the statement: nothing then has the same type as something, and a statement is prepared once,
    /// whichever of its values are missing.
    /// </summary>
    private static NpgsqlParameter Parameter(object? value) => value is byte[] bytes
        ? new NpgsqlParameter<byte[]> { TypedValue = bytes }
        : new NpgsqlParameter { Value = TextOf(value) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown };

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A statement has no {value.GetType().Name}."),
    };

    private sealed class NpgsqlRow(NpgsqlDataReader reader) : Row
    {
        public override int FieldCount => reader.FieldCount;

        public override string GetName(int column) => reader.GetName(column);

        public override bool IsDBNull(int column) => reader.IsDBNull(column);

        public override string GetString(int column) => reader.GetString(column);

        public override int GetInt32(int column) => reader.GetInt32(column);

        public override long GetInt64(int column) => reader.GetInt64(column);

        public override bool GetBoolean(int column) => reader.GetBoolean(column);

        public override object GetValue(int column) => reader.GetValue(column);
    }
}
