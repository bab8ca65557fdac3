using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Something done to a draft, by whom and why; append-only. An approval is one of these, bound to a revision's hash.</summary>
internal sealed class ReviewRow : IEntityTypeConfiguration<ReviewRow>
{
    /// <summary>Order of what was done.</summary>
    public long Seq { get; init; }

    public required string AssignmentId { get; init; }

    public required string DraftId { get; init; }

    public required ReviewAction Action { get; init; }

    /// <summary><see cref="ReviewEntry"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("Reviews").HasKey(r => r.Seq);
        builder.Property(r => r.Seq).ValueGeneratedOnAdd();
        builder.Property(r => r.Action).HasConversion<string>();
        builder.HasIndex(r => r.AssignmentId);
    }
}
