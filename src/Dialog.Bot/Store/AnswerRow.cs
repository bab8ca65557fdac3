using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One revision of one answer; append-only. The latest revision of a slot is what counts; an empty text means withdrawn.</summary>
internal sealed class AnswerRow : IEntityTypeConfiguration<AnswerRow>
{
    public required string AssignmentId { get; init; }

    public required Slot Slot { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Revision { get; init; }

    public required string Text { get; init; }

    /// <summary>What was written, where reading it took something away; null when <see cref="Text"/> has all of it.</summary>
    public string? Raw { get; init; }

    /// <summary>How the revision came about.</summary>
    public RevisionKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("Answers").HasKey(a => new { a.AssignmentId, a.Slot, a.Revision });
        builder.Property(a => a.Slot).HasConversion<string>();
        builder.Property(a => a.Kind).HasConversion<string>().HasDefaultValue(RevisionKind.Initial).HasSentinel(RevisionKind.Initial);
    }
}
