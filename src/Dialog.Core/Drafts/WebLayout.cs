using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>The web page: everything the person said, under the questions, less what was said to the bot (domain.md §3.5).</summary>
internal static class WebLayout
{
    public static Draft Compose(Source source, Outlet outlet)
    {
        var draft = new DraftText();
        draft.Add("headline", source.Material.Assignment.Topic, Origin.Staff);
        var any = false;
        foreach (var slot in new[] { Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis })
        {
            var sentences = source[slot].Where(sentence => !sentence.Blocked && sentence.Words > 1).ToList();
            if (sentences.Count == 0 || slot == Slot.Challenge && source[Slot.Synthesis].All(sentence => sentence.Blocked))
            {
                continue;
            }

            any = true;
            var text = string.Join(' ', sentences.Select(sentence => sentence.Post));
            draft.Add("reflection", $"{source.Label(slot)}\n{text}", sentences.Select(sentence => sentence.ToDraft(print: false)).Prepend(new DraftSentence(source.Label(slot), Origin.Template)));
        }

        if (!any)
        {
            DraftWarnings.NoReflection(draft, source);
        }

        if (source.ClosingQuestions().FirstOrDefault() is { } question)
        {
            draft.Add("question", string.Join(' ', question.Select(sentence => sentence.Post)), question.Select(sentence => sentence.ToDraft(print: false) with { Origin = source.QuestionOrigin }));
        }
        else
        {
            DraftWarnings.NoQuestion(draft, source);
        }

        draft.Add("byline", source.Byline ?? "", Origin.Template);
        return draft.ToDraft(outlet, outlet.Limit);
    }
}
