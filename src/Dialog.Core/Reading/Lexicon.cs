using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Dialog.Core.Reading;

/// <summary>What the words of a language tell: reasons, first person, concrete and abstract words (domain.md §2.4). The lists are data files.</summary>
public sealed class Lexicon
{
    /// <summary>From this length on a stem is also looked for inside compounds (värdegrundsprocesser); shorter ones hide in other words (television).</summary>
    private const int CompoundStem = 7;

    private static readonly Lexicon Swedish = Load("lexicon-sv.json");
    private static readonly Lexicon English = Load("lexicon-en.json");

    private readonly Lists lists;
    private readonly FrozenSet<string> firstPerson;
    private readonly FrozenSet<string> numbers;
    private readonly FrozenSet<string> questionWords;
    private readonly FrozenSet<string> forStarts;
    private readonly FrozenSet<string> acronyms;
    private readonly FrozenSet<string> joiners;

    private Lexicon(Lists lists)
    {
        this.lists = lists;
        firstPerson = lists.FirstPerson.ToFrozenSet();
        numbers = lists.Numbers.ToFrozenSet();
        questionWords = lists.QuestionWords.ToFrozenSet();
        forStarts = lists.ForStarts.ToFrozenSet();
        acronyms = lists.Acronyms.ToFrozenSet();
        joiners = lists.Joiners.ToFrozenSet();
    }

    /// <summary>The lexicon of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static Lexicon For(string language) => language == "en" ? English : Swedish;

    /// <summary>Says why: eftersom, så att, annars …</summary>
    public bool HasReason(string text)
    {
        var line = Line(text);
        foreach (var not in lists.NoReasons)
        {
            line = line.Replace($" {not} ", " ", StringComparison.Ordinal);
        }

        return HasAny(line, lists.Reasons) || HasForClause(text);
    }

    /// <summary>A strong reason marker: eftersom, därför, på grund av, pga; because, that's why.</summary>
    public bool HasStrongReason(string text) => HasAny(Line(text), lists.StrongReasons);

    /// <summary>jag, vi, min …</summary>
    public bool HasFirstPerson(string text) => Lower(text).Any(firstPerson.Contains);

    /// <summary>A number, time, place, name, example or quotation.</summary>
    public bool IsConcrete(string text)
    {
        if (text.Any(char.IsDigit) || HasQuotation(text))
        {
            return true;
        }

        var line = Line(text);
        return Lower(text).Any(numbers.Contains) || HasAny(line, lists.Times) || HasAny(line, lists.Examples) || TextParts.Sentences(text).Any(HasName);
    }

    /// <summary>The abstract words of the text, as written, in order.</summary>
    public IReadOnlyList<string> AbstractWords(string text) => TextParts.Words(text).Where(IsAbstract).ToList();

    /// <summary>Unexplained acronyms of the text, as written, in order: two to five capitals that are neither well known, explained in brackets, nor part of shouting.</summary>
    public IReadOnlyList<string> Acronyms(string text) => AcronymPieces(text, TextParts.WordPieces(text)).Select(word => word.In(text)).Distinct().ToList();

    /// <summary>Where the unexplained acronyms stand.</summary>
    internal List<Piece> AcronymPieces(string text, List<Piece> words)
    {
        var found = new List<Piece>();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index].Of(text);
            if (word.Length is >= 2 and <= 5 && char.IsUpper(word[0]) && IsUpper(word) && !IsKnownAcronym(word) && !IsShouted(text, words, index))
            {
                found.Add(words[index]);
            }
        }

        if (found.Count > 0)
        {
            var explained = found.Where(word => IsExplained(text, word)).Select(word => word.In(text)).ToHashSet();
            found.RemoveAll(word => explained.Contains(word.In(text)));
        }

        return found;
    }

    /// <summary>TV, EU and other acronyms that everybody knows.</summary>
    internal bool IsKnownAcronym(ReadOnlySpan<char> word) => acronyms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Begins like a question: vad, varför, vem, hur …</summary>
    public bool StartsWithQuestionWord(string text) => TextParts.Words(text) is [var first, ..] && questionWords.Contains(first.ToLowerInvariant());

    /// <summary>The respondent tells of criticism: kritik, reaktion, invändning …</summary>
    public bool HasCriticism(string text) => Lower(text).Any(word => Array.Exists(lists.Criticism, stem => word.Contains(stem, StringComparison.Ordinal)));

    /// <summary>The respondent tells of a change of mind: ändrat, lärt mig, numera …</summary>
    public bool HasChange(string text) => HasAny(Line(text), lists.Changes);

    /// <summary>Is a list rather than a text (rule only_list, one message).</summary>
    public bool IsList(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length >= 3)
        {
            return lines.Count(line => IsBullet(line) || TextParts.Words(line).Count <= 4) >= 0.6 * lines.Length;
        }

        if (TextParts.Sentences(message).Count != 1 || HasFirstPerson(message))
        {
            return false;
        }

        var parts = new List<int> { 0 };
        foreach (var chunk in message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (joiners.Contains(chunk.ToLowerInvariant()))
            {
                parts.Add(0);
                continue;
            }

            parts[^1] += TextParts.Words(chunk).Count;
            if (chunk.EndsWith(','))
            {
                parts.Add(0);
            }
        }

        var filled = parts.Where(words => words > 0).ToList();
        return filled.Count >= 4 && filled.Average() <= 3;
    }

    private static bool IsBullet(string line) => line[0] is '-' or '*' or '•' or '–' or '·' || line.Length > 2 && char.IsDigit(line[0]) && line[1] is '.' or ')';

    private static bool IsShouted(string text, List<Piece> words, int index)
    {
        var (from, to) = (index, index);
        while (from > 0 && index - from < 2 && IsCapitals(words[from - 1].Of(text)))
        {
            from--;
        }

        while (to + 1 < words.Count && to - from < 2 && IsCapitals(words[to + 1].Of(text)))
        {
            to++;
        }

        return to - from >= 2;
    }

    /// <summary>The place where the acronym is written out: "elevhälsoteamet (EHT)" or "EHT (elevhälsoteamet)".</summary>
    private static bool IsExplained(string text, Piece word) =>
        word.Start > 0 && text[word.Start - 1] == '(' && word.End < text.Length && text[word.End] == ')'
        || word.End + 1 < text.Length && text[word.End] == ' ' && text[word.End + 1] == '(';

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        var letters = false;
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                letters = true;
                if (!char.IsUpper(character))
                {
                    return false;
                }
            }
        }

        return letters || !word.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>A capitalised word of three letters or more inside a sentence: a place or a name.</summary>
    private static bool HasName(string sentence) =>
        TextParts.Words(sentence).Skip(1).Any(word => word.Length >= 3 && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower));

    private static bool HasQuotation(string text)
    {
        var open = text.IndexOfAny(['”', '“', '"']);
        if (open < 0)
        {
            return false;
        }

        var close = text.IndexOfAny(['”', '“', '"'], open + 1);
        return close > open && TextParts.Words(text[(open + 1)..close]).Count >= 2;
    }

    private static bool HasAny(string line, string[] phrases) => Array.Exists(phrases, phrase => line.Contains($" {phrase} ", StringComparison.Ordinal));

    private static IEnumerable<string> Lower(string text) => TextParts.Words(text).Select(Plain);

    /// <summary>The words in lower case with a space on both sides of each.</summary>
    private static string Line(string text)
    {
        var line = new StringBuilder(" ", text.Length + 2);
        foreach (var word in TextParts.Words(text))
        {
            line.Append(Plain(word)).Append(' ');
        }

        return line.ToString();
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace('’', '\'');

    private static Lexicon Load(string resource)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        return new Lexicon(JsonSerializer.Deserialize<Lists>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{resource} is empty."));
    }

    private bool IsAbstract(string word)
    {
        var plain = Plain(word);
        return Array.Exists(lists.AbstractStems, stem => stem.Length >= CompoundStem ? plain.Contains(stem, StringComparison.Ordinal) : plain.StartsWith(stem, StringComparison.Ordinal));
    }

    /// <summary>", för det …": a reason clause, told from the preposition by the comma and the word after.</summary>
    private bool HasForClause(string text)
    {
        for (var at = text.IndexOf(", för ", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(", för ", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(at + ", för ".Length);
            var end = rest.IndexOfAny([' ', ',', '.', '\n']);
            if (forStarts.Contains((end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Lists
    {
        public required string[] Reasons { get; init; }

        public required string[] NoReasons { get; init; }

        public required string[] ForStarts { get; init; }

        public required string[] StrongReasons { get; init; }

        public required string[] FirstPerson { get; init; }

        public required string[] Numbers { get; init; }

        public required string[] Times { get; init; }

        public required string[] Examples { get; init; }

        public required string[] AbstractStems { get; init; }

        public required string[] Acronyms { get; init; }

        public required string[] QuestionWords { get; init; }

        public required string[] Criticism { get; init; }

        public required string[] Changes { get; init; }

        public required string[] Joiners { get; init; }
    }
}
