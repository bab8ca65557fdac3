using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>A public post: headline where the network has room, runs, the question to the readers, link and hashtags (domain.md §3.5).</summary>
internal static class PostLayout
{
    private const int BlankLine = 2;

    public static Draft Compose(Source source, Outlet outlet)
    {
        var limit = outlet.Limit ?? int.MaxValue;
        DraftText? without = null;
        foreach (var frame in Frames(source, outlet))
        {
            var fixedLength = Counter.Count(frame.Lay(Reflection.None).Text, outlet.Counting);
            if (fixedLength > limit)
            {
                continue;
            }

            var rules = new RunRules(outlet.MostSentences, WholeAnswers: false, Print: false, outlet.Counting);
            var wish = new ReflectionWish(outlet.Runs, outlet.Objection, rules, frame.Headline);
            var reflection = ReflectionChooser.Choose(source, wish, limit - fixedLength - (fixedLength > 0 ? BlankLine : 0));
            var draft = frame.Lay(reflection);
            if (!reflection.IsEmpty && Counter.Count(draft.Text, outlet.Counting) <= limit)
            {
                return Finished(draft, frame);
            }

            without ??= frame.Lay(Reflection.None);
        }

        var bare = without ?? new DraftText();
        DraftWarnings.NoReflection(bare, source);
        return Finished(bare, frame: null);

        Draft Finished(DraftText draft, Frame? frame)
        {
            if (frame is null or { Question.IsEmpty: true })
            {
                DraftWarnings.NoQuestion(draft, source);
            }

            return draft.ToDraft(outlet, outlet.Limit);
        }
    }

    /// <summary>What may stand around the reflection, best first: shorter questions before giving up the tags, the tags before the headline.</summary>
    private static IEnumerable<Frame> Frames(Source source, Outlet outlet)
    {
        var assignment = source.Material.Assignment;
        var headline = outlet.Layout == Layout.Headed ? assignment.Topic : null;
        var link = outlet.Link ? assignment.Link ?? "" : "";
        var tags = assignment.Hashtags.Take(outlet.Hashtags).ToImmutableList();
        var questions = source.ClosingQuestions().DefaultIfEmpty([]).ToList();
        return questions.Select(question => new Frame(headline, question, link, tags, source.QuestionOrigin))
            .Concat(questions.Select(question => new Frame(headline, question, link, [], source.QuestionOrigin)))
            .Concat(questions.Select(question => new Frame(null, question, link, [], source.QuestionOrigin)))
            .Append(new Frame(null, [], link, [], source.QuestionOrigin));
    }

    private sealed record Frame(string? Headline, ImmutableList<Sentence> Question, string Link, ImmutableList<string> Tags, Origin QuestionOrigin)
    {
        public DraftText Lay(Reflection reflection)
        {
            var draft = new DraftText();
            draft.Add("headline", Headline ?? "", Origin.Staff);
            draft.Add("reflection", reflection.Text(print: false), reflection.ToDraft(print: false));
            draft.Add("question", string.Join(' ', Question.Select(sentence => sentence.Post)), Question.Select(sentence => sentence.ToDraft(print: false) with { Origin = QuestionOrigin }));
            draft.Add("link", Link, Origin.Staff);
            draft.Add("hashtags", string.Join(' ', Tags), Origin.Staff, separator: Link.Length > 0 ? " " : "\n\n");
            return draft;
        }
    }
}
