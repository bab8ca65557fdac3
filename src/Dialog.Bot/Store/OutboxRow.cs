using System.Text.Json.Serialization;
using Dialog.Bot.Channels;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A message on its way out, with one honest status. Pruned by age once nothing is left to do.</summary>
internal sealed class OutboxRow : IEntityTypeConfiguration<OutboxRow>
{
    /// <summary>Order of sending within a conversation; 0 until it is written.</summary>
    public long Seq { get; init; }

    /// <summary>Identity of the message, the same for every attempt: the event's key and the reply's number.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string Channel { get; init; }

    public required string Workspace { get; init; }

    public required string User { get; init; }

    /// <summary><see cref="Outgoing"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; init; }

    /// <summary>Identity of a message with choices, unique for the person.</summary>
    public string? PromptId { get; init; }

    public required OutboxStatus Status { get; set; }

    /// <summary>When there is something to do about it next; null when nothing is.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? FirstTriedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The platform's id of the message.</summary>
    public string? PlatformId { get; set; }

    /// <summary>Why the status is what it is, in plain words.</summary>
    public string? Reason { get; set; }

    /// <summary>When somebody at the desk left it at that: it did not arrive, or nobody knows, and nothing more is done.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>How long one message is somebody's to send. When the time is out the outcome is unknown, and whoever comes next asks the platform.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>What a channel is given to send.</summary>
    /// <param name="message">What is in <see cref="Body"/>.</param>
    /// <param name="room">The person's room at the address; messages to a group go there.</param>
    /// <param name="updates">See <see cref="Posting.Updates"/>.</param>
    public Posting AsPosting(Outgoing message, Room room, string? updates) =>
        new(Id, new Address(Channel, Workspace, User), message.Place is { } place ? new Room(place) : room, message, updates, FirstTriedAt);

    /// <summary>A message that waits from <see cref="CreatedAt"/> on, or has been taken already (<see cref="Take"/>), becomes a row.</summary>
    public void Write(Session session) => session.Write(
        """
        INSERT INTO "Outbox" ("Id", "PersonId", "Channel", "Workspace", "User", "Body", "PromptId", "Status", "NextAt", "Attempts", "FirstTriedAt", "CreatedAt")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        Id, PersonId, Channel, Workspace, User, Body, PromptId, Status, NextAt, Attempts, FirstTriedAt, CreatedAt);

    /// <summary>Marks it as being sent, before anything leaves.</summary>
    /// <param name="now">From when on it is somebody's.</param>
    /// <param name="reconcile">The platform is asked about an earlier try.</param>
    public void Take(DateTimeOffset now, bool reconcile)
    {
        (Status, NextAt) = (reconcile ? OutboxStatus.Unknown : OutboxStatus.Sending, now + Lease);
        Attempts += reconcile ? 0 : 1;
        FirstTriedAt ??= now;
    }

    /// <summary>What did not arrive, or nobody knows, and somebody at the desk may do something about.</summary>
    public static IQueryable<OutboxRow> Unsettled(DialogDb db) => db.Outbox.AsNoTracking()
        .Where(o => (o.Status == OutboxStatus.Failed || o.Status == OutboxStatus.Unknown) && o.LeftAt == null && o.NextAt == null && (o.Reason == null || o.Reason != SendReasons.HeardFirst && o.Reason != SendReasons.UpdateGone));

    /// <summary>The same where EF Core is not asked.</summary>
    public const string IsUnsettled = $"""
        "Status" IN ('Failed', 'Unknown') AND "LeftAt" IS NULL AND "NextAt" IS NULL AND ("Reason" IS NULL OR "Reason" NOT IN ('{SendReasons.HeardFirst}', '{SendReasons.UpdateGone}'))
        """;

    /// <summary>What comes after it waits for it, of the table named <c>e</c>: not for a page, which shows what is so when it is drawn.</summary>
    public const string KeepsOrder = """e."Body" NOT LIKE '{"kind":"home"%'""";

    /// <summary>What <see cref="Read"/> reads, of the table named <c>o</c>.</summary>
    public const string Columns = """
        o."Seq", o."Id", o."PersonId", o."Channel", o."Workspace", o."User", o."Body", o."PromptId", o."Status", o."NextAt", o."Attempts", o."FirstTriedAt", o."CreatedAt", o."PlatformId", o."Reason"
        """;

    /// <summary>How many columns that is.</summary>
    public const int ColumnCount = 15;

    public static OutboxRow Read(Row row) => new()
    {
        Seq = row.GetInt64(0),
        Id = row.GetString(1),
        PersonId = row.GetString(2),
        Channel = row.GetString(3),
        Workspace = row.GetString(4),
        User = row.GetString(5),
        Body = row.GetString(6),
        PromptId = row.TextOrNull(7),
        Status = Enum.Parse<OutboxStatus>(row.GetString(8)),
        NextAt = row.InstantOrNull(9),
        Attempts = row.GetInt32(10),
        FirstTriedAt = row.InstantOrNull(11),
        CreatedAt = row.Instant(12),
        PlatformId = row.TextOrNull(13),
        Reason = row.TextOrNull(14),
    };

    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox").HasKey(o => o.Seq);
        builder.Property(o => o.Seq).ValueGeneratedOnAdd();
        builder.Property(o => o.Status).HasConversion<string>();
        builder.HasIndex(o => o.Id).IsUnique();
        builder.HasIndex(o => new { o.Status, o.Seq }).HasFilter("\"Status\" IN ('Failed', 'Unknown')");
        builder.HasIndex(o => o.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(o => new { o.PersonId, o.Seq }).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(o => new { o.PersonId, o.PromptId }).HasFilter("\"PromptId\" IS NOT NULL");
    }
}

/// <summary>What is known of a message on its way out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxStatus>))]
internal enum OutboxStatus
{
    /// <summary>Not yet with the platform, certainly.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>A call is under way.</summary>
    [JsonStringEnumMemberName("sending")] Sending,

    /// <summary>The platform has it.</summary>
    [JsonStringEnumMemberName("sent")] Sent,

    /// <summary>It may or may not have arrived.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>It did not arrive and will not be tried again.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
