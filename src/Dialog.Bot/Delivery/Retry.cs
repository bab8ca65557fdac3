using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Delivery;

/// <summary>What a result means for a message: sent, again later, to be looked up, or over.</summary>
internal static class Retry
{
    /// <summary>A message that has been tried for so long is given up: by then the talk has moved on. Who has it sent again begins anew.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>An unknown outcome is looked up this long after the attempt, so that the platform has settled.</summary>
    private static readonly TimeSpan LookUpAfter = TimeSpan.FromSeconds(2);

    /// <summary>The same when the platform said nothing: what was given up may still be carried out, and would then be done twice.</summary>
    private static readonly TimeSpan LookUpSilentAfter = TimeSpan.FromSeconds(10);

    /// <summary>A look that failed itself is repeated this much later.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(15);

    /// <summary>A stopped workspace is asked about this often; opening it again lets everything out at once.</summary>
    public static readonly TimeSpan StoppedWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public static void Apply(OutboxRow row, Attempt attempt, SendResult result, DateTimeOffset now)
    {
        switch (result)
        {
            case SendResult.Sent sent:
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Sent, null, null);
                row.PlatformId = sent.PlatformId ?? row.PlatformId;
                break;
            case SendResult.Again again when IsEarly(attempt, now):
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Pending, now + (again.After ?? BackOff(attempt.Number)), again.Reason);
                break;
            case SendResult.Again again:
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Failed, null, $"given up after {GiveUpAfter.TotalHours:0} h: {again.Reason}");
                break;
            case SendResult.Unknown unknown when !attempt.Reconcile:
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Unknown, now + (unknown.Silent ? LookUpSilentAfter : LookUpAfter), unknown.Reason);
                break;
            case SendResult.Unknown { LookAgain: true } unknown when IsEarly(attempt, now):
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Unknown, now + LookAgainAfter, unknown.Reason);
                break;
            case SendResult.Unknown unknown:
                // Looked up and still not known: left visible, never blindly repeated.
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Unknown, null, unknown.Reason);
                break;
            case SendResult.Stopped or SendResult.Unreachable when attempt.Reconcile:
                // Still not known whether it arrived: asked again when the way is open, never repeated meanwhile.
                (row.Status, row.NextAt) = (OutboxStatus.Unknown, result is SendResult.Stopped && IsEarly(attempt, now) ? now + StoppedWait : null);
                break;
            case SendResult.Stopped stopped:
                Apply(row, attempt, new SendResult.Again(StoppedWait, stopped.Reason), now);
                break;
            case SendResult.Unreachable unreachable:
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Failed, null, unreachable.Reason);
                break;
            case SendResult.Failed failed:
                (row.Status, row.NextAt, row.Reason) = (OutboxStatus.Failed, null, failed.Reason);
                break;
        }
    }

    private static bool IsEarly(Attempt attempt, DateTimeOffset now) => now - (attempt.Row.FirstTriedAt ?? attempt.CreatedAt) < GiveUpAfter;

    /// <summary>1, 2, 4 … seconds, at most five minutes.</summary>
    private static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempt - 1, 10))));
}
