namespace Dialog.Core.Checks;

/// <summary>Insults, strong feeling, shouting and party politics.</summary>
internal static class ToneDetectors
{
    private const int ShoutedWords = 4;
    private const double ShoutedShare = 0.6;

    /// <summary>(S), (SD) and the like: how Swedish newspapers mark a party.</summary>
    private static readonly string[] PartyLetters = ["(S)", "(M)", "(SD)", "(C)", "(V)", "(KD)", "(MP)", "(L)"];

    public static void Find(CheckText read)
    {
        Marked(read, Mark.Insults, Mark.NotInsults, Detector.Insult, Severity.Medium);
        Marked(read, Mark.Emotions, Mark.None, Detector.StrongEmotion, Severity.Low);
        Marked(read, Mark.Political, Mark.NotPolitical, Detector.Political, Severity.Medium);
        if (read.Text.Contains('('))
        {
            Parties(read);
        }

        Shouting(read);
    }

    private static void Parties(CheckText read)
    {
        foreach (var letters in PartyLetters)
        {
            for (var at = read.Text.IndexOf(letters, StringComparison.Ordinal); at >= 0; at = read.Text.IndexOf(letters, at + letters.Length, StringComparison.Ordinal))
            {
                read.Add(Detector.Political, Severity.Medium, at, letters.Length);
            }
        }
    }

    private static void Marked(CheckText read, Mark mark, Mark not, string detector, Severity severity)
    {
        foreach (var (place, word) in read.With(mark))
        {
            if (not == Mark.None || !read.Is(word, not) && !read.InPhrase(word, not))
            {
                read.Add(detector, severity, place);
            }
        }
    }

    /// <summary>Sentences mostly in capitals, well-known acronyms aside; and a second run of exclamation marks.</summary>
    private static void Shouting(CheckText read)
    {
        var word = 0;
        foreach (var sentence in read.Sentences)
        {
            var (words, letters, capitals) = (0, 0, 0);
            for (; word < read.Words.Count && read.Words[word].Start < sentence.End; word++)
            {
                // Small letters over this part of the sentence leave too few for capitals.
                if (letters - capitals <= (1 - ShoutedShare) * sentence.Length && !read.Context.Words.Lexicon.IsKnownAcronym(read.Words[word].Of(read.Text)))
                {
                    words++;
                    Count(read.Words[word].Of(read.Text), ref letters, ref capitals);
                }
            }

            if (words >= ShoutedWords && capitals > ShoutedShare * letters)
            {
                read.Add(Detector.Shouting, Severity.Low, sentence);
            }
        }

        var runs = 0;
        for (var at = read.Text.IndexOf("!!", StringComparison.Ordinal); at >= 0; at = read.Text.IndexOf("!!", at, StringComparison.Ordinal))
        {
            var end = at;
            while (end < read.Text.Length && read.Text[end] == '!')
            {
                end++;
            }

            if (++runs > 1)
            {
                read.Add(Detector.Shouting, Severity.Low, at, end - at);
            }

            at = end;
        }
    }

    private static void Count(ReadOnlySpan<char> word, ref int letters, ref int capitals)
    {
        foreach (var character in word)
        {
            letters += char.IsLetter(character) ? 1 : 0;
            capitals += char.IsUpper(character) ? 1 : 0;
        }
    }
}
