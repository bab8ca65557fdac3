namespace Dialog.Core.Checks;

/// <summary>Phone numbers and e-mail addresses that the organisation has not published.</summary>
internal static class Contacts
{
    public static void Find(CheckText read)
    {
        for (var at = Next(read.Text, 0); at < read.Text.Length; at = Next(read.Text, at + 1))
        {
            if (read.Text[at] is '@' or '＠')
            {
                FindAddress(read, at);
            }
            else if (read.Text[at] is '0' or '+' && StartsNumber(read.Text, at))
            {
                at = Math.Max(at, FindNumber(read, at) - 1);
            }
        }
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny("@＠0+") is var found && found < 0 ? text.Length : from + found;

    /// <summary>A phone number's digits with the country code's 46 written as 0.</summary>
    internal static string Number(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return text.TrimStart().StartsWith('+') && digits.StartsWith("46", StringComparison.Ordinal) ? Domestic(digits[2..])
            : digits.StartsWith("0046", StringComparison.Ordinal) ? Domestic(digits[4..])
            : digits;

        static string Domestic(string number) => number.StartsWith('0') ? number : $"0{number}";
    }

    private static bool StartsNumber(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && !(text[at - 1] is '.' or ',' or ':' or '-' or '–' or '/' or '+' && at > 1 && char.IsLetterOrDigit(text[at - 2])))
        && at + 1 < text.Length && (text[at] == '+' ? char.IsAsciiDigit(text[at + 1]) : char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '-' or '/' or ' ');

    /// <summary>Reads groups of digits parted by a space, a hyphen or brackets; returns where the number ends, or the start when it is none.</summary>
    private static int FindNumber(CheckText read, int start)
    {
        var text = read.Text;
        var abroad = text[start] == '+' || string.CompareOrdinal(text, start, "00", 0, 2) == 0;
        var (least, most) = abroad ? (8, 15) : (8, 11);
        var digits = 0;
        var end = 0;
        var at = text[start] == '+' ? start + 1 : start;
        while (at < text.Length)
        {
            var group = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            digits += at - group;
            if (at == group || digits > most)
            {
                break;
            }

            if (digits >= least && (at == text.Length || !char.IsLetter(text[at])))
            {
                end = at;
            }

            at = NextGroup(text, at);
        }

        if (end == 0 || IsDay(text.AsSpan(start, end - start)))
        {
            return start;
        }

        if (!read.Context.IsPublished(Number(text[start..end])) && !IsIdentity(text.AsSpan(start, end - start)))
        {
            read.Add(Detector.Phone, Severity.High, start, end - start);
        }

        return end;
    }

    /// <summary>Ten digits in a row, or six and four, may be an identity number whose check digit holds; then it is not a phone number.</summary>
    private static bool IsIdentity(ReadOnlySpan<char> number)
    {
        Span<char> ten = stackalloc char[10];
        if (number.Length == 11 && number[6] is '-' or '+')
        {
            number[..6].CopyTo(ten);
            number[7..].CopyTo(ten[6..]);
        }
        else if (number.Length == 10)
        {
            number.CopyTo(ten);
        }

        return !ten.ContainsAnyExceptInRange('0', '9') && IdentityNumbers.Classify(ten) is Detector.Personnummer or Detector.Samordningsnummer;
    }

    /// <summary>01-02-2027 is a day.</summary>
    private static bool IsDay(ReadOnlySpan<char> number) => number.Length == 10 && number[2] == '-' && number[5] == '-';

    private static int NextGroup(string text, int at)
    {
        var next = at;
        while (next < text.Length && next - at < 3 && text[next] is ' ' or '-' or '–' or '\u2011' or '(' or ')' or '/')
        {
            next++;
        }

        return next < text.Length && next > at && char.IsAsciiDigit(text[next]) ? next : text.Length;
    }

    private static void FindAddress(CheckText read, int at)
    {
        var text = read.Text;
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '%'))
        {
            start--;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or '-')
        {
            end--;
        }

        var domain = text.AsSpan(Math.Min(at + 1, end), Math.Max(0, end - at - 1));
        if (start < at && domain.LastIndexOf('.') is > 0 and var point && domain.Length - point > 2 && !read.Context.IsPublished(text[start..end].ToLowerInvariant()))
        {
            read.Add(Detector.Email, Severity.Medium, start, end - start);
        }
    }
}
