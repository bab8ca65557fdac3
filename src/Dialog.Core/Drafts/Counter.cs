using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Counts the length of texts by the rules of the outlets.</summary>
public static partial class Counter
{
    /// <summary>What a link counts on X and on Mastodon, however long it is.</summary>
    private const int LinkLength = 23;

    /// <summary>The length of a text by a rule.</summary>
    public static int Count(string text, Counting counting) => counting switch
    {
        Counting.Graphemes => Graphemes(text),
        Counting.Weighted => Weighted(text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC)),
        Counting.Mastodon => Mastodon(text),
        Counting.Threads => Threads(text),
        Counting.Characters => CodePoints(text),
        _ => TextParts.CountWords(text),
    };

    /// <summary>The text has the same length by every rule but words: no emoji, nothing that combines, no link and no handle.</summary>
    internal static bool IsSame(ReadOnlySpan<char> text)
    {
        if (!IsSimple(text) || text.Contains('@'))
        {
            return false;
        }

        for (var at = text.IndexOf('.'); at >= 0; at = text[(at + 1)..].IndexOf('.') is var next && next < 0 ? -1 : at + 1 + next)
        {
            if (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))
            {
                return false;
            }
        }

        return !text.Contains("://", StringComparison.Ordinal);
    }

    private static int Graphemes(ReadOnlySpan<char> text)
    {
        var graphemes = 0;
        while (!text.IsEmpty)
        {
            var plain = PlainLength(text);
            graphemes += plain;
            text = text[plain..];
            if (!text.IsEmpty)
            {
                graphemes++;
                text = text[StringInfo.GetNextTextElementLength(text)..];
            }
        }

        return graphemes;
    }

    /// <summary>How many characters in front stand for themselves: the last one before something that is not plain may combine with it.</summary>
    private static int PlainLength(ReadOnlySpan<char> text) => SimpleLength(text) is var simple && simple == text.Length ? simple : Math.Max(0, simple - 1);

    /// <summary>How many characters in front are one of everything: one UTF-16 unit, one grapheme, weight one.</summary>
    private static int SimpleLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length)
        {
            var latin = text[end..].IndexOfAnyExceptInRange('\u0000', '\u02FF');
            if (latin < 0 || text[end + latin] is not ('–' or '—' or '”' or '“' or '’' or '‘'))
            {
                end = latin < 0 ? text.Length : end + latin;
                break;
            }

            end += latin + 1;
        }

        var special = text[..end].IndexOfAny('\r', '©', '®');
        return special < 0 ? end : special;
    }

    private static int CodePoints(string text)
    {
        if (IsSimple(text))
        {
            return text.Length;
        }

        var length = text.Length;
        for (var rest = text.AsSpan(); rest.IndexOfAnyInRange('\uD800', '\uDBFF') is >= 0 and var found; rest = rest[(found + 1)..])
        {
            length -= found + 1 < rest.Length && char.IsLowSurrogate(rest[found + 1]) ? 1 : 0;
        }

        return length;
    }

    private static int Threads(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (SimpleLength(text) is var simple && simple < text.Length)
        {
            Rune.DecodeFromUtf16(text[simple..], out var rune, out var units);
            length += simple + (IsEmoji(rune) ? rune.Utf8SequenceLength : 1);
            text = text[(simple + units)..];
        }

        return length + text.Length;
    }

    private static int Weighted(string text)
    {
        var length = 0;
        var at = 0;
        foreach (var link in XLinks.Find(text))
        {
            length += Weigh(text.AsSpan(at, link.Start - at)) + LinkLength;
            at = link.End;
        }

        return length + Weigh(text.AsSpan(at));
    }

    private static int Weigh(ReadOnlySpan<char> text)
    {
        var weight = 0;
        while (!text.IsEmpty)
        {
            var plain = PlainLength(text);
            weight += plain;
            text = text[plain..];
            if (!text.IsEmpty)
            {
                var element = text[..StringInfo.GetNextTextElementLength(text)];
                weight += IsEmojiSequence(element) ? 2 : WeighRunes(element);
                text = text[element.Length..];
            }
        }

        return weight;
    }

    private static int WeighRunes(ReadOnlySpan<char> element)
    {
        var weight = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            weight += rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2;
        }

        return weight;
    }

    private static bool IsEmojiSequence(ReadOnlySpan<char> element) =>
        element.Contains('\u20E3') || Rune.DecodeFromUtf16(element, out var first, out _) == OperationStatus.Done && IsEmoji(first) && first.Value > 0x2190;

    private static int Mastodon(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            text = HttpLink().Replace(text, new string('x', LinkLength));
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            text = Handle().Replace(text, "$1");
        }

        return Graphemes(text);
    }

    /// <summary>Emoji proper; joiners and variation selectors count with them.</summary>
    private static bool IsEmoji(Rune rune) => rune.Value is 0x200D or 0xFE0F || Clean.IsPictograph(rune) && rune.Value is not (>= 0x2190 and <= 0x21FF);

    private static bool IsSimple(ReadOnlySpan<char> text) => SimpleLength(text) == text.Length;

    /// <summary>What closes the sentence behind a link is no part of it.</summary>
    [GeneratedRegex(@"https?://\S*[^\s.,:;!?…'’""”“»)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex HttpLink();

    [GeneratedRegex(@"(@\w+)@[\w.-]+\w")]
    private static partial Regex Handle();
}
