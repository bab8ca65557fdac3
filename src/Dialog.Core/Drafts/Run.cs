using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>Consecutive sentences of one answer (stycke i följd).</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Sentences">The sentences, at least one.</param>
/// <param name="Score">The sum of their points.</param>
/// <param name="Length">Their length with the spaces between them, by the outlet's rule.</param>
internal sealed record Run(Slot Slot, ImmutableList<Sentence> Sentences, int Score, int Length)
{
    /// <summary>Reads well only after its question.</summary>
    public bool Elliptic => Sentences[0].Elliptic;
}

/// <summary>What a run may be made of.</summary>
/// <param name="Most">Sentences, at most.</param>
/// <param name="WholeAnswers">A blank line in an answer does not end a run.</param>
/// <param name="Print">Emoji are left out.</param>
/// <param name="Counting">How length is counted.</param>
internal sealed record RunRules(int Most, bool WholeAnswers, bool Print, Counting Counting);

/// <summary>Finds the best run of an answer (domain.md §3.3): the highest score; ties: shorter, then earlier.</summary>
internal static class Runs
{
    /// <summary>What a reason adds when the topic's own question was not answered.</summary>
    private const int ReasonBonus = 4;

    /// <summary>The best run that is not longer than the budget; null when there is none.</summary>
    /// <param name="sentences">The answer.</param>
    /// <param name="rules">What a run may be made of.</param>
    /// <param name="budget">Length, by the rules' counting.</param>
    /// <param name="paired">An objection or its answer: their first sentence may lean on the question.</param>
    /// <param name="seekReason">Runs that give a reason come first.</param>
    public static Run? Best(ImmutableList<Sentence> sentences, RunRules rules, int budget, bool paired = false, bool seekReason = false)
    {
        (int From, int To, int Score, int Length)? best = null;
        var lengths = Lengths(sentences, rules);
        for (var from = 0; from < sentences.Count; from++)
        {
            if (sentences[from].Blocked || sentences[from].Bound && !(paired && from == 0))
            {
                continue;
            }

            var score = 0;
            var length = -1;
            var reasoned = false;
            for (var to = from; to < sentences.Count && to - from < rules.Most; to++)
            {
                var sentence = sentences[to];
                if (sentence.Blocked || to > from && sentence.StartsParagraph && !rules.WholeAnswers)
                {
                    break;
                }

                score += sentence.Score;
                reasoned |= sentence.Reasoned;
                length += lengths[to] + 1;
                if (length > budget)
                {
                    break;
                }

                var points = score + (seekReason && reasoned ? ReasonBonus : 0);
                if (!sentence.Asks && (best is not { } other || points > other.Score || points == other.Score && length < other.Length))
                {
                    best = (from, to, points, length);
                }
            }
        }

        return best is { } found ? new Run(sentences[found.From].Slot, sentences.GetRange(found.From, found.To - found.From + 1), found.Score, found.Length) : null;
    }

    private static int[] Lengths(ImmutableList<Sentence> sentences, RunRules rules)
    {
        var lengths = new int[sentences.Count];
        var at = 0;
        foreach (var sentence in sentences)
        {
            lengths[at++] = Counter.Count(sentence.Text(rules.Print), rules.Counting);
        }

        return lengths;
    }
}
