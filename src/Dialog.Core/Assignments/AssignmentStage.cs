using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>Where an assignment stands for those who edit it: its state, and once the answers are in what has become of its drafts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentStage>))]
public enum AssignmentStage
{
    /// <summary>Not yet asked.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>Asked, no answer yet.</summary>
    [JsonStringEnumMemberName("assigned")] Assigned,

    /// <summary>Answers are coming.</summary>
    [JsonStringEnumMemberName("inProgress")] InProgress,

    /// <summary>Some draft waits for a decision.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>Every draft is decided about, and one waits to go out.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>It is over, and something went out.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>It is over, and nothing went out.</summary>
    [JsonStringEnumMemberName("ended")] Ended,
}
