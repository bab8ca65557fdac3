using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Turns that begin with a command, a press or a form. Whoever is heard from for the first time that way is asked about as after a first message.</summary>
internal sealed class SlackTurns(TurnRunner turns, SlackPeople people)
{
    /// <inheritdoc cref="TurnRunner.TookAsync"/>
    public Task<bool> TookAsync(string inboxKey, CancellationToken cancellationToken) => turns.TookAsync(inboxKey, cancellationToken);

    /// <summary>When it returns, the turn is committed.</summary>
    public async Task TakeAsync(Arrival arrival)
    {
        if ((await turns.TakeAsync(await people.IntroduceAsync(arrival), CancellationToken.None)).ByStranger)
        {
            people.Meet(arrival.From);
        }
    }
}
