using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Somebody signed out everywhere: sessions at the desk that began before are over.</summary>
internal sealed class SignOutRow : IEntityTypeConfiguration<SignOutRow>
{
    /// <summary>Whose sessions: a person's id, or <c>desk</c> for those begun with the desk's token.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<SignOutRow> builder) => builder.ToTable("SignOuts").HasKey(s => s.Owner);
}
