using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Turns that begin in Slack. Whoever is heard from for the first time is answered in their own language, if Slack tells it soon, and asked about after that.</summary>
internal sealed class SlackTurns(TurnRunner turns, SlackPeople people)
{
    /// <inheritdoc cref="TurnRunner.TookAsync"/>
    public Task<bool> TookAsync(string inboxKey, CancellationToken cancellationToken) => turns.TookAsync(inboxKey, cancellationToken);

    /// <summary>When it returns, the turn is committed.</summary>
    public async Task TakeAsync(Arrival arrival)
    {
        var outcome = await turns.TakeInOrderAsync(Each(arrival, one => one with { AsksFirst = true }), CancellationToken.None);
        if (outcome.Unmet)
        {
            var locale = await people.LocaleAsync(arrival.From);
            outcome = await turns.TakeInOrderAsync(Each(arrival, one => one with { Locale = locale }), CancellationToken.None);
        }

        if (outcome.ByStranger)
        {
            people.Meet(arrival.From);
        }
    }

    private static Arrival Each(Arrival arrival, Func<Arrival, Arrival> change) =>
        change(arrival) with { Unheard = arrival.Unheard is { } unheard ? change(unheard) : null };
}
