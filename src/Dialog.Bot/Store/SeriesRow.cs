using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A recurring assignment.</summary>
internal sealed class SeriesRow : IEntityTypeConfiguration<SeriesRow>
{
    public required string Id { get; init; }

    /// <summary><see cref="Dialog.Core.Assignments.Series"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; set; }

    /// <summary>When the next occurrence is opened; null when there is none.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Occurrences that opened before this instant are done with.</summary>
    public required DateTimeOffset DoneUntil { get; set; }

    /// <summary>Counts changes; of two at the same time one loses.</summary>
    public int Version { get; set; }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = """
        "Id", "Body", "NextAt", "DoneUntil", "Version"
        """;

    public static SeriesRow Read(Row row) => new()
    {
        Id = row.GetString(0),
        Body = row.GetString(1),
        NextAt = row.InstantOrNull(2),
        DoneUntil = row.Instant(3),
        Version = row.GetInt32(4),
    };

    public void Configure(EntityTypeBuilder<SeriesRow> builder)
    {
        builder.ToTable("Series").HasKey(s => s.Id);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.NextAt);
    }
}

/// <summary>Somebody's calendar of deadlines, behind a secret address.</summary>
internal sealed class FeedRow : IEntityTypeConfiguration<FeedRow>
{
    /// <summary>Whose: a person's id, or <c>desk</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>SHA-256 of the secret in hexadecimal: the secret itself is not kept.</summary>
    public required string Hash { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when the secret opens nothing; null while it does.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    public void Configure(EntityTypeBuilder<FeedRow> builder)
    {
        builder.ToTable("Feeds").HasKey(f => f.Owner);
        builder.HasIndex(f => f.Hash).IsUnique();
    }
}
