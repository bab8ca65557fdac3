using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One revision of one draft; append-only. A draft is one assignment's text for one outlet; its latest revision is what counts.</summary>
internal sealed class DraftRow : IEntityTypeConfiguration<DraftRow>
{
    /// <summary>The same for all revisions.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Revision { get; init; }

    public required string AssignmentId { get; init; }

    public required string Outlet { get; init; }

    /// <summary><see cref="Draft"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the text, see <see cref="Draft.Hash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Status of this revision; only the latest one's counts and still changes.</summary>
    public required DraftStatus Status { get; set; }

    public required DraftRevisionKind Kind { get; init; }

    /// <summary><see cref="Actor"/> as JSON: who made the revision; null for rows of the first release.</summary>
    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("Drafts").HasKey(d => new { d.Id, d.Revision });
        builder.Property(d => d.Status).HasConversion<string>();
        builder.Property(d => d.Kind).HasConversion<string>();
        builder.HasIndex(d => d.AssignmentId);
    }
}
