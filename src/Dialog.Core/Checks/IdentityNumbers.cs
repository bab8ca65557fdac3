using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Swedish personal identity and coordination numbers, by date and check digit (Luhn, weights 2, 1, 2 … over ten digits).</summary>
internal static class IdentityNumbers
{
    /// <summary>A coordination number's day is the birthday's plus 60.</summary>
    private const int CoordinationDays = 60;

    private static readonly int[] DaysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static void Find(CheckText read)
    {
        var text = read.Text;
        var at = 0;
        while (text.AsSpan(at).IndexOfAnyInRange('0', '9') is >= 0 and var digit)
        {
            at += digit;
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if ((at == 0 || !char.IsLetter(text[at - 1])) && Read(text, at, end) is { } number && !read.Holds(new Piece(at, number.End - at), Detector.Phone))
            {
                read.Add(number.Detector, number.Detector == Detector.PersonnummerLike ? Severity.Medium : Severity.High, at, number.End - at);
                end = number.End;
            }

            at = end;
        }
    }

    /// <summary>What ten digits with a date in front are; null when they are no date.</summary>
    internal static string? Classify(ReadOnlySpan<char> ten)
    {
        var month = Number(ten.Slice(2, 2));
        var day = Number(ten.Slice(4, 2));
        if (month is < 1 or > 12)
        {
            return null;
        }

        var most = month == 2 && Number(ten[..2]) % 4 != 0 ? 28 : DaysInMonth[month - 1];
        var coordination = day > CoordinationDays;
        if ((coordination ? day - CoordinationDays : day) is var born && (born < 1 || born > most))
        {
            return null;
        }

        if (!ten[6..].ContainsAnyExceptInRange('0', '9') && HoldsLuhn(ten))
        {
            return coordination ? Detector.Samordningsnummer : Detector.Personnummer;
        }

        return Detector.PersonnummerLike;
    }

    private static (string Detector, int End)? Read(string text, int start, int end)
    {
        Span<char> ten = stackalloc char[10];
        var digits = text.AsSpan(start, end - start);
        if (digits.Length is 10 or 12)
        {
            digits[^10..].CopyTo(ten);
            return HasCentury(digits) && EndsThere(text, end) && Classify(ten) is { } plain ? (plain, end) : null;
        }

        if (digits.Length is not (6 or 8) || !HasCentury(digits) || AfterSeparator(text, end) is not (var tail and > 0) || tail + 4 > text.Length || !EndsThere(text, tail + 4))
        {
            return null;
        }

        digits[^6..].CopyTo(ten);
        text.AsSpan(tail, 4).CopyTo(ten[6..]);
        var interim = char.IsAsciiLetterUpper(ten[6]) && !ten[7..].ContainsAnyExceptInRange('0', '9');
        return (interim || !ten[6..].ContainsAnyExceptInRange('0', '9')) && Classify(ten) is { } detector ? (detector, tail + 4) : null;
    }

    private static bool HasCentury(ReadOnlySpan<char> digits) => digits.Length is 10 or 6 || digits[..2] is "18" or "19" or "20";

    private static bool EndsThere(string text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]);

    /// <summary>Behind a hyphen, a plus, a space or a dash, with or without a space on either side; 0 when there is none.</summary>
    private static int AfterSeparator(string text, int at)
    {
        var next = at;
        while (next < text.Length && next - at < 3 && text[next] is ' ' or '-' or '+' or '–' or '\u2010' or '\u2011' or '\u2212')
        {
            next++;
        }

        return next > at ? next : 0;
    }

    private static bool HoldsLuhn(ReadOnlySpan<char> ten)
    {
        var sum = 0;
        for (var index = 0; index < ten.Length; index++)
        {
            var product = (ten[index] - '0') * (index % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }

        return sum % 10 == 0;
    }

    private static int Number(ReadOnlySpan<char> digits) => (digits[0] - '0') * 10 + digits[1] - '0';
}
