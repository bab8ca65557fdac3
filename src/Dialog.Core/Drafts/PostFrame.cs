namespace Dialog.Core.Drafts;

/// <summary>What stands around the reflection of a post.</summary>
/// <param name="Headline">The topic; null where there is none.</param>
/// <param name="Question">The closing question; null when none fits.</param>
/// <param name="Link">The link; empty when there is none.</param>
/// <param name="Tags">The hashtags.</param>
internal sealed record PostFrame(string? Headline, ClosingQuestion? Question, string Link, IReadOnlyCollection<string> Tags)
{
    /// <summary>Nothing at all.</summary>
    public static readonly PostFrame None = new(null, null, "", []);

    /// <summary>What may stand around the reflection, best first: shorter questions before giving up the tags, the tags before the headline, the link last.</summary>
    public static IEnumerable<PostFrame> Of(Source source, Outlet outlet)
    {
        var assignment = source.Material.Assignment;
        var headline = outlet.Layout == Layout.Headed ? assignment.Topic : null;
        var link = outlet.Link ? assignment.Link ?? "" : "";
        var questions = source.ClosingQuestions;
        foreach (var (title, tags) in new (string?, IReadOnlyCollection<string>)[] { (headline, TagsOf(source, outlet)), (headline, []), (null, []) })
        {
            foreach (var question in questions)
            {
                yield return new PostFrame(title, question, link, tags);
            }

            if (questions.IsEmpty)
            {
                yield return new PostFrame(title, null, link, tags);
            }
        }

        yield return None with { Link = link };
        yield return None;
    }

    public void AddHeadline(DraftText draft) => draft.Add("headline", Headline ?? "", Origin.Staff);

    public void AddClosing(DraftText draft)
    {
        if (Question is not null)
        {
            draft.Add(new DraftPart("question", Question.Text(print: false)), Question.Placed(print: false));
        }

        draft.Add("link", Link, Origin.Staff);
        draft.Add("hashtags", Tags.Count == 0 ? "" : string.Join(' ', Tags), Origin.Staff, separator: Link.Length > 0 ? " " : "\n\n");
    }

    /// <summary>What was given up of what the assignment has.</summary>
    public void Warn(DraftText draft, Source source, Outlet outlet)
    {
        if (Question is null)
        {
            draft.Warn(source.Warnings.NoQuestion);
        }

        if (outlet.Link && Link.Length == 0 && source.Material.Assignment.Link is not null)
        {
            draft.Warn(source.Warnings.LinkLeftOut);
        }

        var wanted = Math.Min(outlet.Hashtags, source.Material.Assignment.Hashtags.Count);
        if (Tags.Count < wanted)
        {
            draft.Warn(source.Warnings.HashtagsLeftOut(wanted - Tags.Count));
        }
    }

    private static List<string> TagsOf(Source source, Outlet outlet)
    {
        var longest = outlet.LongestHashtag?.Value ?? int.MaxValue;
        var tags = new List<string>(outlet.Hashtags);
        foreach (var tag in source.Material.Assignment.Hashtags)
        {
            if (tags.Count < outlet.Hashtags && Counter.Count(tag, Counting.Graphemes) - 1 <= longest)
            {
                tags.Add(tag);
            }
        }

        return tags;
    }
}
