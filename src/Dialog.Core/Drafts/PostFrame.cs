using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>What stands around the reflection of a post.</summary>
/// <param name="Headline">The topic; null where there is none.</param>
/// <param name="Question">Sentences of the closing question; empty when none fits.</param>
/// <param name="Link">The link; empty when there is none.</param>
/// <param name="Tags">The hashtags.</param>
internal sealed record PostFrame(string? Headline, ImmutableArray<Sentence> Question, string Link, ImmutableList<string> Tags)
{
    /// <summary>What may stand around the reflection, best first: shorter questions before giving up the tags, the tags before the headline, the link last.</summary>
    public static IEnumerable<PostFrame> Of(Source source, Outlet outlet)
    {
        var assignment = source.Material.Assignment;
        var headline = outlet.Layout == Layout.Headed ? assignment.Topic : null;
        var link = outlet.Link ? assignment.Link ?? "" : "";
        var tags = TagsOf(source, outlet);
        var questions = source.ClosingQuestions().DefaultIfEmpty([]).ToList();
        return questions.Select(question => new PostFrame(headline, question, link, tags))
            .Concat(questions.Select(question => new PostFrame(headline, question, link, [])))
            .Concat(questions.Select(question => new PostFrame(null, question, link, [])))
            .Append(new PostFrame(null, [], link, []))
            .Append(new PostFrame(null, [], "", []));
    }

    public void AddHeadline(DraftText draft) => draft.Add("headline", Headline ?? "", Origin.Staff);

    public void AddClosing(DraftText draft, Source source)
    {
        draft.Add(
            new DraftPart("question", string.Join(' ', Question.Select(sentence => sentence.Post.Text))),
            Question.Select(sentence => source.Question(sentence, print: false)));
        draft.Add("link", Link, Origin.Staff);
        draft.Add("hashtags", string.Join(' ', Tags), Origin.Staff, separator: Link.Length > 0 ? " " : "\n\n");
    }

    /// <summary>What was given up of what the assignment has.</summary>
    public void Warn(DraftText draft, Source source, Outlet outlet)
    {
        if (Question.IsEmpty)
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

    private static ImmutableList<string> TagsOf(Source source, Outlet outlet)
    {
        var longest = outlet.LongestHashtag?.Value ?? int.MaxValue;
        return [.. source.Material.Assignment.Hashtags.Where(tag => Counter.Count(tag, Counting.Graphemes) - 1 <= longest).Take(outlet.Hashtags)];
    }
}
