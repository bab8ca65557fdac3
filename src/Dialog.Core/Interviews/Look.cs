using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dialog.Core.Interviews;

/// <summary>Drafts shown to the person with buttons under them. It stays open until it is answered, whatever else is talked about.</summary>
public sealed record Look
{
    /// <summary>The message with the buttons.</summary>
    public required Outgoing Prompt { get; init; }

    /// <summary>Whose drafts: own ones, or another person's that the person reviews.</summary>
    public required LookKind Kind { get; init; }

    /// <summary>The assignment of the drafts.</summary>
    public required string AssignmentId { get; init; }

    /// <summary>Whose words they are.</summary>
    public required string RespondentId { get; init; }

    /// <summary>What it is about.</summary>
    public required string Topic { get; init; }

    /// <summary>Revision by draft id: a yes is to these only.</summary>
    public required ImmutableDictionary<string, int> Revisions { get; init; }

    /// <summary>The question of which draft another cut is wanted, with its buttons; null when it is not asked.</summary>
    public Outgoing? Which { get; init; }

    /// <summary>What the person's next message is; null when nothing is awaited.</summary>
    public Awaited? Awaits { get; init; }

    /// <summary>The choice with a value; null when it does not stand here.</summary>
    public Choice? Choice(string value) => Prompt.Choices.Find(choice => choice.Value == value) ?? Which?.Choices.Find(choice => choice.Value == value);

    /// <summary>The choice stands under these drafts and asks for a reason.</summary>
    public bool Awaiting(string value) => Kind == LookKind.Review && Prompt.Choices.Exists(choice => choice.Value == value && choice.AsksReason);
}

/// <summary>Why drafts are shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LookKind>))]
public enum LookKind
{
    /// <summary>The person's own drafts, just composed.</summary>
    [JsonStringEnumMemberName("preview")] Preview,

    /// <summary>The person's own text as the desk approved it: the last look.</summary>
    [JsonStringEnumMemberName("last")] Last,

    /// <summary>Another person's drafts, to be approved.</summary>
    [JsonStringEnumMemberName("review")] Review,
}

/// <summary>What the next message is taken as.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Awaited>))]
public enum Awaited
{
    /// <summary>Why changes are wanted.</summary>
    [JsonStringEnumMemberName("reason")] Reason,

    /// <summary>The text as the person wants it.</summary>
    [JsonStringEnumMemberName("text")] Text,
}
