namespace Dialog.EndToEnd.Running;

/// <summary>What a fake peer has received, in order, and a way to wait for more without polling.</summary>
internal sealed class Recorded<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _items = [];
    private TaskCompletionSource _changed = New();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Add(item);
            _changed.TrySetResult();
            _changed = New();
        }
    }

    /// <summary>The first item after <paramref name="skip"/> that fits, now or later.</summary>
    public async Task<T> WaitForAsync(Func<T, bool> fits, int skip = 0, string what = "an item")
    {
        var all = await WaitUntilAsync(items => items.Skip(skip).Any(fits), what);
        return all.Skip(skip).First(fits);
    }

    /// <summary>All items, as soon as they are as asked.</summary>
    public async Task<IReadOnlyList<T>> WaitUntilAsync(Func<IReadOnlyList<T>, bool> fits, string what)
    {
        var deadline = Task.Delay(Patience.Limit, TestContext.Current.CancellationToken);
        while (true)
        {
            Task changed;
            IReadOnlyList<T> items;
            lock (_gate)
            {
                items = [.. _items];
                changed = _changed.Task;
            }

            if (fits(items))
            {
                return items;
            }

            if (await Task.WhenAny(changed, deadline) == deadline)
            {
                Assert.Fail($"Waited {Patience.Limit.TotalSeconds} s for {what}. Recorded: {items.Count}\n{string.Join('\n', items)}");
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
