using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>
/// Who did what to which record, when and through which door; append-only. Ids, roles, states and hashes only, never a name or a text: an
/// erasure leaves it alone. What is below <see cref="Number"/> is added once, when the entry is sealed (<see cref="AuditSealer"/>).
/// </summary>
internal sealed class AuditRow : IEntityTypeConfiguration<AuditRow>
{
    /// <summary>Identity; entries that were written at the same time may be sealed in another order.</summary>
    public long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>See <see cref="Bot.Door.Name"/>.</summary>
    public required string Door { get; init; }

    /// <summary>The person who did it; null for the desk's token and the program.</summary>
    public string? By { get; init; }

    /// <summary>As what; null for the program.</summary>
    public string? Role { get; init; }

    /// <summary>What was done, e.g. <c>approve</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of record it was done to, e.g. <c>draft</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one.</summary>
    public required string Subject { get; init; }

    /// <summary>What else can be told without anybody's words, e.g. revision and hash of what was approved.</summary>
    public string? Detail { get; init; }

    /// <summary>Place in the chain, 1 for the first; null until it is sealed.</summary>
    public long? Number { get; init; }

    /// <summary><see cref="Hash"/> of the entry before; that of the first is <see cref="AuditChain.Beginning"/>.</summary>
    public string? Previous { get; init; }

    /// <summary>See <see cref="AuditChain.HashOf"/>.</summary>
    public string? Hash { get; init; }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = """ "Seq", "At", "Door", "By", "Role", "Action", "Kind", "Subject", "Detail", "Number", "Previous", "Hash" """;

    public static AuditRow Read(Row row) => new()
    {
        Seq = row.GetInt64(0),
        At = row.Instant(1),
        Door = row.GetString(2),
        By = row.TextOrNull(3),
        Role = row.TextOrNull(4),
        Action = row.GetString(5),
        Kind = row.GetString(6),
        Subject = row.GetString(7),
        Detail = row.TextOrNull(8),
        Number = row.IsDBNull(9) ? null : row.GetInt64(9),
        Previous = row.TextOrNull(10),
        Hash = row.TextOrNull(11),
    };

    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("Audit").HasKey(a => a.Seq);
        builder.Property(a => a.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(a => a.Number).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        builder.HasIndex(a => a.Seq).HasDatabaseName("IX_Audit_Unsealed").HasFilter("\"Number\" IS NULL");
        builder.HasIndex(a => new { a.Subject, a.Seq });
    }
}

/// <summary>Where the chain ends: one row. Who seals holds it, so there is one sealer at a time.</summary>
internal sealed class AuditHeadRow : IEntityTypeConfiguration<AuditHeadRow>
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>Number of the newest sealed entry.</summary>
    public required long Number { get; set; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; set; }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHead").HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}
