using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Something one conversation has for another, until it was taken there. The turn that takes it removes it.</summary>
internal sealed class MailRow : IEntityTypeConfiguration<MailRow>
{
    /// <summary>Order of posting.</summary>
    public long Seq { get; init; }

    /// <summary>The event's key, see <see cref="Incoming.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Whose conversation it is for.</summary>
    public required string PersonId { get; set; }

    /// <summary><see cref="Incoming"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to be taken; null once it was given up.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why it was not taken yet, without anything a person wrote.</summary>
    public string? Reason { get; set; }

    /// <summary>The <see cref="Bot.Door"/> it came through, as JSON; null for rows of an earlier release.</summary>
    public string? Door { get; init; }

    /// <summary>Reads <c>Seq, Key, PersonId, Body, CreatedAt, NextAt, Attempts, Door</c>.</summary>
    public static MailRow Read(Row row) => new()
    {
        Seq = row.GetInt64(0),
        Key = row.GetString(1),
        PersonId = row.GetString(2),
        Body = row.GetString(3),
        CreatedAt = row.Instant(4),
        NextAt = row.InstantOrNull(5),
        Attempts = row.GetInt32(6),
        Door = row.TextOrNull(7),
    };

    /// <summary>Posts something for a person's conversation, to be taken at once.</summary>
    public static void Post(Session session, string personId, Incoming mail, DateTimeOffset at, Door? door) => session.Write(
        """INSERT INTO "Mail" ("Key", "PersonId", "Body", "CreatedAt", "NextAt", "Attempts", "Door") VALUES ($1, $2, $3, $4, $4, 0, $5)""",
        mail.Key, personId, StateJson.Write(mail), at, door is null ? null : StateJson.Write(door));

    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("Mail").HasKey(m => m.Seq);
        builder.Property(m => m.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
    }
}
