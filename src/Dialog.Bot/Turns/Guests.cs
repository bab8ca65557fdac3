using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>People who are not of the organisation: told once whom the bot is for, and not read, unless the desk itself has asked them something.</summary>
internal sealed class Guests(Database database, TurnRunner turns, TimeProvider time)
{
    /// <summary>Whether the address is a guest's whom the desk has asked nothing.</summary>
    public Task<bool> IsGuestAsync(Address address, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) => await FindAsync(session, address, token) is { } person && await People.IsGuestAsync(session, person, token), cancellationToken);

    /// <summary>The channel has told that somebody is a guest: they hear at once whom the bot is for.</summary>
    public async Task MetAsync(Address address, CancellationToken cancellationToken)
    {
        if (await IsGuestAsync(address, cancellationToken))
        {
            await turns.TakeAsync(new Arrival(address, new Room(null), new Incoming.Outsider { Key = $"{address.Channel}:guest:{address.Workspace}:{address.User}", At = time.GetUtcNow() }), cancellationToken);
        }
    }

    private static Task<PersonRow?> FindAsync(Session session, Address address, CancellationToken cancellationToken) => session.FirstAsync(
        $"""SELECT {PersonRow.Columns} FROM "Addresses" a JOIN "People" p ON p."Id" = a."PersonId" WHERE a."Channel" = $1 AND a."Workspace" = $2 AND a."User" = $3""",
        [address.Channel, address.Workspace, address.User],
        row => PersonRow.Read(row, 0),
        cancellationToken);
}
