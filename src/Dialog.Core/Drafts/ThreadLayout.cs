using System.Collections.Immutable;
using Dialog.Core.Interviews;

namespace Dialog.Core.Drafts;

/// <summary>
/// A thread of posts, only on the editor's wish (domain.md §3.5): at most five, cut at sentence ends; the first holds the primary run and
/// stands alone, the last the question, link and hashtags; 1/3 at the end of each.
/// </summary>
internal static class ThreadLayout
{
    private const int MostPosts = 5;
    private const int ShortestPost = 40;
    private const string BlankLine = "\n\n";

    /// <summary>" 1/3".</summary>
    private const int CounterLength = 4;

    private static readonly ReflectionForm Form = new(Print: false);

    /// <summary>Null when all fits in one post, or the answers make no thread.</summary>
    public static Draft? Compose(Source source, Outlet outlet)
    {
        var limit = outlet.Limit ?? int.MaxValue;
        var rules = new RunRules(int.MaxValue, WholeAnswers: false, Print: false, outlet.Counting, Labels: false, LongestSentence: limit - CounterLength);
        var overLong = source.Longest(outlet.Counting) is var longest && longest > limit - CounterLength ? longest : 0;
        var frame = PostFrame.Of(source, outlet).First(frame => Counter.Count(Closing(frame).Text, outlet.Counting) <= limit - CounterLength);
        var wish = new ReflectionWish(3, Objection: false, rules, Form, Headline: null, source.Material.Proposals.GetValueOrDefault(outlet.Code));
        for (var posts = MostPosts; posts > 1; posts--)
        {
            var reflection = ReflectionChooser.Choose(source, wish, (posts - 1) * limit);
            var split = Split(reflection, source.Primary, limit - CounterLength, outlet.Counting);
            if (split is [] or { Count: >= MostPosts + 1 })
            {
                continue;
            }

            if (Lay(outlet, split, frame) is { } thread)
            {
                if (overLong > 0)
                {
                    thread.Draft.Warn(source.Warnings.SentenceOverLimit(overLong, limit - CounterLength));
                }

                frame.Warn(thread.Draft, source, outlet);
                DraftChecks.Look(thread.Draft, source, outlet, reflected: true);
                return thread.Draft.ToDraft(outlet, outlet.Limit, thread.Longest);
            }
        }

        return null;
    }

    private static DraftText Closing(PostFrame frame)
    {
        var draft = new DraftText();
        frame.AddClosing(draft);
        return draft;
    }

    /// <summary>The primary run first, then the others in interview order; each post as many whole sentences as it holds.</summary>
    private static List<ImmutableArray<Sentence>> Split(Reflection reflection, Slot primary, int room, Counting counting)
    {
        var posts = new List<ImmutableArray<Sentence>>();
        foreach (var (_, run) in reflection.Paragraphs.OrderBy(paragraph => paragraph.Run.Slot == primary ? 0 : 1))
        {
            var (from, length) = (0, -1);
            for (var at = 0; at < run.Sentences.Length; at++)
            {
                var sentence = run.Sentences[at].Length(print: false, counting);
                if (length + 1 + sentence > room)
                {
                    posts.Add(run.Sentences[from..at]);
                    (from, length) = (at, -1);
                }

                length += 1 + sentence;
            }

            posts.Add(run.Sentences[from..]);
        }

        return posts;
    }

    private static (DraftText Draft, int Longest)? Lay(Outlet outlet, List<ImmutableArray<Sentence>> split, PostFrame frame)
    {
        var closing = Closing(frame);
        var limit = outlet.Limit ?? int.MaxValue;
        var joins = closing.Text.Length > 0 && Counter.Count(Sentence.Join(split[^1], print: false) + BlankLine + closing.Text, outlet.Counting) <= limit - CounterLength;
        var count = split.Count + (closing.Text.Length > 0 && !joins ? 1 : 0);
        if (count is < 2 or > MostPosts)
        {
            return null;
        }

        var draft = new DraftText();
        var longest = 0;
        for (var post = 0; post < count; post++)
        {
            var sentences = post < split.Count ? split[post] : [];
            var last = post == count - 1;
            var number = $"{post + 1}/{count}";
            var body = string.Join(BlankLine, new[] { Sentence.Join(sentences, print: false), last ? closing.Text : "" }.Where(text => text.Length > 0));
            var text = $"{body} {number}";
            var length = Counter.Count(text, outlet.Counting);
            if (length < ShortestPost || !PostLayout.Fits(text, length, outlet))
            {
                return null;
            }

            longest = Math.Max(longest, length);
            draft.Add(
                new DraftPart("post", text, length, outlet.Limit),
                (Placed[])[.. sentences.Select(sentence => new Placed(sentence.Post, sentence)), .. last ? closing.Placed.Select(placed => placed.Placed) : [], new Placed(new DraftSentence(number, Origin.Template), null)]);
        }

        return (draft, longest);
    }
}
