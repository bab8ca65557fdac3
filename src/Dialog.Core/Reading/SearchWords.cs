using System.Collections.Immutable;

namespace Dialog.Core.Reading;

/// <summary>What somebody looks for. Any text will do: letters and digits make words, everything else parts them.</summary>
public sealed record SearchWords
{
    /// <summary>More words narrow nothing that is worth the time.</summary>
    private const int Most = 8;

    private const int LongestWord = 60;

    /// <summary>Characters of a snippet, and how many of them stand before the first hit.</summary>
    private const int SnippetLength = 180;

    private const int Before = 60;

    /// <summary>Endings of Swedish nouns, adjectives and verbs, and of English plurals, the longest first (after Snowball's list, without those that make other words).</summary>
    private static readonly string[] Endings =
        ["arnas", "ernas", "ornas", "arna", "erna", "orna", "ades", "ade", "ens", "ets", "ers", "ars", "ors", "nas", "ans", "en", "et", "ar", "er", "or", "an", "na", "at", "as", "es", "s", "a", "e", "n"];

    private SearchWords(ImmutableList<string> words) => (Words, Stems) = (words, words.ConvertAll(Stem));

    /// <summary>The words in lower case.</summary>
    public ImmutableList<string> Words { get; }

    /// <summary>The words without their endings: what is looked for begins with them.</summary>
    public ImmutableList<string> Stems { get; }

    public static SearchWords Of(string text)
    {
        var lower = LowerCase.Of(text.Normalize());
        return new SearchWords([.. Spans(lower).Where(span => span.Length <= LongestWord).Select(span => lower.Substring(span.Start, span.Length)).Distinct().Take(Most)]);
    }

    /// <summary>The place of a text that shows the hit best, with what to mark.</summary>
    public Snippet Cut(string text)
    {
        var lower = LowerCase.Of(text);
        var hits = Spans(lower).Where(span => Stems.Exists(stem => Begins(lower, span, stem))).ToList();
        var from = hits.Count == 0 || hits[0].Start <= Before ? 0 : Edge(text, hits[0].Start - Before);
        var to = text.Length - from <= SnippetLength ? text.Length : Math.Max(Edge(text, from + SnippetLength), from + 1);
        var (head, tail) = (from > 0 ? "… " : "", to < text.Length ? " …" : "");
        var marks = hits.Where(hit => hit.Start >= from && hit.Start + hit.Length <= to).Select(hit => new SnippetMark(hit.Start - from + head.Length, hit.Length));
        return new Snippet(head + text[from..to].ReplaceLineEndings(" ").TrimEnd() + tail, [.. marks]);
    }

    /// <summary>A word of three letters at least stays.</summary>
    internal static string Stem(string word)
    {
        var ending = Array.Find(Endings, end => word.EndsWith(end, StringComparison.Ordinal) && word.Length - end.Length >= (end.Length == 1 ? 4 : 3));
        return ending is null || word.Any(char.IsDigit) ? word : word[..^ending.Length];
    }

    private static bool Begins(string lower, (int Start, int Length) word, string stem) => word.Length >= stem.Length && string.CompareOrdinal(lower, word.Start, stem, 0, stem.Length) == 0;

    /// <summary>The end of the word before a place.</summary>
    private static int Edge(string text, int place)
    {
        var space = text.LastIndexOfAny([' ', '\n', '\t'], place, Math.Min(place, 40));
        var edge = space < 0 ? place : space + 1;
        return edge < text.Length && char.IsLowSurrogate(text[edge]) ? edge - 1 : edge;
    }

    private static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return (start, at - start);
            }
        }
    }
}

/// <summary>A piece of a text that was found.</summary>
/// <param name="Text">The piece, on one line.</param>
/// <param name="Marks">The words in it that were looked for, in order.</param>
public sealed record Snippet(string Text, ImmutableList<SnippetMark> Marks);

/// <summary>A place in a snippet.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public sealed record SnippetMark(int Start, int Length);
