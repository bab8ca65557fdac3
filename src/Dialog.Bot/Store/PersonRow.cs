using Dialog.Bot.Channels;
using Dialog.Core.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A person the bot may speak to.</summary>
internal sealed class PersonRow : IEntityTypeConfiguration<PersonRow>
{
    public required string Id { get; init; }

    /// <summary>As it stands in a byline, without what cannot be seen, whoever tells it; null until somebody does.</summary>
    public string? Name { get; set => field = Clean.TextOrNull(value); }

    /// <summary>Title in a byline, e.g. kommunchef.</summary>
    public string? Title { get; set => field = Clean.TextOrNull(value); }

    /// <summary>respondent, editor, approver, admin; separated by commas.</summary>
    public required string Roles { get; set; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Nobody chose the language, it is the organisation's; what the channel tells of the person goes before it.</summary>
    public bool LanguageAssumed { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The person's own hours, e.g. <c>07:00-16:00</c>; null when the organisation's count.</summary>
    public string? Hours { get; set; }

    /// <summary>The days the person is away, spans as JSON, see <see cref="StateJson"/>; null when none is known. The talk decides by its own copy.</summary>
    public string? Absences { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What <see cref="Read"/> reads, of the table named <c>p</c>.</summary>
    public const string Columns = """p."Id", p."Name", p."Title", p."Roles", p."Language", p."TimeZone", p."CreatedAt", p."Email", p."Hours", p."LanguageAssumed" """;

    /// <summary>How many columns that is.</summary>
    public const int ColumnCount = 10;

    /// <summary>Whether the desk itself has asked them something, of the table named <c>p</c>.</summary>
    public const string WasAsked = """EXISTS (SELECT 1 FROM "Assignments" s WHERE s."PersonId" = p."Id" AND s."RequestKey" IS NOT NULL)""";

    /// <summary>Whether they have said something, or were asked something, of the table named <c>p</c>.</summary>
    public const string HasTalked = """EXISTS (SELECT 1 FROM "Messages" m WHERE m."PersonId" = p."Id" AND (m."Incoming" OR m."AssignmentId" IS NOT NULL))""";

    /// <summary>Whether somebody here has changed their time zone, of the table named <c>p</c>: the audit log knows. One they were added with is a guess until the platform tells.</summary>
    public const string ZoneWasSet = """EXISTS (SELECT 1 FROM "Audit" z WHERE z."Subject" = p."Id" AND z."Kind" = 'person' AND z."Action" = 'change' AND z."Detail" = 'timeZone')""";

    /// <summary>Whether somebody here has written them down, or changed their name, of the table named <c>p</c>.</summary>
    public const string NameWasSet = """EXISTS (SELECT 1 FROM "Audit" z WHERE z."Subject" = p."Id" AND z."Kind" = 'person' AND (z."Action" = 'add' OR z."Action" = 'change' AND z."Detail" = 'name'))""";

    /// <summary>The same of their title.</summary>
    public const string TitleWasSet = """EXISTS (SELECT 1 FROM "Audit" z WHERE z."Subject" = p."Id" AND z."Kind" = 'person' AND (z."Action" = 'add' OR z."Action" = 'change' AND z."Detail" = 'title'))""";

    public static PersonRow Read(Row row, int from) => new()
    {
        Id = row.GetString(from),
        Name = row.TextOrNull(from + 1),
        Title = row.TextOrNull(from + 2),
        Roles = row.GetString(from + 3),
        Language = row.GetString(from + 4),
        TimeZone = row.GetString(from + 5),
        CreatedAt = row.Instant(from + 6),
        Email = row.TextOrNull(from + 7),
        Hours = row.TextOrNull(from + 8),
        LanguageAssumed = row.GetBoolean(from + 9),
    };

    public bool Is(string role) => Roles.Split(',').Contains(role);

    /// <summary>E-mail address a platform has verified, in lower case; the same one on another channel is the same person.</summary>
    public string? Email { get; set; }

    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("People").HasKey(p => p.Id);

        // Those who are more than respondents are few: they are found without reading everybody.
        builder.HasIndex(p => p.Roles).HasFilter("\"Roles\" <> 'respondent'");
        builder.HasIndex(p => p.Email);
    }
}

/// <summary>Who a person is on one channel, and the room to reach them in.</summary>
internal sealed class AddressRow : IEntityTypeConfiguration<AddressRow>
{
    /// <summary><c>slack</c>, <c>teams</c> or <c>web</c>.</summary>
    public required string Channel { get; init; }

    public required string Workspace { get; init; }

    public required string User { get; init; }

    public required string PersonId { get; set; }

    /// <summary>The room last heard from; null until the channel has opened one.</summary>
    public string? RoomId { get; set; }

    /// <summary>What else the channel needs to reach the room, written and read by the channel alone.</summary>
    public string? RoomData { get; set; }

    /// <summary>
    /// When the person was last heard from here; the latest address is where the bot writes on its own accord. While they are heard from nowhere else it
    /// may be up to an hour (<see cref="HeardLasts"/>) too early: who is talking is not written down again with every message.
    /// </summary>
    public DateTimeOffset? HeardAt { get; set; }

    /// <summary>For so long <see cref="HeardAt"/> stands when nothing else has changed.</summary>
    public static TimeSpan HeardLasts { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether <see cref="HeardAt"/> is to be written for somebody who is heard from nowhere else.</summary>
    public bool IsHeardFromAnew(DateTimeOffset now) => HeardAt is null || now - HeardAt >= HeardLasts;

    /// <summary>When the person last looked at the app's own page on the channel; null when never.</summary>
    public DateTimeOffset? HomeSeenAt { get; set; }

    /// <summary>When the channel last told who the person is; null when it has not been asked.</summary>
    public DateTimeOffset? ProfileAt { get; set; }

    /// <summary>For so long it is not asked again.</summary>
    public static TimeSpan ProfileLasts { get; } = TimeSpan.FromDays(1);

    /// <summary>Whether the channel is to be asked who this is.</summary>
    public bool IsStranger(DateTimeOffset now) => ProfileAt is null || now - ProfileAt > ProfileLasts;

    /// <summary>Why nothing can be sent here, in plain words; null while the person can be reached.</summary>
    public string? Unreachable { get; set; }

    /// <summary>Nothing is known that keeps a message from getting here. Teams lets nobody be written to whom the bot has not met.</summary>
    public bool IsOpen => Unreachable is null && this is not { Channel: Address.Teams, RoomId: null, RoomData: null };

    /// <summary>What <see cref="Read"/> reads, of the table named <c>a</c>.</summary>
    public const string Columns = """a."Channel", a."Workspace", a."User", a."PersonId", a."RoomId", a."RoomData", a."HeardAt", a."HomeSeenAt", a."ProfileAt", a."Unreachable" """;

    /// <summary>How many columns that is.</summary>
    public const int ColumnCount = 10;

    /// <summary>Whether the person has been heard from nowhere else since, of the table named <c>a</c>.</summary>
    public const string IsLatest = """NOT EXISTS (SELECT 1 FROM "Addresses" l WHERE l."PersonId" = a."PersonId" AND l."HeardAt" > a."HeardAt")""";

    public static AddressRow Read(Row row, int from) => new()
    {
        Channel = row.GetString(from),
        Workspace = row.GetString(from + 1),
        User = row.GetString(from + 2),
        PersonId = row.GetString(from + 3),
        RoomId = row.TextOrNull(from + 4),
        RoomData = row.TextOrNull(from + 5),
        HeardAt = row.InstantOrNull(from + 6),
        HomeSeenAt = row.InstantOrNull(from + 7),
        ProfileAt = row.InstantOrNull(from + 8),
        Unreachable = row.TextOrNull(from + 9),
    };

    /// <summary>Where somebody is who was erased: no channel's, and never stored.</summary>
    public static AddressRow Nowhere(string personId) => new() { Channel = "", Workspace = "", User = "", PersonId = personId };

    public Address Address => new(Channel, Workspace, User);

    public Room Room => new(RoomId, RoomData);

    /// <summary>
    /// A thread of Slack's direct message, in which the person wrote last; null outside any. What replies to them is written with it (<see cref="Core.Interviews.Outgoing.Place"/>):
    /// should they write elsewhere meanwhile, it is still known where it went.
    /// </summary>
    public string? Thread => Channel == Address.Slack && RoomId?.Contains(':', StringComparison.Ordinal) == true ? RoomId : null;

    /// <summary>The room, whatever thread of it the person wrote in last.</summary>
    public string? Conversation => Thread is { } thread ? thread[..thread.IndexOf(':', StringComparison.Ordinal)] : RoomId;

    public void Configure(EntityTypeBuilder<AddressRow> builder)
    {
        builder.ToTable("Addresses").HasKey(a => new { a.Channel, a.Workspace, a.User });
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.Unreachable).HasFilter("\"Unreachable\" IS NOT NULL");
        builder.Ignore(a => a.Address).Ignore(a => a.Room);
    }
}
