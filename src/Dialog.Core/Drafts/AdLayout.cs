using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>The printed ad: kicker, headline, enumeration, reflection, pull quote, byline, question, sender (domain.md §1.2, §3.4).</summary>
internal sealed class AdLayout
{
    /// <summary>A pull quote is cut out whole: no brackets, dashes or inner quotes.</summary>
    private static readonly SearchValues<char> Unquotable = SearchValues.Create("()–—”“\"");

    /// <summary>A headline of fewer words says nothing by itself.</summary>
    private const int FewestWords = 3;

    private static readonly ReflectionForm Form = new(Print: true);

    /// <summary>What an editor may have put before a line already.</summary>
    private static readonly char[] Bullets = ['•', '·', '*', '-', '–', ' '];

    private readonly Source source;
    private readonly Outlet outlet;
    private readonly AdBudget budget;
    private readonly ImmutableList<Placed> headlines;
    private readonly (DraftPart Part, Placed[] From)? question;
    private (int Items, DraftPart Part, List<Placed> From) enumeration = (-1, new DraftPart("enumeration", ""), []);

    private AdLayout(Source source, Outlet outlet)
    {
        this.source = source;
        this.outlet = outlet;
        budget = outlet.Size ?? source.Material.Outlets.Of(source.Material.Assignment.AdSize);
        headlines = Headlines();
        question = Question();
    }

    public static Draft Compose(Source source, Outlet outlet) => new AdLayout(source, outlet).Compose();

    /// <summary>Gives up in this order: reflection, lines of the enumeration, the closing question.</summary>
    private Draft Compose()
    {
        for (var room = budget.Reflection; room > 0; room = room * 4 / 5)
        {
            if (Lay(room, budget.Items, asking: true) is { } whole)
            {
                return whole;
            }
        }

        for (var items = budget.Items; items >= 0; items--)
        {
            if (Lay(room: 0, items, asking: true) is { } shorter)
            {
                return shorter;
            }
        }

        return Lay(room: 0, items: 0, asking: false) ?? Lay(room: 0, items: 0, asking: false, whatever: true)!;
    }

    /// <summary>Null when it is longer than the size holds, in words or in lines.</summary>
    private Draft? Lay(int room, int items, bool asking, bool whatever = false)
    {
        var draft = new DraftText();
        if (source.Material.Assignment.Kicker is { } kicker)
        {
            draft.Add(Budgeted("kicker", kicker, Assignment.LongestKicker), [new Placed(new DraftSentence(kicker, Origin.Staff), null)]);
        }

        var headline = headlines[0];
        draft.Add(Budgeted("headline", headline.Text.Text, budget.Headline), [headline]);
        if (Counter.Count(headline.Text.Text, Counting.Graphemes) > budget.Headline)
        {
            draft.Warn(source.Warnings.HeadlineLong);
        }

        var lines = AddEnumeration(draft, items);
        var rules = new RunRules(budget.MostSentences, budget.WholeAnswers, Print: true, Counting.Graphemes);
        var proposal = source.Material.Proposals.GetValueOrDefault(outlet.Code);
        var reflection = room == 0 ? Reflection.None : ReflectionChooser.Choose(source, new ReflectionWish(budget.Runs, budget.Objection, rules, Form, headline.Text.Text, proposal), room);
        var part = Body("reflection", reflection.Text, budget.Reflection);
        lines += part.Lines ?? 0;
        reflection.AddTo(draft, part);
        if (reflection.IsEmpty)
        {
            draft.Warn(items > 0 && !source.Material.Assignment.Enumeration.IsEmpty ? source.Warnings.EnumerationOnly : source.Warnings.NoReflection);
        }

        if (budget.PullQuote is { } most && PullQuote(reflection, most, headline.Text.Text) is { } quote)
        {
            draft.Add(Budgeted("pullQuote", $"{(source.English ? '“' : '”')}{quote.Print.Text}”", most + ReflectionForm.QuotationMarks), [new Placed(quote.Print, quote)]);
        }

        draft.Add("byline", source.Byline ?? "", Origin.Template);
        lines += asking ? AddQuestion(draft) : 0;
        draft.Add("sender", source.Material.Sender, Origin.Template);
        var words = Counter.Count(draft.Text, Counting.Words);
        if (!whatever && (lines > budget.Lines || words > budget.Words))
        {
            return null;
        }

        if (whatever)
        {
            draft.Warn(source.Warnings.TooLong);
        }

        DraftChecks.Look(draft, source, outlet, !reflection.IsEmpty);
        var length = outlet.Counting == Counting.Words ? words : Counter.Count(draft.Text, outlet.Counting);
        return draft.ToDraft(outlet, budget.Words, length) with { Headlines = headlines.ConvertAll(candidate => candidate.Text) };
    }

    /// <summary>The topic, the best sentence that leans on nothing, the closing question; within the budget, the picked one first. The topic when none is.</summary>
    private ImmutableList<Placed> Headlines()
    {
        var topic = new Placed(new DraftSentence(source.Material.Assignment.Topic, Origin.Staff), null);
        var own = new[] { source.Primary, Slot.What, Slot.Why, Slot.Who }.Distinct()
            .SelectMany(slot => source[slot].Where((_, at) => !Runs.IsOneWithNext(source[slot], at)))
            .Where(sentence => sentence is { Bound: false, Elliptic: false, Asks: false, Blocked: false, HalfQuoted: false, Quoted: false, InQuotation: false, Words: >= FewestWords } && Fits(sentence))
            .Where(sentence => !SentenceStarts.IsNumbered(sentence.Print.Text))
            .Aggregate(default(Sentence), (best, sentence) => best is null || Alone(sentence, best) > 0 || Alone(sentence, best) == 0 && sentence.Score > best.Score ? sentence : best);
        var closing = source[Slot.Question].RemoveAll(sentence => sentence.Blocked);
        var asked = closing.Any(sentence => sentence.Asks);
        var question = closing.FirstOrDefault(sentence => sentence.Asks == asked && (!sentence.Leans || sentence == closing[0]) && Fits(sentence));
        var candidates = ImmutableList.CreateRange(
            new[] { topic, own is null ? default : new Placed(own.Print, own), question is null ? default : source.Question(question, print: true) }
                .Where(candidate => candidate.Text is not null && Counter.Count(candidate.Text.Text, Counting.Graphemes) <= budget.Headline));
        if (candidates.IsEmpty)
        {
            return [topic];
        }

        return candidates.Find(candidate => candidate.Text.Text == source.Material.Headline) is { Text: not null } picked ? candidates.Remove(picked).Insert(0, picked) : candidates;

        bool Fits(Sentence sentence) => sentence.Length(print: true, Counting.Graphemes) <= budget.Headline;
    }

    private int AddEnumeration(DraftText draft, int items)
    {
        if (enumeration.Items != items)
        {
            enumeration = Enumeration(items);
        }

        var left = source.Material.Assignment.Enumeration.Count - enumeration.From.Count;
        draft.Add(enumeration.Part, CollectionsMarshal.AsSpan(enumeration.From));
        if (left > 0)
        {
            draft.Warn(source.Warnings.EnumerationCut(left));
        }

        return enumeration.Part.Lines ?? 0;
    }

    private (int Items, DraftPart Part, List<Placed> From) Enumeration(int items)
    {
        var kept = new List<Placed>();
        var length = 0;
        foreach (var line in source.Material.Assignment.Enumeration.Take(items))
        {
            var text = $"• {line.TrimStart(Bullets)}";
            length += (kept.Count > 0 ? 1 : 0) + Counter.Count(text, Counting.Graphemes);
            if (length > budget.Enumeration)
            {
                break;
            }

            kept.Add(new Placed(new DraftSentence(text, Origin.Staff), null));
        }

        return (items, Body("enumeration", string.Join('\n', kept.Select(line => line.Text.Text)), budget.Enumeration), kept);
    }

    private int AddQuestion(DraftText draft)
    {
        if (question is not var (part, from))
        {
            draft.Warn(source.Warnings.NoQuestion);
            return 0;
        }

        draft.Add(part, from);
        return part.Lines ?? 0;
    }

    /// <summary>The first form of the closing question that fits; null when none does.</summary>
    private (DraftPart Part, Placed[] From)? Question()
    {
        foreach (var form in source.ClosingQuestions)
        {
            var text = form.Text(print: true);
            if (Counter.Count(text, Counting.Graphemes) <= budget.Question)
            {
                return (Body("question", text, budget.Question), form.Placed(print: true));
            }
        }

        return null;
    }

    /// <summary>The strongest plain sentence of the reflection that is not the headline, cut out whole; ties: the later.</summary>
    private static Sentence? PullQuote(Reflection reflection, int most, string headline) =>
        reflection.Paragraphs
            .SelectMany(paragraph => paragraph.Run.Sentences.Where((_, at) => !Runs.IsOneWithNext(paragraph.Run.Sentences, at)))
            .Where(sentence => sentence is { Bound: false, Elliptic: false, Asks: false, InQuotation: false, Words: >= 6 and <= 16 } && sentence.Slot is Slot.What or Slot.Why or Slot.Who)
            .Where(sentence => sentence.Print.Text != headline && !sentence.Print.Text.AsSpan().ContainsAny(Unquotable) && !sentence.Print.Text.AsSpan()[..^1].Contains('.') && sentence.Length(print: true, Counting.Graphemes) <= most)
            .Aggregate(default(Sentence), (best, sentence) => best is null || Alone(sentence, best) > 0 || Alone(sentence, best) == 0 && sentence.Score >= best.Score ? sentence : best);

    /// <summary>What stands alone had better point to nothing: above 0 where only the first does not, below where only the second does not.</summary>
    private static int Alone(Sentence one, Sentence other) => other.PointsOut.CompareTo(one.PointsOut);

    private static DraftPart Budgeted(string kind, string text, int limit) => new(kind, text, Counter.Count(text, Counting.Graphemes), limit);

    private DraftPart Body(string kind, string text, int limit) =>
        Budgeted(kind, text, limit) with { Lines = LineCounter.Count(text, budget.ColumnMm) };
}
