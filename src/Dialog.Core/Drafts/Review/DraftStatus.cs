using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>Life of a draft (domain.md §6). Which way leads where is <see cref="ReviewTable"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftStatus>))]
public enum DraftStatus
{
    /// <summary>Too little of the person's own words to be shown to an approver.</summary>
    [JsonStringEnumMemberName("working")] Working,

    /// <summary>Waits for an approver.</summary>
    [JsonStringEnumMemberName("inReview")] InReview,

    /// <summary>Somebody wants changes.</summary>
    [JsonStringEnumMemberName("changesRequested")] ChangesRequested,

    /// <summary>Approved exactly as it stands.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>Approved, and will go out at a known time.</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled,

    /// <summary>Has gone out.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>Was changed after publication, approved anew, and has gone out again.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>Taken back by the person, or taken away after publication; the text is kept.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>Thrown away; the text is kept.</summary>
    [JsonStringEnumMemberName("spiked")] Spiked,
}
