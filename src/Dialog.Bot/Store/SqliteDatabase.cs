using System.Collections.Concurrent;

namespace Dialog.Bot.Store;

/// <summary>
/// SQLite has one writer. All work that writes queues here and is done in order by one loop; what waits at the same time shares a
/// transaction, and with it the flush to the disk, which costs more than the work itself (group commit).
/// </summary>
internal sealed class SqliteDatabase(StorageOptions options, WriteGate gate) : Database, IAsyncDisposable
{
    public const string Provider = "Sqlite";

    /// <summary>Pieces of work that share a transaction at most: more gain little, and the first has to wait for the last.</summary>
    private const int MostInGroup = 64;

    /// <summary>The search index would else keep the words of what was removed until it is merged. Said once, the file remembers it.</summary>
    private const string ForgetWords = """
        INSERT INTO "__Search" ("__Search", rank) SELECT 'secure-delete', 1 WHERE NOT EXISTS (SELECT 1 FROM "__Search_config" WHERE k = 'secure-delete')
        """;

    private readonly Waiting<Work> waiting = new();
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly SqliteCheckpointer checkpointer = new(options.SqliteConnection);
    private readonly Lock starting = new();
    private SqliteSession? writer;
    private Task? loop;

    protected override string Scripts => Provider;

    public override bool IsShared => false;

    public override Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var piece = new Work<T>(work, cancellationToken);
        if (!waiting.TryAdd(piece, MostWaiting))
        {
            throw new StoreBusyException();
        }

        if (loop is null)
        {
            lock (starting)
            {
                loop ??= Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }

        return piece.Outcome;
    }

    public override async Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var session = readers.TryTake(out var idle) ? idle : SqliteSession.ForReading(options.SqliteConnection);
        try
        {
            session.CheckFile();
            var result = await work(session, cancellationToken);
            readers.Add(session);
            return result;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        // SQLite would make it readable for everybody, and its log beside it is as it is.
        OwnersOnly.EnsureFile(options.File);
        await using var session = SqliteSession.ForWriting(options.SqliteCreation);

        // Write-ahead log: readers do not wait for the writer. SQLite's default for synchronous is FULL: a commit is on the disk.
        session.Run("PRAGMA journal_mode=WAL");
        session.Begin();
        session.Run(Schema.CreateHistory);
        foreach (var name in await MissingAsync(session, cancellationToken))
        {
            session.Run(Schema.Script(Provider, name));
        }

        session.Run(ForgetWords);

        session.Commit();
    }

    /// <summary>The log is carried over and emptied. Whoever reads just then, longer than two seconds, puts that off to the next time.</summary>
    public override async Task ForgetAsync(CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var session = SqliteSession.ForReading(options.SqliteConnection);
        session.Run("PRAGMA busy_timeout=2000; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>What is written anew lies in a file meanwhile, which may be larger than memory.</summary>
    public override async Task<bool> RewriteAsync(CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var session = SqliteSession.ForWriting(options.SqliteConnection);
        session.Run("PRAGMA temp_store=FILE; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Complete();
        await (loop ?? Task.CompletedTask);
        await checkpointer.DisposeAsync();
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        while (readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    private void Run()
    {
        var group = new List<Work>(MostInGroup);
        while (waiting.WaitForMore())
        {
            using var turn = gate.EnterAsync(CancellationToken.None).GetAwaiter().GetResult();
            group.Clear();
            RunGroupAsync(group).GetAwaiter().GetResult();
        }
    }

    /// <summary>One transaction. Work that fails before it writes does not disturb the others; when it fails within its writes, all are taken back and done one by one.</summary>
    private async Task RunGroupAsync(List<Work> group)
    {
        try
        {
            var (session, sound) = (writer, true);
            while (sound && group.Count < MostInGroup && waiting.TryTake(out var work))
            {
                // Whoever waits first hears it when the file cannot even be opened.
                group.Add(work);
                if (group.Count == 1)
                {
                    session = writer ??= SqliteSession.ForWriting(options.SqliteConnection);
                    session.CheckFile();
                    checkpointer.EndLongLog(session);
                    session.Begin();
                }

                sound = await RunAsync(work, session!);
            }

            if (!sound)
            {
                session!.RollBack();
                await RunOneByOneAsync(session, group);
            }
            else if (group.Count > 0)
            {
                session!.Commit();
            }

            checkpointer.Count(group.Count);
        }
        catch (Exception exception)
        {
            group.ForEach(work => work.Fail(exception));
            await AbandonAsync();
            checkpointer.Hurry();
            return;
        }

        group.ForEach(work => work.Finish());
    }

    private static async Task RunOneByOneAsync(SqliteSession session, List<Work> group)
    {
        foreach (var work in group)
        {
            var sound = false;
            for (var attempt = 1; !sound && (attempt == 1 || work.Failure is ConflictException && attempt <= MaxAttempts); attempt++)
            {
                session.Begin();
                sound = await RunAsync(work, session);
                if (sound)
                {
                    session.Commit();
                }
                else
                {
                    session.RollBack();
                }
            }

            work.Finish();
        }
    }

    /// <summary>A connection that failed is closed, which undoes what it had begun; the next group opens another.</summary>
    private async Task AbandonAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
            writer = null;
        }
    }

    /// <summary>False when it failed within its writes, so that the transaction has to be taken back.</summary>
    private static async Task<bool> RunAsync(Work work, SqliteSession session)
    {
        try
        {
            await work.DoAsync(session);
            session.Flush();
            return true;
        }
        catch (Exception exception) when (session.IsInTransaction)
        {
            session.Discard();
            work.Failure = exception;
            return !session.IsHalfWritten;
        }
    }
}
