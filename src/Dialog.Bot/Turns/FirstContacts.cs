using System.Threading.Channels;
using Dialog.Bot.Channels;

namespace Dialog.Bot.Turns;

/// <summary>
/// Who was heard from and is to be asked about: at first contact and once a day at most. Whoever could not be asked about, because too many wait or
/// something here failed, is asked about at the next contact.
/// </summary>
/// <param name="most">People that wait at a time.</param>
internal sealed class FirstContacts<T>(Func<T, Address> addressOf, TimeProvider time, int most = FirstContacts<T>.Most)
{
    /// <summary>As many as write within a day in a large organisation.</summary>
    private const int Most = 10_000;

    private readonly Channel<T> met = Channel.CreateBounded<T>(new BoundedChannelOptions(most) { SingleReader = true });
    private readonly Lately<DateTimeOffset> asked = new();

    /// <summary>What was found out longer ago is asked again.</summary>
    public static TimeSpan AskAgainAfter { get; } = TimeSpan.FromDays(1);

    /// <summary>Somebody was heard from. Does nothing when they were met within a day.</summary>
    public void Meet(T somebody)
    {
        var (now, address) = (time.GetUtcNow(), addressOf(somebody));
        if (!asked.Knows(address, out var last) || now - last > AskAgainAfter)
        {
            asked.Note(address, now);
            Queue(somebody);
        }
    }

    /// <summary>Could not be found out yet, and comes after those who wait.</summary>
    public void Queue(T somebody)
    {
        if (!met.Writer.TryWrite(somebody))
        {
            asked.Forget(addressOf(somebody));
        }
    }

    /// <summary>Asks about one after the other, until it is cancelled.</summary>
    /// <param name="ask">Finds out who it is.</param>
    /// <param name="failed">Is told when that failed; the others are still asked about.</param>
    /// <param name="cancellationToken">Ends it: whoever still waits is asked about at the next contact.</param>
    public async Task AskAllAsync(Func<T, CancellationToken, Task> ask, Action<Exception, Address> failed, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var somebody in met.Reader.ReadAllAsync(cancellationToken))
            {
                try
                {
                    await ask(somebody, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    asked.Forget(addressOf(somebody));
                    failed(exception, addressOf(somebody));
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: whoever is not known yet is asked about at the next contact.
        }
    }
}
