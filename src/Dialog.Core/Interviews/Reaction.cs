namespace Dialog.Core.Interviews;

/// <summary>What a reader said about something published.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Text">The reader's words, clean plain text.</param>
/// <param name="Source">Where it was said, in the desk's words.</param>
/// <param name="Url">Where it can be seen.</param>
public sealed record Reaction(string Id, string Text, string? Source, string? Url);
