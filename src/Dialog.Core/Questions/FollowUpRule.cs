using System.Text.Json.Serialization;

namespace Dialog.Core.Questions;

/// <summary>Why a follow-up is asked, in the order the rules are tried (domain.md §2.4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FollowUpRule>))]
public enum FollowUpRule
{
    /// <summary>"Vet ej".</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Everybody is said to be happy.</summary>
    [JsonStringEnumMemberName("no_counter_voice")] NoCounterVoice,

    /// <summary>A list instead of a text.</summary>
    [JsonStringEnumMemberName("only_list")] OnlyList,

    /// <summary>Big words and nothing to see.</summary>
    [JsonStringEnumMemberName("abstract")] Abstract,

    /// <summary>Too few words.</summary>
    [JsonStringEnumMemberName("too_short")] TooShort,

    /// <summary>A why without reason.</summary>
    [JsonStringEnumMemberName("no_reason")] NoReason,

    /// <summary>A closing question that asks nothing.</summary>
    [JsonStringEnumMemberName("not_a_question")] NotAQuestion,

    /// <summary>The respondent is not in it.</summary>
    [JsonStringEnumMemberName("no_person")] NoPerson,

    /// <summary>Nothing concrete.</summary>
    [JsonStringEnumMemberName("no_example")] NoExample,

    /// <summary>An unexplained acronym.</summary>
    [JsonStringEnumMemberName("jargon")] Jargon,
}
