using System.Text.Json;

namespace Dialog.EndToEnd.Teams;

/// <summary>An activity the bot has sent to the connector.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Activity">As received.</param>
internal sealed record TeamsPost(string Conversation, string Id, JsonElement Activity)
{
    public bool IsUpdate { get; init; }

    public JsonElement? Card => Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0
        ? attachments[0].GetProperty("content")
        : null;

    /// <summary>All a reader sees: the message's text, or the card's texts a line each.</summary>
    public string Text => Card is { } card
        ? string.Join('\n', TeamsRules.All(card).Where(part => part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String).Select(part => part.GetProperty("text").GetString()))
        : Activity.TryGetProperty("text", out var message) ? message.GetString()! : "";

    /// <summary>The card's buttons.</summary>
    public IReadOnlyList<JsonElement> Actions => Card is not { } card ? [] :
        [.. TeamsRules.All(card).Where(part => part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && (type.GetString() is "Action.Execute" or "Action.Submit") && part.TryGetProperty("title", out _))];

    public override string ToString() => $"{(IsUpdate ? "update" : "post")} {Conversation} {Id}: {Text}";
}
