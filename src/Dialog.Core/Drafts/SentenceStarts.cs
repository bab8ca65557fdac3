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
            "ändå", "istället", "tvärtom", "exempelvis", "deras", "dess", "hennes", "denna", "denne", "sådan", "sådant", "sådana",
            "it", "that", "this", "these", "those", "but", "and", "so", "or", "then", "there", "they", "he", "she", "otherwise",
            "however", "yet", "also", "nevertheless", "instead", "neither", "nor", "their", "his", "its", "such",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>More than a word that leans on what stood before.</summary>
    private static readonly string[] BoundPhrases =
    [
        "inte heller ", "trots det", "i stället ", "till exempel", "t.ex. ", "en av dem", "ett av dem", "två av dem", "några av dem", "flera av dem", "många av dem", "ingen av dem", "fast jag ", "fast vi ", "fast det ",
        "still, ", "even so", "if so", "for example", "for instance", "in that case", "one of them", "two of them", "some of them", "many of them", "most of them", "none of them",
    ];

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
        "istället för ", "i stället för ", "instead of ", "such as ", "yet another ", "neither of us ",
        "en av dem som ", "ett av dem som ", "två av dem som ", "några av dem som ", "flera av dem som ", "många av dem som ", "ingen av dem som ",
    ];

    /// <summary>With these a sentence turns what stood before.</summary>
    private static readonly string[] Turns =
    [
        "men ", "ändå ", "tvärtom", "däremot ", "dock ", "trots det", "fast jag ", "fast vi ", "fast det ", "nej, ", "nä, ", "så är det inte", "det är inte ", "det var inte ", "det stämmer inte",
        "but ", "however", "yet ", "still, ", "even so", "nevertheless", "no, ", "on the contrary", "that is not ", "that is simply not ", "that isn", "that's not ", "that’s not ", "that was not ", "that wasn",
    ];

    /// <summary>Whoever a short denial may be about: it says only that what stood before is not so.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Denied =
        new[] { "det", "den", "de", "så", "jag", "vi", "han", "hon", "it", "that", "this", "they", "he", "she", "i", "we", "you" }
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Denials = SearchValues.Create([" inte", " aldrig", "n't", "n’t", " not", " never"], StringComparison.Ordinal);

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
        if (!Bound.Contains(end < 0 ? lower : lower[..end]) && !StartsWithAny(lower, BoundPhrases) || StartsWithAny(lower, NotBound))
        {
            return false;
        }

        return !(lower.StartsWith("det är ") && lower.ContainsAny(Clauses));
    }

    /// <summary>Turns or denies what stood before it: men …, however …, "We don't."</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool TakesBack(ReadOnlySpan<char> lower)
    {
        const int MostSpaces = 3;
        var end = lower.IndexOfAny(WordEnds);
        return StartsWithAny(lower, Turns)
            || end > 0 && lower.Count(' ') <= MostSpaces && Denied.Contains(lower[..end]) && lower.ContainsAny(Denials);
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
