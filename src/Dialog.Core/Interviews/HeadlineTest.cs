using System.Collections.Immutable;
using Dialog.Core.Drafts;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Which of the person's own sentences is shown as if it stood alone on the news bill (domain.md §2.6).</summary>
internal static class HeadlineTest
{
    private static readonly ImmutableList<string> Strong =
        ["idiot", "korkad", "jävla", "skit", "pucko", "puckad", "hjärndöd", "sinnessjuk", "lögnare", "patetisk", "rasande", "förbannad", "hatar", "skäms", "gråter", "dumt", "värdelös", "skandal", "katastrof",
         "stupid", "moron", "bloody", "damn", "crap", "liar", "pathetic", "furious", "hate", "ashamed", "disaster"];

    private static readonly ImmutableHashSet<string> Absolute =
        ["alltid", "aldrig", "alla", "ingen", "inga", "värst", "bäst", "största", "katastrof", "skandal", "hemlig", "lögn", "always", "never", "everyone", "nobody", "worst", "best", "biggest", "disaster", "scandal", "secret", "lie"];

    private static readonly ImmutableHashSet<string> SelfCriticism =
        ["misstag", "dumt", "fel", "ångrar", "skäms", "rädd", "misslyckats", "mistake", "wrong", "regret", "ashamed", "afraid", "failed"];

    private static readonly ImmutableHashSet<string> Money = ["kronor", "miljoner", "pengar", "kr", "pounds", "millions", "money"];

    /// <summary>From this risk on a sentence is tested; below it the plainest strong sentence is.</summary>
    private const int Risky = 4;

    /// <summary>The next sentence to test, or null when no own sentence stands in any draft or all were shown.</summary>
    public static string? Pick(IReadOnlyList<Draft> drafts, ImmutableList<string> shown, string language)
    {
        var lexicon = Lexicon.For(language);
        var candidates = drafts
            .OrderBy(draft => draft.Outlet == "ad" ? 0 : 1)
            .SelectMany(draft => draft.Sentences)
            .Where(sentence => sentence.Origin == Origin.Own && sentence.Answer is { Slot: not Slot.Question })
            .Select(sentence => sentence.Text)
            .Distinct()
            .Where(sentence => !shown.Contains(sentence))
            .ToList();

        return candidates.Where(sentence => Risk(sentence, lexicon) >= Risky).MaxBy(sentence => Risk(sentence, lexicon)) ?? candidates.FirstOrDefault();
    }

    private static int Risk(string sentence, Lexicon lexicon)
    {
        var words = TextParts.Words(sentence).Select(word => word.ToLowerInvariant()).ToList();
        return (words.Exists(word => Strong.Exists(stem => word.StartsWith(stem, StringComparison.Ordinal))) ? 3 : 0)
            + (words.Exists(Absolute.Contains) ? 2 : 0)
            + (words.Exists(SelfCriticism.Contains) ? 2 : 0)
            + (sentence.Any(char.IsDigit) ? 1 : 0)
            + (words.Exists(Money.Contains) ? 1 : 0)
            + (lexicon.HasFirstPerson(sentence) ? 1 : 0);
    }
}
