using System.Collections.Immutable;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>How the parts of a draft are laid out.</summary>
public enum Layout
{
    /// <summary>The printed ad.</summary>
    Ad,

    /// <summary>One run, question, link and hashtags (X, Bluesky).</summary>
    Short,

    /// <summary>Runs, question, link and hashtags without headline (Threads).</summary>
    Plain,

    /// <summary>Headline, runs, question, link and hashtags.</summary>
    Headed,

    /// <summary>The full text under its questions.</summary>
    Web,
}

/// <summary>A place where a finished text is published, with its rules. Numbers of November 2026.</summary>
/// <param name="Code">The code in the API: <c>ad</c>, <c>x</c>, …</param>
/// <param name="DisplayName">Name as people know it.</param>
/// <param name="Counting">How length is counted.</param>
/// <param name="Limit">What a draft must not exceed, by <paramref name="Counting"/>; null when nothing limits it. Never above the network's own hard limit.</param>
/// <param name="Layout">Which parts stand where.</param>
/// <param name="Runs">Passages from what, why and who, at most.</param>
/// <param name="MostSentences">Sentences in one passage, at most.</param>
/// <param name="Hashtags">Hashtags, at most.</param>
/// <param name="Objection">May carry the objection together with its answer.</param>
/// <param name="Link">Carries the link.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record Outlet(
    string Code, string DisplayName, Counting Counting, int? Limit, Layout Layout, int Runs, int MostSentences, int Hashtags, bool Objection, bool Link, string Source)
{
    /// <summary>The outlet's name in a language.</summary>
    public string Name(string language) => (Code, language) switch
    {
        ("ad", "en") => "The ad",
        ("ad", _) => "Annonsen",
        ("web", "en") => "Web page",
        ("web", _) => "Webbsidan",
        _ => DisplayName,
    };

    /// <summary>What is counted, in a language.</summary>
    public string UnitName(string language) => (Counting, language) switch
    {
        (Counting.Words, "en") => "words",
        (Counting.Words, _) => "ord",
        (_, "en") => "characters",
        _ => "tecken",
    };

    /// <summary>What is counted, as the API says it.</summary>
    public string Unit => Counting switch
    {
        Counting.Words => "words",
        Counting.Weighted => "weightedCharacters",
        Counting.Graphemes or Counting.Mastodon => "graphemes",
        _ => "characters",
    };
}

/// <summary>The outlets that come with the program (domain.md §3.5).</summary>
public static class Outlets
{
    /// <summary>All outlets, the ad first.</summary>
    public static ImmutableList<Outlet> All { get; } =
    [
        new("ad", "Annonsen", Counting.Words, null, Layout.Ad, 2, 6, 0, Objection: false, Link: false, "ad sizes: domain.md §3.4"),
        new("x", "X", Counting.Weighted, 280, Layout.Short, 1, 6, 1, Objection: false, Link: true, "developer.x.com, Counting characters"),
        new("bluesky", "Bluesky", Counting.Graphemes, 300, Layout.Short, 1, 6, 1, Objection: false, Link: true, "@atcute/bluesky lib/limits.ts"),
        new("mastodon", "Mastodon", Counting.Mastodon, 500, Layout.Headed, 2, 6, 2, Objection: false, Link: true, "StatusLengthValidator; default of configuration.statuses.max_characters"),
        new("threads", "Threads", Counting.Threads, 500, Layout.Plain, 2, 6, 1, Objection: false, Link: true, "developers.facebook.com, Threads Posts"),
        new("facebook", "Facebook", Counting.Characters, 1000, Layout.Headed, 3, 8, 1, Objection: true, Link: true, "target below the hard limit of 63,206 (postiz facebook.provider.ts)"),
        new("linkedin", "LinkedIn", Counting.Characters, 1300, Layout.Headed, 3, 8, 2, Objection: true, Link: true, "target below the hard limit of 3,000 (learn.microsoft.com, Posts API)"),
        new("instagram", "Instagram", Counting.Characters, 1000, Layout.Headed, 3, 8, 3, Objection: true, Link: false, "target below the hard limit of 2,200 (Ayrshare docs, Instagram); links are not clickable"),
        new("web", "Webbsidan", Counting.Graphemes, null, Layout.Web, 3, 40, 0, Objection: true, Link: false, "no limit"),
    ];

    /// <summary>The outlet with a code.</summary>
    /// <exception cref="KeyNotFoundException">No such outlet.</exception>
    public static Outlet Find(string code) => All.Find(outlet => outlet.Code == code) ?? throw new KeyNotFoundException($"{code} is not an outlet.");
}

/// <summary>Budgets of a printed ad (domain.md §3.4: tabloid type area 248 × 372 mm, 9.5/12 pt; estimates, each newspaper has its own).</summary>
/// <param name="Words">The whole ad.</param>
/// <param name="Headline">Graphemes.</param>
/// <param name="Items">Lines of the enumeration.</param>
/// <param name="Enumeration">Graphemes of all lines together.</param>
/// <param name="Reflection">Graphemes, blank lines counted.</param>
/// <param name="Runs">Passages from what, why and who, at most.</param>
/// <param name="MostSentences">Sentences in one passage, at most.</param>
/// <param name="Question">Graphemes.</param>
/// <param name="PullQuote">Graphemes; null when the size has none.</param>
/// <param name="Objection">Room for the objection and its answer.</param>
/// <param name="WholeAnswers">A blank line in an answer does not end a passage.</param>
internal sealed record AdBudget(int Words, int Headline, int Items, int Enumeration, int Reflection, int Runs, int MostSentences, int Question, int? PullQuote, bool Objection, bool WholeAnswers)
{
    public static AdBudget Of(AdSize size) => size switch
    {
        AdSize.Eighth => new(65, 48, 3, 120, 180, 1, 6, 65, null, Objection: false, WholeAnswers: false),
        AdSize.Quarter => new(150, 50, 5, 300, 450, 2, 6, 110, null, Objection: false, WholeAnswers: false),
        AdSize.Half => new(320, 60, 8, 700, 900, 3, 8, 110, 110, Objection: true, WholeAnswers: false),
        _ => new(650, 70, 14, 1800, 1800, 3, 40, 110, 140, Objection: true, WholeAnswers: true),
    };
}
