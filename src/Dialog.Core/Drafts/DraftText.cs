using System.Collections.Immutable;
using System.Text;

namespace Dialog.Core.Drafts;

/// <summary>A sentence of a draft with the sentence of an answer that it is; null for staff and template.</summary>
internal readonly record struct Placed(DraftSentence Text, Sentence? From);

/// <summary>A draft in the making: parts with their sentences, in order.</summary>
internal sealed class DraftText
{
    private readonly StringBuilder text = new();
    private readonly ImmutableList<DraftPart>.Builder parts = ImmutableList.CreateBuilder<DraftPart>();
    private readonly List<(int Start, Placed Placed)> placed = [];
    private readonly ImmutableList<DraftWarning>.Builder warnings = ImmutableList.CreateBuilder<DraftWarning>();
    private string? written;

    public string Text => written ??= text.ToString();

    /// <summary>The sentences and where they begin.</summary>
    public IReadOnlyList<(int Start, Placed Placed)> Placed => placed;

    /// <summary>Adds a part under what stands so far; an empty one is left out.</summary>
    public void Add(DraftPart part, IEnumerable<Placed> from, string separator = "\n\n")
    {
        if (part.Text.Length == 0)
        {
            return;
        }

        written = null;
        parts.Add(part);
        text.Append(text.Length == 0 ? "" : separator);
        var start = text.Length;
        text.Append(part.Text);
        var cursor = 0;
        foreach (var sentence in from)
        {
            var found = part.Text.IndexOf(sentence.Text.Text, cursor, StringComparison.Ordinal);
            cursor = found < 0 ? cursor : found;
            placed.Add((start + cursor, sentence));
            cursor += found < 0 ? 0 : sentence.Text.Text.Length;
        }
    }

    public void Add(string kind, string part, Origin origin, string separator = "\n\n") =>
        Add(new DraftPart(kind, part), [new Placed(new DraftSentence(part, origin), null)], separator);

    public void Warn(DraftWarning warning) => warnings.Add(warning);

    public Draft ToDraft(Outlet outlet, int? limit) => new()
    {
        Outlet = outlet.Code,
        Text = Text,
        Parts = parts.ToImmutable(),
        Length = Counter.Count(Text, outlet.Counting),
        Limit = limit,
        HardLimit = outlet.HardLimit?.Value,
        Unit = outlet.Unit,
        Sentences = [.. placed.Select(sentence => sentence.Placed.Text)],
        Warnings = warnings.ToImmutable(),
    };
}
