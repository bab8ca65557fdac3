using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Work that one process at a time does, however many share the store. Whoever dies with it loses it when its time is over.</summary>
internal sealed class LeaseRow : IEntityTypeConfiguration<LeaseRow>
{
    public required string Name { get; init; }

    /// <summary>Who has it: random for each process.</summary>
    public required string Holder { get; set; }

    public required DateTimeOffset Until { get; set; }

    public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("Leases").HasKey(l => l.Name);
}
