using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Somebody whose address is known, and what the channel tells of them.</summary>
internal sealed class Acquaintance
{
    private readonly PersonRow person;
    private readonly AddressRow address;

    private Acquaintance(PersonRow person, AddressRow address) => (this.person, this.address) = (person, address);

    /// <summary>Has said something, or was asked something. Who has only looked has not.</summary>
    private bool HasTalked { get; init; }

    /// <summary>Somebody here has set the time zone.</summary>
    private bool ZoneWasSet { get; init; }

    /// <summary>Somebody here has written down or changed the name.</summary>
    private bool NameWasSet { get; init; }

    /// <summary>Somebody here has written down the person, or changed the title.</summary>
    private bool TitleWasSet { get; init; }

    /// <summary>Another address tells of them, too, and may call them something else: then the first name stays, or it would change with every look.</summary>
    private bool IsToldOfElsewhere { get; init; }

    /// <summary>The desk itself has asked something.</summary>
    private bool WasAsked { get; init; }

    /// <summary>
    /// Takes over what the channel tells. A name, title or time zone that somebody set here stays; nothing is written when nothing changed since it was last told.
    /// </summary>
    /// <returns>Whether the address is known, and whether somebody else's record turned out to be the same person's.</returns>
    public static async Task<(bool Known, bool Recognised)> LearnAsync(Session session, Address from, Profile profile, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await session.LockAsync(
            $"""
            SELECT {AddressRow.Columns}, {PersonRow.Columns}, {PersonRow.HasTalked}, {PersonRow.WasAsked}, {PersonRow.ZoneWasSet}, {PersonRow.NameWasSet}, {PersonRow.TitleWasSet}, EXISTS (
                SELECT 1 FROM "Addresses" o WHERE o."PersonId" = p."Id" AND o."ProfileAt" IS NOT NULL AND (o."Channel" <> a."Channel" OR o."Workspace" <> a."Workspace" OR o."User" <> a."User"))
            FROM "Addresses" a JOIN "People" p ON p."Id" = a."PersonId"
            WHERE a."Channel" = $1 AND a."Workspace" = $2 AND a."User" = $3
            """,
            [from.Channel, from.Workspace, from.User],
            Read,
            cancellationToken);
        return known is null ? (false, false) : (true, await known.LearnAsync(session, profile, now, cancellationToken));
    }

    private static Acquaintance Read(Row row)
    {
        const int after = AddressRow.ColumnCount + PersonRow.ColumnCount;
        return new Acquaintance(PersonRow.Read(row, AddressRow.ColumnCount), AddressRow.Read(row, 0))
        {
            HasTalked = row.GetBoolean(after),
            WasAsked = row.GetBoolean(after + 1),
            ZoneWasSet = row.GetBoolean(after + 2),
            NameWasSet = row.GetBoolean(after + 3),
            TitleWasSet = row.GetBoolean(after + 4),
            IsToldOfElsewhere = row.GetBoolean(after + 5),
        };
    }

    private async Task<bool> LearnAsync(Session session, Profile profile, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var news = Describe(profile);
        if (news)
        {
            session.Write(
                """UPDATE "People" SET "Name" = $2, "Title" = $3, "Email" = $4, "TimeZone" = $5, "Language" = $6, "LanguageAssumed" = $7, "Roles" = $8 WHERE "Id" = $1""",
                person.Id, person.Name, person.Title, person.Email, person.TimeZone, person.Language, person.LanguageAssumed, person.Roles);
        }

        var recognised = profile is { Email: not null, Outsider: false } && await RecogniseAsync(session, now, cancellationToken);
        var unreachable = profile.Reachable ? null : address.Unreachable ?? (HeardSince(address, profile) ? null : profile.Unreachable);
        if (unreachable is null && address.Unreachable is { } reason)
        {
            await People.TryAgainAsync(session, address, reason, now, cancellationToken);
        }

        if (news || recognised || unreachable != address.Unreachable || address.IsStranger(now))
        {
            session.Write(
                """UPDATE "Addresses" SET "Unreachable" = $4, "ProfileAt" = $5 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                address.Channel, address.Workspace, address.User, unreachable, now);
        }

        return recognised;
    }

    /// <summary>Instants are kept to the millisecond: what came about in the one in which somebody was heard may have been before it.</summary>
    private static bool HeardSince(AddressRow address, Profile profile) => address.HeardAt?.ToUnixTimeMilliseconds() >= profile.MadeAt?.ToUnixTimeMilliseconds();

    /// <summary>Whether anything of it was not known.</summary>
    private bool Describe(Profile profile)
    {
        var before = Described();
        person.Name = Told(person.Name, profile.Name, NameWasSet);
        person.Title = Told(person.Title, profile.Title, TitleWasSet);
        person.Email = profile.Email?.ToLowerInvariant() ?? person.Email;
        if (!ZoneWasSet && profile.TimeZone is { } zone && WallClock.Knows(zone))
        {
            person.TimeZone = zone;
        }

        if (person.LanguageAssumed && People.LanguageOf(profile.Locale) is { } language && !HasTalked)
        {
            (person.Language, person.LanguageAssumed) = (language, false);
        }

        if (profile.Outsider && person.Roles == "respondent" && !WasAsked)
        {
            person.Roles = "";
        }
        else if (profile.Member && person.Roles.Length == 0)
        {
            // Nobody at the desk can take every role from somebody: they were a guest, and are none any more.
            person.Roles = "respondent";
        }

        return Described() != before;
    }

    private string? Told(string? known, string? told, bool wasSet) => wasSet || IsToldOfElsewhere ? known ?? told : told ?? known;

    private (string? Name, string? Title, string? Email, string TimeZone, string Language, bool LanguageAssumed, string Roles) Described() =>
        (person.Name, person.Title, person.Email, person.TimeZone, person.Language, person.LanguageAssumed, person.Roles);

    /// <summary>
    /// The same verified address on another channel is the same person: the younger record is told to join the older one, once. Two who were
    /// taken apart are left apart, and so are two members of one workspace.
    /// </summary>
    private async Task<bool> RecogniseAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var same = await session.ListAsync(
            $"""
            SELECT {PersonRow.Columns} FROM "People" p
            WHERE p."Email" = $1 AND p."Id" <> $2 AND p."Roles" <> '' AND EXISTS (SELECT 1 FROM "Addresses" a WHERE a."PersonId" = p."Id")
            LIMIT 2
            """,
            [person.Email, person.Id],
            row => PersonRow.Read(row, 0),
            cancellationToken);
        if (same is not [var other] || person.Roles.Length == 0)
        {
            return false;
        }

        var (young, old) = other.CreatedAt > person.CreatedAt ? (other, person) : (person, other);
        var mail = new Incoming.Recognised(old.Id) { Key = $"{Fact.MailKeyPrefix}recognised:{young.Id}:{old.Id}", At = now };
        var mayJoin = await session.FirstAsync(
            """
            SELECT p."Id" FROM "People" p WHERE p."Id" = $1
            AND NOT EXISTS (SELECT 1 FROM "Addresses" a WHERE a."PersonId" = p."Id" AND a."Channel" = $2 AND a."Workspace" = $3)
            AND NOT EXISTS (SELECT 1 FROM "Joins" j WHERE j."PersonId" = p."Id" OR j."PersonId" = $4)
            AND NOT EXISTS (SELECT 1 FROM "Mail" m WHERE m."Key" = $5)
            AND NOT EXISTS (SELECT 1 FROM "Inbox" i WHERE i."Key" = $5)
            """,
            [other.Id, address.Channel, address.Workspace, person.Id, mail.Key],
            row => row.GetString(0),
            cancellationToken) is not null;
        if (mayJoin)
        {
            MailRow.Post(session, young.Id, mail, now, door: null);
        }

        return mayJoin;
    }
}
