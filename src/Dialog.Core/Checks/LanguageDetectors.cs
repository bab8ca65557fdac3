using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Suggestions: acronyms, spelling, the other language, asides to the bot.</summary>
internal static class LanguageDetectors
{
    private const double OtherShare = 0.4;

    /// <summary>Fewer telling words say nothing of the language.</summary>
    private const int TellingWords = 5;

    private const int LongestAside = 200;

    public static void Find(CheckText read)
    {
        foreach (var word in Lexicon.For(read.Context.Language).AcronymPieces(read.Text, read.Words))
        {
            read.Add(Detector.Jargon, Severity.Info, word);
        }

        foreach (var (place, _) in read.With(Mark.ChatSpelling | Mark.Misspelled))
        {
            read.Add(Detector.Spelling, Severity.Info, place);
        }

        foreach (var word in Slips.Find(read).Distinct())
        {
            read.Add(Detector.Spelling, Severity.Info, word);
        }

        MixedLanguage(read);
        foreach (var (place, _) in read.With(Mark.Asides))
        {
            read.Add(Detector.MetaAside, Severity.Info, place);
        }

        Brackets(read);
    }

    /// <summary>More than 40 % of the telling words are the other language's.</summary>
    private static void MixedLanguage(CheckText read)
    {
        var (own, other) = (0, 0);
        var (first, last) = (-1, -1);
        for (var word = 0; word < read.Words.Count; word++)
        {
            own += read.Is(word, Mark.Common) ? 1 : 0;
            if (read.Is(word, Mark.Other))
            {
                other++;
                first = first < 0 ? word : first;
                last = word;
            }
        }

        if (other >= TellingWords && other > OtherShare * (own + other))
        {
            read.Add(Detector.MixedLanguage, Severity.Info, read.Words[first].Start, read.Words[last].End - read.Words[first].Start);
        }
    }

    /// <summary>(sorry, caps lock).</summary>
    private static void Brackets(CheckText read)
    {
        foreach (var (place, _) in read.With(Mark.AsideStarts))
        {
            var close = place.Start > 0 && read.Text[place.Start - 1] == '(' ? read.Text.IndexOf(')', place.End, Math.Min(LongestAside, read.Text.Length - place.End)) : -1;
            if (close > 0)
            {
                read.Add(Detector.MetaAside, Severity.Info, place.Start - 1, close + 2 - place.Start);
            }
        }
    }
}
