namespace Dialog.Bot.Store;

/// <summary>Where work on the store is done. Work is handed in as a function, because it may be taken more than once and share a transaction with its neighbours.</summary>
internal abstract class Database
{
    /// <summary>Work that lost a race is taken again on what the winner left, this often at most.</summary>
    protected const int MaxAttempts = 5;

    /// <summary>Pieces of work waiting at most, about a second's.</summary>
    protected const int MostWaiting = 4096;

    /// <summary>Few, because each may hold a connection while it waits.</summary>
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 4).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Whose scripts make the tables, see <see cref="Schema"/>.</summary>
    protected abstract string Scripts { get; }

    /// <summary>Other processes work on the same store at the same time.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// Does the work in a transaction: when this returns, what it wrote is on the disk. When this throws, nothing of it is.
    /// The work may be run again from the start, so it changes nothing but the session.
    /// </summary>
    /// <exception cref="StoreBusyException">More is waiting than can be worked off soon; nothing was begun.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// The same for work that only changes rows of its own, a conversation's or a message's: it may share a transaction with its neighbours on any store.
    /// It reads one thing after the other.
    /// </summary>
    /// <exception cref="StoreBusyException">More is waiting than can be worked off soon; nothing was begun.</exception>
    public virtual Task<T> WriteTogetherAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => WriteAsync(work, cancellationToken);

    /// <summary>Work under the same key one after the other, whichever process it is in. The work itself reads and writes as always.</summary>
    public virtual async Task<T> OneAtATimeAsync<T>(long key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var lane = lanes[(int)((ulong)key % (ulong)lanes.Length)];
        await lane.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>Reads what is committed.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date; creates the database when there is none.</summary>
    /// <exception cref="StartupException">The database cannot be used, or belongs to a newer version.</exception>
    public abstract Task BringUpToDateAsync(CancellationToken cancellationToken);

    /// <summary>What was removed leaves the places, too, in which the store has kept what it wrote. Where the server does that by itself, nothing.</summary>
    public virtual Task ForgetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Writes all that is kept anew, so that nothing is left of what was removed, by earlier versions too, however they did it. Nobody writes meanwhile. False where only the server's own
    /// administrator can.
    /// </summary>
    public virtual Task<bool> RewriteAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Whether the next start has nothing to bring up to date.</summary>
    /// <exception cref="StartupException">The database belongs to a newer version.</exception>
    public Task<bool> IsUpToDateAsync(CancellationToken cancellationToken) =>
        ReadAsync(async (session, token) => (await MissingAsync(session, token)).Count == 0, cancellationToken);

    /// <summary><see cref="WriteAsync{T}"/> for work that gives nothing back.</summary>
    public Task WriteAsync(Action<Session> work, CancellationToken cancellationToken) => WriteAsync(Only(work), cancellationToken);

    /// <summary><see cref="WriteTogetherAsync{T}"/> for work that gives nothing back.</summary>
    public Task WriteTogetherAsync(Action<Session> work, CancellationToken cancellationToken) => WriteTogetherAsync(Only(work), cancellationToken);

    /// <summary>Writes a row and takes it back, on the way of everything that comes. Nothing stays.</summary>
    public Task TryWritingAsync(DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            var key = $"try:{Guid.CreateVersion7():N}";
            session.Write("""INSERT INTO "Inbox" ("Key", "At") VALUES ($1, $2)""", key, now);
            session.Write("""DELETE FROM "Inbox" WHERE "Key" = $1""", key);
        },
        cancellationToken);

    private static Func<Session, CancellationToken, Task<bool>> Only(Action<Session> work) => (session, _) =>
    {
        work(session);
        return Task.FromResult(true);
    };

    /// <summary>The scripts that have not been run in this database, in order.</summary>
    protected async Task<IReadOnlyList<string>> MissingAsync(Session session, CancellationToken cancellationToken) =>
        Schema.Missing(Scripts, await session.ListAsync(Schema.ReadApplied, [], row => row.GetString(0), cancellationToken));
}

/// <summary>The store has more waiting than it can work off soon. Nothing was begun: the caller says so and may come again.</summary>
internal sealed class StoreBusyException() : Exception("The store has too much waiting.");
