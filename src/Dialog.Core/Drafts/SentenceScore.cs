using System.Buffers;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>The points of a sentence (domain.md §3.3).</summary>
internal static class SentenceScore
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",–—:;");

    public static int Of(Slot slot, bool primary, string text, in TextFacts facts, bool bound, bool asks, bool followUp, bool aside) =>
        (facts.HasFirstPerson ? 3 : 0)
        + (facts.HasReason ? 2 : 0)
        + (facts.IsConcrete ? 2 : 0)
        + (slot == Slot.Why ? 1 : 0)
        + (primary ? 1 : 0)
        + (slot == Slot.Challenge ? -2 : 0)
        + (asks ? -4 : LengthPoints(facts.Words, bound))
        + (facts.Words > 28 ? -2 : facts.Words < 3 ? -3 : 0)
        + (followUp ? 2 : 0)
        + (CountMarks(text) >= 4 ? -2 : 0)
        + (text.Contains('(', StringComparison.Ordinal) ? -1 : 0)
        + (facts.HasAcronym ? -3 : 0)
        + (!facts.IsConcrete && facts.AbstractWords >= 3 ? -6 : 0)
        + (aside ? -9 : 0);

    /// <summary>5–20 words read easily. Four that lean on nothing are a line people remember ("Kommunikation handlar om möten.").</summary>
    private static int LengthPoints(int words, bool bound) => words is >= 5 and <= 20 ? 1 : words == 4 && !bound ? 2 : 0;

    private static int CountMarks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Marks); at >= 0; at = text.IndexOfAny(Marks))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
