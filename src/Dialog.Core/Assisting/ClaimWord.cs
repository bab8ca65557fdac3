using System.Globalization;

namespace Dialog.Core.Assisting;

/// <summary>A word or a number of a sentence, as far as what it claims is concerned.</summary>
/// <param name="Lower">In lower case; of a number nothing.</param>
/// <param name="Value">The number; null for a word.</param>
/// <param name="Percent">The number is a share.</param>
/// <param name="IsName">Stands for somebody or something of its own: a capital within the sentence, an acronym, or letters with digits.</param>
/// <param name="AfterBreak">A comma or the like stands before it.</param>
internal readonly record struct ClaimWord(string Lower, decimal? Value, bool Percent, bool IsName, bool AfterBreak)
{
    /// <summary>The words of one sentence.</summary>
    public static List<ClaimWord> Read(string sentence, GroundingWords words)
    {
        var raw = Scan(sentence, words);
        var read = new List<ClaimWord>(raw.Count);
        for (var at = 0; at < raw.Count; at++)
        {
            var word = raw[at];
            var next = at + 1 < raw.Count ? words.Multiplier(raw[at + 1].Lower) : null;
            var value = word.Value ?? (words.Articles.Contains(word.Lower) && next is null ? null : words.WrittenOut(word.Lower));
            if (value is not { } number)
            {
                read.Add(word);
                continue;
            }

            var (last, money) = (decimal.MaxValue, false);
            for (; at + 1 < raw.Count; at++)
            {
                var follower = raw[at + 1].Lower;
                if (words.Multiplier(follower) is { } times)
                {
                    (number, last) = (GroundingWords.Times(number, times), times);
                    money |= follower.EndsWith("kr", StringComparison.Ordinal);
                }
                else if (last is >= 100 and < decimal.MaxValue && (words.Joins.Contains(follower) && at + 2 < raw.Count ? raw[at + 2] : raw[at + 1]) is var addend && (addend.Value ?? words.WrittenOut(addend.Lower)) is { } more && more < last)
                {
                    number = GroundingWords.Plus(number, more);
                    at += words.Joins.Contains(follower) ? 1 : 0;
                }
                else
                {
                    break;
                }
            }

            var percent = word.Percent || at + 1 < raw.Count && words.Percent.Contains(raw[at + 1].Lower);
            at += percent && !word.Percent ? 1 : 0;
            read.Add(word with { Lower = "", Value = number, Percent = percent, IsName = false });
            if (money)
            {
                read.Add(new ClaimWord("kronor", null, false, false, false));
            }
        }

        return read;
    }

    private static List<ClaimWord> Scan(string text, GroundingWords words)
    {
        var found = new List<ClaimWord>(text.Length / 5);
        var broken = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at = Number(text, at, words, broken, found);
                broken = false;
            }
            else if (char.IsLetter(text[at]))
            {
                at = Word(text, at, broken, found);
                broken = false;
            }
            else
            {
                broken |= text[at] is ',' or ';' or ':' or '–' or '—' or '(' or ')';
                at++;
            }
        }

        return found;
    }

    private static int Word(string text, int start, bool broken, List<ClaimWord> found)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-' or '‑' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))
        {
            end++;
        }

        var written = text[start..end].TrimEnd('\'', '’', '-', '‑');
        var lower = written.ToLowerInvariant().Replace('’', '\'').Replace('‑', '-');
        if (lower.EndsWith("n't", StringComparison.Ordinal))
        {
            found.Add(new ClaimWord(lower[..^3] is "ca" ? "can" : lower[..^3] is "wo" ? "will" : lower[..^3], null, false, false, broken));
            found.Add(new ClaimWord("not", null, false, false, false));
            return end;
        }

        var name = written.Any(char.IsDigit) || char.IsUpper(written[0]) && found.Count > 0 && lower != "i" && !lower.StartsWith("i'", StringComparison.Ordinal) || written.Skip(1).Any(char.IsUpper);
        found.Add(new ClaimWord(lower, null, false, name, broken));
        return end;
    }

    private static int Number(string text, int start, GroundingWords words, bool broken, List<ClaimWord> found)
    {
        if (text.Length >= start + 10 && DateOnly.TryParseExact(text.AsSpan(start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (text.Length == start + 10 || !char.IsLetterOrDigit(text[start + 10])))
        {
            found.Add(new ClaimWord("", day.Day, false, false, broken));
            found.Add(new ClaimWord(words.Month(day.Month)!, null, false, false, false));
            found.Add(new ClaimWord("", day.Year, false, false, false));
            return start + 10;
        }

        var end = Digits(text, start);
        var digits = text[start..end];
        for (var first = digits.Length; first <= 3 && digits.Length <= 15 && end + 3 < text.Length && IsGroup(text, end, words.IsEnglish);)
        {
            digits += text.Substring(end + 1, 3);
            end += 4;
        }

        var fraction = "";
        if (end + 1 < text.Length && text[end] is ',' or '.' or ':' && char.IsAsciiDigit(text[end + 1]))
        {
            var stop = Digits(text, end + 1);
            fraction = text[(end + 1)..stop];
            end = stop;
        }

        // 7B and E20 are names; of 3:e and 1:a only the number counts.
        if (end < text.Length && char.IsLetter(text[end]))
        {
            var stop = end;
            while (stop < text.Length && char.IsLetterOrDigit(text[stop]))
            {
                stop++;
            }

            found.Add(new ClaimWord(text[start..stop].ToLowerInvariant(), null, false, IsName: true, broken));
            return stop;
        }

        if (end + 1 < text.Length && text[end] == ':' && char.IsLetter(text[end + 1]))
        {
            for (end++; end < text.Length && char.IsLetter(text[end]); end++)
            {
            }
        }

        var value = decimal.TryParse(fraction.Length == 0 ? digits : $"{digits}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : decimal.MaxValue;
        var sign = end;
        while (sign < text.Length && text[sign] is ' ' or '\u00A0' or '\u202F')
        {
            sign++;
        }

        var percent = sign < text.Length && text[sign] == '%';
        found.Add(new ClaimWord("", value, percent, false, broken));
        return percent ? sign + 1 : end;
    }

    private static int Digits(string text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>Three digits parted from those before as thousands are.</summary>
    private static bool IsGroup(string text, int at, bool english) =>
        (text[at] is ' ' or '\u00A0' or '\u202F' or '\u2009' || text[at] == (english ? ',' : '.'))
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsLetterOrDigit(text[at + 4]));
}
