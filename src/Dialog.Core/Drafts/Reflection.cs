using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>The personal reflection: the chosen runs in interview order, under their questions where they need them.</summary>
/// <param name="Paragraphs">One run each; the label is empty where none is needed.</param>
internal sealed record Reflection(ImmutableList<(string Label, Run Run)> Paragraphs)
{
    public static readonly Reflection None = new([]);

    public bool IsEmpty => Paragraphs.IsEmpty;

    public IEnumerable<Sentence> Sentences => Paragraphs.SelectMany(paragraph => paragraph.Run.Sentences);

    public string Text(bool print) => string.Join("\n\n", Paragraphs.Select(paragraph =>
        string.Join(' ', paragraph.Run.Sentences.Select(sentence => sentence.Text(print)).Prepend(paragraph.Label).Where(text => text.Length > 0))));

    public IEnumerable<DraftSentence> ToDraft(bool print) => Paragraphs.SelectMany(paragraph =>
        paragraph.Run.Sentences.Select(sentence => sentence.ToDraft(print)).Prepend(new DraftSentence(paragraph.Label, Origin.Template)).Where(sentence => sentence.Text.Length > 0));
}

/// <summary>How much of a reflection is wanted.</summary>
/// <param name="Runs">Passages from what, why and who, at most.</param>
/// <param name="Objection">The objection may stand, together with its answer.</param>
/// <param name="Rules">What a run may be made of.</param>
/// <param name="Headline">The headline above it; null when there is none. A question there spares the first label.</param>
internal sealed record ReflectionWish(int Runs, bool Objection, RunRules Rules, string? Headline);

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
        if (labelled.Paragraphs.All(paragraph => paragraph.Label.Length == 0) || Counter.Count(labelled.Text(wish.Rules.Print), wish.Rules.Counting) <= budget)
        {
            return labelled;
        }

        return Label(Pick(source, wish, budget, reserveLabels: true), source, wish);
    }

    private static Reflection Pick(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        var chosen = new List<Run>();
        var left = budget;

        if (Primary(source, wish, budget, reserveLabels) is { } primary)
        {
            Take(primary);
        }

        while (chosen.Count > 0 && chosen.Count < wish.Runs && Next() is { } next)
        {
            Take(next);
        }

        var paragraphs = chosen.OrderBy(run => run.Slot).Select(run => ("", run)).ToImmutableList();
        return new Reflection(wish.Objection && !paragraphs.IsEmpty ? paragraphs.AddRange(Objection(source, wish, left)) : paragraphs);

        void Take(Run run)
        {
            chosen.Add(run);
            left -= run.Length + Reserve(run.Slot) + BlankLine;
        }

        Run? Next() => Questions
            .Where(slot => chosen.TrueForAll(run => run.Slot != slot))
            .Select(slot => Runs.Best(source[slot], wish.Rules, left - Reserve(slot)))
            .OfType<Run>()
            .Where(run => run.Score >= WorthItsSpace)
            .OrderByDescending(run => run.Score).ThenBy(run => run.Length).ThenBy(run => run.Slot)
            .FirstOrDefault();

        int Reserve(Slot slot) => reserveLabels ? source.Label(slot).Length + 1 : 0;
    }

    private static Run? Primary(Source source, ReflectionWish wish, int budget, bool reserveLabels)
    {
        return Runs.Best(source[source.Primary], wish.Rules, budget - Reserve(source.Primary))
            ?? Questions
                .Select(slot => Runs.Best(source[slot], wish.Rules, budget - Reserve(slot), seekReason: true))
                .OfType<Run>()
                .OrderByDescending(run => run.Score).ThenBy(run => run.Length).ThenBy(run => run.Slot)
                .FirstOrDefault();

        int Reserve(Slot slot) => reserveLabels ? source.Label(slot).Length + 1 : 0;
    }

    /// <summary>Somebody else's voice never stands without the answer to it; the answer may stand alone when it leans on nothing.</summary>
    private static IEnumerable<(string Label, Run Run)> Objection(Source source, ReflectionWish wish, int left)
    {
        var (objectionLabel, answerLabel) = (source.Label(Slot.Challenge), source.Label(Slot.Synthesis));
        var forObjection = left - objectionLabel.Length - 1;
        if (Runs.Best(source[Slot.Challenge], wish.Rules, forObjection, paired: true) is { } challenge
            && Runs.Best(source[Slot.Synthesis], wish.Rules, forObjection - challenge.Length - BlankLine - answerLabel.Length - 1, paired: true) is { } answer)
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
