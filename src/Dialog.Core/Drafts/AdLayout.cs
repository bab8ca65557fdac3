using System.Buffers;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>The printed ad: headline, enumeration, reflection, pull quote, byline, question, sender (domain.md §1.2, §3.4).</summary>
internal static class AdLayout
{
    /// <summary>A pull quote is cut out whole: no brackets, dashes or inner quotes.</summary>
    private static readonly SearchValues<char> Unquotable = SearchValues.Create("()–—”“\"");

    public static Draft Compose(Source source, Outlet outlet)
    {
        var budget = AdBudget.Of(source.Material.Assignment.AdSize);
        for (var reflection = budget.Reflection; ; reflection = reflection * 4 / 5)
        {
            var draft = Lay(source, outlet, budget, reflection, lines: int.MaxValue);
            if (draft.Length <= budget.Words)
            {
                return draft;
            }

            if (reflection == 0)
            {
                return Enumerable.Range(1, budget.Items).Select(less => Lay(source, outlet, budget, 0, budget.Items - less)).FirstOrDefault(shorter => shorter.Length <= budget.Words) ?? draft;
            }
        }
    }

    private static Draft Lay(Source source, Outlet outlet, AdBudget budget, int room, int lines)
    {
        var draft = new DraftText();
        var headline = Headline(source, budget);
        draft.Add("headline", headline.Text, [headline], budget.Headline);
        if (headline.Text.Length > budget.Headline)
        {
            DraftWarnings.HeadlineLong(draft, source);
        }

        AddEnumeration(draft, source, budget, lines);

        var rules = new RunRules(budget.MostSentences, budget.WholeAnswers, Print: true, Counting.Graphemes);
        var reflection = ReflectionChooser.Choose(source, new ReflectionWish(budget.Runs, budget.Objection, rules, headline.Text), room);
        draft.Add("reflection", reflection.Text(print: true), reflection.ToDraft(print: true), budget.Reflection);
        if (reflection.IsEmpty)
        {
            DraftWarnings.NoReflection(draft, source);
        }

        if (budget.PullQuote is { } most && PullQuote(reflection, most) is { } quote)
        {
            draft.Add("pullQuote", $"”{quote.Print}”", [quote.ToDraft(print: true)], most + 2);
        }

        draft.Add("byline", source.Byline ?? "", Origin.Template);
        AddQuestion(draft, source, budget);
        draft.Add("sender", Sender(source), Origin.Template);
        return draft.ToDraft(outlet, budget.Words);
    }

    /// <summary>The topic, or the best candidate within the budget (domain.md §3.4).</summary>
    private static DraftSentence Headline(Source source, AdBudget budget)
    {
        var topic = source.Material.Assignment.Topic;
        if (Counter.Count(topic, Counting.Graphemes) <= budget.Headline)
        {
            return new DraftSentence(topic, Origin.Staff);
        }

        var own = new[] { source.Primary, Slot.What, Slot.Why, Slot.Who }
            .SelectMany(slot => source[slot])
            .Where(sentence => sentence is { Bound: false, Elliptic: false, Asks: false, Blocked: false } && Counter.Count(sentence.Print, Counting.Graphemes) <= budget.Headline)
            .MaxBy(sentence => sentence.Score);
        var question = source[Slot.Question].Find(sentence => !sentence.Blocked && Counter.Count(sentence.Print, Counting.Graphemes) <= budget.Headline);
        return own?.ToDraft(print: true) ?? question?.ToDraft(print: true) ?? new DraftSentence(topic, Origin.Staff);
    }

    private static void AddEnumeration(DraftText draft, Source source, AdBudget budget, int lines)
    {
        var all = source.Material.Assignment.Enumeration;
        var kept = new List<string>();
        foreach (var line in all.Take(Math.Min(lines, budget.Items)))
        {
            var text = $"• {line}";
            if (kept.Sum(other => other.Length + 1) + text.Length > budget.Enumeration)
            {
                break;
            }

            kept.Add(text);
        }

        draft.Add("enumeration", string.Join('\n', kept), kept.Select(line => new DraftSentence(line, Origin.Staff)), budget.Enumeration);
        if (kept.Count < all.Count)
        {
            DraftWarnings.EnumerationCut(draft, source, all.Count - kept.Count);
        }
    }

    private static void AddQuestion(DraftText draft, Source source, AdBudget budget)
    {
        foreach (var question in source.ClosingQuestions())
        {
            var text = string.Join(' ', question.Select(sentence => sentence.Print));
            if (Counter.Count(text, Counting.Graphemes) <= budget.Question)
            {
                draft.Add("question", text, question.Select(sentence => sentence.ToDraft(print: true) with { Origin = source.QuestionOrigin }), budget.Question);
                return;
            }
        }

        DraftWarnings.NoQuestion(draft, source);
    }

    /// <summary>The strongest plain sentence of the reflection, cut out whole; ties: the later.</summary>
    private static Sentence? PullQuote(Reflection reflection, int most) =>
        reflection.Sentences
            .Where(sentence => sentence is { Bound: false, Elliptic: false, Words: >= 6 and <= 16 } && sentence.Slot is Slot.What or Slot.Why or Slot.Who)
            .Where(sentence => !sentence.Print.AsSpan().ContainsAny(Unquotable) && !sentence.Print[..^1].Contains('.', StringComparison.Ordinal) && Counter.Count(sentence.Print, Counting.Graphemes) <= most)
            .Aggregate(default(Sentence), (best, sentence) => best is null || sentence.Score >= best.Score ? sentence : best);

    private static string Sender(Source source) =>
        source.Material.Assignment.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address)
            ? $"{source.Material.Organisation}, {(address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host)}"
            : source.Material.Organisation;
}
