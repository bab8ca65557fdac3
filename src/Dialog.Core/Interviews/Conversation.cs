namespace Dialog.Core.Interviews;

/// <summary>Everything we remember of the talk with one person.</summary>
public sealed record Conversation;
