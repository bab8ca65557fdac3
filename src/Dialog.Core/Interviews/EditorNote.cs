using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>What the editor ought to know about an interview.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditorNote>))]
public enum EditorNote
{
    /// <summary>Tunt underlag: the why has under 12 words, and what and why together under 20.</summary>
    [JsonStringEnumMemberName("thin")] Thin,

    /// <summary>The person put it off past the instant at which the answers should be in, or for the third time.</summary>
    [JsonStringEnumMemberName("putOff")] PutOff,

    /// <summary>The person wants to be left out this time.</summary>
    [JsonStringEnumMemberName("without")] Without,
}
