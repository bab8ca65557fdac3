using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>
/// Tells the log that the store is out: at once, and every ten seconds while somebody runs into it, however many do. Hundreds run into it every second, and
/// the log may lie on the very disk that is full.
/// </summary>
internal sealed partial class OutageLog(TimeProvider time, ILogger<OutageLog> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Uptime uptime = new(time);
    private readonly Lock one = new();
    private TimeSpan? told;

    /// <summary>False when it is no outage: then it is the caller's to tell.</summary>
    public bool Took(Exception exception)
    {
        if (!Outage.Is(exception))
        {
            return false;
        }

        lock (one)
        {
            if (told is { } at && uptime.Now - at < Every)
            {
                return true;
            }

            told = uptime.Now;
        }

        LogOut(Outage.Explain(Outage.Fault(exception)!));
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot be used: {Reason} What comes is refused with 503, what waits is tried again.")]
    private partial void LogOut(string reason);
}
