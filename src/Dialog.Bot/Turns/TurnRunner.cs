namespace Dialog.Bot.Turns;

/// <summary>Load, take the turn, commit once.</summary>
internal sealed class TurnRunner
{
    /// <summary>
    /// Takes the turn and commits it: when this returns, the event is on disk together with everything it led to.
    /// Throws when it could not be committed; then nothing was, and the caller must not acknowledge.
    /// </summary>
    public Task<TurnOutcome> TakeAsync(Arrival arrival, CancellationToken cancellationToken) => throw new NotImplementedException($"{arrival} {cancellationToken}");
}
