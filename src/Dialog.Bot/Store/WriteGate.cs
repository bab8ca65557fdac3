namespace Dialog.Bot.Store;

/// <summary>SQLite has one writer: writers of this process queue here, in order, instead of colliding in the database.</summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Waits for the turn to write; disposing what is returned lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        return new Pass(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
