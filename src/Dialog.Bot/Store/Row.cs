namespace Dialog.Bot.Store;

/// <summary>A row that is being read, with columns as <see cref="Session"/> writes them; it is gone when the next one is read.</summary>
internal abstract class Row
{
    public abstract int FieldCount { get; }

    public abstract string GetName(int column);

    public abstract bool IsDBNull(int column);

    public abstract string GetString(int column);

    public abstract int GetInt32(int column);

    public abstract long GetInt64(int column);

    public abstract bool GetBoolean(int column);

    /// <summary>As the database keeps it; <see cref="DBNull"/> for nothing.</summary>
    public abstract object GetValue(int column);

    public string? TextOrNull(int column) => IsDBNull(column) ? null : GetString(column);

    public DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(GetInt64(column));

    public DateTimeOffset? InstantOrNull(int column) => IsDBNull(column) ? null : Instant(column);
}
