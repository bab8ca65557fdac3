using System.Collections.Frozen;

namespace Dialog.Core.Reading;

/// <summary>
/// Word lists as marks: an entry is a word (<c>arg</c>), a stem (<c>idiot*</c>) or several words (<c>dum i huvudet</c>), and has one
/// bit or more. A text is read once for all lists together.
/// </summary>
internal sealed class PhraseBook
{
    /// <summary>Longer words stand in no list.</summary>
    private const int LongestWord = 40;

    private readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<char, (string Stem, long Marks)[]> stems;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> phrases;

    public PhraseBook(IEnumerable<(string Entry, long Marks)> entries)
    {
        var all = entries.Select(entry => (Entry: entry.Entry.ToLowerInvariant(), entry.Marks)).ToLookup(entry => entry.Entry.Contains(' ', StringComparison.Ordinal) ? Kind.Phrase : entry.Entry.EndsWith('*') ? Kind.Stem : Kind.Word);
        words = all[Kind.Word].GroupBy(entry => entry.Entry).ToFrozenDictionary(group => group.Key, group => group.Aggregate(0L, (marks, entry) => marks | entry.Marks)).GetAlternateLookup<ReadOnlySpan<char>>();
        stems = all[Kind.Stem].GroupBy(entry => entry.Entry[0]).ToFrozenDictionary(group => group.Key, group => group.Select(entry => (entry.Entry[..^1], entry.Marks)).ToArray());
        phrases = all[Kind.Phrase].GroupBy(entry => entry.Entry[..entry.Entry.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenDictionary(group => group.Key, group => group.Select(entry => new Phrase(entry.Entry.Split(' '), entry.Marks)).ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private enum Kind
    {
        Word,
        Stem,
        Phrase,
    }

    /// <summary>The marks of a word in lower case, phrases aside.</summary>
    public long Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return 0;
        }

        words.TryGetValue(word, out var marks);
        if (stems.TryGetValue(word[0], out var candidates))
        {
            foreach (var (stem, mark) in candidates)
            {
                if (word.StartsWith(stem, StringComparison.Ordinal))
                {
                    marks |= mark;
                }
            }
        }

        return marks;
    }

    /// <summary>The marks of the phrases that begin at a word, and how many words the longest takes.</summary>
    /// <param name="lower">The text in lower case.</param>
    /// <param name="pieces">Its words.</param>
    /// <param name="index">The first word.</param>
    /// <param name="length">Words of the longest phrase; 0 when there is none.</param>
    public long PhrasesAt(string lower, List<Piece> pieces, int index, out int length)
    {
        length = 0;
        if (!phrases.TryGetValue(pieces[index].Of(lower), out var candidates))
        {
            return 0;
        }

        var marks = 0L;
        foreach (var phrase in candidates)
        {
            if (Stands(phrase.Words, lower, pieces, index))
            {
                marks |= phrase.Marks;
                length = Math.Max(length, phrase.Words.Length);
            }
        }

        return marks;
    }

    private static bool Stands(string[] phrase, string lower, List<Piece> pieces, int index)
    {
        for (var word = 1; word < phrase.Length; word++)
        {
            if (index + word >= pieces.Count || !pieces[index + word].Of(lower).SequenceEqual(phrase[word]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Phrase(string[] Words, long Marks);
}
