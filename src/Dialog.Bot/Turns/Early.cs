namespace Dialog.Bot.Turns;

/// <summary>Changes and deletions that come before the message they are about: no platform promises an order, and what was not acknowledged in time comes again.</summary>
internal static class Early
{
    /// <summary>For so long after a message was written it may still come.</summary>
    private static readonly TimeSpan MayStillCome = TimeSpan.FromMinutes(10);

    /// <summary>Whether what was written then may still come.</summary>
    /// <param name="written">Seconds since 1970, whatever somebody claims.</param>
    /// <param name="now">When the change came.</param>
    public static bool MayCome(double written, DateTimeOffset now) => (now.ToUnixTimeMilliseconds() / 1000.0) - written < MayStillCome.TotalSeconds;

    /// <inheritdoc cref="TurnRunner.TakeAsync(Arrival, CancellationToken)"/>
    /// <remarks>A message that has not come is taken as it was changed to, and not at all when it was deleted.</remarks>
    public static async Task<TurnOutcome> TakeInOrderAsync(this TurnRunner turns, Arrival arrival, CancellationToken cancellationToken)
    {
        if (arrival.NotToHear is { } deleted)
        {
            await turns.LeaveAsync(deleted, cancellationToken);
        }

        if (arrival.Unheard is not { } unheard)
        {
            return await turns.TakeAsync(arrival, cancellationToken);
        }

        var outcome = await turns.TakeAsync(unheard, cancellationToken);
        if (!outcome.New)
        {
            return await turns.TakeAsync(arrival, cancellationToken);
        }

        await turns.LeaveAsync(arrival.What.Key, cancellationToken);
        return outcome;
    }
}
