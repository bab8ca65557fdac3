using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>One sentence of an answer, read once: its printed forms and what speaks for and against it.</summary>
internal sealed class Sentence
{
    /// <summary>Lengths by <see cref="Counting"/>, print and post apart; 0 is not counted yet.</summary>
    private readonly int[] lengths = new int[2 * ((int)Counting.Words + 1)];

    public required Slot Slot { get; init; }

    /// <summary>As it stands in print: no emoji.</summary>
    public required DraftSentence Print { get; init; }

    /// <summary>As it stands in posts and on the web: emoji kept.</summary>
    public required DraftSentence Post { get; init; }

    /// <summary>Points by domain.md §3.3.</summary>
    public required int Score { get; init; }

    /// <summary>Leans on what stood before it: starts no run.</summary>
    public required bool Bound { get; init; }

    /// <summary>Reads well only after its question (För att …).</summary>
    public required bool Elliptic { get; init; }

    /// <summary>Ends with a question mark: ends no run.</summary>
    public required bool Asks { get; init; }

    /// <summary>Stands in no draft: struck, said to the bot, or with a finding that nobody has decided about.</summary>
    public required bool Blocked { get; init; }

    /// <summary>A reason is given.</summary>
    public required bool Reasoned { get; init; }

    /// <summary>jag, vi, min …</summary>
    public required bool FirstPerson { get; init; }

    /// <summary>How many words.</summary>
    public required int Words { get; init; }

    /// <summary>A blank line of the author's stands before it.</summary>
    public required bool StartsParagraph { get; init; }

    /// <summary>What the detectors found in it: the words, and how much they matter now.</summary>
    public required ImmutableArray<(string Detector, Severity Severity, string Words)> Findings { get; init; }

    /// <summary>How it would look on the news bill.</summary>
    public required HeadlineRisk Risk { get; init; }

    public DraftSentence As(bool print) => print ? Print : Post;

    /// <summary>Length by a rule, counted once.</summary>
    public int Length(bool print, Counting counting)
    {
        ref var length = ref lengths[2 * (int)counting + (print ? 1 : 0)];
        if (length == 0)
        {
            var text = As(print).Text;
            length = counting != Counting.Words && Counter.IsSame(text) ? text.Length : Counter.Count(text, counting);
        }

        return length;
    }
}
