using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>
/// A text as it went out, fixed in the transaction that noted it: what an archive keeps, whatever becomes of the working material. Append-only;
/// a correction is a record of its own.
/// </summary>
internal sealed class FinalRecordRow : IEntityTypeConfiguration<FinalRecordRow>
{
    public long Seq { get; init; }

    public required string AssignmentId { get; init; }

    public required string DraftId { get; init; }

    public required int Revision { get; init; }

    /// <summary>When it was noted that it has gone out.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The record as JSON, byte by byte as it was fixed.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of <see cref="Body"/> in UTF-8, lower-case hexadecimal; the audit log has it too.</summary>
    public required string Sha256 { get; init; }

    public void Configure(EntityTypeBuilder<FinalRecordRow> builder)
    {
        builder.ToTable("Records").HasKey(r => r.Seq);
        builder.Property(r => r.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.PublishedAt);
        builder.HasIndex(r => r.AssignmentId);
    }
}
