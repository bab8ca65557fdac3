using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>How much is asked (domain.md §2.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Track>))]
public enum Track
{
    /// <summary>Why and the closing question; one follow-up.</summary>
    [JsonStringEnumMemberName("quick")] Quick,

    /// <summary>All questions; at most three follow-ups, one a slot.</summary>
    [JsonStringEnumMemberName("standard")] Standard,

    /// <summary>All questions, for a longer text; at most five follow-ups, two a slot.</summary>
    [JsonStringEnumMemberName("long")] Long,
}
