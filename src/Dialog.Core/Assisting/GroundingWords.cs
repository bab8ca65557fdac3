using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Dialog.Core.Assisting;

/// <summary>What is known of a language's words when a suggestion is held against what the person said. The lists are data files.</summary>
internal sealed class GroundingWords
{
    /// <summary>Words this short are the same with a few endings only: the longer list would join bar and barn.</summary>
    private const int ShortStem = 3;

    private const decimal Countable = 1_000_000_000_000;

    private static readonly Lazy<GroundingWords> Swedish = new(() => Load("grounding-sv.json", isEnglish: false));
    private static readonly Lazy<GroundingWords> English = new(() => Load("grounding-en.json", isEnglish: true));

    private readonly Lists lists;
    private readonly FrozenSet<string> endings;
    private readonly FrozenSet<string> shortEndings;
    private readonly FrozenDictionary<string, ImmutableArray<int>> groups;

    private GroundingWords(Lists lists, bool isEnglish)
    {
        this.lists = lists;
        IsEnglish = isEnglish;
        Function = lists.Function.ToFrozenSet();
        Turning = lists.Turning.ToFrozenSet();
        Negations = lists.Negations.ToFrozenSet();
        Asking = lists.Asking.ToFrozenSet();
        Articles = lists.Articles.ToFrozenSet();
        Percent = lists.Percent.ToFrozenSet();
        Joins = lists.Joins.ToFrozenSet();
        endings = lists.Endings.Append("").ToFrozenSet();
        shortEndings = lists.ShortEndings.Append("").ToFrozenSet();
        groups = lists.Groups.SelectMany((words, group) => words.Select(word => (word, group))).GroupBy(pair => pair.word, pair => pair.group).ToFrozenDictionary(word => word.Key, word => word.ToImmutableArray());
    }

    public bool IsEnglish { get; }

    /// <summary>Words that claim nothing.</summary>
    public FrozenSet<string> Function { get; }

    /// <summary>Words that turn a claim round, condition or weaken it when they are left out: inte, om, kanske, ska, nästan.</summary>
    public FrozenSet<string> Turning { get; }

    /// <summary>Those of them that say no.</summary>
    public FrozenSet<string> Negations { get; }

    /// <summary>Words that a question may have beyond the person's own.</summary>
    public FrozenSet<string> Asking { get; }

    /// <summary>en, ett; a, an, one.</summary>
    public FrozenSet<string> Articles { get; }

    public FrozenSet<string> Percent { get; }

    /// <summary>What may stand within a number: two hundred and fifty.</summary>
    public FrozenSet<string> Joins { get; }

    public static GroundingWords For(string language) => (language == "en" ? English : Swedish).Value;

    /// <summary>The name of a month, 1 to 12.</summary>
    public string? Month(int number) => number is >= 1 and <= 12 ? lists.Months[number - 1] : null;

    /// <summary>hundra, tusen, miljoner; null for anything else.</summary>
    public decimal? Multiplier(string lower) => lists.Multipliers.TryGetValue(lower, out var value) ? value : null;

    /// <summary>A number that is written out: sju, tjugofem, tvåhundratusen; twenty-five. Null when it is none.</summary>
    public decimal? WrittenOut(string lower)
    {
        if (lists.Numbers.TryGetValue(lower, out var value))
        {
            return value;
        }

        if (IsEnglish)
        {
            var parts = lower.Split('-');
            return parts.Length == 2 && lists.Numbers.TryGetValue(parts[0], out var tens) && lists.Numbers.TryGetValue(parts[1], out var ones) && tens >= 20 && ones is > 0 and < 10 ? tens + ones : null;
        }

        var (total, current) = (0m, 0m);
        var rest = lower.AsSpan();
        while (rest.Length > 0)
        {
            var (best, worth, multiplies) = (0, 0m, false);
            foreach (var (word, number) in lists.Numbers)
            {
                (best, worth, multiplies) = word.Length > best && rest.StartsWith(word) ? (word.Length, number, false) : (best, worth, multiplies);
            }

            foreach (var word in (ReadOnlySpan<string>)["hundra", "tusen"])
            {
                (best, worth, multiplies) = word.Length > best && rest.StartsWith(word) ? (word.Length, lists.Multipliers[word], true) : (best, worth, multiplies);
            }

            if (best == 0)
            {
                return null;
            }

            current = multiplies ? Times(Math.Max(1, current), worth) : Plus(current, worth);
            (total, current) = multiplies && worth == 1000 ? (Plus(total, current), 0) : (total, current);
            rest = rest[best..];
        }

        return Plus(total, current);
    }

    /// <summary>Above what anybody counts all numbers are the same.</summary>
    public static decimal Times(decimal number, decimal times) => number > Countable || times > Countable ? decimal.MaxValue : number * times;

    public static decimal Plus(decimal number, decimal more) => number > Countable || more > Countable ? decimal.MaxValue : number + more;

    /// <summary>A word stands for another: the same, an inflection of it, one of its group, or its plain form.</summary>
    /// <param name="word">The word of the suggestion, in lower case.</param>
    /// <param name="said">The word of the answer, in lower case.</param>
    public bool Same(string word, string said) =>
        word == said
        || IsInflection(word, said)
        || groups.TryGetValue(word, out var of) && groups.TryGetValue(said, out var with) && of.Any(with.Contains)
        || lists.Plain.TryGetValue(word, out var official) && official.Contains(said);

    private bool IsInflection(string word, string said)
    {
        var common = word.AsSpan().CommonPrefixLength(said);
        var allowed = common > ShortStem ? endings : shortEndings;
        return common >= ShortStem && allowed.Contains(word[common..]) && allowed.Contains(said[common..]);
    }

    private static GroundingWords Load(string resource, bool isEnglish)
    {
        using var stream = typeof(GroundingWords).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        return new GroundingWords(JsonSerializer.Deserialize<Lists>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{resource} is empty."), isEnglish);
    }

    private sealed record Lists
    {
        public required string[] Function { get; init; }

        public required string[] Turning { get; init; }

        public required string[] Negations { get; init; }

        public required string[][] Groups { get; init; }

        /// <summary>A plain word, and the official ones it may stand for (klarspråk).</summary>
        public required Dictionary<string, string[]> Plain { get; init; }

        public required string[] Asking { get; init; }

        public required string[] Months { get; init; }

        public required string[] Percent { get; init; }

        public required string[] Articles { get; init; }

        public required Dictionary<string, decimal> Numbers { get; init; }

        public required Dictionary<string, decimal> Multipliers { get; init; }

        public required string[] Joins { get; init; }

        public required string[] Endings { get; init; }

        public required string[] ShortEndings { get; init; }
    }
}
