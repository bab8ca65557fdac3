using System.Buffers;
using System.Globalization;

namespace Dialog.Core.Reading;

/// <summary>Words and sentences of a text (domain.md §2.3).</summary>
public static partial class TextParts
{
    /// <summary>The letters and digits that most words are made of.</summary>
    private static readonly bool[] Letters =
        [.. Enumerable.Range(0, 0x100).Select(code => char.IsAsciiLetterOrDigit((char)code) || "åäöéÅÄÖÉ".Contains((char)code))];

    private static readonly SearchValues<char> EmojiNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-+'");

    /// <summary>Letters and digits with inner marks, hyphen, apostrophe or colon; emoji, smileys, links and mentions are no words.</summary>
    public static IReadOnlyList<string> Words(string text) => WordPieces(text).ConvertAll(word => word.In(text));

    /// <summary>How many words.</summary>
    public static int CountWords(string text) => WordPieces(text).Count;

    /// <summary>Where the words stand; at least <paramref name="most"/> of them where there are so many.</summary>
    internal static List<Piece> WordPieces(string text, int most = int.MaxValue)
    {
        var words = new List<Piece>(Math.Min(most, text.Length / 5));
        var at = 0;
        while (at < text.Length && words.Count < most)
        {
            var rest = text.AsSpan(at);
            var length = 0;
            while (length < rest.Length && rest[length] < Letters.Length && Letters[rest[length]])
            {
                length++;
            }

            if (length > 0 && (length == rest.Length || char.IsWhiteSpace(rest[length])))
            {
                words.Add(new Piece(at, length));
            }
            else
            {
                while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
                {
                    length++;
                }

                if (length > 0)
                {
                    AddWords(rest[..length], at, words);
                }
            }

            at += length + 1;
        }

        return words;
    }

    /// <summary>:) ;-) :D &lt;3 and the like, and emoji that a channel knows by name only (:partyparrot:).</summary>
    internal static bool IsSmiley(ReadOnlySpan<char> chunk) => chunk.Length > 3
        ? chunk[0] == ':' && chunk[^1] == ':' && !chunk[1..^1].ContainsAnyExcept(EmojiNames)
        : chunk is ":)" or ":-)" or ";)" or ";-)" or ":(" or ":-(" or ":D" or ":-D" or ":P" or ":p" or "xD" or "XD" or "<3" or ":/" or ":O" or "=)" or ":'(" or "^^";

    private static void AddWords(ReadOnlySpan<char> chunk, int offset, List<Piece> words)
    {
        if (chunk.IndexOf("://") is >= 0 and var scheme)
        {
            chunk = chunk[..scheme].TrimEnd("abcdefghijklmnopqrstuvwxyz");
        }

        if (chunk.IsEmpty || chunk[0] == '@' || IsSmiley(chunk) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var start = -1;
        for (var index = 0; index <= chunk.Length; index++)
        {
            var inside = index < chunk.Length && (IsWordCharacter(chunk[index]) || start >= 0 && Joins(chunk, index));
            if (inside && start < 0)
            {
                start = index;
            }
            else if (!inside && start >= 0)
            {
                words.Add(new Piece(offset + start, index - start));
                start = -1;
            }
        }
    }

    private static bool IsWordCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character >= 0x80 && (char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark);

    /// <summary>A mark between two letters or digits is inside the word; a point or comma only between digits.</summary>
    private static bool Joins(ReadOnlySpan<char> chunk, int index)
    {
        if (index + 1 >= chunk.Length)
        {
            return false;
        }

        return chunk[index] switch
        {
            '-' or '’' or '\'' or ':' => IsWordCharacter(chunk[index - 1]) && IsWordCharacter(chunk[index + 1]),
            '.' or ',' => char.IsDigit(chunk[index - 1]) && char.IsDigit(chunk[index + 1]),
            _ => false,
        };
    }
}
