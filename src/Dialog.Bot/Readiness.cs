using System.Data.Common;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>
/// Whether the store takes what comes: a row is written and taken back, since a full disk, a lock and a server that only reads do not show in a look (decision 0042).
/// Nobody is sent here any more either once a newer version has brought the tables up to date: this one would drop what it does not know.
/// However many ask, that is done once at a time and once a second.
/// </summary>
internal sealed class Readiness(Database database, TimeProvider time)
{
    /// <summary>So long an answer is told again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>A store that takes longer is as good as out: Slack waits 3 s for an acknowledgement, and so do the probes in <c>deploy</c>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Uptime uptime = new(time);
    private readonly Lock one = new();
    private TimeSpan began;
    private Task<bool>? trying;

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Try().WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private Task<bool> Try()
    {
        lock (one)
        {
            if (trying is null || trying.IsCompleted && uptime.Now - began >= Fresh)
            {
                (began, trying) = (uptime.Now, TryAsync());
            }

            return trying;
        }
    }

    private async Task<bool> TryAsync()
    {
        try
        {
            await database.TryWritingAsync(time.GetUtcNow(), CancellationToken.None);
            return await database.IsUpToDateAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or StoreBusyException or StartupException)
        {
            return false;
        }
    }
}
