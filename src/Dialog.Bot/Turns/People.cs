using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Finds the person behind an address; somebody new becomes a respondent.</summary>
internal static class People
{
    /// <summary>The person who wrote, with their address brought up to date.</summary>
    public static async Task<Reachable> MeetAsync(DialogDb db, Arrival arrival, Organisation organisation, CancellationToken cancellationToken)
    {
        var from = arrival.From;
        var known = await db.Addresses
            .Where(a => a.Channel == from.Channel && a.Workspace == from.Workspace && a.User == from.User)
            .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { Address = a, Person = p })
            .SingleOrDefaultAsync(cancellationToken);
        var (person, address) = (known?.Person, known?.Address);
        if (person is null || address is null)
        {
            person = new PersonRow
            {
                Id = Guid.CreateVersion7().ToString("N"),
                Name = arrival.Name,
                Roles = arrival.Roles,
                Language = LanguageOf(arrival.Locale) ?? organisation.Language,
                TimeZone = arrival.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : organisation.TimeZone,
                CreatedAt = arrival.What.At,
            };
            address = new AddressRow { Channel = from.Channel, Workspace = from.Workspace, User = from.User, PersonId = person.Id };
            db.Add(person);
            db.Add(address);
        }
        else
        {
            person.Name ??= arrival.Name;
        }

        address.HeardAt = arrival.What.At;
        if (address.Unreachable is { } reason)
        {
            await TryAgainAsync(db, address, reason, arrival.What.At, cancellationToken);
            address.Unreachable = null;
        }

        if (arrival.Room.Id is not null)
        {
            address.RoomId = arrival.Room.Id;
            address.RoomData = arrival.Room.Data ?? address.RoomData;
        }
        else if (address.RoomId is null)
        {
            address.RoomData = arrival.Room.Data ?? address.RoomData;
        }

        return new Reachable(person, address);
    }

    /// <summary>The newest question that could not be sent there is sent now, after all.</summary>
    private static async Task TryAgainAsync(DialogDb db, AddressRow address, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var question = await db.Outbox.Where(o => o.PersonId == address.PersonId && o.PromptId != null).OrderByDescending(o => o.Seq).FirstOrDefaultAsync(cancellationToken);
        if (question is { Status: OutboxStatus.Failed } && question.Reason == reason && question.Channel == address.Channel && question.Workspace == address.Workspace && question.User == address.User)
        {
            (question.Status, question.NextAt) = (OutboxStatus.Pending, now);
        }
    }

    /// <summary>The person, at the address last heard from; one that lets nothing through is the last resort.</summary>
    /// <param name="db">The turn's transaction.</param>
    /// <param name="personId">Whom to reach.</param>
    /// <param name="open">The channels that are configured.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public static async Task<Reachable> ReachAsync(DialogDb db, string personId, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        personId = await Joins.FollowAsync(db, personId, cancellationToken);
        var person = await db.People.FindAsync([personId], cancellationToken) ?? throw new KeyNotFoundException($"Person {personId} is not known.");
        var address = await db.Addresses
                .Where(a => a.PersonId == personId)
                .OrderBy(a => !open.Contains(a.Channel) || a.Unreachable != null || a.Channel == Address.Teams && a.RoomId == null && a.RoomData == null)
                .ThenByDescending(a => a.HeardAt)
                .ThenBy(a => a.Channel)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new KeyNotFoundException($"Person {personId} has no address.");
        return new Reachable(person, address);
    }

    /// <summary>The person as the core knows them.</summary>
    public static Respondent RespondentOf(PersonRow person, Organisation organisation) => new(person.Id, person.Name, person.Title, person.Language, person.TimeZone)
    {
        Hours = person.Hours is { } hours && WorkingHours.ReadSpan(hours) is { } span ? organisation.Hours with { From = span.From, To = span.To } : null,
    };

    /// <summary>Everybody who reads drafts: editors and approvers that can be reached, in a fixed order.</summary>
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
