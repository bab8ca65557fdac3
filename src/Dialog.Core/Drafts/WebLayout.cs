using Dialog.Core.Interviews;

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
        foreach (var slot in new[] { Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis })
        {
            var sentences = source[slot].Where(sentence => !sentence.Blocked && sentence.Words > 1).ToList();
            if (sentences.Count == 0 || slot == Slot.Challenge && !source[Slot.Synthesis].Any(sentence => !sentence.Blocked && sentence.Words > 1))
            {
                continue;
            }

            any = true;
            var label = source.Label(slot);
            draft.Add(
                new DraftPart("reflection", $"{label}\n{string.Join(' ', sentences.Select(sentence => sentence.Post.Text))}"),
                sentences.Select(sentence => new Placed(sentence.Post, sentence)).Prepend(new Placed(new DraftSentence(label, Origin.Template), null)));
        }

        if (!any)
        {
            draft.Warn(source.Warnings.NoReflection);
        }

        if (source.ClosingQuestions().FirstOrDefault() is { IsDefaultOrEmpty: false } question)
        {
            draft.Add(new DraftPart("question", string.Join(' ', question.Select(sentence => sentence.Post.Text))), question.Select(sentence => source.Question(sentence, print: false)));
        }
        else
        {
            draft.Warn(source.Warnings.NoQuestion);
        }

        draft.Add("byline", source.Byline ?? "", Origin.Template);
        DraftChecks.Look(draft, source, outlet, any);
        return draft.ToDraft(outlet, outlet.Limit) with { Abstract = Lead(source, outlet, LongestAbstract), Description = Lead(source, outlet, LongestDescription) };
    }

    /// <summary>The best passage that is not longer: for the lead, and for search engines.</summary>
    private static string? Lead(Source source, Outlet outlet, int most)
    {
        var rules = new RunRules(outlet.MostSentences, WholeAnswers: false, Print: false, Counting.Graphemes, Labels: false);
        var reflection = ReflectionChooser.Choose(source, new ReflectionWish(1, Objection: false, rules, Form, Headline: null, Proposal: 0), most);
        return reflection.IsEmpty ? null : reflection.Text(Form);
    }
}
