using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>Consecutive sentences of one answer (stycke i följd).</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Sentences">The sentences, at least one.</param>
/// <param name="Score">The sum of their points.</param>
/// <param name="Length">Their length with the spaces between them, by the outlet's rule.</param>
internal sealed record Run(Slot Slot, ImmutableArray<Sentence> Sentences, int Score, int Length)
{
    /// <summary>Reads well only after its question.</summary>
    public bool Elliptic => Sentences[0].Elliptic;
}

/// <summary>What a run may be made of.</summary>
/// <param name="Most">Sentences, at most.</param>
/// <param name="WholeAnswers">A blank line in an answer does not end a run.</param>
/// <param name="Print">Emoji are left out.</param>
/// <param name="Counting">How length is counted.</param>
/// <param name="Labels">A run may lean on its question, which then stands before it.</param>
/// <param name="LongestSentence">Length of one sentence, at most.</param>
internal sealed record RunRules(int Most, bool WholeAnswers, bool Print, Counting Counting, bool Labels = true, int LongestSentence = int.MaxValue);

/// <summary>Finds runs of an answer (domain.md §3.3): the highest score; ties: shorter, then earlier.</summary>
internal static class Runs
{
    /// <summary>What a reason adds when the topic's own question was not answered.</summary>
    private const int ReasonBonus = 4;

    /// <summary>A passage of fewer words says nothing by itself.</summary>
    private const int FewestWords = 2;

    private const int MostWordsOfConcession = 4;

    /// <summary>How many points the first and the last words of a reply may cost: a short "No." is worth them, a dismissal is not.</summary>
    private const int MostForOpening = 6;

    /// <summary>The best run that is not longer than the budget; null when there is none.</summary>
    /// <param name="sentences">The answer.</param>
    /// <param name="rules">What a run may be made of.</param>
    /// <param name="budget">Length, by the rules' counting.</param>
    /// <param name="paired">An objection or its answer: their first sentence may lean on the question, and is not cut off what it opens.</param>
    /// <param name="seekReason">Runs that give a reason come first.</param>
    public static Run? Best(ImmutableArray<Sentence> sentences, RunRules rules, int budget, bool paired = false, bool seekReason = false)
    {
        var best = Found.None;
        for (var from = 0; from < sentences.Length; from++)
        {
            var found = BestFrom(sentences, from, rules, budget, paired, seekReason);
            best = found.Beats(best) ? found : best;
        }

        var whole = paired && best.Length >= 0 ? WithOpening(sentences, best, rules, budget) : best;
        whole = paired && whole.Length >= 0 && sentences[whole.From].Slot == Slot.Synthesis ? WithEnding(sentences, whole, rules, budget) : whole;
        return whole.Length < 0 ? null : whole.ToRun(sentences);
    }

    /// <summary>The next sentence turns or denies what is said here, and stands in the drafts.</summary>
    public static bool IsTakenBack(ImmutableArray<Sentence> sentences, int at) => at + 1 < sentences.Length && sentences[at + 1] is { TakesBack: true, Blocked: false };

    /// <summary>The run from the answer's first words on ("They're right, in winter. Ask me in May."), unless these do not fit or cost too much; then the run itself.</summary>
    private static Found WithOpening(ImmutableArray<Sentence> sentences, Found run, RunRules rules, int budget)
    {
        if (run.From == 0 || run.To >= rules.Most)
        {
            return run;
        }

        var (score, length) = (run.Score, run.Length);
        for (var at = run.From - 1; at >= 0; at--)
        {
            if (sentences[at].Blocked || sentences[at + 1].StartsParagraph && !rules.WholeAnswers || sentences[at].Length(rules.Print, rules.Counting) > rules.LongestSentence)
            {
                return run;
            }

            score += sentences[at].Score;
            length += sentences[at].Length(rules.Print, rules.Counting) + 1;
        }

        return length <= budget && score >= run.Score - MostForOpening && !GoesOn(sentences, 0, run.To) ? new Found(0, run.To, score, length) : run;
    }

    /// <summary>The run with the answer's last words, too ("Det gjorde han! Han är handledare nu."), unless these do not fit, cost too much or ask.</summary>
    private static Found WithEnding(ImmutableArray<Sentence> sentences, Found run, RunRules rules, int budget)
    {
        var (score, length, whole) = (run.Score, run.Length, run);
        for (var at = run.To + 1; at < sentences.Length && at - run.From < rules.Most; at++)
        {
            if (sentences[at].Blocked || sentences[at].StartsParagraph && !rules.WholeAnswers || sentences[at].Length(rules.Print, rules.Counting) > rules.LongestSentence)
            {
                break;
            }

            score += sentences[at].Score;
            length += sentences[at].Length(rules.Print, rules.Counting) + 1;
            var ends = !sentences[at].Asks && !GoesOn(sentences, run.From, at) && sentences[run.From..(at + 1)].Count(sentence => sentence.HalfQuoted) % 2 == 0;
            whole = ends && length <= budget && score >= run.Score - MostForOpening ? new Found(run.From, at, score, length) : whole;
        }

        return whole;
    }

    /// <summary>The best run from each sentence that may begin one, best first.</summary>
    public static IEnumerable<Run> Ranked(ImmutableArray<Sentence> sentences, RunRules rules, int budget, bool seekReason = false) =>
        Enumerable.Range(0, sentences.Length)
            .Select(from => BestFrom(sentences, from, rules, budget, paired: false, seekReason))
            .Where(found => found.Length >= 0)
            .OrderByDescending(found => found.Score).ThenBy(found => found.Length).ThenBy(found => found.From)
            .Select(found => found.ToRun(sentences));

    /// <summary>The best run that begins here; <see cref="Found.None"/> when none may.</summary>
    private static Found BestFrom(ImmutableArray<Sentence> sentences, int from, RunRules rules, int budget, bool paired, bool seekReason)
    {
        var first = sentences[from];
        if (first.Blocked || first.InQuotation || first.Bound && !(paired && from == 0) || first.Elliptic && !rules.Labels)
        {
            return Found.None;
        }

        var best = Found.None;
        var (score, length, words, reasoned, quoting) = (0, -1, 0, false, false);
        for (var to = from; to < sentences.Length && to - from < rules.Most; to++)
        {
            var sentence = sentences[to];
            if (sentence.Blocked || to > from && sentence.StartsParagraph && !rules.WholeAnswers)
            {
                break;
            }

            var added = sentence.Length(rules.Print, rules.Counting);
            score += sentence.Score;
            words += sentence.Words;
            reasoned |= sentence.Reasoned;
            quoting ^= sentence.HalfQuoted;
            length += added + 1;
            if (length > budget || added > rules.LongestSentence)
            {
                break;
            }

            var found = new Found(from, to, score + (seekReason && reasoned ? ReasonBonus : 0), length);

            // Somebody else's objection may be a question: the answer stands below it.
            best = (words >= FewestWords || paired) && (!sentence.Asks || paired && sentence.Slot == Slot.Challenge) && !quoting && !GoesOn(sentences, from, to) && found.Beats(best) ? found : best;
        }

        return best;
    }

    /// <summary>No text is cut behind this sentence: the next turns it ("It would be a tax if we made a profit. We don't."), is what it leads in or announces, or ends its quotation.</summary>
    public static bool IsOneWithNext(ImmutableArray<Sentence> sentences, int at) =>
        IsTakenBack(sentences, at) || sentences[at].LeadsIn || sentences[at].Announces > 0 || at + 1 < sentences.Length && sentences[at + 1].InQuotation;

    /// <summary>It is one with the next sentence, owes what was announced here, or is a word or a few ("Det kan hända.") that the next explains.</summary>
    private static bool GoesOn(ImmutableArray<Sentence> sentences, int from, int to) =>
        IsTakenBack(sentences, to) || sentences[to].LeadsIn || sentences[to].OwedSince >= from
        || from == to && (sentences[to].Replies || sentences[to] is { Bound: true, Words: <= MostWordsOfConcession }) && to + 1 < sentences.Length && !sentences[to + 1].Blocked;

    private readonly record struct Found(int From, int To, int Score, int Length)
    {
        public static readonly Found None = new(0, 0, int.MinValue, -1);

        public bool Beats(Found other) => Score > other.Score || Score == other.Score && Length < other.Length;

        public Run ToRun(ImmutableArray<Sentence> sentences) => new(sentences[From].Slot, sentences.Slice(From, To - From + 1), Score, Length);
    }
}
