using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Writes down the people the bot may speak to.</summary>
internal sealed class PeopleBook(IDbContextFactory<DialogDb> databases, WriteGate gate, TimeProvider time)
{
    /// <summary>Adds a person. Null when one of the addresses already belongs to somebody: two people never share one.</summary>
    public async Task<PersonRow?> AddAsync(string name, string? title, IReadOnlyList<string> roles, string language, string timeZone, IReadOnlyList<Address> addresses, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var person = new PersonRow
        {
            Id = Guid.CreateVersion7().ToString("N"),
            Name = name,
            Title = title,
            Roles = string.Join(',', roles),
            Language = language,
            TimeZone = timeZone,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(person);
        foreach (var address in addresses)
        {
            if (await db.Addresses.FindAsync([address.Channel, address.Workspace, address.User], cancellationToken) is not null)
            {
                return null;
            }

            db.Add(new AddressRow
            {
                Channel = address.Channel,
                Workspace = address.Workspace,
                User = address.User,
                PersonId = person.Id,
                RoomId = address.Channel == Address.Web ? address.User : null,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return person;
    }
}
