using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>What an editor can ask a language model for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssistKind>))]
public enum AssistKind
{
    /// <summary>The same said within the outlet's limit.</summary>
    [JsonStringEnumMemberName("shorten")] Shorten,

    /// <summary>Headlines.</summary>
    [JsonStringEnumMemberName("headline")] Headline,

    /// <summary>What a critic would ask.</summary>
    [JsonStringEnumMemberName("critic")] Critic,

    /// <summary>The same in plain language (klarspråk).</summary>
    [JsonStringEnumMemberName("plain")] Plain,
}

/// <summary>That a text came about with a language model's help.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Model">The model, as the operator named it.</param>
public sealed record Assistance(AssistKind Kind, string Model);
