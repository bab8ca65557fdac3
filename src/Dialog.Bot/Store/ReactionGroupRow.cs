using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Readers' words about one published text that say the same thing (an antithesis). Its reactions name it; one that has none is over.</summary>
internal sealed class ReactionGroupRow : IEntityTypeConfiguration<ReactionGroupRow>
{
    public required string Id { get; init; }

    /// <summary>What was published.</summary>
    public required string AssignmentId { get; init; }

    /// <summary>As an editor named it; null takes the words its reactions share.</summary>
    public string? Name { get; init; }

    /// <summary>When it was set aside; null while it is not.</summary>
    public DateTimeOffset? AsideAt { get; init; }

    /// <summary>The assignment in which the person replies to it; null while it has not been put to them.</summary>
    public string? AskedIn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public void Configure(EntityTypeBuilder<ReactionGroupRow> builder)
    {
        builder.ToTable("ReactionGroups").HasKey(g => g.Id);
        builder.HasIndex(g => g.AssignmentId);
    }
}
