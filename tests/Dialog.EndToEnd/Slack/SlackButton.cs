namespace Dialog.EndToEnd.Slack;

/// <summary>A button as it was posted.</summary>
internal sealed record SlackButton(string BlockId, string ActionId, string Value, string Label);
