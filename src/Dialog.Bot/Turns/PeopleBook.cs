using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Writes down the people the bot may speak to.</summary>
internal sealed class PeopleBook(IDbContextFactory<DialogDb> databases, Database database, WriteGate gate, MailBell mailBell, Organisation organisation, TimeProvider time)
{
    /// <summary>Adds a person; a language or time zone that is null is the organisation's until somebody tells. Null when one of the addresses already belongs to somebody: two people never share one.</summary>
    public Task<PersonRow?> AddAsync(string name, string? title, IReadOnlyList<string> roles, string? language, string? timeZone, IReadOnlyList<Address> addresses, CancellationToken cancellationToken) =>
        AddAsync(name, title, roles, language, timeZone, addresses, email: null, id: null, cancellationToken);

    /// <summary>The same, with an e-mail address that whoever adds the person answers for, and an id under which the person may have been added before.</summary>
    public async Task<PersonRow?> AddAsync(
        string name, string? title, IReadOnlyList<string> roles, string? language, string? timeZone, IReadOnlyList<Address> addresses, string? email, string? id, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (id is not null && await db.People.FindAsync([id], cancellationToken) is { } before)
        {
            return before;
        }

        if (email is not null && await db.People.AnyAsync(p => p.Email == email, cancellationToken))
        {
            return null;
        }

        var person = new PersonRow
        {
            Id = id ?? Guid.CreateVersion7().ToString("N"),
            Name = name,
            Title = title,
            Roles = string.Join(',', roles),
            Language = language ?? organisation.Language,
            LanguageAssumed = language is null,
            TimeZone = timeZone ?? organisation.TimeZone,
            Email = email,
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

        db.Tell(Door.Current, new Deed("add", "person", person.Id, $"roles {person.Roles}"), person.CreatedAt);
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }

    /// <summary>Whether the e-mail address is another person's.</summary>
    public async Task<bool> IsTakenAsync(string email, string byAnotherThan, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.People.AnyAsync(p => p.Email == email && p.Id != byAnotherThan, cancellationToken);
    }

    /// <summary>Changes what is written down of a person; false when there is nobody with that id.</summary>
    public async Task<bool> ChangeAsync(string id, Action<PersonRow> change, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.People.FindAsync([id], cancellationToken) is not { } person)
        {
            return false;
        }

        change(person);
        db.ChangeTracker.DetectChanges();
        foreach (var property in db.Entry(person).Properties.Where(property => property.IsModified).ToList())
        {
            db.Tell(Door.Current, Changed(person, property.Metadata.Name), time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The person behind an address; somebody new becomes a respondent nobody has heard from.</summary>
    public async Task<PersonRow> FindOrAddAsync(Address address, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Addresses.FindAsync([address.Channel, address.Workspace, address.User], cancellationToken) is { } known)
        {
            return await db.People.SingleAsync(p => p.Id == known.PersonId, cancellationToken);
        }

        var person = new PersonRow { Id = Guid.CreateVersion7().ToString("N"), Roles = "respondent", Language = organisation.Language, LanguageAssumed = true, TimeZone = organisation.TimeZone, CreatedAt = time.GetUtcNow() };
        db.Add(person);
        db.Add(new AddressRow { Channel = address.Channel, Workspace = address.Workspace, User = address.User, PersonId = person.Id });
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }

    /// <summary>The channel has told how to get to somebody it has brought nothing from, who may be new. Who was heard from is where they were heard from.</summary>
    public async Task ReachAsync(Address address, Room room, CancellationToken cancellationToken)
    {
        await FindOrAddAsync(address, cancellationToken);
        await database.WriteAsync(
            session => session.Write(
                """UPDATE "Addresses" SET "RoomData" = $4 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3 AND "RoomId" IS NULL AND "RoomData" IS NULL""",
                address.Channel, address.Workspace, address.User, room.Data),
            cancellationToken);
    }

    /// <summary>Addresses of a channel the channel has not been asked about, oldest person first.</summary>
    public async Task<IReadOnlyList<Address>> StrangersAsync(string channel, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Addresses.AsNoTracking().Where(a => a.Channel == channel && a.ProfileAt == null).OrderBy(a => a.PersonId).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.Address);
    }

    /// <summary>Whether the address is known and the channel is to be asked who that is, see <see cref="AddressRow.IsStranger"/>.</summary>
    public async Task<bool> IsStrangerAsync(Address address, CancellationToken cancellationToken) => await database.ReadAsync(
        (session, token) => session.FirstAsync(
            """SELECT "PersonId" FROM "Addresses" WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3 AND ("ProfileAt" IS NULL OR "ProfileAt" < $4)""",
            [address.Channel, address.Workspace, address.User, time.GetUtcNow() - AddressRow.ProfileLasts],
            row => row.GetString(0),
            token),
        cancellationToken) is not null;

    /// <summary>The name of whom the address belongs to; null when nobody is known there, or by no name.</summary>
    public Task<string?> NameAsync(Address address, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.FirstAsync(
            """SELECT p."Name" FROM "Addresses" a JOIN "People" p ON p."Id" = a."PersonId" WHERE a."Channel" = $1 AND a."Workspace" = $2 AND a."User" = $3 AND p."Name" IS NOT NULL""",
            [address.Channel, address.Workspace, address.User],
            row => row.GetString(0),
            token),
        cancellationToken);

    /// <summary>Roles decide what somebody may do and are told; what else stands there is the person's own.</summary>
    private static Deed Changed(PersonRow person, string property) =>
        property == nameof(PersonRow.Roles) ? new Deed("roles", "person", person.Id, $"roles {person.Roles}") : new Deed("change", "person", person.Id, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property));

    /// <inheritdoc cref="Acquaintance.LearnAsync"/>
    /// <returns>Whether the address is known.</returns>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was begun.</exception>
    public async Task<bool> LearnAsync(Address address, Profile profile, CancellationToken cancellationToken)
    {
        var (known, recognised) = await database.WriteAsync((session, token) => Acquaintance.LearnAsync(session, address, profile, time.GetUtcNow(), token), cancellationToken);
        if (recognised)
        {
            mailBell.Ring();
        }

        return known;
    }
}
