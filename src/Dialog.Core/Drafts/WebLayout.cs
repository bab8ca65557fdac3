using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>The web page: everything the person said, under the questions, less what was said to the bot (domain.md §3.5).</summary>
internal static class WebLayout
{
    private const int LongestTitle = 65;
    private const int LongestAbstract = 200;
    private const int LongestDescription = 155;

    private static readonly ReflectionForm Form = new(Print: false);

    public static Draft Compose(Source source, Outlet outlet)
    {
        var draft = new DraftText();
        draft.Add("headline", source.Material.Assignment.Topic, Origin.Staff);
        if (Counter.Count(source.Material.Assignment.Topic, Counting.Graphemes) > LongestTitle)
        {
            draft.Warn(source.Warnings.HeadlineLong);
        }

        var any = false;
        for (var slot = Slot.What; slot <= Slot.Synthesis; slot++)
        {
            if (slot != Slot.Challenge || Has(source[Slot.Synthesis]))
            {
                any |= Add(draft, source, slot);
            }
        }

        if (!any)
        {
            draft.Warn(source.Warnings.NoReflection);
        }

        if (source.ClosingQuestions is [var question, ..])
        {
            draft.Add(new DraftPart("question", question.Text(print: false)), question.Placed(print: false));
        }
        else
        {
            draft.Warn(source.Warnings.NoQuestion);
        }

        draft.Add("byline", source.Byline ?? "", Origin.Template);
        DraftChecks.Look(draft, source, outlet, any);
        var (lead, description) = Beside(source, outlet);
        return draft.ToDraft(outlet, outlet.Limit, Counter.Count(draft.Text, outlet.Counting)) with { Abstract = lead, Description = description };
    }

    /// <summary>The passage for the lead, and the one for search engines.</summary>
    public static (string? Lead, string? Description) Beside(Source source, Outlet outlet) => (Lead(source, outlet, LongestAbstract), Lead(source, outlet, LongestDescription));

    private static bool Add(DraftText draft, Source source, Slot slot)
    {
        if (!Has(source[slot]))
        {
            return false;
        }

        var label = source.Label(slot);
        var pieces = new List<string>(32) { label };
        var placed = new List<Placed>(16) { new(new DraftSentence(label, Origin.Template), null) };
        var answer = source[slot];
        foreach (var sentence in answer)
        {
            if (Stands(sentence, answer))
            {
                pieces.Add(placed.Count == 1 ? "\n" : " ");
                pieces.Add(sentence.Post.Text);
                placed.Add(new Placed(sentence.Post, sentence));
            }
        }

        draft.Add(new DraftPart("reflection", string.Concat(CollectionsMarshal.AsSpan(pieces))), CollectionsMarshal.AsSpan(placed));
        return true;
    }

    private static bool Has(ImmutableArray<Sentence> answer)
    {
        foreach (var sentence in answer)
        {
            if (Stands(sentence, answer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word alone stands where it answers a question, the label above it too, or narrows what stood before. What points back to words that are left out would be about others here.</summary>
    private static bool Stands(Sentence sentence, ImmutableArray<Sentence> answer) =>
        sentence is { Blocked: false, Lost: false } && (sentence.Words > 1 || sentence.Replies || sentence.TakesBack || sentence == answer[0] && sentence.Post.Origin == Origin.Own);

    /// <summary>The best passage that is not longer: for the lead, and for search engines.</summary>
    private static string? Lead(Source source, Outlet outlet, int most)
    {
        var rules = new RunRules(outlet.MostSentences, WholeAnswers: false, Print: false, Counting.Graphemes, Labels: false);
        var reflection = ReflectionChooser.Choose(source, new ReflectionWish(1, Objection: false, rules, Form, Headline: null, Proposal: 0), most);
        return reflection.IsEmpty ? null : reflection.Text;
    }
}
