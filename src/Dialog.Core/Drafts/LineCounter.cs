namespace Dialog.Core.Drafts;

/// <summary>
/// Lines of body text, 9.5/12 pt, in a column: first fit, words broken where Swedish or English allows. An estimate for copyfitting: the
/// widths are Times Roman's (Adobe's font metrics, thousandths of the type size), the newspaper's own face differs by some per cent.
/// </summary>
public static class LineCounter
{
    private const double TypeSize = 9.5;
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Widths of the characters from space to ~.</summary>
    private static readonly int[] Widths =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    /// <summary>The same, of the letters that nearly all texts are made of.</summary>
    private static readonly int[] Common = [.. Enumerable.Range(0, 0x100).Select(code => Measure((char)code))];

    /// <summary>How many lines a text takes; a line break begins a new one, a blank line is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columnMm">Width of the column in millimetres.</param>
    public static int Count(string text, int columnMm)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var room = (int)(columnMm * PointsPerMillimetre / TypeSize * 1000);
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            lines += CountParagraph(text.AsSpan(line), room);
        }

        return lines;
    }

    /// <summary>The lines of a text of one paragraph, a word that is broken with its hyphen.</summary>
    /// <param name="paragraph">The text.</param>
    /// <param name="columnMm">Width of the column in millimetres.</param>
    /// <param name="points">Size of the type.</param>
    public static List<string> Break(string paragraph, int columnMm, double points = TypeSize)
    {
        var made = new List<string>();
        CountParagraph(paragraph, (int)(columnMm * PointsPerMillimetre / points * 1000), made);
        return made;
    }

    /// <summary>Width of a line in type of a size.</summary>
    internal static double Millimetres(string line, double points) => Width(line) / 1000.0 * points / PointsPerMillimetre;

    private static int CountParagraph(ReadOnlySpan<char> text, int room, List<string>? made = null)
    {
        var lines = 1;
        var left = room;
        var from = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            var at = range.Start.Value;
            var width = Width(word);
            var space = left == room ? 0 : Widths[0];
            while (space + width > left)
            {
                var part = Hyphenator.Break(word, left - space - WidthOf('-'));
                var hyphen = part > 0 && part < word.Length && word[part - 1] != '-' ? "-" : "";
                if (part == 0 && left == room)
                {
                    part = Math.Max(1, FirstFit(word, room));
                }

                if (part >= word.Length)
                {
                    break;
                }

                made?.Add(string.Concat(text[from..(at + part)].TrimEnd(), hyphen));
                from = at += part;
                word = word[part..];
                width = Width(word);
                lines++;
                left = room;
                space = 0;
            }

            left -= space + width;
        }

        made?.Add(text[from..].ToString());
        return lines;
    }

    /// <summary>Width in thousandths of the type size.</summary>
    internal static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text)
        {
            width += WidthOf(character);
        }

        return width;
    }

    internal static int WidthOf(char character) => character < Common.Length ? Common[character] : Measure(character);

    private static int Measure(char character) => character switch
    {
        >= ' ' and <= '~' => Widths[character - ' '],
        'å' or 'ä' or 'à' or 'á' or 'é' or 'è' or 'ë' => 444,
        'Å' or 'Ä' or 'Ö' or 'Ü' => 722,
        'É' or 'È' => 611,
        '’' or '‘' => 333,
        '”' or '“' => 444,
        '…' or '—' => 1000,
        '•' => 350,
        >= '\u0300' and <= '\u036F' => 0,
        >= '\u2E80' => 1000,
        _ => 500,
    };

    private static int FirstFit(ReadOnlySpan<char> word, int room)
    {
        var width = 0;
        for (var index = 0; index < word.Length; index++)
        {
            width += WidthOf(word[index]);
            if (width > room)
            {
                return index;
            }
        }

        return word.Length;
    }
}
