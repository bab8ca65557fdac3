using Dialog.Bot.Store;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Finds the person behind an address; somebody new becomes a respondent.</summary>
internal static class People
{
    /// <summary>The person who wrote, with their address brought up to date; null for somebody new who is to be asked about first.</summary>
    public static async Task<Reachable?> MeetAsync(Session session, Arrival arrival, Organisation organisation, CancellationToken cancellationToken)
    {
        var from = arrival.From;
        var known = await session.FirstAsync(
            $"""
            SELECT {AddressRow.Columns}, {PersonRow.Columns}, {Barriers.Columns}, {AddressRow.IsLatest} FROM "Addresses" a JOIN "People" p ON p."Id" = a."PersonId"
            LEFT JOIN "Workspaces" w ON w."Channel" = a."Channel" AND w."Id" = a."Workspace"
            WHERE a."Channel" = $1 AND a."Workspace" = $2 AND a."User" = $3
            """,
            [from.Channel, from.Workspace, from.User],
            row => ReadReachable(row) with { IsLatest = row.GetBoolean(AddressRow.ColumnCount + PersonRow.ColumnCount + Barriers.ColumnCount) },
            cancellationToken) ?? (arrival.AsksFirst ? null : Welcome(session, arrival, organisation));
        if (known is null)
        {
            return null;
        }

        var (person, address) = known;
        if (arrival.What is not Incoming.Outsider && await IsGuestAsync(session, person, cancellationToken))
        {
            // What a guest wrote is not read: only that they wrote.
            arrival = arrival with { What = new Incoming.Outsider { Key = arrival.What.Key, At = arrival.What.At } };
        }

        if (person.Name is null && Clean.TextOrNull(arrival.Name) is { } name)
        {
            person.Name = name;
            session.Write("""UPDATE "People" SET "Name" = $2 WHERE "Id" = $1""", person.Id, person.Name);
        }

        if (person.LanguageAssumed && LanguageOf(arrival.Locale) is { } language && (arrival.What is Incoming.Arrived || language != person.Language && !await HasTalkedAsync(session, person, cancellationToken)))
        {
            (person.Language, person.LanguageAssumed) = (language, false);
            session.Write("""UPDATE "People" SET "Language" = $2, "LanguageAssumed" = $3 WHERE "Id" = $1""", person.Id, person.Language, person.LanguageAssumed);
        }

        var before = (address.RoomId, address.RoomData, address.HomeSeenAt, address.Unreachable);
        if (address.Unreachable is { } reason)
        {
            // A message that is being given up just now is seen given up.
            await session.LockAsync(
                """SELECT "PersonId" FROM "Addresses" WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                [from.Channel, from.Workspace, from.User],
                row => row.GetString(0),
                cancellationToken);
            await TryAgainAsync(session, address, reason, arrival.What.At, cancellationToken);
            address.Unreachable = null;
        }

        if (arrival.Room.Id is { } room)
        {
            // Who only looks goes on in the thread they wrote in.
            address.RoomId = arrival.What is Incoming.HomeOpened or Incoming.Arrived && address.Conversation == room ? address.RoomId : room;
            address.RoomData = arrival.Room.Data ?? address.RoomData;
        }
        else if (arrival.OutsideThreads)
        {
            address.RoomId = address.Conversation;
        }
        else if (address.RoomId is null)
        {
            address.RoomData = arrival.Room.Data ?? address.RoomData;
        }

        address.HomeSeenAt = arrival.What is Incoming.HomeOpened ? arrival.What.At : address.HomeSeenAt;
        if (!known.IsLatest || address.IsHeardFromAnew(arrival.What.At) || arrival.What is Incoming.Arrived || before != (address.RoomId, address.RoomData, address.HomeSeenAt, address.Unreachable))
        {
            address.HeardAt = arrival.What.At;
            session.Write(
                """
                UPDATE "Addresses" SET "RoomId" = $4, "RoomData" = $5, "HeardAt" = $6, "HomeSeenAt" = $7, "Unreachable" = NULL
                WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3
                """,
                from.Channel, from.Workspace, from.User, address.RoomId, address.RoomData, address.HeardAt, address.HomeSeenAt);
        }

        return known with { Heard = arrival.What };
    }

    /// <summary>Somebody new, with the address they wrote from.</summary>
    private static Reachable Welcome(Session session, Arrival arrival, Organisation organisation)
    {
        var language = LanguageOf(arrival.Locale);
        var person = new PersonRow
        {
            Id = Guid.CreateVersion7().ToString("N"),
            Name = arrival.Name,
            Roles = arrival.Roles,
            Language = language ?? organisation.Language,
            LanguageAssumed = language is null,
            TimeZone = arrival.TimeZone is { } zone && WallClock.Knows(zone) ? zone : organisation.TimeZone,
            CreatedAt = arrival.What.At,
        };
        var (channel, workspace, user) = (arrival.From.Channel, arrival.From.Workspace, arrival.From.User);
        session.Write(
            """INSERT INTO "People" ("Id", "Name", "Roles", "Language", "LanguageAssumed", "TimeZone", "CreatedAt") VALUES ($1, $2, $3, $4, $5, $6, $7)""",
            person.Id, person.Name, person.Roles, person.Language, person.LanguageAssumed, person.TimeZone, person.CreatedAt);
        session.Write("""INSERT INTO "Addresses" ("Channel", "Workspace", "User", "PersonId") VALUES ($1, $2, $3, $4)""", channel, workspace, user, person.Id);
        return new Reachable(person, new AddressRow { Channel = channel, Workspace = workspace, User = user, PersonId = person.Id });
    }

    /// <summary>What could not be sent there and is still asked is sent now, after all: with every part of it, and what was said in the same turn.</summary>
    public static async Task TryAgainAsync(Session session, AddressRow address, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await session.ListAsync(
            """
            SELECT "Id", "Body" FROM "Outbox"
            WHERE "PersonId" = $1 AND "PromptId" IS NOT NULL AND "Status" = 'Failed' AND "Reason" = $2 AND "Channel" = $3 AND "Workspace" = $4 AND "User" = $5
            """,
            [address.PersonId, reason, address.Channel, address.Workspace, address.User],
            row => (Id: row.GetString(0), Message: StateJson.Read<Outgoing>(row.GetString(1))),
            cancellationToken);
        if (asked.Count == 0 || await ConversationRow.FindAsync(session, address.PersonId, cancellationToken) is not { } row)
        {
            return;
        }

        var conversation = row.Read();
        foreach (var turn in asked.Where(one => !conversation.Pressable(one.Message).IsEmpty).Select(one => one.Id[..(one.Id.LastIndexOf('/') + 1)]).Distinct())
        {
            session.Write(
                """
                UPDATE "Outbox" SET "Status" = 'Pending', "NextAt" = $1, "FirstTriedAt" = NULL
                WHERE "PersonId" = $2 AND "Status" = 'Failed' AND "Reason" = $3 AND "Channel" = $4 AND "Workspace" = $5 AND "User" = $6
                  AND substr("Id", 1, length($7)) = $7 AND "Body" NOT LIKE '{"kind":"home"%'
                """,
                now, address.PersonId, reason, address.Channel, address.Workspace, address.User, turn);
        }
    }

    /// <summary>The person, at the address last heard from; one that lets nothing through is the last resort.</summary>
    /// <param name="session">The turn's transaction.</param>
    /// <param name="personId">Whom to reach.</param>
    /// <param name="open">The channels that are configured.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public static async Task<Reachable> ReachAsync(Session session, string personId, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        personId = await Joins.FollowAsync(session, personId, cancellationToken);
        return await FindWayAsync(session, personId, open, cancellationToken) ?? throw new KeyNotFoundException($"Person {personId} is not known, or has no address.");
    }

    /// <summary>The same, but somebody who was erased and of whom only texts were kept is found, too: nowhere, where nothing can be said to them.</summary>
    /// <param name="session">The turn's transaction.</param>
    /// <param name="personId">Whom to reach.</param>
    /// <param name="open">The channels that are configured.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="KeyNotFoundException">No such person.</exception>
    public static async Task<Reachable> ReachIfThereAsync(Session session, string personId, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        personId = await Joins.FollowAsync(session, personId, cancellationToken);
        return await FindWayAsync(session, personId, open, cancellationToken)
            ?? (await FindAsync(session, personId, cancellationToken) is { } erased ? new Reachable(erased, AddressRow.Nowhere(personId)) : throw new KeyNotFoundException($"Person {personId} is not known."));
    }

    private static async Task<Reachable?> FindWayAsync(Session session, string personId, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var ways = await session.ListAsync(
            $"""
            SELECT {AddressRow.Columns}, {PersonRow.Columns}, {Barriers.Columns} FROM "Addresses" a JOIN "People" p ON p."Id" = a."PersonId"
            LEFT JOIN "Workspaces" w ON w."Channel" = a."Channel" AND w."Id" = a."Workspace"
            WHERE a."PersonId" = $1
            """,
            [personId],
            ReadReachable,
            cancellationToken);
        return ways
            .OrderBy(way => !open.Contains(way.Address.Channel) || !way.Address.IsOpen)
            .ThenByDescending(way => way.Address.HeardAt)
            .ThenBy(way => way.Address.Channel, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Reads the address, the person and what stands between them.</summary>
    private static Reachable ReadReachable(Row row)
    {
        var address = AddressRow.Read(row, 0);
        return new Reachable(PersonRow.Read(row, AddressRow.ColumnCount), address) { IsOpen = Barriers.Read(row, AddressRow.ColumnCount + PersonRow.ColumnCount, address) is null };
    }

    /// <summary>Whether somebody is not of the organisation, and the desk has asked them nothing.</summary>
    public static async Task<bool> IsGuestAsync(Session session, PersonRow person, CancellationToken cancellationToken) =>
        person.Roles.Length == 0
        && await session.FirstAsync(
            $"""SELECT p."Id" FROM "People" p WHERE p."Id" = $1 AND {PersonRow.WasAsked}""", [person.Id], row => row.GetString(0), cancellationToken) is null;

    /// <summary>Has said something, or was asked something: in the language it was begun in the talk goes on.</summary>
    private static async Task<bool> HasTalkedAsync(Session session, PersonRow person, CancellationToken cancellationToken) => await session.FirstAsync(
        $"""SELECT p."Id" FROM "People" p WHERE p."Id" = $1 AND {PersonRow.HasTalked}""", [person.Id], row => row.GetString(0), cancellationToken) is not null;

    public static Task<PersonRow?> FindAsync(Session session, string personId, CancellationToken cancellationToken) => session.FirstAsync(
        $"""SELECT {PersonRow.Columns} FROM "People" p WHERE p."Id" = $1""",
        [personId],
        row => PersonRow.Read(row, 0),
        cancellationToken);

    /// <summary>The person's time zone; the organisation's where an earlier version wrote down one that is not known.</summary>
    public static string ZoneOf(PersonRow person, Organisation organisation) => WallClock.Knows(person.TimeZone) ? person.TimeZone : organisation.TimeZone;

    /// <summary>The person as the core knows them.</summary>
    public static Respondent RespondentOf(PersonRow person, Organisation organisation) => new(person.Id, person.Name, person.Title, person.Language, ZoneOf(person, organisation))
    {
        Hours = OwnHours(person.Hours, organisation),
    };

    /// <summary>A person's hours as they are written down; null for the organisation's.</summary>
    public static WorkingHours? OwnHours(string? hours, Organisation organisation) =>
        hours is not null && WorkingHours.ReadSpan(hours) is { } span ? organisation.Hours with { From = span.From, To = span.To } : null;

    /// <summary>Editors and approvers who can decide: those that can be reached, and those who sign in at the desk with their address; in a fixed order.</summary>
    public static Task<List<PersonRow>> StaffAsync(DialogDb db, CancellationToken cancellationToken) => db.People.AsNoTracking()
        .Where(p => p.Roles != "respondent" && (p.Roles.Contains("editor") || p.Roles.Contains("approver")) && (p.Email != null || db.Addresses.Any(a => a.PersonId == p.Id)))
        .OrderBy(p => p.Id)
        .ToListAsync(cancellationToken);

    /// <summary>Everybody who is sent drafts to read: editors and approvers that can be reached, in a fixed order.</summary>
    public static Task<List<PersonRow>> ReviewersAsync(DialogDb db, CancellationToken cancellationToken) => db.People.AsNoTracking()
        .Where(p => p.Roles != "respondent" && (p.Roles.Contains("editor") || p.Roles.Contains("approver")) && db.Addresses.Any(a => a.PersonId == p.Id))
        .OrderBy(p => p.Id)
        .ToListAsync(cancellationToken);

    public static string? LanguageOf(string? locale) =>
        locale is null ? null
        : locale.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? "sv"
        : locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
        : null;
}
