using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>How the parts of a draft are laid out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Layout>))]
public enum Layout
{
    /// <summary>The printed ad.</summary>
    [JsonStringEnumMemberName("ad")] Ad,

    /// <summary>One run, question, link and hashtags (X, Bluesky).</summary>
    [JsonStringEnumMemberName("short")] Short,

    /// <summary>Runs, question, link and hashtags without headline (Threads).</summary>
    [JsonStringEnumMemberName("plain")] Plain,

    /// <summary>Headline, runs, question, link and hashtags.</summary>
    [JsonStringEnumMemberName("headed")] Headed,

    /// <summary>One quotation with its speaker, for a press release.</summary>
    [JsonStringEnumMemberName("press")] Press,

    /// <summary>The full text under its questions.</summary>
    [JsonStringEnumMemberName("web")] Web,
}

/// <summary>A number of an outlet and where it comes from.</summary>
/// <param name="Value">The number.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Date">When it was read, year and month; null for an organisation's own setting.</param>
public sealed record Figure(int Value, string Source, string? Date = null);

/// <summary>A place where a finished text is published, with its rules. The built-in ones are data: <c>outlets.json</c>.</summary>
public sealed record Outlet
{
    /// <summary>The code in the API: <c>ad</c>, <c>x</c>, …</summary>
    public required string Code { get; init; }

    /// <summary>Names by language; <c>sv</c> stands in for a missing one.</summary>
    public required ImmutableDictionary<string, string> Names { get; init; }

    /// <summary>How length is counted.</summary>
    public required Counting Counting { get; init; }

    /// <summary>Which parts stand where.</summary>
    public required Layout Layout { get; init; }

    /// <summary>What the network refuses above, by <see cref="Counting"/>; null when it has no limit.</summary>
    public Figure? HardLimit { get; init; }

    /// <summary>What a draft of ours keeps within; never above <see cref="HardLimit"/>.</summary>
    public Figure? Target { get; init; }

    /// <summary>A second limit, in bytes of UTF-8.</summary>
    public Figure? MostBytes { get; init; }

    /// <summary>Links in one post, at most.</summary>
    public Figure? MostLinks { get; init; }

    /// <summary>How many of the assignment's hashtags a draft carries.</summary>
    public int Hashtags { get; init; }

    /// <summary>What the network, or our advice, allows at most.</summary>
    public Figure? MostHashtags { get; init; }

    /// <summary>Graphemes of one hashtag, at most; a longer one is left out.</summary>
    public Figure? LongestHashtag { get; init; }

    /// <summary>Characters of a picture's alternative text, at most.</summary>
    public Figure? MostAltText { get; init; }

    /// <summary>Passages from what, why and who, at most.</summary>
    public required int Runs { get; init; }

    /// <summary>Sentences in one passage, at most.</summary>
    public required int MostSentences { get; init; }

    /// <summary>May carry the objection together with its answer.</summary>
    public bool Objection { get; init; }

    /// <summary>Carries the link.</summary>
    public bool Link { get; init; }

    /// <summary>Publishes nothing without a picture.</summary>
    public bool Picture { get; init; }

    /// <summary>Readers expect threads of posts here.</summary>
    public bool Thread { get; init; }

    /// <summary>An ad format of its own; null takes the assignment's booked size.</summary>
    public AdBudget? Size { get; init; }

    /// <summary>What else is to know.</summary>
    public string? Notes { get; init; }

    /// <summary>Not offered for new questions; drafts that are there stay.</summary>
    public bool Retired { get; init; }

    /// <summary>What a draft must not exceed, by <see cref="Counting"/>; null when nothing limits it.</summary>
    [JsonIgnore]
    public int? Limit => Target?.Value ?? HardLimit?.Value;

    /// <summary>What is counted, as the API says it.</summary>
    [JsonIgnore]
    public string Unit => Counting switch
    {
        Counting.Words => "words",
        Counting.Weighted => "weightedCharacters",
        Counting.Graphemes or Counting.Mastodon => "graphemes",
        _ => "characters",
    };

    /// <summary>The outlet's name in a language.</summary>
    public string Name(string language) => Names.GetValueOrDefault(language) ?? Names.GetValueOrDefault("sv") ?? Code;

    /// <summary>What is counted, in a language.</summary>
    public string UnitName(string language) => (Counting, language) switch
    {
        (Counting.Words, "en") => "words",
        (Counting.Words, _) => "ord",
        (_, "en") => "characters",
        _ => "tecken",
    };
}

/// <summary>Budgets of a printed ad. Estimates; each newspaper has its own.</summary>
public sealed record AdBudget
{
    /// <summary>Which of the sizes that are booked; null for an outlet's own format.</summary>
    public AdSize? Size { get; init; }

    /// <summary>What the organisation calls it, by language; empty takes the program's word.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Not offered for new questions; ads that are booked stay.</summary>
    public bool Retired { get; init; }

    public int WidthMm { get; init; }

    public int HeightMm { get; init; }

    /// <summary>Words of the whole ad.</summary>
    public required int Words { get; init; }

    /// <summary>Graphemes of the headline.</summary>
    public required int Headline { get; init; }

    /// <summary>Lines of the enumeration.</summary>
    public required int Items { get; init; }

    /// <summary>Graphemes of the whole enumeration.</summary>
    public required int Enumeration { get; init; }

    /// <summary>Graphemes of the reflection, blank lines counted.</summary>
    public required int Reflection { get; init; }

    /// <summary>Passages from what, why and who, at most.</summary>
    public required int Runs { get; init; }

    /// <summary>Sentences in one passage, at most.</summary>
    public required int MostSentences { get; init; }

    /// <summary>Graphemes of the closing question.</summary>
    public required int Question { get; init; }

    /// <summary>Graphemes of the pull quote; null when the size has none.</summary>
    public int? PullQuote { get; init; }

    /// <summary>Room for the objection and its answer.</summary>
    public bool Objection { get; init; }

    /// <summary>A blank line in an answer does not end a passage.</summary>
    public bool WholeAnswers { get; init; }

    /// <summary>Columns of body text.</summary>
    public required int Columns { get; init; }

    /// <summary>Width of a column in millimetres.</summary>
    public required int ColumnMm { get; init; }

    /// <summary>Lines of body text (9.5/12 pt) over all columns: enumeration, reflection and closing question.</summary>
    public required int Lines { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>When they were read, year and month.</summary>
    public string? Date { get; init; }

    /// <summary>What the size is called: the organisation's word for it, or its part of a page.</summary>
    public string Name(string language) => Names.GetValueOrDefault(language) ?? Names.GetValueOrDefault("sv") ?? (Size, language) switch
    {
        (AdSize.Eighth, "en") => "Eighth",
        (AdSize.Eighth, _) => "Åttondel",
        (AdSize.Half, "en") => "Half",
        (AdSize.Half, _) => "Halv",
        (AdSize.Full, "en") => "Full",
        (AdSize.Full, _) => "Hel",
        (_, "en") => "Quarter",
        _ => "Kvart",
    };
}
