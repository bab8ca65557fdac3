using System.Collections.Frozen;

namespace Dialog.Core.Reading;

/// <summary>A language a text is in, as far as its small words and letters tell.</summary>
internal sealed class Tongue
{
    /// <summary>The bot's other language.</summary>
    public static readonly Tongue Other = new();

    /// <summary>A language the bot does not speak.</summary>
    public static readonly Tongue Unknown = new();

    /// <summary>Fewer words tell nothing.</summary>
    private const int LeastWords = 6;

    /// <summary>So many words tell enough.</summary>
    private const int MostWords = 200;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Swedish =
        new[] { "och", "att", "det", "är", "en", "som", "på", "för", "av", "med", "den", "till", "inte", "har", "vi", "jag", "ett", "om", "var", "men", "de", "så", "när", "kan", "från", "eller", "vad", "nu", "här", "där", "hos", "ut", "alla", "i" }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> English =
        new[] { "the", "and", "of", "to", "is", "that", "it", "was", "for", "on", "are", "with", "they", "be", "this", "have", "from", "or", "by", "but", "not", "what", "all", "were", "we", "when", "your", "can", "there", "an", "which", "their", "our", "because", "a", "i", "has", "would" }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private Tongue()
    {
    }

    /// <summary>The language, when it plainly is another than the talk's; null when it is the same or cannot be told.</summary>
    public static Tongue? Differs(string text, string language)
    {
        var words = TextParts.WordPieces(text, MostWords);
        if (words.Count < LeastWords)
        {
            return null;
        }

        if (words.Count(word => char.IsLetter(text[word.Start]) && text[word.Start] > '\u024F') * 2 > words.Count)
        {
            return Unknown;
        }

        var lower = LowerCase.Of(text[..words[^1].End]);
        var swedish = words.Count(word => Swedish.Contains(word.Of(lower)));
        var english = words.Count(word => English.Contains(word.Of(lower)));
        var (same, other) = language == "en" ? (english, swedish) : (swedish, english);
        return other >= 3 && other > 3 * same ? Other : null;
    }
}
