using System.Text.Json.Serialization;

namespace Dialog.Core.Checks;

/// <summary>How much a finding matters (domain.md §4.2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>A suggestion.</summary>
    [JsonStringEnumMemberName("info")] Info,

    /// <summary>Shown; the sentence may be used.</summary>
    [JsonStringEnumMemberName("low")] Low,

    /// <summary>The sentence stands in no draft until somebody decides.</summary>
    [JsonStringEnumMemberName("medium")] Medium,

    /// <summary>The same; accepting it needs a second pair of eyes.</summary>
    [JsonStringEnumMemberName("high")] High,
}
