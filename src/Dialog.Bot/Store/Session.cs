namespace Dialog.Bot.Store;

/// <summary>
/// The store below EF Core, for what runs all the time: turns, delivery, the clock. Reads go out at once; writes wait and go out together,
/// in order, when the work is through, so that work which fails has written nothing. SQL is written so that SQLite and PostgreSQL both take it:
/// parameters are <c>$1</c>, <c>$2</c> …, instants UTC milliseconds, enumerations their names.
/// </summary>
internal abstract class Session : IAsyncDisposable
{
    private readonly List<Statement> writes = [];
    private DialogDb? ef;

    protected IReadOnlyList<Statement> Writes => writes;

    /// <summary>EF Core on the same connection and transaction, for reading what is read seldom. It sees what earlier work wrote, not this one's.</summary>
    public DialogDb Ef => ef ??= OpenEf();

    /// <summary>The rows, read at once.</summary>
    public abstract Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken);

    /// <summary>The first row; null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
        where T : class => await ListAsync(sql, values, read, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>The first row, which is going to be changed: whoever comes next waits until it is. SQLite has one writer anyway.</summary>
    public virtual Task<T?> LockAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
        where T : class => FirstAsync(sql, values, read, cancellationToken);

    /// <summary>The first row that nobody is at already, which is going to be changed.</summary>
    /// <param name="table">Whose row it is, of those the query joins.</param>
    public virtual Task<T?> LockIfFreeAsync<T>(string table, string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
        where T : class => FirstAsync(sql, values, read, cancellationToken);

    /// <summary>A write that may touch any number of rows.</summary>
    public void Write(string sql, params object?[] values) => writes.Add(new Statement(sql, values, Sure: false));

    /// <summary>A write that must touch a row; when it touches none somebody else was first and the work is taken again.</summary>
    public void WriteSurely(string sql, params object?[] values) => writes.Add(new Statement(sql, values, Sure: true));

    /// <summary>Forgets what was to be written.</summary>
    public void Discard() => writes.Clear();

    public virtual async ValueTask DisposeAsync()
    {
        if (ef is not null)
        {
            await ef.DisposeAsync();
            ef = null;
        }

        GC.SuppressFinalize(this);
    }

    protected abstract DialogDb OpenEf();
}

/// <summary>A write.</summary>
/// <param name="Sql">With parameters <c>$1</c>, <c>$2</c> …</param>
/// <param name="Values">One for each parameter.</param>
/// <param name="Sure">See <see cref="Session.WriteSurely"/>.</param>
internal readonly record struct Statement(string Sql, object?[] Values, bool Sure);

/// <summary>Somebody else changed the row first: the work is to be taken again on what they left.</summary>
internal sealed class ConflictException() : Exception("Somebody else was first.");
