using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dialog.Core.Reading;

/// <summary>Words and sentences of a text (domain.md §2.3).</summary>
public static class TextParts
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…");

    private static readonly FrozenSet<string> Abbreviations =
        new[]
        {
            "t.ex.", "ex.", "bl.a.", "m.m.", "m.fl.", "dvs.", "ca.", "ca", "kl.", "nr.", "s.k.", "p.g.a.", "f.d.", "resp.", "tel.", "osv.", "etc.", "fr.o.m.", "t.o.m.", "e.g.", "i.e.", "mr.", "mrs.", "dr.", "st.",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Letters and digits with inner marks, hyphen, apostrophe or colon; emoji, smileys, links and mentions are no words.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var range in Chunks(text))
        {
            var chunk = text.AsSpan(range);
            if (chunk[0] == '@' || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsSmiley(chunk))
            {
                continue;
            }

            var start = -1;
            for (var index = 0; index <= chunk.Length; index++)
            {
                var inside = index < chunk.Length && (IsWordCharacter(chunk[index])
                    || start >= 0 && chunk[index] is '-' or '’' or '\'' or ':' or '.' or ',' && index + 1 < chunk.Length && start >= 0 && Joins(chunk, index));
                if (inside && start < 0)
                {
                    start = index;
                }
                else if (!inside && start >= 0)
                {
                    words.Add(chunk[start..index].ToString());
                    start = -1;
                }
            }
        }

        return words;
    }

    /// <summary>Sentences in order, each trimmed, with its end mark.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var sentences = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            Split(line, sentences);
        }

        return sentences;
    }

    /// <summary>:) ;-) :D &lt;3 and the like.</summary>
    internal static bool IsSmiley(ReadOnlySpan<char> chunk) =>
        chunk is ":)" or ":-)" or ";)" or ";-)" or ":(" or ":-(" or ":D" or ":-D" or ":P" or ":p" or "xD" or "XD" or "<3" or ":/" or ":O" or "=)" or ":'(" or "^^";

    private static void Split(string line, List<string> sentences)
    {
        var start = 0;
        var index = 0;
        while (index < line.Length)
        {
            var end = EndOfSentence(line, index, start);
            if (end > 0)
            {
                Add(line[start..end], sentences);
                start = end;
                index = end;
            }
            else
            {
                index++;
            }
        }

        Add(line[start..], sentences);
    }

    /// <summary>Where the sentence ends that has an end mark, or an emoji before a capital, at <paramref name="index"/>; 0 when it goes on.</summary>
    private static int EndOfSentence(string line, int index, int start)
    {
        if (Ends.Contains(line[index]))
        {
            var end = index + 1;
            while (end < line.Length && (Ends.Contains(line[end]) || line[end] is '”' or '“' or '"' or '’' or ')' or '»'))
            {
                end++;
            }

            var next = end;
            while (next < line.Length && line[next] == ' ')
            {
                next++;
            }

            if (next == line.Length)
            {
                return 0;
            }

            var goesOn = next == end || char.IsLower(line[next]) || line[index] == '.' && EndsWithAbbreviation(line, start, index + 1, line[next]);
            if (goesOn)
            {
                return 0;
            }

            // An emoji right behind the end mark belongs to the sentence it follows.
            return AfterEmoji(line, next) is var after && after > next ? after : end;
        }

        if (index > start && AfterEmoji(line, index) is var behind && behind > index)
        {
            var next = behind;
            while (next < line.Length && line[next] == ' ')
            {
                next++;
            }

            return next < line.Length && char.IsUpper(line[next]) ? behind : 0;
        }

        return 0;
    }

    private static bool EndsWithAbbreviation(string line, int start, int end, char next)
    {
        var wordStart = line.LastIndexOf(' ', end - 1, end - start) + 1;
        wordStart = Math.Max(wordStart, start);
        var word = line[wordStart..end].TrimStart('(', '”', '"', '“');
        return Abbreviations.Contains(word) || word.Length > 1 && char.IsDigit(word[^2]) && char.IsLower(next);
    }

    private static int AfterEmoji(string line, int index)
    {
        var at = index;
        while (at < line.Length && Rune.TryGetRuneAt(line, at, out var rune) && (Clean.IsPictograph(rune) || rune.Value == 0x200D && at > index))
        {
            at += rune.Utf16SequenceLength;
        }

        if (at > index)
        {
            return at;
        }

        var space = line.IndexOf(' ', index);
        var chunk = line.AsSpan(index, (space < 0 ? line.Length : space) - index);
        return (index == 0 || line[index - 1] == ' ') && IsSmiley(chunk) ? index + chunk.Length : index;
    }

    private static void Add(string sentence, List<string> sentences)
    {
        var trimmed = sentence.Trim();
        if (trimmed.Length > 0)
        {
            sentences.Add(trimmed);
        }
    }

    private static List<Range> Chunks(string text)
    {
        var chunks = new List<Range>();
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var inside = index < text.Length && !char.IsWhiteSpace(text[index]);
            if (inside && start < 0)
            {
                start = index;
            }
            else if (!inside && start >= 0)
            {
                chunks.Add(start..index);
                start = -1;
            }
        }

        return chunks;
    }

    private static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>A mark between two letters or digits is inside the word; a point or comma only between digits.</summary>
    private static bool Joins(ReadOnlySpan<char> chunk, int index) =>
        index > 0 && (chunk[index] is '.' or ','
            ? char.IsDigit(chunk[index - 1]) && char.IsDigit(chunk[index + 1])
            : IsWordCharacter(chunk[index - 1]) && IsWordCharacter(chunk[index + 1]));
}
