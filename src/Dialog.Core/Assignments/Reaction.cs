using System.Collections.Immutable;
using System.Globalization;

namespace Dialog.Core.Assignments;

/// <summary>What a reader said about something published.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Text">The reader's words, clean plain text.</param>
/// <param name="Source">Where it was said, in the desk's words.</param>
/// <param name="Url">Where it can be seen.</param>
public sealed record Reaction(string Id, string Text, string? Source, string? Url)
{
    /// <summary>Readers' words that came together, in their order: the same batch sent again has the same ids.</summary>
    public static ImmutableList<Reaction> Many(string batch, IEnumerable<string> texts, string? source, string? url) =>
        [.. texts.Select((text, number) => new Reaction(string.Create(CultureInfo.InvariantCulture, $"{batch}-{number:000}"), text, source, url))];
}
