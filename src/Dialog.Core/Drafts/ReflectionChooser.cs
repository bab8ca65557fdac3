using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>Chooses the reflection out of whole sentences (domain.md §3.3, Compose).</summary>
internal static class ReflectionChooser
{
    /// <summary>A second or third passage must be worth its space.</summary>
    private const int WorthItsSpace = 4;

    private const int BlankLine = 2;

    private static readonly ImmutableArray<Slot> Questions = [Slot.What, Slot.Why, Slot.Who];

    /// <summary>The best reflection not longer than the budget; empty when no passage fits.</summary>
    public static Reflection Choose(Source source, ReflectionWish wish, int budget)
    {
        var unlabelled = Pick(source, wish, budget, reserveLabels: false);
        var labelled = Label(unlabelled, source, wish);
        if (!labelled.Paragraphs.Any(paragraph => paragraph.Label.Length > 0) || Counter.Count(labelled.Text(wish.Form), wish.Rules.Counting) <= budget)
        {
            return labelled;
        }

        return Label(Pick(source, wish, budget, reserveLabels: true), source, wish);
    }

    private static Reflection Pick(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        var chosen = new List<Run>();
        var marks = wish.Form.Quoted ? ReflectionForm.QuotationMarks : 0;
        var left = budget - (wish.Form.Quoted ? Counter.Count(wish.Form.Attribution, wish.Rules.Counting) : 0);

        if (Primary(source, wish, left - marks, reserveLabels) is { } primary)
        {
            Take(primary);
        }

        while (chosen.Count > 0 && chosen.Count < wish.Runs && Next() is { } next)
        {
            Take(next);
        }

        var paragraphs = chosen.OrderBy(run => run.Slot).Select(run => ("", run)).ToImmutableArray();
        return new Reflection(wish.Objection && !paragraphs.IsEmpty ? paragraphs.AddRange(Objection(source, wish, left - marks, marks)) : paragraphs);

        void Take(Run run)
        {
            chosen.Add(run);
            left -= run.Length + Reserve(source, run.Slot, reserveLabels) + BlankLine + marks;
        }

        Run? Next()
        {
            Run? best = null;
            foreach (var slot in Questions)
            {
                if (!chosen.Exists(run => run.Slot == slot)
                    && Runs.Best(source[slot], wish.Rules, left - marks - Reserve(source, slot, reserveLabels)) is { Score: >= WorthItsSpace } run
                    && (best is null || run.Score > best.Score || run.Score == best.Score && run.Length < best.Length))
                {
                    best = run;
                }
            }

            return best;
        }
    }

    private static int Reserve(Source source, Slot slot, bool reserveLabels) => reserveLabels ? source.Label(slot).Length + 1 : 0;

    private static Run? Primary(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        var own = budget - Reserve(source, source.Primary, reserveLabels);
        if (wish.Proposal == 0 && Runs.Best(source[source.Primary], wish.Rules, own) is { } best)
        {
            return best;
        }

        var others = Questions
            .Where(slot => wish.Proposal == 0 || slot != source.Primary)
            .SelectMany(slot => wish.Proposal == 0
                ? Runs.Best(source[slot], wish.Rules, budget - Reserve(source, slot, reserveLabels), seekReason: true) is { } run ? [run] : []
                : Runs.Ranked(source[slot], wish.Rules, budget - Reserve(source, slot, reserveLabels), seekReason: true))
            .OrderByDescending(run => run.Score).ThenBy(run => run.Length).ThenBy(run => run.Slot);
        if (wish.Proposal == 0)
        {
            return others.FirstOrDefault();
        }

        var ranked = Runs.Ranked(source[source.Primary], wish.Rules, own).Concat(others).ToList();
        return ranked.Count == 0 ? null : ranked[wish.Proposal % ranked.Count];
    }

    /// <summary>Somebody else's voice never stands without the answer to it; the answer may stand alone when it leans on nothing.</summary>
    private static IEnumerable<(string Label, Run Run)> Objection(Source source, ReflectionWish wish, int left, int marks)
    {
        var (objectionLabel, answerLabel) = (source.Label(Slot.Challenge), source.Label(Slot.Synthesis));
        var forObjection = left - objectionLabel.Length - 1;
        if (Runs.Best(source[Slot.Challenge], wish.Rules, forObjection, paired: true) is { } challenge
            && Runs.Best(source[Slot.Synthesis], wish.Rules, forObjection - challenge.Length - BlankLine - marks - answerLabel.Length - 1, paired: true) is { } answer)
        {
            return [(objectionLabel, challenge), (answerLabel, answer)];
        }

        return Runs.Best(source[Slot.Synthesis], wish.Rules, left) is { Elliptic: false } alone ? [("", alone)] : [];
    }

    /// <summary>Where a passage reads well only after its question, all passages get their question, except a first one that the headline already asks.</summary>
    private static Reflection Label(Reflection reflection, Source source, ReflectionWish wish)
    {
        if (reflection.IsEmpty)
        {
            return reflection;
        }

        var spared = Asks(wish.Headline, source.Label(reflection.Paragraphs[0].Run.Slot));
        var needed = reflection.Paragraphs.Where((paragraph, index) => paragraph.Run.Elliptic && !(index == 0 && spared)).Any();
        return needed
            ? new Reflection([.. reflection.Paragraphs.Select((paragraph, index) => (index == 0 && spared ? "" : source.Label(paragraph.Run.Slot), paragraph.Run))])
            : reflection;
    }

    private static bool Asks(string? headline, string label) =>
        headline is not null && headline.EndsWith('?') && headline.StartsWith(label.TrimEnd('?') + " ", StringComparison.OrdinalIgnoreCase);
}
