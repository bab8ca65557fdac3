using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A page of the desk that somebody has open, where several processes share the store; gone some seconds after it is closed.</summary>
internal sealed class OpenPageRow : IEntityTypeConfiguration<OpenPageRow>
{
    public required string Page { get; init; }

    public required string Tab { get; init; }

    /// <summary>Who; null for the desk's token.</summary>
    public string? By { get; init; }

    /// <summary>When it last asked.</summary>
    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<OpenPageRow> builder)
    {
        builder.ToTable("OpenPages").HasKey(p => new { p.Page, p.Tab });
        builder.HasIndex(p => p.At);
    }
}
