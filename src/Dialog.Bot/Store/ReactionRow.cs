using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>What a reader said about something published; append-only.</summary>
internal sealed class ReactionRow : IEntityTypeConfiguration<ReactionRow>
{
    public required string Id { get; init; }

    public required string AssignmentId { get; init; }

    public required string Text { get; init; }

    /// <summary>Where it was said, in the desk's words.</summary>
    public string? Source { get; init; }

    public string? Url { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The group of those that say the same; null while it stands alone.</summary>
    public string? GroupId { get; init; }

    /// <summary>The group it was moved from last: the way back.</summary>
    public string? GroupBefore { get; init; }

    /// <summary>It was put to the person by itself, in the talk it is about.</summary>
    public bool Asked { get; init; }

    public void Configure(EntityTypeBuilder<ReactionRow> builder)
    {
        builder.ToTable("Reactions").HasKey(r => r.Id);
        builder.HasIndex(r => r.AssignmentId);
    }
}
