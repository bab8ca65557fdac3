using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dialog.Core.Reading;

/// <summary>Reads what people wrote into clean plain text.</summary>
public static class Clean
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A text of nothing but these is clean, as nearly all are: ASCII and Latin-1 without controls, soft hyphen and the space that does not break, and the marks that keyboards make of quotes, dots and dashes.</summary>
    private static readonly SearchValues<char> AlwaysClean =
        SearchValues.Create([.. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(character => character == '\n' || !char.IsControl(character) && character is not ('\u00A0' or '\u00AD')), '–', '”', '’', '…']);

    /// <summary>
    /// Normalised text (domain.md §2.3): NFC, plain spaces and line ends, no invisible or direction-changing characters; a joiner stays
    /// between pictographs, a non-joiner in scripts that need it. Lone surrogates become U+FFFD. Trimmed.
    /// </summary>
    public static string Text(string raw)
    {
        if (!raw.AsSpan().ContainsAnyExcept(AlwaysClean))
        {
            return raw.Trim();
        }

        var text = new StringBuilder(raw.Length);
        var previous = default(Rune);
        var runes = raw.EnumerateRunes().ToArray();
        for (var index = 0; index < runes.Length; index++)
        {
            var rune = runes[index];
            if (rune.Value == '\r')
            {
                if (index + 1 < runes.Length && runes[index + 1].Value == '\n')
                {
                    continue;
                }

                rune = new Rune('\n');
            }
            else if (rune.Value is 0x2028 or 0x2029 or 0x0085 or 0x000B or 0x000C)
            {
                rune = new Rune('\n');
            }
            else if (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
            {
                rune = new Rune(' ');
            }

            var keeps = rune.Value switch
            {
                '\n' => true,
                ZeroWidthJoiner => IsPictograph(previous) && index + 1 < runes.Length && IsPictograph(runes[index + 1]),
                ZeroWidthNonJoiner => previous.Value is >= 0x0600 and <= 0x0DFF,
                0x00AD or 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF => false,
                (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
                _ => !Rune.IsControl(rune),
            };
            if (keeps)
            {
                text.Append(rune);
                previous = rune;
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The same of what may be missing; null when nothing is left of it that can be seen.</summary>
    public static string? TextOrNull(string? raw) => raw is null || Text(raw) is not { Length: > 0 } text ? null : text;

    /// <summary>Emoji and their modifiers, by the blocks they stand in.</summary>
    internal static bool IsPictograph(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF) or (>= 0x2300 and <= 0x23FF) or 0xFE0F or 0x20E3 or 0x2139 or (>= 0x2190 and <= 0x21FF) or 0x203C or 0x2049 or 0x3030 or 0x303D
            or (>= 0xE0020 and <= 0xE007F);
}
