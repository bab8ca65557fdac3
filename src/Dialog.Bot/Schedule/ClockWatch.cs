using Dialog.Bot.Store;

namespace Dialog.Bot.Schedule;

/// <summary>
/// Looks whether the machine's clock was set back. What waits for an instant, because it was tried before or has a place in a platform's queue, would wait for as long once more, and with it
/// all that comes after it in its conversation: it is tried at once, and waits again if it still has to. What people and plans have named an instant for waits for that instant.
/// </summary>
internal sealed partial class ClockWatch(Database database, TimeProvider time, ILogger<ClockWatch> logger)
{
    /// <summary>So much longer may something wait.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private (DateTimeOffset Clock, long Timestamp) seen = (time.GetUtcNow(), time.GetTimestamp());

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var (now, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        var back = seen.Clock + time.GetElapsedTime(seen.Timestamp, timestamp) - now;
        if (back > Tolerance)
        {
            await database.WriteAsync(
                session =>
                {
                    session.Write("""UPDATE "Outbox" SET "NextAt" = $1 WHERE "NextAt" > $1 AND "Status" IN ('Pending', 'Unknown')""", now);
                    session.Write("""UPDATE "Mail" SET "NextAt" = $1 WHERE "NextAt" > $1""", now);
                },
                cancellationToken);
            LogSetBack(back.TotalSeconds);
        }

        seen = (now, timestamp);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The machine's clock was set back by {Seconds:0} s. Messages that wait are tried at once.")]
    private partial void LogSetBack(double seconds);
}
