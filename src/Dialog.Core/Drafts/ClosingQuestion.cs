using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>The question to the readers, or a part of it: whole sentences always.</summary>
/// <param name="sentences">Its sentences, at least one.</param>
/// <param name="origin">A ready-made question is the program's; null is the person's own.</param>
internal sealed class ClosingQuestion(ImmutableArray<Sentence> sentences, Origin? origin)
{
    /// <summary>Longer ones fit nowhere: they are not kept.</summary>
    private const int Kept = 1000;

    private string? post;
    private string? print;

    /// <summary>Its first sentence points back to what stood before it.</summary>
    public bool Leans => sentences[0].Leans;

    /// <summary>Begins with a sentence.</summary>
    public bool Begins(Sentence sentence) => sentences[0] == sentence;

    /// <summary>The sentences in a row.</summary>
    public string Text(bool print) => print ? Text(ref this.print, print) : Text(ref post, print);

    /// <summary>The sentences as they stand in a draft.</summary>
    public Placed[] Placed(bool print)
    {
        var placed = new Placed[sentences.Length];
        for (var index = 0; index < placed.Length; index++)
        {
            placed[index] = Placed(sentences[index], origin, print);
        }

        return placed;
    }

    /// <summary>A sentence of the question as it stands in a draft.</summary>
    public static Placed Placed(Sentence sentence, Origin? origin, bool print) =>
        new(origin is { } other ? sentence.As(print) with { Origin = other } : sentence.As(print), sentence);

    private string Text(ref string? kept, bool print)
    {
        if (kept is not null)
        {
            return kept;
        }

        var text = Sentence.Join(sentences, print);
        kept = text.Length <= Kept ? text : null;
        return text;
    }
}
