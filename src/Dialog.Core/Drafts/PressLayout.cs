namespace Dialog.Core.Drafts;

/// <summary>A quotation for a press release: two to four sentences that lean on nothing, with their speaker (domain.md §3.4, Voice).</summary>
internal static class PressLayout
{
    public static Draft Compose(Source source, Outlet outlet)
    {
        var draft = new DraftText();
        var form = new ReflectionForm(Print: true, source.Byline, source.English);
        var rules = new RunRules(outlet.MostSentences, WholeAnswers: false, Print: true, outlet.Counting, Labels: false);
        var wish = new ReflectionWish(outlet.Runs, Objection: false, rules, form, Headline: null, source.Material.Proposals.GetValueOrDefault(outlet.Code));
        var reflection = ReflectionChooser.Choose(source, wish, outlet.Limit ?? int.MaxValue);
        reflection.AddTo(draft, new DraftPart("reflection", reflection.Text));
        if (reflection.IsEmpty)
        {
            draft.Warn(source.Warnings.NoReflection);
        }

        DraftChecks.Look(draft, source, outlet, !reflection.IsEmpty);
        return draft.ToDraft(outlet, outlet.Limit, Counter.Count(draft.Text, outlet.Counting));
    }
}
