using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>How a revision of an answer came about (domain.md §2.7).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevisionKind>))]
public enum RevisionKind
{
    /// <summary>The first message.</summary>
    [JsonStringEnumMemberName("initial")] Initial,

    /// <summary>One more message.</summary>
    [JsonStringEnumMemberName("addition")] Addition,

    /// <summary>A change asked for in words or by a button.</summary>
    [JsonStringEnumMemberName("amendment")] Amendment,

    /// <summary>The message was edited in the channel, or the answer written anew.</summary>
    [JsonStringEnumMemberName("edit")] Edit,

    /// <summary>Something was taken away.</summary>
    [JsonStringEnumMemberName("retraction")] Retraction,
}
