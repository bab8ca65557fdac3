using System.Text.Json.Serialization;

namespace Dialog.Core.Access;

/// <summary>What can be done to a draft. Nothing else changes its text or its status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewAction>))]
public enum ReviewAction
{
    /// <summary>The person's answers changed: a new composition.</summary>
    [JsonStringEnumMemberName("compose")] Compose,

    /// <summary>Another text.</summary>
    [JsonStringEnumMemberName("edit")] Edit,

    /// <summary>An earlier revision's text again.</summary>
    [JsonStringEnumMemberName("restore")] Restore,

    /// <summary>Warnings of high severity are accepted with a comment, for this revision.</summary>
    [JsonStringEnumMemberName("acceptWarnings")] AcceptWarnings,

    /// <summary>Yes to exactly this text.</summary>
    [JsonStringEnumMemberName("approve")] Approve,

    /// <summary>No to this text, with a reason.</summary>
    [JsonStringEnumMemberName("requestChanges")] RequestChanges,

    /// <summary>It will go out at a known time.</summary>
    [JsonStringEnumMemberName("schedule")] Schedule,

    /// <summary>It has gone out.</summary>
    [JsonStringEnumMemberName("publish")] Publish,

    /// <summary>Taken back, or taken away after publication.</summary>
    [JsonStringEnumMemberName("withdraw")] Withdraw,

    /// <summary>Thrown away.</summary>
    [JsonStringEnumMemberName("spike")] Spike,
}
