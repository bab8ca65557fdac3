using System.Diagnostics.CodeAnalysis;

namespace Dialog.Bot.Store;

/// <summary>What waits in order for one thread, which sleeps while there is nothing.</summary>
internal sealed class Waiting<T>
{
    private readonly Queue<T> queue = new();
    private bool sleeps, ended;

    /// <summary>False when <paramref name="most"/> are waiting already, or it has ended.</summary>
    public bool TryAdd(T one, int most)
    {
        lock (queue)
        {
            if (ended || queue.Count >= most)
            {
                return false;
            }

            queue.Enqueue(one);
            Wake();
            return true;
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T one)
    {
        lock (queue)
        {
            return queue.TryDequeue(out one);
        }
    }

    /// <summary>Nothing is taken any more; what waits is still to be done.</summary>
    public void Complete()
    {
        lock (queue)
        {
            ended = true;
            Wake();
        }
    }

    /// <summary>Sleeps until something waits. False when nothing will.</summary>
    public bool WaitForMore()
    {
        lock (queue)
        {
            while (queue.Count == 0 && !ended)
            {
                sleeps = true;
                Monitor.Wait(queue);
            }

            return queue.Count > 0;
        }
    }

    private void Wake()
    {
        if (sleeps)
        {
            sleeps = false;
            Monitor.Pulse(queue);
        }
    }
}
