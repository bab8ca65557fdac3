using Dialog.Bot.Channels;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>People who are not of the organisation: told once whom the bot is for, and not read, unless the desk itself has asked them something.</summary>
internal sealed class Guests(PeopleBook book, TurnRunner turns, TimeProvider time)
{
    private readonly Lately<bool> known = new();

    /// <summary>Whether the person is a guest whom the desk has asked nothing.</summary>
    public async Task<bool> IsGuestAsync(Address address)
    {
        if (known.Knows(address, out var guest) && !guest)
        {
            return false;
        }

        // A guest may have been asked something by the desk meanwhile; everybody else is looked up once.
        guest = await book.IsOutsiderAsync(address, CancellationToken.None);
        known.Note(address, guest);
        return guest;
    }

    /// <summary>Another process may have learnt who somebody is: they are looked up at their next word.</summary>
    public void LookAgain(Address address) => known.Forget(address);

    /// <summary>The channel has told who somebody is: a guest hears at once whom the bot is for.</summary>
    public async Task MetAsync(Address address, CancellationToken cancellationToken)
    {
        LookAgain(address);
        if (await IsGuestAsync(address))
        {
            await turns.TakeAsync(new Arrival(address, new Room(null), new Incoming.Outsider { Key = $"{address.Channel}:guest:{address.Workspace}:{address.User}", At = time.GetUtcNow() }), cancellationToken);
        }
    }

    /// <summary>What a guest wrote is not read: only that they wrote.</summary>
    public async Task<Arrival> ReadAsync(Arrival arrival) =>
        await IsGuestAsync(arrival.From) ? arrival with { What = new Incoming.Outsider { Key = arrival.What.Key, At = arrival.What.At } } : arrival;
}
