using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>A draft in the making: parts with their sentences, in order.</summary>
internal sealed class DraftText
{
    private readonly ImmutableList<DraftPart>.Builder parts = ImmutableList.CreateBuilder<DraftPart>();
    private readonly ImmutableList<DraftSentence>.Builder sentences = ImmutableList.CreateBuilder<DraftSentence>();
    private readonly ImmutableList<DraftWarning>.Builder warnings = ImmutableList.CreateBuilder<DraftWarning>();

    public string Text { get; private set; } = "";

    /// <summary>Adds a part under what stands so far; an empty one is left out.</summary>
    public void Add(string kind, string text, IEnumerable<DraftSentence> from, int? limit = null, string separator = "\n\n")
    {
        if (text.Length == 0)
        {
            return;
        }

        parts.Add(new DraftPart(kind, text, limit is null ? null : Counter.Count(text, Counting.Graphemes), limit));
        sentences.AddRange(from);
        Text = Text.Length == 0 ? text : Text + separator + text;
    }

    public void Add(string kind, string text, Origin origin, int? limit = null, string separator = "\n\n") =>
        Add(kind, text, [new DraftSentence(text, origin)], limit, separator);

    public void Warn(string code, string severity, string message) => warnings.Add(new DraftWarning(code, severity, message, 0, 0));

    public Draft ToDraft(Outlet outlet, int? limit) => new()
    {
        Outlet = outlet.Code,
        Text = Text,
        Parts = parts.ToImmutable(),
        Length = Counter.Count(Text, outlet.Counting),
        Limit = limit,
        Unit = outlet.Unit,
        Sentences = sentences.ToImmutable(),
        Warnings = warnings.ToImmutable(),
    };
}
