using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dialog.Core.Drafts;

/// <summary>A sentence of a draft with the sentence of an answer that it is; null for staff and template.</summary>
internal readonly record struct Placed(DraftSentence Text, Sentence? From);

/// <summary>A draft in the making: parts with their sentences, in order.</summary>
internal sealed class DraftText
{
    private readonly List<string> pieces = new(16);
    private readonly List<DraftPart> parts = new(8);
    private readonly List<(int Start, Placed Placed)> placed = new(16);
    private readonly List<DraftWarning> warnings = [];
    private int length;
    private string? written;

    public string Text => written ??= string.Concat(CollectionsMarshal.AsSpan(pieces));

    /// <summary>The sentences and where they begin.</summary>
    public List<(int Start, Placed Placed)> Placed => placed;

    /// <summary>Adds a part under what stands so far; an empty one is left out.</summary>
    public void Add(DraftPart part, ReadOnlySpan<Placed> from, string separator = "\n\n")
    {
        if (part.Text.Length == 0)
        {
            return;
        }

        written = null;
        parts.Add(part);
        if (length > 0)
        {
            Write(separator);
        }

        var start = length;
        Write(part.Text);
        var cursor = 0;
        foreach (var sentence in from)
        {
            var found = part.Text.AsSpan(cursor).IndexOf(sentence.Text.Text);
            cursor += Math.Max(0, found);
            placed.Add((start + cursor, sentence));
            cursor += found < 0 ? 0 : sentence.Text.Text.Length;
        }
    }

    public void Add(string kind, string part, Origin origin, string separator = "\n\n")
    {
        if (part.Length > 0)
        {
            Add(new DraftPart(kind, part), [new Placed(new DraftSentence(part, origin), null)], separator);
        }
    }

    public void Warn(DraftWarning warning) => warnings.Add(warning);

    /// <summary>The finished draft.</summary>
    /// <param name="outlet">Where it is for.</param>
    /// <param name="limit">What it must not exceed.</param>
    /// <param name="counted">Its length by the outlet's rule.</param>
    public Draft ToDraft(Outlet outlet, int? limit, int counted)
    {
        var sentences = new DraftSentence[placed.Count];
        for (var index = 0; index < sentences.Length; index++)
        {
            sentences[index] = placed[index].Placed.Text;
        }

        return new Draft
        {
            Outlet = outlet.Code,
            Text = Text,
            Parts = ImmutableList.Create(CollectionsMarshal.AsSpan(parts)),
            Length = counted,
            Limit = limit,
            HardLimit = outlet.HardLimit?.Value,
            Unit = outlet.Unit,
            Sentences = ImmutableList.Create(sentences.AsSpan()),
            Warnings = ImmutableList.Create(CollectionsMarshal.AsSpan(warnings)),
        };
    }

    private void Write(string piece)
    {
        pieces.Add(piece);
        length += piece.Length;
    }
}
