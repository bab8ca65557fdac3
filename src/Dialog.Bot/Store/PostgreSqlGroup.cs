using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>
/// A transaction on PostgreSQL that pieces of work share. They go side by side: when all of them wait for an answer, their questions go out
/// together, and at the end so do their writes. Ten turns take as many exchanges with the server, and flushes to its disk, as one.
/// </summary>
/// <param name="connection">For this group alone.</param>
internal sealed class PostgreSqlGroup(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>A row that another program holds longer, perhaps because it hangs, must not hold up everybody else in the group.</summary>
    private const string Patience = "SET LOCAL lock_timeout = '500ms'";

    private readonly PostgreSqlTransaction transaction = new(connection);
    private readonly Lock one = new();
    private readonly Dictionary<string, Member> locked = [];
    private List<Question> asked = [];
    private int running;
    private TaskCompletionSource allWait = NotYet();

    /// <summary>Does the work and commits, and gives back what is to be done alone, of which nothing was written. The rest is finished.</summary>
    public async Task<IReadOnlyList<Work>> RunAsync(IReadOnlyList<Work> pieces)
    {
        var members = pieces.Select(piece => new Member(this, piece)).ToList();
        try
        {
            await WorkAsync(members);
            await transaction.CommitAsync([.. members.SelectMany(member => member.Written)], CancellationToken.None);
        }
        catch (Exception exception) when (exception is ConflictException or PostgresException)
        {
            // It is one's fault; whose, shows when each is done by itself.
            return pieces;
        }

        members.Where(member => !member.Leaves).ToList().ForEach(member => member.Work.Finish());
        return [.. members.Where(member => member.Leaves).Select(member => member.Work)];
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private async Task WorkAsync(List<Member> members)
    {
        running = 1 + members.Count;
        foreach (var member in members)
        {
            _ = DoAsync(member);
        }

        Wait();
        await allWait.Task;
        while (asked is { Count: > 0 } now)
        {
            (asked, allWait, running) = ([], NotYet(), 1 + now.Count);
            var failure = await AskAsync(now);
            now.ForEach(question => question.Answer(failure));
            Wait();
            await allWait.Task;
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    private async Task DoAsync(Member member)
    {
        try
        {
            await member.Work.DoAsync(member);
        }
        catch (Exception exception)
        {
            member.Discard();
            member.Work.Failure = exception;
        }

        Wait();
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A piece of work, or whoever lets them go on, has nothing to do until the others are as far.</summary>
    private void Wait()
    {
        if (Interlocked.Decrement(ref running) == 0)
        {
            allWait.SetResult();
        }
    }

    /// <summary>One exchange. What is said against one question ends the transaction, and so all the others. Rows are locked in the same order everywhere.</summary>
    private async Task<Exception?> AskAsync(List<Question> questions)
    {
        questions.Sort((one, other) => string.CompareOrdinal(one.Row, other.Row));
        try
        {
            await using var batch = new NpgsqlBatch(connection);
            if (transaction.Begun is null)
            {
                transaction.Begin();
                batch.BatchCommands.Add(new NpgsqlBatchCommand(Patience));
            }

            batch.Transaction = transaction.Begun;
            questions.ForEach(question => batch.BatchCommands.Add(PostgreSqlStatements.Command(question.Sql, question.Values)));
            await using var reader = await batch.ExecuteReaderAsync();
            foreach (var question in questions)
            {
                await question.ReadAsync(reader);
                await reader.NextResultAsync();
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>One piece of work's part of the transaction. Work that needs the connection for itself, or a row another has locked, leaves.</summary>
    private sealed class Member(PostgreSqlGroup group, Work work) : Session
    {
        public Work Work => work;

        public bool Leaves { get; private set; }

        public IReadOnlyList<Statement> Written => Leaves ? [] : Writes;

        public override Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken) => AskAsync(new Question<T>(sql, values, read));

        public override Task<T?> LockAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
            where T : class => LockedAsync(PostgreSqlStatements.Lock(sql), values, read);

        public override Task<T?> LockIfFreeAsync<T>(string table, string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
            where T : class => LockedAsync(PostgreSqlStatements.LockIfFree(table, sql), values, read);

        private async Task<T?> LockedAsync<T>(string sql, object?[] values, Func<Row, T> read)
            where T : class => await AskAsync(new Question<T>(sql, values, read) { Row = string.Join('\n', [sql, .. values]) }) is [var first, ..] ? first : null;

        private Task<List<T>> AskAsync<T>(Question<T> question)
        {
            lock (group.one)
            {
                if (question.Row is { } row && !group.locked.TryAdd(row, this) && group.locked[row] != this)
                {
                    throw Leave();
                }

                group.asked.Add(question);
            }

            group.Wait();
            return question.Rows;
        }

        protected override DialogDb OpenEf() => throw Leave();

        private InvalidOperationException Leave()
        {
            Leaves = true;
            return new InvalidOperationException("This work is done alone.");
        }
    }

    private abstract class Question(string sql, object?[] values)
    {
        public string Sql => sql;

        public object?[] Values => values;

        /// <summary>What it locks; null when it only looks.</summary>
        public string? Row { get; init; }

        public abstract Task ReadAsync(NpgsqlDataReader reader);

        /// <summary>Whoever asked goes on at once, on the caller's thread.</summary>
        public abstract void Answer(Exception? failure);
    }

    private sealed class Question<T>(string sql, object?[] values, Func<Row, T> read) : Question(sql, values)
    {
        private readonly TaskCompletionSource<List<T>> answer = new();
        private List<T> rows = [];
        private Exception? unreadable;

        public Task<List<T>> Rows => answer.Task;

        public override async Task ReadAsync(NpgsqlDataReader reader)
        {
            try
            {
                rows = await PostgreSqlStatements.ListAsync(reader, read, CancellationToken.None);
            }
            catch (Exception exception) when (exception is not NpgsqlException)
            {
                unreadable = exception;
            }
        }

        public override void Answer(Exception? failure)
        {
            if ((failure ?? unreadable) is { } exception)
            {
                answer.SetException(exception);
            }
            else
            {
                answer.SetResult(rows);
            }
        }
    }
}
