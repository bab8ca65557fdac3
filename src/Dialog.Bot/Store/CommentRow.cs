using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>What somebody of the staff wrote about a passage of a draft, or replied to that.</summary>
internal sealed class CommentRow : IEntityTypeConfiguration<CommentRow>
{
    public required string Id { get; init; }

    public required string AssignmentId { get; init; }

    /// <summary>The draft, whatever its revision: the passage is found again by its words.</summary>
    public required string DraftId { get; init; }

    /// <summary>The passage; empty for a reply.</summary>
    public required string Quote { get; init; }

    /// <summary>What stood right before it.</summary>
    public required string Before { get; init; }

    /// <summary>What stood right after it.</summary>
    public required string After { get; init; }

    /// <summary>The comment it replies to; null for one about a passage.</summary>
    public string? ReplyTo { get; init; }

    public required string Text { get; init; }

    /// <summary>The person who wrote it; null for the desk itself, and for somebody who was erased.</summary>
    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was done with; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    public string? ResolvedBy { get; init; }

    /// <summary>When the person whose words they are was told of it; null before.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public void Configure(EntityTypeBuilder<CommentRow> builder)
    {
        builder.ToTable("Comments").HasKey(c => c.Id);
        builder.HasIndex(c => c.AssignmentId);
    }
}
