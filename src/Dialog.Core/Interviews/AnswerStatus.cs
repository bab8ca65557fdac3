using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>How a slot stands (domain.md §2.7). An answer itself keeps why it is closed; how good it is follows from its text (<see cref="Grading"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerStatus>))]
public enum AnswerStatus
{
    /// <summary>Answered, or being answered.</summary>
    [JsonStringEnumMemberName("given")] Given,

    /// <summary>The person does not know.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>The person skipped it, or took it back; never asked again.</summary>
    [JsonStringEnumMemberName("declined")] Declined,

    /// <summary>Earlier answers already say it.</summary>
    [JsonStringEnumMemberName("covered")] Covered,

    /// <summary>Not answered.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>A hard rule holds: too short, only a list, no reason, no objection, no question.</summary>
    [JsonStringEnumMemberName("thin")] Thin,

    /// <summary>No hard rule holds.</summary>
    [JsonStringEnumMemberName("sufficient")] Sufficient,

    /// <summary>What and who from 80 words, why from 60.</summary>
    [JsonStringEnumMemberName("rich")] Rich,
}
