using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A record that was joined into another, being the same person. Whoever asks for it gets the other one, until the two are taken apart.</summary>
internal sealed class JoinRow : IEntityTypeConfiguration<JoinRow>
{
    /// <summary>The record that was left.</summary>
    public required string PersonId { get; init; }

    /// <summary>The record that stays.</summary>
    public required string Into { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>When the two were taken apart; null while they are one. Afterwards they are joined by a code only.</summary>
    public DateTimeOffset? PartedAt { get; set; }

    /// <summary><see cref="JoinedThings"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; set; }

    public void Configure(EntityTypeBuilder<JoinRow> builder) => builder.ToTable("Joins").HasKey(j => j.PersonId);
}

/// <summary>What has to go back when two records are taken apart.</summary>
/// <param name="RolesBefore">The roles of the record that stays, as they were.</param>
/// <param name="Addresses">The addresses that came.</param>
/// <param name="Assignments">The assignments that came.</param>
internal sealed record JoinedThings(string RolesBefore, IReadOnlyList<Channels.Address> Addresses, IReadOnlyList<string> Assignments);

/// <summary>A code that joins two records. Only its hash is kept; used or replaced codes are deleted, old ones pruned.</summary>
internal sealed class JoinCodeRow : IEntityTypeConfiguration<JoinCodeRow>
{
    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Whom it was given to.</summary>
    public required string PersonId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public void Configure(EntityTypeBuilder<JoinCodeRow> builder)
    {
        builder.ToTable("JoinCodes").HasKey(c => c.Hash);
        builder.HasIndex(c => c.PersonId);
    }
}
