using System.Buffers;
using System.Collections.Frozen;

namespace Dialog.Core.Drafts;

/// <summary>How sentences begin (domain.md §3.3): leaning on what stood before, or on the question.</summary>
internal static class SentenceStarts
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bound =
        new[]
        {
            "det", "den", "detta", "dessa", "de", "där", "då", "så", "men", "och", "eller", "här", "samma", "han", "hon", "hen", "därför", "dessutom", "däremot", "dock", "annars", "sedan",
            "it", "that", "this", "these", "those", "but", "and", "so", "or", "then", "there", "they", "he", "she", "otherwise",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What may stand for something told before.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointing =
        new[]
        {
            "det", "den", "de", "dem", "detta", "denna", "denne", "dessa", "han", "hon", "hen", "honom", "henne",
            "it", "this", "that", "these", "those", "they", "them", "he", "she", "him", "her",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.!?:;–'’”“\"()\n");

    /// <summary>"Det är … som" is whole in itself.</summary>
    private static readonly SearchValues<string> Clauses = SearchValues.Create([" att ", " när ", " om ", " som "], StringComparison.Ordinal);

    private static readonly string[] NotBound =
    [
        "för att ", "därför att ", "så att ", "so that ", "det finns ", "det går ", "det gäller ", "det behövs ", "det jag ", "det vi ", "det du ", "det man ", "de som ", "den som ", "there is ", "there's ", "there’s ",
    ];

    /// <summary>What stands behind the that of "we knew that was wrong".</summary>
    private static readonly string[] Verbs = [" is ", " was ", " isn", " wasn"];

    private static readonly string[] Times = [" month", " year", " week", " morning", " afternoon", " evening", " spring", " summer", " autumn", " winter", " time"];

    private static readonly string[] Elliptic =
        ["för att ", "därför att ", "eftersom ", "pga ", "p.g.a. ", "på grund av ", "att ", "så att ", "because ", "so that ", "due to ", "that ", "since "];

    /// <summary>Begins with det, men, så, it, but …: leans on what stood before.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool IsBound(ReadOnlySpan<char> lower)
    {
        if (WithoutNumber(lower).Length < lower.Length)
        {
            // The first of a numbered row leans on nothing, the others on it.
            return !lower.StartsWith("1.");
        }

        if (lower.StartsWith("rätt eller fel"))
        {
            return true;
        }

        var end = lower.IndexOfAny(WordEnds);
        if (!Bound.Contains(end < 0 ? lower : lower[..end]) || StartsWithAny(lower, NotBound))
        {
            return false;
        }

        return !(lower.StartsWith("det är ") && lower.ContainsAny(Clauses));
    }

    /// <summary>Holds det, den, it, they …, which may stand for something told before it.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool PointsBack(ReadOnlySpan<char> lower)
    {
        while (!lower.IsEmpty)
        {
            var end = lower.IndexOfAny(WordEnds);
            if (Pointing.Contains(end < 0 ? lower : lower[..end]) && !PointsElsewhere(lower, end < 0 ? [] : lower[end..]))
            {
                return true;
            }

            lower = end < 0 ? [] : lower[(end + 1)..];
        }

        return false;
    }

    /// <summary>"Det finns", "den 12 mars", "this month" and the that of "we hope that you come" stand for nothing.</summary>
    /// <param name="lower">The sentence from the word on.</param>
    /// <param name="behind">What stands behind the word.</param>
    private static bool PointsElsewhere(ReadOnlySpan<char> lower, ReadOnlySpan<char> behind) =>
        StartsWithAny(lower, NotBound)
        || lower.StartsWith("det är ") && lower.ContainsAny(Clauses)
        || lower.StartsWith("den ") && lower.Length > 4 && char.IsAsciiDigit(lower[4])
        || lower.StartsWith("that ") && !StartsWithAny(behind, Verbs)
        || lower.StartsWith("this ") && StartsWithAny(behind, Times);

    /// <summary>Begins with för att, eftersom, because …: reads well only after its question.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool IsElliptic(ReadOnlySpan<char> lower) =>
        WithoutNumber(lower) is ['f' or 'd' or 'e' or 'p' or 'a' or 's' or 'b' or 't', ..] words && StartsWithAny(words, Elliptic);

    /// <summary>What stands behind "1. ".</summary>
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> lower)
    {
        var rest = lower.TrimStart("0123456789");
        return rest.Length < lower.Length && rest.StartsWith(". ") ? rest[2..] : lower;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> lower, string[] starts)
    {
        foreach (var start in starts)
        {
            if (lower.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }
}
