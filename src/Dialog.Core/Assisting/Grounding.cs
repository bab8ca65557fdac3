using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Reading;

namespace Dialog.Core.Assisting;

/// <summary>
/// Holds a suggestion against what the person said. Every claim, name, number and quotation has to be there: all words of a sentence, but for those that claim
/// nothing, within three sentences in a row of one answer, numbers beside what they count, names in their order, and no negation, condition or reservation
/// that stands among them left out. Rather drops a good suggestion than lets a wrong one through. Meaning itself it does not read: an editor still does.
/// </summary>
public sealed class Grounding
{
    /// <summary>Sentences in a row that a claim may be drawn together from.</summary>
    private const int MostSentences = 3;

    /// <summary>How near a number stands to what it counts, and a negation to what it denies: words between them and one more.</summary>
    private const int Near = 2;

    /// <summary>The same before a number where the answer has only one: a year may end a sentence.</summary>
    private const int NearBefore = 4;

    /// <summary>Words before and behind the ones taken over that may turn them round; a comma ends the look.</summary>
    private const int Reach = 5;

    private readonly GroundingWords words;
    private readonly string language;
    private readonly ImmutableList<ImmutableList<List<ClaimWord>>> answers;
    private readonly ImmutableList<string> plain;

    /// <param name="answers">The person's own answers, as they stand now.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    public Grounding(IEnumerable<string> answers, string language)
    {
        this.language = language;
        words = GroundingWords.For(language);
        var all = answers.Select(Clean.Text).ToImmutableList();
        this.answers = all.ConvertAll(answer => Sentences(answer).Select(sentence => ClaimWord.Read(sentence, words)).Where(sentence => sentence.Count > 0).ToImmutableList());
        plain = all.ConvertAll(Plain);
    }

    /// <summary>Null when the person's answers bear the whole text; else why they do not.</summary>
    /// <param name="text">The suggestion.</param>
    /// <param name="isQuestion">A question claims less: its words may come from anywhere in the answers and ask about them.</param>
    public Dropped? Check(string text, bool isQuestion = false)
    {
        if (Quotations(text).Any(quotation => !plain.Exists(answer => answer.Contains(quotation, StringComparison.Ordinal))))
        {
            return Dropped.Quotation;
        }

        var read = Detectors.Read(text, new CheckContext(language, respondent: null, roster: [], publishedContacts: []));
        var names = Names.Find(read).SelectMany(name => Enumerable.Range(name.First, name.Last - name.First + 1)).Select(word => LowerCase.Of(read.Words[word].In(text))).ToHashSet();
        foreach (var sentence in Sentences(text))
        {
            var claim = ClaimWord.Read(sentence, words).ConvertAll(word => word with { IsName = word.IsName || names.Contains(word.Lower) });
            if ((isQuestion ? Ask(claim) : Claim(claim)) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private Dropped? Ask(List<ClaimWord> claim) => Missing(claim.FindAll(word => Carries(word) && !words.Asking.Contains(word.Lower)));

    private Dropped? Claim(List<ClaimWord> claim)
    {
        var carrying = claim.FindAll(Carries);
        if (carrying.Count == 0)
        {
            return null;
        }

        var reason = default(Dropped?);
        for (var size = 1; size <= MostSentences; size++)
        {
            foreach (var answer in answers)
            {
                for (var first = 0; first + size <= answer.Count; first++)
                {
                    var source = answer.GetRange(first, size).SelectMany(sentence => sentence).ToList();
                    if (carrying.TrueForAll(word => source.Exists(said => Bears(word, said))))
                    {
                        var bent = Bent(claim, source);
                        if (bent is null)
                        {
                            return null;
                        }

                        reason ??= bent;
                    }
                }
            }
        }

        return reason ?? Missing(carrying) ?? Dropped.PutTogether;
    }

    /// <summary>Why the first word is missing that is in no answer.</summary>
    private Dropped? Missing(List<ClaimWord> carrying)
    {
        var everything = answers.SelectMany(answer => answer).SelectMany(sentence => sentence).ToList();
        var missing = carrying.FindIndex(word => !everything.Exists(said => Bears(word, said)));
        return missing < 0 ? null : carrying[missing] switch
        {
            { Value: not null } => Dropped.Number,
            { IsName: true } => Dropped.Name,
            _ => Dropped.Word,
        };
    }

    /// <summary>All words are there, but not in this way.</summary>
    private Dropped? Bent(List<ClaimWord> claim, List<ClaimWord> source)
    {
        var numbers = source.Where(said => said.Value is not null).Distinct().Count();
        for (var at = 0; at < claim.Count; at++)
        {
            var (word, of) = (claim[at], Following(claim, at));
            if (word.Value is not null && of is { } counted && !Stand(word, counted, source, Near, numbers > 1 ? Near : NearBefore))
            {
                return Dropped.Number;
            }

            if (words.Articles.Contains(word.Lower) && of is { } one && IsOneOfSeveral(one, source))
            {
                return Dropped.Number;
            }

            if (words.Negations.Contains(word.Lower) && (of ?? Preceding(claim, at)) is { } denied && !Stand(word, denied, source, Near, Near))
            {
                return Dropped.Turned;
            }
        }

        var places = claim.Where(word => word.IsName).Select(name => source.FindIndex(said => Bears(name, said))).ToList();
        return places.Distinct().Zip(places.Distinct().Skip(1)).Any(pair => pair.Second < pair.First) ? Dropped.PutTogether
            : IsTurned(claim, source) ? Dropped.Turned
            : null;
    }

    /// <summary>Something among or just around the words that were taken over turns, conditions or weakens them, and was left out.</summary>
    private bool IsTurned(List<ClaimWord> claim, List<ClaimWord> source)
    {
        var places = claim.Where(Carries).Select(word => source.FindIndex(said => Bears(word, said))).ToList();
        var (from, to) = (places.Min(), places.Max());
        for (var left = Reach; left > 0 && from > 0 && !source[from].AfterBreak; left--)
        {
            from--;
        }

        for (var left = Reach; left > 0 && to + 1 < source.Count && !source[to + 1].AfterBreak; left--)
        {
            to++;
        }

        return source.GetRange(from, to - from + 1).Exists(said => words.Turning.Contains(said.Lower) && !claim.Exists(word => Bears(word, said)));
    }

    /// <summary>The answer counts several of what the suggestion has one of.</summary>
    private bool IsOneOfSeveral(ClaimWord one, List<ClaimWord> source)
    {
        bool Before(Predicate<ClaimWord> what) => Enumerable.Range(0, source.Count).Any(at => what(source[at]) && Enumerable.Range(at + 1, Math.Min(Near + 1, source.Count - at - 1)).Any(next => Bears(one, source[next])));
        return Before(word => word.Value >= 2) && !Before(word => word.Value == 1 || words.Articles.Contains(word.Lower));
    }

    private bool Stand(ClaimWord word, ClaimWord beside, List<ClaimWord> source, int after, int before) =>
        Enumerable.Range(0, source.Count).Any(at => Bears(word, source[at])
            && Enumerable.Range(Math.Max(0, at - before), Math.Min(source.Count, at + after + 1) - Math.Max(0, at - before)).Any(near => near != at && Bears(beside, source[near])));

    private ClaimWord? Following(List<ClaimWord> claim, int at) => claim.FindIndex(at + 1, Carries) is >= 0 and var next && next - at <= Near ? claim[next] : null;

    private ClaimWord? Preceding(List<ClaimWord> claim, int at) => at > 0 && claim.FindLastIndex(at - 1, Carries) is >= 0 and var last ? claim[last] : null;

    private bool Carries(ClaimWord word) => word.Value is not null || word.IsName || !words.Function.Contains(word.Lower);

    private bool Bears(ClaimWord word, ClaimWord said) =>
        word.Value is { } value ? said.Value == value && said.Percent == word.Percent
        : said.Value is null && (word.IsName ? Possessor(word.Lower) == Possessor(said.Lower) || word.Lower == said.Lower : words.Same(word.Lower, said.Lower));

    /// <summary>Whose it is: Annas and Anna's are Anna.</summary>
    private static string Possessor(string name) => name.TrimEnd('s') is { Length: > 1 } bare ? bare.TrimEnd('\'') : name;

    private static IEnumerable<string> Sentences(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(TextParts.Sentences);

    private static IEnumerable<string> Quotations(string text)
    {
        for (var open = text.AsSpan().IndexOfAny("\"”“»«"); open >= 0 && open + 1 < text.Length;)
        {
            var close = text.AsSpan(open + 1).IndexOfAny("\"”“»«");
            if (close < 0)
            {
                yield break;
            }

            if (Plain(text.Substring(open + 1, close)).Trim() is { Length: > 0 } quotation)
            {
                yield return quotation;
            }

            var next = text.AsSpan(open + close + 2).IndexOfAny("\"”“»«");
            open = next < 0 ? -1 : open + close + 2 + next;
        }
    }

    /// <summary>Letters and digits in lower case, one space between words.</summary>
    private static string Plain(string text) => string.Join(' ', TextParts.Words(text)).ToLowerInvariant();
}
