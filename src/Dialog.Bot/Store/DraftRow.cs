using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One revision of one draft; append-only. A draft is one assignment's text for one outlet; its latest revision is what counts.</summary>
internal sealed class DraftRow : IEntityTypeConfiguration<DraftRow>
{
    /// <summary>The same for all revisions.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Revision { get; init; }

    public required string AssignmentId { get; init; }

    public required string Outlet { get; init; }

    /// <summary><see cref="Dialog.Core.Drafts.Draft"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the text, see <see cref="Dialog.Core.Drafts.Draft.Hash"/>.</summary>
    public required string Hash { get; init; }

    public required DraftStatus Status { get; init; }

    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("Drafts").HasKey(d => new { d.Id, d.Revision });
        builder.Property(d => d.Status).HasConversion<string>();
        builder.HasIndex(d => d.AssignmentId);
    }

    /// <summary>The id of an assignment's draft for an outlet.</summary>
    public static string IdOf(string assignmentId, string outlet) => $"{assignmentId}-{outlet}";
}

/// <summary>Life of a draft (domain.md §6).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftStatus>))]
internal enum DraftStatus
{
    /// <summary>Being worked on.</summary>
    [JsonStringEnumMemberName("working")] Working,

    /// <summary>Waits for an approver.</summary>
    [JsonStringEnumMemberName("inReview")] InReview,

    /// <summary>An approver wants changes.</summary>
    [JsonStringEnumMemberName("changesRequested")] ChangesRequested,

    /// <summary>Approved as it stands.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>Will go out at a known time.</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled,

    /// <summary>Has gone out.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>Changed after publication, with a note.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>Taken away after publication, copy kept.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>Thrown away.</summary>
    [JsonStringEnumMemberName("spiked")] Spiked,
}
