using System.Collections.Immutable;
using Dialog.Core.Questions;

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
        if (!HasLabels(labelled) || Counter.Count(labelled.Text, wish.Rules.Counting) <= budget)
        {
            return labelled;
        }

        return Label(Pick(source, wish, budget, reserveLabels: true), source, wish);
    }

    private static Reflection Pick(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        var marks = wish.Form.Quoted ? ReflectionForm.QuotationMarks : 0;
        var left = budget - (wish.Form.Quoted ? Counter.Count(wish.Form.Attribution, wish.Rules.Counting) : 0);
        var next = Primary(source, wish, left - marks, reserveLabels);
        if (next is null)
        {
            return Reflection.None;
        }

        var chosen = ImmutableArray.CreateBuilder<(string Label, Run Run)>(wish.Runs + 2);
        while (next is not null)
        {
            chosen.Add(("", next));
            left -= next.Length + Reserve(source, next.Slot, reserveLabels) + BlankLine + marks;
            next = chosen.Count < wish.Runs ? Next(source, wish, chosen, left - marks, reserveLabels) : null;
        }

        chosen.Sort((one, other) => one.Run.Slot.CompareTo(other.Run.Slot));
        if (wish.Objection)
        {
            AddObjection(chosen, source, wish, left - marks, marks);
        }

        return new Reflection(chosen.DrainToImmutable(), wish.Form);
    }

    /// <summary>The best passage of a slot that has none yet.</summary>
    private static Run? Next(Source source, ReflectionWish wish, ImmutableArray<(string Label, Run Run)>.Builder chosen, int budget, bool reserveLabels)
    {
        Run? best = null;
        foreach (var slot in Questions)
        {
            if (!IsChosen(chosen, slot)
                && Runs.Best(source[slot], wish.Rules, budget - Reserve(source, slot, reserveLabels)) is { Score: >= WorthItsSpace } run
                && (best is null || run.Score > best.Score || run.Score == best.Score && run.Length < best.Length))
            {
                best = run;
            }
        }

        return best;
    }

    private static bool IsChosen(ImmutableArray<(string Label, Run Run)>.Builder chosen, Slot slot)
    {
        for (var index = 0; index < chosen.Count; index++)
        {
            if (chosen[index].Run.Slot == slot)
            {
                return true;
            }
        }

        return false;
    }

    private static int Reserve(Source source, Slot slot, bool reserveLabels) => reserveLabels ? source.Label(slot).Length + 1 : 0;

    private static Run? Primary(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        if (wish.Proposal > 0)
        {
            return Proposal(source, wish, budget, reserveLabels);
        }

        if (Runs.Best(source[source.Primary], wish.Rules, budget - Reserve(source, source.Primary, reserveLabels)) is { } own)
        {
            return own;
        }

        Run? best = null;
        foreach (var slot in Questions)
        {
            if (Runs.Best(source[slot], wish.Rules, budget - Reserve(source, slot, reserveLabels), seekReason: true) is { } run
                && (best is null || run.Score > best.Score || run.Score == best.Score && run.Length < best.Length))
            {
                best = run;
            }
        }

        return best;
    }

    /// <summary>So many steps from the best: the topic's own answer first, then the others; behind the last the first again.</summary>
    private static Run? Proposal(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        var others = Questions
            .Where(slot => slot != source.Primary)
            .SelectMany(slot => Runs.Ranked(source[slot], wish.Rules, budget - Reserve(source, slot, reserveLabels), seekReason: true))
            .OrderByDescending(run => run.Score).ThenBy(run => run.Length).ThenBy(run => run.Slot);
        var ranked = Runs.Ranked(source[source.Primary], wish.Rules, budget - Reserve(source, source.Primary, reserveLabels)).Concat(others).ToList();
        return ranked.Count == 0 ? null : ranked[wish.Proposal % ranked.Count];
    }

    /// <summary>Somebody else's voice never stands without the answer to it; the answer may stand alone when it leans on nothing.</summary>
    private static void AddObjection(ImmutableArray<(string Label, Run Run)>.Builder chosen, Source source, ReflectionWish wish, int left, int marks)
    {
        // A reply to readers is made of the answer alone.
        if (IsChosen(chosen, Slot.Synthesis))
        {
            return;
        }

        var (objectionLabel, answerLabel) = (source.Label(Slot.Challenge), source.Label(Slot.Synthesis));
        var forObjection = left - objectionLabel.Length - 1;
        if (Runs.Best(source[Slot.Challenge], wish.Rules, forObjection, paired: true) is { } challenge
            && Runs.Best(source[Slot.Synthesis], wish.Rules, forObjection - challenge.Length - BlankLine - marks - answerLabel.Length - 1, paired: true) is { } answer)
        {
            chosen.Add((objectionLabel, challenge));
            chosen.Add((answerLabel, answer));
        }
        else if (Runs.Best(source[Slot.Synthesis], wish.Rules, left) is { Elliptic: false } alone && !alone.Sentences[0].Leans)
        {
            chosen.Add(("", alone));
        }
    }

    private static bool HasLabels(Reflection reflection)
    {
        foreach (var (label, _) in reflection.Paragraphs)
        {
            if (label.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a passage reads well only after its question, all passages get their question, except a first one that the headline already asks.</summary>
    private static Reflection Label(Reflection reflection, Source source, ReflectionWish wish)
    {
        var elliptic = false;
        foreach (var (_, run) in reflection.Paragraphs)
        {
            elliptic |= run.Elliptic;
        }

        if (!elliptic)
        {
            return reflection;
        }

        var spared = Asks(wish.Headline, source.Label(reflection.Paragraphs[0].Run.Slot));
        var needed = reflection.Paragraphs.Where((paragraph, index) => paragraph.Run.Elliptic && !(index == 0 && spared)).Any();
        return needed
            ? new Reflection([.. reflection.Paragraphs.Where((paragraph, index) => index == 0 || paragraph.Run.Slot != Slot.Synthesis || paragraph.Label.Length > 0).Select((paragraph, index) => (index == 0 && spared ? "" : source.Label(paragraph.Run.Slot), paragraph.Run))], wish.Form)
            : reflection;
    }

    private static bool Asks(string? headline, string label) =>
        headline is not null && headline.EndsWith('?') && headline.StartsWith(label.TrimEnd('?') + " ", StringComparison.OrdinalIgnoreCase);
}
