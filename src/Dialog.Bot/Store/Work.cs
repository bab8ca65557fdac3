namespace Dialog.Bot.Store;

/// <summary>A piece of work that was handed in, and whoever waits for it.</summary>
internal abstract class Work
{
    /// <summary>Why it is not to be written; whoever waits is told when the others are.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whoever handed it in has gone.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>Does it, from the start.</summary>
    public abstract Task DoAsync(Session session);

    /// <summary>What was written is on the disk, or nothing was because of <see cref="Failure"/>.</summary>
    public abstract void Finish();

    /// <summary>Nothing was written.</summary>
    public void Fail(Exception exception)
    {
        Failure ??= exception;
        Finish();
    }
}

/// <summary>Work that gives something back.</summary>
internal sealed class Work<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : Work
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Outcome => outcome.Task;

    public override CancellationToken Cancellation => cancellationToken;

    public override async Task DoAsync(Session session)
    {
        Failure = null;
        cancellationToken.ThrowIfCancellationRequested();
        result = await work(session, cancellationToken);
    }

    public override void Finish()
    {
        if (Failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            outcome.TrySetCanceled(cancellationToken);
        }
        else if (Failure is not null)
        {
            outcome.TrySetException(Failure);
        }
        else
        {
            outcome.TrySetResult(result!);
        }
    }
}
