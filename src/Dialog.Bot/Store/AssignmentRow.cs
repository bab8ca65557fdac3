using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One question to one respondent. The whole assignment is <see cref="Body"/>; the columns beside it are for lists.</summary>
internal sealed class AssignmentRow : IEntityTypeConfiguration<AssignmentRow>
{
    public required string Id { get; init; }

    public required string PersonId { get; set; }

    public required string Topic { get; init; }

    public required AssignmentState State { get; set; }

    /// <summary><see cref="Assignment"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it reached its state.</summary>
    public required DateTimeOffset MovedAt { get; set; }

    public DateTimeOffset? CopyDeadline { get; init; }

    /// <summary><see cref="ReminderPlan"/> as JSON; null when nothing is planned.</summary>
    public string? Plan { get; set; }

    /// <summary>When the editors were told that no answer has come.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>The ad that several assignments are for.</summary>
    public string? Ad { get; init; }

    /// <summary>The caller's Idempotency-Key, when it gave one.</summary>
    public string? RequestKey { get; set; }

    public void Configure(EntityTypeBuilder<AssignmentRow> builder)
    {
        builder.ToTable("Assignments").HasKey(a => a.Id);
        builder.Property(a => a.State).HasConversion<string>();
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.CopyDeadline);
        builder.HasIndex(a => a.Ad).HasFilter("\"Ad\" IS NOT NULL");
        builder.HasIndex(a => a.RequestKey).IsUnique();
    }
}
