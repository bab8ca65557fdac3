using System.Collections.Frozen;

namespace Dialog.Core.Reading;

/// <summary>
/// Word lists as marks: an entry is a word (<c>arg</c>), a stem (<c>idiot*</c>) or several words (<c>dum i huvudet</c>), and has one
/// bit or more. A text is read once for all lists together.
/// </summary>
internal sealed class PhraseBook
{
    /// <summary>Two kinds of lists may share a book: the marks of the second kind are these. Lengths of phrases are told for each kind.</summary>
    public const long SecondKind = 0x7FL << 48;

    /// <summary>Longer words stand in no list.</summary>
    private const int LongestWord = 40;

    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> entries;

    /// <summary>Stems by their first letter.</summary>
    private readonly (string Stem, long Marks)[]?[] stems = new (string, long)[]?['\u0180'];

    public PhraseBook(IEnumerable<(string Entry, long Marks)> lists)
    {
        var all = lists.Select(entry => (Text: entry.Entry.ToLowerInvariant(), entry.Marks)).ToList();
        foreach (var group in all.Where(entry => entry.Text.EndsWith('*')).GroupBy(entry => entry.Text[0]))
        {
            stems[group.Key] = [.. group.Select(entry => (entry.Text[..^1], entry.Marks))];
        }

        entries = all.Where(entry => !entry.Text.EndsWith('*'))
            .GroupBy(entry => entry.Text.Split(' ')[0])
            .ToFrozenDictionary(
                group => group.Key,
                group => new Entry(
                    group.Where(entry => entry.Text == group.Key).Aggregate(0L, (marks, entry) => marks | entry.Marks),
                    [.. group.Where(entry => entry.Text != group.Key).Select(entry => new Phrase(entry.Text.Split(' '), entry.Marks))]))
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The marks of a word in lower case, phrases aside.</summary>
    public long Of(ReadOnlySpan<char> word) =>
        word.Length is 0 or > LongestWord ? 0 : StemsOf(word) | (entries.TryGetValue(word, out var entry) ? entry.Marks : 0);

    /// <summary>The marks of a word, and of the phrases that begin at it.</summary>
    /// <param name="lower">The text in lower case.</param>
    /// <param name="pieces">Its words.</param>
    /// <param name="index">The first word.</param>
    /// <param name="phrases">The phrases.</param>
    public long At(string lower, List<Piece> pieces, int index, out Phrases phrases)
    {
        phrases = default;
        var word = pieces[index].Of(lower);
        if (word.Length is 0 or > LongestWord)
        {
            return 0;
        }

        var marks = StemsOf(word);
        if (entries.TryGetValue(word, out var entry))
        {
            marks |= entry.Marks;
            foreach (var phrase in entry.Phrases)
            {
                if (Stands(phrase.Words, lower, pieces, index))
                {
                    phrases = phrases.And(phrase.Marks, phrase.Words.Length);
                }
            }
        }

        return marks;
    }

    /// <summary>The words of a phrase are parted by one character: a phrase does not reach over the end of a sentence.</summary>
    private static bool Stands(string[] phrase, string lower, List<Piece> pieces, int index)
    {
        for (var word = 1; word < phrase.Length; word++)
        {
            if (index + word >= pieces.Count || pieces[index + word].Start > pieces[index + word - 1].End + 1 || !pieces[index + word].Of(lower).SequenceEqual(phrase[word]))
            {
                return false;
            }
        }

        return true;
    }

    private long StemsOf(ReadOnlySpan<char> word)
    {
        var marks = 0L;
        if (word[0] < stems.Length && stems[word[0]] is { } candidates)
        {
            foreach (var (stem, mark) in candidates)
            {
                if (word.StartsWith(stem))
                {
                    marks |= mark;
                }
            }
        }

        return marks;
    }

    /// <summary>Phrases that begin at one word.</summary>
    /// <param name="Marks">Their marks.</param>
    /// <param name="Length">Words of the longest; 0 when there is none.</param>
    /// <param name="SecondLength">The same of the second kind.</param>
    public readonly record struct Phrases(long Marks, int Length, int SecondLength)
    {
        internal Phrases And(long marks, int length) => (marks & SecondKind) == 0
            ? this with { Marks = Marks | marks, Length = Math.Max(Length, length) }
            : this with { Marks = Marks | marks, SecondLength = Math.Max(SecondLength, length) };
    }

    private sealed record Entry(long Marks, Phrase[] Phrases);

    private readonly record struct Phrase(string[] Words, long Marks);
}
