using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Dialog.Core.Reading;

/// <summary>What the words of a language tell: reasons, first person, concrete and abstract words (domain.md §2.4). The lists are data files.</summary>
public sealed class Lexicon
{
    /// <summary>From this length on a stem is also looked for inside compounds (värdegrundsprocesser); shorter ones hide in other words (television).</summary>
    private const int CompoundStem = 7;

    /// <summary>Longer lines are no items of a list, unless a bullet says so.</summary>
    private const int MostItemWords = 4;

    private static readonly string[] Hedges = [" really", " actually", " honestly", " to be honest", " sorry", " faktiskt", " riktigt", " tyvärr", " egentligen", " direkt", " just nu", " alls"];

    private const string ForClause = ", för ";

    private static readonly Lexicon Swedish = Load("lexicon-sv.json");
    private static readonly Lexicon English = Load("lexicon-en.json");

    private static readonly List<Piece> NoPieces = [];

    private readonly Lists lists;
    private readonly PhraseBook book;
    private readonly SearchValues<string> longStems;
    private readonly string[] shortStems;
    private readonly int shortest;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> forStarts;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> acronyms;
    private readonly FrozenSet<string> joiners;
    private readonly SearchValues<string> strongReasons;
    private readonly SearchValues<string> criticism;
    private readonly SearchValues<string> changeStarts;
    private readonly SearchValues<string> dismissals;

    private Lexicon(Lists lists)
    {
        this.lists = lists;
        Entries =
        [
            .. Told(lists.Reasons, Telling.Reason), .. Told(lists.NoReasons, Telling.NoReason), .. Told(lists.StrongReasons, Telling.StrongReason),
            .. Told(lists.FirstPerson, Telling.FirstPerson), .. Told(lists.Numbers, Telling.Concrete), .. Told(lists.Times, Telling.Concrete),
            .. Told(lists.Examples, Telling.Concrete), .. Told(lists.QuestionWords, Telling.QuestionWord), .. Told(lists.Changes, Telling.Change),
        ];
        book = new PhraseBook(Entries);
        longStems = SearchValues.Create(lists.AbstractStems.Where(stem => stem.Length >= CompoundStem).ToArray(), StringComparison.Ordinal);
        shortStems = [.. lists.AbstractStems.Where(stem => stem.Length < CompoundStem)];
        shortest = lists.AbstractStems.Min(stem => stem.Length);
        forStarts = lists.ForStarts.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        acronyms = lists.Acronyms.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        joiners = lists.Joiners.ToFrozenSet();
        strongReasons = AnyCase(lists.StrongReasons);
        criticism = AnyCase(lists.Criticism);
        changeStarts = AnyCase(lists.Changes.Select(phrase => phrase.Split(' ')[0]));
        dismissals = AnyCase(lists.Dismissals);
    }

    /// <summary>The word lists with what they tell, for a book that is shared with other lists.</summary>
    internal ImmutableArray<(string Entry, long Marks)> Entries { get; }

    /// <summary>The lexicon of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static Lexicon For(string language) => language == "en" ? English : Swedish;

    /// <summary>All that is told of a text, in one reading.</summary>
    public TextFacts Read(string text)
    {
        var words = TextParts.WordPieces(text);
        var lower = LowerCase.Of(text);
        var telling = Tell(lower, words, 0, words.Count, out var first);
        var facts = Read(text, lower, words, 0, words.Count, telling, first);
        var concrete = IsConcrete(text, words, telling);
        return facts with { IsConcrete = concrete, AbstractWords = concrete ? 0 : facts.IsConcrete ? CountAbstract(lower, words, 0, words.Count) : facts.AbstractWords };
    }

    /// <summary>The same of one sentence of a text that is read already.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="lower">The same in lower case.</param>
    /// <param name="words">Its words.</param>
    /// <param name="from">The sentence's first word.</param>
    /// <param name="to">The first word behind it.</param>
    /// <param name="telling">What its words and phrases tell.</param>
    /// <param name="first">What its first word tells.</param>
    internal TextFacts Read(string text, string lower, List<Piece> words, int from, int to, Telling telling, Telling first)
    {
        if (from >= to)
        {
            return default;
        }

        var place = new Piece(words[from].Start, words[to - 1].End - words[from].Start);
        var concrete = (telling & Telling.Concrete) != 0 || place.Of(text).ContainsAnyInRange('0', '9') || HasQuotation(place.Of(text)) || HasName(text, words, from, to);
        return new TextFacts
        {
            Words = to - from,
            HasReason = (telling & Telling.Reason) != 0 || HasForClause(place.Of(lower)),
            HasFirstPerson = (telling & Telling.FirstPerson) != 0,
            IsConcrete = concrete,
            AbstractWords = concrete ? 0 : CountAbstract(lower, words, from, to),
            HasAcronym = AcronymPieces(text, words, from, to).Count > 0,
            StartsWithQuestionWord = (first & Telling.QuestionWord) != 0,
        };
    }

    /// <summary>Says why: eftersom, så att, annars …</summary>
    public bool HasReason(string text) => (Tell(text) & Telling.Reason) != 0 || HasForClause(LowerCase.Of(text));

    /// <summary>The first sentence with a strong reason marker: eftersom, därför, på grund av, pga; because, that's why. Null when there is none.</summary>
    public string? StrongReason(string text) =>
        text.AsSpan().ContainsAny(strongReasons) ? TextParts.Sentences(text).FirstOrDefault(sentence => (Tell(sentence) & Telling.StrongReason) != 0) : null;

    /// <summary>jag, vi, min …</summary>
    public bool HasFirstPerson(string text) => (Tell(text) & Telling.FirstPerson) != 0;

    /// <summary>A number, time, place, name, example or quotation.</summary>
    public bool IsConcrete(string text)
    {
        var words = TextParts.WordPieces(text);
        return IsConcrete(text, words, Tell(LowerCase.Of(text), words, 0, words.Count, out _));
    }

    private static bool IsConcrete(string text, List<Piece> words, Telling telling)
    {
        if ((telling & Telling.Concrete) != 0 || text.AsSpan().ContainsAnyInRange('0', '9') || HasQuotation(text))
        {
            return true;
        }

        var word = 0;
        foreach (var sentence in TextParts.SentencePieces(text))
        {
            var first = word;
            while (word < words.Count && words[word].Start < sentence.End)
            {
                word++;
            }

            if (HasName(text, words, first, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The abstract words of the text, as written, in order.</summary>
    public IReadOnlyList<string> AbstractWords(string text)
    {
        var lower = LowerCase.Of(text);
        return TextParts.WordPieces(text).Where(word => IsAbstract(word.Of(lower))).Select(word => word.In(text)).ToList();
    }

    /// <summary>Unexplained acronyms of the text, as written, in order: two to five capitals that are neither well known, explained in brackets, nor part of shouting.</summary>
    public IReadOnlyList<string> Acronyms(string text) => AcronymPieces(text, TextParts.WordPieces(text)).Select(word => word.In(text)).Distinct().ToList();

    /// <summary>Where the unexplained acronyms stand.</summary>
    internal List<Piece> AcronymPieces(string text, List<Piece> words) => AcronymPieces(text, words, 0, words.Count);

    private List<Piece> AcronymPieces(string text, List<Piece> words, int from, int to)
    {
        var found = NoPieces;
        for (var index = from; index < to; index++)
        {
            var word = words[index].Of(text);
            if (word.Length is >= 2 and <= 5 && char.IsUpper(word[0]) && IsUpper(word) && !IsKnownAcronym(word) && !IsShouted(text, words, index))
            {
                found = found == NoPieces ? [] : found;
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
    internal bool IsKnownAcronym(ReadOnlySpan<char> word) => acronyms.Contains(word);

    /// <summary>Begins like a question: vad, varför, vem, hur …</summary>
    public bool StartsWithQuestionWord(string text)
    {
        var words = TextParts.WordPieces(text);
        Tell(LowerCase.Of(text), words, 0, Math.Min(1, words.Count), out var first);
        return (first & Telling.QuestionWord) != 0;
    }

    /// <summary>The respondent tells of criticism in the first person: kritik, reaktion, invändning …</summary>
    public bool TellsOfCriticism(string text) =>
        text.AsSpan().ContainsAny(criticism) && TextParts.Sentences(text).Any(sentence => sentence.AsSpan().ContainsAny(criticism) && HasFirstPerson(sentence));

    /// <summary>The respondent tells of a change of mind: ändrat, lärt mig, numera …</summary>
    public bool HasChange(string text) => text.AsSpan().ContainsAny(changeStarts) && (Tell(text) & Telling.Change) != 0;

    /// <summary>Says that everybody is happy or nobody complains.</summary>
    public bool Dismisses(ReadOnlySpan<char> text) => text.ContainsAny(dismissals);

    /// <summary>Begins like "vet ej". A short text only; given in small letters without marks at its ends.</summary>
    public bool StartsUnknowing(string plain) => Array.Exists(lists.Unknowns, start => plain.StartsWith(start, StringComparison.Ordinal) && (plain.Length == start.Length || !char.IsLetter(plain[start.Length])));

    /// <summary>Says "vet ej" and nothing else, be it with a hedge behind. Given in small letters without marks at its ends.</summary>
    public bool SaysUnknowing(string plain) =>
        lists.Unknowns.Contains(plain)
        || Array.Find(Hedges, hedge => plain.EndsWith(hedge, StringComparison.Ordinal)) is { } hedged && lists.Unknowns.Contains(plain[..^hedged.Length].TrimEnd(','));

    /// <summary>Is a list rather than a text (rule only_list, one message).</summary>
    public bool IsList(string message)
    {
        if (message.Contains('\n', StringComparison.Ordinal)
            && message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: >= 3 } lines)
        {
            return lines.Count(line => IsBullet(line) || TextParts.CountWords(line) <= MostItemWords) >= 0.6 * lines.Length;
        }

        if (!HasParts(message) || TextParts.SentencePieces(message, most: 2).Count != 1 || HasFirstPerson(message))
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

            parts[^1] += TextParts.CountWords(chunk);
            if (chunk.EndsWith(','))
            {
                parts.Add(0);
            }
        }

        var filled = parts.Where(words => words > 0).ToList();
        return filled.Count >= 4 && filled.Average() <= 3;
    }

    /// <summary>A whole sentence that stands as a line of its own in a list of several lines.</summary>
    public bool IsProse(string line)
    {
        line = line.Trim();
        var words = line.Length == 0 || IsBullet(line) ? 0 : TextParts.CountWords(line);
        return words >= 3 && line.AsSpan().TrimEnd("”\"’) ")[^1] is '.' or '!' or '?' or '…' || words > MostItemWords && HasFirstPerson(line);
    }

    /// <summary>Commas or joining words enough for four parts: a cheap look that spares most messages the reading.</summary>
    private bool HasParts(string message)
    {
        var borders = message.AsSpan().Count(',');
        foreach (var joiner in joiners)
        {
            for (var at = message.IndexOf(joiner, StringComparison.OrdinalIgnoreCase); at >= 0 && borders < 3; at = message.IndexOf(joiner, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                borders++;
            }
        }

        return borders >= 3;
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
    private static bool HasName(string text, List<Piece> words, int from, int to)
    {
        for (var index = from + 1; index < to; index++)
        {
            var word = words[index].Of(text);
            if (word.Length >= 3 && char.IsUpper(word[0]) && HasLower(word[1..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasQuotation(ReadOnlySpan<char> text)
    {
        var open = text.IndexOfAny('”', '“', '"');
        var close = open < 0 ? -1 : text[(open + 1)..].IndexOfAny('”', '“', '"');
        return close > 0 && TextParts.CountWords(text.Slice(open + 1, close).ToString()) >= 2;
    }

    private static SearchValues<string> AnyCase(IEnumerable<string> words) => SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Entry, long Marks)> Told(string[] list, Telling telling) => list.Select(entry => (entry, (long)telling));

    private static Lexicon Load(string resource)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        return new Lexicon(JsonSerializer.Deserialize<Lists>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{resource} is empty."));
    }

    private Telling Tell(string text)
    {
        var words = TextParts.WordPieces(text);
        return Tell(LowerCase.Of(text), words, 0, words.Count, out _);
    }

    /// <summary>What the words and phrases tell; "i stället för att" gives no reason although "för att" does.</summary>
    private Telling Tell(string lower, List<Piece> words, int from, int to, out Telling first)
    {
        var telling = Telling.None;
        first = Telling.None;
        var reasonFrom = from;
        for (var index = from; index < to; index++)
        {
            var told = (Telling)book.At(lower, words, index, out var phrases);
            first = index == from ? told : first;
            if (((Telling)phrases.Marks & Telling.NoReason) != 0)
            {
                reasonFrom = index + phrases.SecondLength;
            }

            told |= (Telling)phrases.Marks;
            telling |= index >= reasonFrom ? told : told & ~Telling.Reason;
        }

        return telling;
    }

    private int CountAbstract(string lower, List<Piece> words, int from, int to)
    {
        var count = 0;
        for (var index = from; index < to; index++)
        {
            count += IsAbstract(words[index].Of(lower)) ? 1 : 0;
        }

        return count;
    }

    private bool IsAbstract(ReadOnlySpan<char> lower)
    {
        if (lower.Length < shortest)
        {
            return false;
        }

        if (lower.Length >= CompoundStem && lower.ContainsAny(longStems))
        {
            return true;
        }

        foreach (var stem in shortStems)
        {
            if (lower.StartsWith(stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>", för det …": a reason clause, told from the preposition by the comma and the word after.</summary>
    private bool HasForClause(ReadOnlySpan<char> lower)
    {
        for (var at = lower.IndexOf(ForClause); at >= 0; at = lower.IndexOf(ForClause))
        {
            lower = lower[(at + ForClause.Length)..];
            var end = lower.IndexOfAny(" ,.\n");
            if (forStarts.Contains(end < 0 ? lower : lower[..end]))
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

        public required string[] Unknowns { get; init; }

        public required string[] Dismissals { get; init; }
    }
}
