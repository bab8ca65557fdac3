using System.Collections.Immutable;
using Dialog.Core.Drafts;

namespace Dialog.Core.Assisting;

/// <summary>What of a draft a language model is asked about, and where its words would go. Nothing of it is applied by itself.</summary>
public sealed class AssistTask
{
    /// <summary>A title that search engines and readers see whole, where the outlet has no budget of its own (domain.md §3.5).</summary>
    private const int LongestHeadline = 65;

    private const int LongestQuestion = 200;

    private static readonly ImmutableHashSet<string> Prose = ["reflection", "text"];

    private readonly Draft draft;
    private readonly Outlet outlet;
    private readonly int at;

    private AssistTask(AssistKind kind, string asked, string before, Draft draft, Outlet outlet, int at)
    {
        (Kind, Asked, Before) = (kind, asked, before);
        (this.draft, this.outlet, this.at) = (draft, outlet, at);
    }

    /// <summary>What is asked for.</summary>
    public AssistKind Kind { get; }

    /// <summary>The text that is sent, but for the personal data in it.</summary>
    public string Asked { get; }

    /// <summary>What a suggestion would take the place of; empty for a question of a critic's.</summary>
    public string Before { get; }

    /// <summary>What can be asked about a draft, in order.</summary>
    public static IEnumerable<AssistTask> Of(Draft draft, Outlet outlet) => Enum.GetValues<AssistKind>().Select(kind => Of(draft, outlet, kind)).OfType<AssistTask>();

    /// <summary>Null where it makes no sense: no text of the person's, no limit, no headline, or a quotation, which nobody rewrites.</summary>
    public static AssistTask? Of(Draft draft, Outlet outlet, AssistKind kind)
    {
        var bodies = draft.Parts.FindAll(part => Prose.Contains(part.Kind)).ConvertAll(part => Bare(part, draft)).FindAll(text => text.Length > 0);
        if (bodies.IsEmpty || !draft.HasOwnWords)
        {
            return null;
        }

        var (whole, longest) = (string.Join("\n\n", bodies), bodies.MaxBy(text => text.Length)!);
        return kind switch
        {
            AssistKind.Critic => new AssistTask(kind, whole, "", draft, outlet, 0),
            AssistKind.Headline when draft.Parts.Find(part => part.Kind == "headline") is { } headline => Make(whole, headline.Text),
            AssistKind.Shorten when draft.Limit is null => null,
            AssistKind.Shorten or AssistKind.Plain when longest[0] is not ('”' or '“' or '"' or '»') => Make(longest, longest),
            _ => null,
        };

        AssistTask? Make(string asked, string before) => draft.Text.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at
            ? new AssistTask(kind, asked, before, draft, outlet, at)
            : null;
    }

    /// <summary>How many suggestions are wanted.</summary>
    public int Wanted => Kind is AssistKind.Headline or AssistKind.Critic ? 3 : 1;

    /// <summary>How many characters a suggestion may have at the most, about: what the model is told.</summary>
    public int Room => Kind switch
    {
        AssistKind.Headline => Budget,
        AssistKind.Critic => LongestQuestion,
        AssistKind.Shorten when draft.Unit != "words" && draft.Limit is { } limit => Math.Max(20, Math.Min(Before.Length * 3 / 4, limit - (draft.Text.Length - Before.Length))),
        AssistKind.Shorten => Math.Max(20, Before.Length * 3 / 4),
        _ => Before.Length * 3 / 2,
    };

    private int Budget => draft.Parts.Find(part => part.Kind == "headline")?.Limit ?? LongestHeadline;

    /// <summary>The whole draft with a suggestion in its place; a critic's question changes none.</summary>
    public string Put(string suggestion) => Kind == AssistKind.Critic ? draft.Text : string.Concat(draft.Text.AsSpan(0, at), suggestion, draft.Text.AsSpan(at + Before.Length));

    /// <summary>A suggestion fits where it would go.</summary>
    public bool Fits(string suggestion) => Kind switch
    {
        AssistKind.Headline => Counter.Count(suggestion, Counting.Graphemes) <= Budget,
        AssistKind.Critic => suggestion.Length <= LongestQuestion,
        _ => (Kind != AssistKind.Shorten || suggestion.Length < Before.Length) && (draft.Limit is not { } limit || Counter.Count(Put(suggestion), outlet.Counting) <= limit),
    };

    /// <summary>A part without the question that stands over it.</summary>
    private static string Bare(DraftPart part, Draft draft)
    {
        var end = part.Text.IndexOf('\n', StringComparison.Ordinal);
        var label = end > 0 && draft.Sentences.Exists(sentence => sentence.Origin == Origin.Template && sentence.Text == part.Text[..end]);
        return label ? part.Text[(end + 1)..].Trim() : part.Text.Trim();
    }
}
