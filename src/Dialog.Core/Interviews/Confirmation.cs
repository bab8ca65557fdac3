using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>A question of the bot's own, beside the interview, that a short reply answers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Confirmation>))]
public enum Confirmation
{
    /// <summary>Really stop the interview?</summary>
    [JsonStringEnumMemberName("cancel")] Cancel,

    /// <summary>Which answer is to be changed?</summary>
    [JsonStringEnumMemberName("edit")] Edit,
}
