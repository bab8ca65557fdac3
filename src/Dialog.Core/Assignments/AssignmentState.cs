using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>Life of an assignment; the terms are Superdesk's (superdesk-planning, assignment states).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentState>))]
public enum AssignmentState
{
    /// <summary>Written down, not yet asked.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>The question has gone out.</summary>
    [JsonStringEnumMemberName("assigned")] Assigned,

    /// <summary>The respondent has begun to answer.</summary>
    [JsonStringEnumMemberName("inProgress")] InProgress,

    /// <summary>The respondent is done; drafts wait for the editor.</summary>
    [JsonStringEnumMemberName("submitted")] Submitted,

    /// <summary>The copy has left.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>The respondent said no.</summary>
    [JsonStringEnumMemberName("declined")] Declined,

    /// <summary>Called off.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
