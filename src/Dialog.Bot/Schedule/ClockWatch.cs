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

    private readonly Uptime uptime = new(time);

    /// <summary>When the program began by the clock as it is: earlier when the clock was set back.</summary>
    private DateTimeOffset began = time.GetUtcNow();

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var beganNow = now - uptime.Now;
        if (began - beganNow is var back && back > Tolerance)
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

        began = beganNow;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The machine's clock was set back by {Seconds:0} s. Messages that wait are tried at once.")]
    private partial void LogSetBack(double seconds);
}
