using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>One sentence of an answer, read once: its printed forms and what speaks for and against it.</summary>
internal sealed record Sentence
{
    public required Slot Slot { get; init; }

    public required int Revision { get; init; }

    /// <summary>Which sentence of the answer, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>As it stands in print: no emoji.</summary>
    public required string Print { get; init; }

    /// <summary>As it stands in posts and on the web: emoji kept.</summary>
    public required string Post { get; init; }

    /// <summary>Points by domain.md §3.3.</summary>
    public required int Score { get; init; }

    /// <summary>Leans on what stood before it: starts no run.</summary>
    public required bool Bound { get; init; }

    /// <summary>Reads well only after its question (För att …).</summary>
    public required bool Elliptic { get; init; }

    /// <summary>Ends with a question mark: ends no run.</summary>
    public required bool Asks { get; init; }

    /// <summary>Stands in no draft: struck by the person, or said to the bot.</summary>
    public required bool Blocked { get; init; }

    /// <summary>A reason is given.</summary>
    public required bool Reasoned { get; init; }

    /// <summary>How many words.</summary>
    public required int Words { get; init; }

    /// <summary>A blank line of the author's stands before it.</summary>
    public required bool StartsParagraph { get; init; }

    public string Text(bool print) => print ? Print : Post;

    public DraftSentence ToDraft(bool print) => new(Text(print), Origin.Own, new AnswerReference(Slot, Revision, Index));
}
