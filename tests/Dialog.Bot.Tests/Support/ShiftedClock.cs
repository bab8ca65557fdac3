namespace Dialog.Bot.Tests.Support;

/// <summary>A machine's clock that somebody may set: what it shows is shifted, its timers and what it measures go on evenly.</summary>
internal sealed class ShiftedClock(TimeProvider clock) : TimeProvider
{
    /// <summary>How far what it shows is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
