using System.Collections.Frozen;
using System.Text;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>The touch-ups that a person's sentence may get, and no others (domain.md §3.2, T1–T7). None touches a word that carries meaning.</summary>
internal static class Polish
{
    /// <summary>T3. Never nej, no or inte.</summary>
    private static readonly FrozenSet<string> Filler =
        new[] { "hej", "ja", "jo", "alltså", "asså", "nja", "ok", "okej", "öh", "hmm", "tja", "haha", "oj", "well", "sorry", "hi", "hello", "um", "yeah" }.ToFrozenSet();

    private static readonly string[] TrailingFiller = [" lol", " haha", " typ"];

    /// <summary>The sentence as it is printed; empty when nothing but filler was said.</summary>
    public static string Sentence(string raw, string language, bool emoji, bool asQuestion)
    {
        var text = WithoutSmileys(raw, emoji);
        text = Quotes(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), language);
        text = WithoutBullet(text).Replace(" - ", " – ", StringComparison.Ordinal);
        text = WithoutLeadingFiller(text);
        text = WithoutTrailingFiller(text);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return "";
        }

        return WithEnd(Capitalised(text), language, asQuestion);
    }

    private static string WithoutSmileys(string text, bool emoji)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var chunk in text.Split(' '))
        {
            if (TextParts.IsSmiley(chunk) || TextParts.IsSmiley(chunk.TrimEnd('.', '!', ',')))
            {
                continue;
            }

            kept.Append(emoji ? chunk : WithoutEmoji(chunk)).Append(' ');
        }

        return kept.ToString();
    }

    private static string WithoutEmoji(string chunk)
    {
        if (chunk.All(character => character < 0x2190))
        {
            return chunk;
        }

        var kept = new StringBuilder(chunk.Length);
        foreach (var rune in chunk.EnumerateRunes())
        {
            if (!Clean.IsPictograph(rune) && rune.Value != 0x200D)
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    private static string Quotes(string text, string language)
    {
        if (text.AsSpan().IndexOfAny("\"“„«»") < 0)
        {
            return text;
        }

        if (language == "en")
        {
            return text;
        }

        return text.Replace('"', '”').Replace('“', '”').Replace('„', '”').Replace('«', '”').Replace('»', '”');
    }

    private static string WithoutBullet(string text) => text.Length > 2 && text[0] is '-' or '•' or '*' or '·' && text[1] == ' ' ? text[2..] : text;

    private static string WithoutLeadingFiller(string text)
    {
        while (true)
        {
            var end = 0;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            var word = text[..end].ToLowerInvariant();
            if (!Filler.Contains(word) || end < text.Length && text[end] is '-' or '\'' or '’')
            {
                return text;
            }

            text = text[end..].TrimStart(' ', ',', '.', '!', '…', ':', ';', '–');
            if (word == "ok" && text.StartsWith("so:", StringComparison.OrdinalIgnoreCase))
            {
                text = text[3..].TrimStart();
            }
        }
    }

    private static string WithoutTrailingFiller(string text)
    {
        var bare = text.TrimEnd('.', '!', ' ');
        foreach (var filler in TrailingFiller)
        {
            if (bare.EndsWith(filler, StringComparison.OrdinalIgnoreCase) && bare.Length > filler.Length)
            {
                return bare[..^filler.Length].TrimEnd(' ', ',');
            }
        }

        return text;
    }

    private static string Capitalised(string text)
    {
        var first = 0;
        while (first < text.Length && !char.IsLetterOrDigit(text[first]))
        {
            first++;
        }

        return first < text.Length && char.IsLower(text[first]) ? $"{text[..first]}{char.ToUpperInvariant(text[first])}{text[(first + 1)..]}" : text;
    }

    private static string WithEnd(string text, string language, bool asQuestion)
    {
        var last = text.TrimEnd('”', '"', '’', ')', ' ');
        if (last.Length > 0 && last[^1] is '.' or '!' or '?' or '…')
        {
            return text;
        }

        return text.TrimEnd(',', ' ', ':', ';') + (asQuestion && Lexicon.For(language).StartsWithQuestionWord(text) ? "?" : ".");
    }
}
