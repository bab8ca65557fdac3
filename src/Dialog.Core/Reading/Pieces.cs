namespace Dialog.Core.Reading;

/// <summary>Long text in pieces that fit somewhere.</summary>
public static class Pieces
{
    /// <summary>Pieces of at most <paramref name="most"/> UTF-16 code units, cut at a line, a sentence or a word where there is one; only white space at the cuts is lost.</summary>
    public static IEnumerable<string> Of(string text, int most)
    {
        while (text.Length > most)
        {
            var cut = CutBefore(text, most);
            yield return text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private static int CutBefore(string text, int most)
    {
        // A cut in the first half would leave a scrap; then the next finer border is taken.
        var least = most / 2;
        var line = text.LastIndexOf('\n', most - 1);
        if (line >= least)
        {
            return line;
        }

        var sentence = text.LastIndexOf(". ", most - 1, StringComparison.Ordinal) + 1;
        if (sentence >= least)
        {
            return sentence;
        }

        var word = text.LastIndexOf(' ', most - 1);
        return word >= least ? word : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }
}
