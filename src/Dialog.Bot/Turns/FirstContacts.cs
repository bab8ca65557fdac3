using System.Collections.Concurrent;
using System.Threading.Channels;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>
/// Who was heard from and is to be asked about: at first contact and once a day at most. When the channel did not answer, somebody is asked about again soon,
/// some times, and then at the first contact ten minutes later: who they are may decide what they are told, and their next word may be a month away. Whoever could
/// not be asked about, because too many wait or something here failed, is at the next contact.
/// </summary>
/// <param name="most">People that wait at a time.</param>
internal sealed class FirstContacts<T>(Func<T, Address> addressOf, TimeProvider time, int most = FirstContacts<T>.Most)
{
    /// <summary>As many as write within a day in a large organisation; some megabytes.</summary>
    private const int Most = 10_000;

    /// <summary>How long it takes until a channel that did not answer is asked again, time after time.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(10);

    private readonly Channel<(T Somebody, int Tries)> met = Channel.CreateBounded<(T Somebody, int Tries)>(new BoundedChannelOptions(most) { SingleReader = true });

    /// <summary>From when on somebody is asked about again.</summary>
    private readonly ConcurrentDictionary<Address, DateTimeOffset> settled = new();

    /// <summary>Somebody was heard from of whom too little is known. Does nothing when they were asked about of late.</summary>
    public void Meet(T somebody)
    {
        var address = addressOf(somebody);
        if (!settled.TryGetValue(address, out var until) || time.GetUtcNow() > until)
        {
            Settle(address, AddressRow.ProfileLasts);
            Queue(somebody);
        }
    }

    /// <summary>Could not be found out yet, and comes after those who wait.</summary>
    public void Queue(T somebody) => Queue(somebody, tries: 0);

    private void Queue(T somebody, int tries)
    {
        if (!met.Writer.TryWrite((somebody, tries)))
        {
            settled.TryRemove(addressOf(somebody), out _);
        }
    }

    /// <summary>Asks about one after the other, until it is cancelled.</summary>
    /// <param name="ask">Finds out who it is; false when the channel did not answer.</param>
    /// <param name="failed">Is told when something here failed; the others are still asked about.</param>
    /// <param name="cancellationToken">Ends it: whoever still waits is asked about at the next contact.</param>
    public async Task AskAllAsync(Func<T, CancellationToken, Task<bool>> ask, Action<Exception, Address> failed, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (somebody, tries) in met.Reader.ReadAllAsync(cancellationToken))
            {
                try
                {
                    if (!await ask(somebody, cancellationToken))
                    {
                        AskAgain(somebody, tries, cancellationToken);
                    }
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    settled.TryRemove(addressOf(somebody), out _);
                    failed(exception, addressOf(somebody));
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: whoever is not known yet is asked about at the next contact.
        }
    }

    private void AskAgain(T somebody, int tries, CancellationToken cancellationToken)
    {
        if (tries < Waits.Length)
        {
            _ = QueueLaterAsync(somebody, tries, cancellationToken);
        }
        else
        {
            Settle(addressOf(somebody), TryAgainAfter);
        }
    }

    private async Task QueueLaterAsync(T somebody, int tries, CancellationToken cancellationToken)
    {
        await Task.Delay(Waits[tries], time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Queue(somebody, tries + 1);
    }

    /// <summary>Not asked about again for so long. One too many, and all are forgotten: it costs asking the store.</summary>
    private void Settle(Address address, TimeSpan wait)
    {
        if (settled.Count >= Most && !settled.ContainsKey(address))
        {
            settled.Clear();
        }

        settled[address] = time.GetUtcNow() + wait;
    }
}
