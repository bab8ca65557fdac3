using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>A warning the person was told of (skyddsfråga; domain.md §2.6), or will be.</summary>
/// <param name="Detector">What was found, e.g. <c>phone</c>.</param>
/// <param name="Passage">In which sentence.</param>
/// <param name="State">What became of it.</param>
public sealed record Guard(string Detector, Passage Passage, GuardState State);

/// <summary>What became of a warning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GuardState>))]
public enum GuardState
{
    /// <summary>Found while the answer is being written; the person is told once it is complete.</summary>
    [JsonStringEnumMemberName("noted")] Noted,

    /// <summary>Nobody has decided yet.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>The sentence was written anew or struck.</summary>
    [JsonStringEnumMemberName("rewritten")] Rewritten,

    /// <summary>The sentence stays; the editor decides, and until then it stands in no draft.</summary>
    [JsonStringEnumMemberName("left")] Left,
}
