using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Where somebody lives: a street with a number, or a postal code with its place. A street alone is none.</summary>
internal static class Addresses
{
    private const int LongestHouseNumber = 4;

    public static void Find(CheckText read)
    {
        if (!read.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        for (var word = 0; word + 1 < read.Words.Count; word++)
        {
            if (!Swedish(read, word) && !English(read, word))
            {
                PostalCode(read, word);
            }
        }
    }

    /// <summary>Björkgatan 14, Östra vägen 3, Erik Dahlbergs väg 12.</summary>
    private static bool Swedish(CheckText read, int word)
    {
        if (!IsHouseNumber(read, word + 1) || !read.Adjacent(word) || word + 2 < read.Words.Count && read.Is(word + 2, Mark.Months) && read.Adjacent(word + 1))
        {
            return false;
        }

        var street = read.Words[word];
        var first = word;
        var named = IsCapitalised(read, word) && !read.Is(word, Mark.NotStreets) && EndsLikeStreet(read, street);
        if (!named && word > 0 && read.Adjacent(word - 1) && IsCapitalised(read, word - 1)
            && (read.Is(word - 1, Mark.Directions) && EndsLikeStreet(read, street) || read.Is(word, Mark.BareStreets) && read.Words[word - 1].Of(read.Lower).EndsWith("s")))
        {
            first = word - 1;
            named = true;
        }

        if (named)
        {
            read.Add(Detector.Address, Severity.Medium, read.Words[first].Start, NumberEnd(read, word + 1) - read.Words[first].Start);
        }

        return named;
    }

    /// <summary>7 Hollow Lane: a number, one to three capitalised words, the last a kind of street.</summary>
    private static bool English(CheckText read, int word)
    {
        if (!IsHouseNumber(read, word))
        {
            return false;
        }

        for (var next = word + 1; next < read.Words.Count && next <= word + 4 && read.Adjacent(next - 1) && IsCapitalised(read, next); next++)
        {
            if (next > word + 1 && read.Is(next, Mark.StreetWords))
            {
                read.Add(Detector.Address, Severity.Medium, read.Words[word].Start, read.Words[next].End - read.Words[word].Start);
                return true;
            }
        }

        return false;
    }

    /// <summary>641 80 Katrineholm, SE-641 80 Katrineholm; SW1A 1AA.</summary>
    private static void PostalCode(CheckText read, int word)
    {
        var first = read.Words[word].Of(read.Text);
        var second = read.Words[word + 1].Of(read.Text);
        if (!char.IsAsciiDigit(second[0]) || !read.Adjacent(word))
        {
            return;
        }

        var code = first.StartsWith("SE-") || first.StartsWith("S-") ? first[(first.IndexOf('-') + 1)..] : first;
        var swedish = code.Length == 3 && second.Length == 2 && code[0] != '0' && !code.ContainsAnyExceptInRange('0', '9') && !second.ContainsAnyExceptInRange('0', '9')
            && word + 2 < read.Words.Count && read.Adjacent(word + 1) && IsCapitalised(read, word + 2);
        var british = second.Length == 3 && char.IsAsciiDigit(second[0]) && char.IsAsciiLetterUpper(second[1]) && char.IsAsciiLetterUpper(second[2])
            && first.Length is >= 2 and <= 4 && char.IsAsciiLetterUpper(first[0]) && first[1..].ContainsAnyInRange('0', '9') && !first.ContainsAnyInRange('a', 'z');
        if (swedish || british)
        {
            read.Add(Detector.Address, Severity.Medium, read.Words[word].Start, read.Words[swedish ? word + 2 : word + 1].End - read.Words[word].Start);
        }
    }

    private static bool IsCapitalised(CheckText read, int word) => char.IsUpper(read.Text[read.Words[word].Start]);

    private static bool EndsLikeStreet(CheckText read, Piece street)
    {
        foreach (var ending in read.Context.Words.StreetEndings)
        {
            if (street.Of(read.Lower).EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>14, 14B; not a year.</summary>
    private static bool IsHouseNumber(CheckText read, int word)
    {
        var number = read.Words[word].Of(read.Text);
        var digits = number.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? number.Length : end;
        var year = digits == LongestHouseNumber && number[..2] is "19" or "20";
        return digits is >= 1 and <= LongestHouseNumber && !year && (digits == number.Length || digits + 1 == number.Length && char.IsLetter(number[^1]));
    }

    /// <summary>The letter of a staircase belongs to the number: 14 B.</summary>
    private static int NumberEnd(CheckText read, int word) =>
        word + 1 < read.Words.Count && read.Adjacent(word) && read.Words[word + 1].Length == 1 && char.IsAsciiLetterUpper(read.Text[read.Words[word + 1].Start])
            ? read.Words[word + 1].End
            : read.Words[word].End;
}
