using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>
/// A thread of posts, only on the editor's wish (domain.md §3.5): at most five, cut at sentence ends; the first holds the primary run and
/// stands alone, the last the question, link and hashtags; 1/3 at the end of each. On the organisation's account each post quotes and names the speaker.
/// </summary>
internal static class ThreadLayout
{
    private const int MostPosts = 5;
    private const int ShortestPost = 40;
    private const string BlankLine = "\n\n";

    /// <summary>" 1/3".</summary>
    private const int CounterLength = 4;

    /// <summary>Null when all fits in one post, or the answers make no thread.</summary>
    public static Draft? Compose(Source source, Outlet outlet)
    {
        var limit = outlet.Limit ?? int.MaxValue;
        var form = PostLayout.FormOf(source, outlet);
        var room = limit - CounterLength - (form.Quoted ? ReflectionForm.QuotationMarks + Counter.Count(form.Attribution, outlet.Counting) : 0);
        var rules = new RunRules(int.MaxValue, WholeAnswers: false, Print: false, outlet.Counting, Labels: false, LongestSentence: room);
        var overLong = source.Longest(outlet.Counting) is var longest && longest > room ? longest : 0;
        var frame = PostFrame.Of(source, outlet).First(frame => Counter.Count(Closing(frame).Text, outlet.Counting) <= limit - CounterLength);
        var wish = new ReflectionWish(3, Objection: false, rules, form, Headline: null, source.Material.Proposals.GetValueOrDefault(outlet.Code));
        for (var posts = MostPosts; posts > 1; posts--)
        {
            var reflection = ReflectionChooser.Choose(source, wish, (posts - 1) * limit);
            var split = Split(reflection, form, source.Primary, room, outlet.Counting);
            if (split is [] or { Count: >= MostPosts + 1 })
            {
                continue;
            }

            if (Lay(outlet, split, frame) is { } thread)
            {
                if (overLong > 0)
                {
                    thread.Draft.Warn(source.Warnings.SentenceOverLimit(overLong, room));
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

    /// <summary>The primary run first, then the others in interview order; each post as many whole sentences as it holds and ending with none that the next takes back. Empty when that cannot be.</summary>
    private static List<Reflection> Split(Reflection reflection, ReflectionForm form, Slot primary, int room, Counting counting)
    {
        var posts = new List<Reflection>();
        foreach (var (_, run) in reflection.Paragraphs.OrderBy(paragraph => paragraph.Run.Slot == primary ? 0 : 1))
        {
            var (from, length) = (0, -1);
            for (var at = 0; at < run.Sentences.Length; at++)
            {
                var sentence = run.Sentences[at].Length(print: false, counting);
                if (length + 1 + sentence > room)
                {
                    var end = at;
                    while (end > from && Runs.IsOneWithNext(run.Sentences, end - 1))
                    {
                        end--;
                    }

                    if (end == from)
                    {
                        return [];
                    }

                    posts.Add(Post(run, from, end));
                    (from, length) = (end, run.Sentences[end..at].Sum(moved => 1 + moved.Length(print: false, counting)) - 1);
                }

                length += 1 + sentence;
            }

            posts.Add(Post(run, from, run.Sentences.Length));
        }

        return posts;

        Reflection Post(Run run, int from, int to) => new([("", run with { Sentences = run.Sentences[from..to] })], form);
    }

    private static (DraftText Draft, int Longest)? Lay(Outlet outlet, List<Reflection> split, PostFrame frame)
    {
        var closing = Closing(frame);
        var limit = outlet.Limit ?? int.MaxValue;
        var joins = closing.Text.Length > 0 && Counter.Count(split[^1].Text + BlankLine + closing.Text, outlet.Counting) <= limit - CounterLength;
        var count = split.Count + (closing.Text.Length > 0 && !joins ? 1 : 0);
        if (count is < 2 or > MostPosts)
        {
            return null;
        }

        var draft = new DraftText();
        var longest = 0;
        for (var post = 0; post < count; post++)
        {
            var said = post < split.Count ? split[post] : Reflection.None;
            var last = post == count - 1;
            var number = $"{post + 1}/{count}";
            var body = string.Join(BlankLine, new[] { said.Text, last ? closing.Text : "" }.Where(text => text.Length > 0));
            var text = $"{body} {number}";
            var length = Counter.Count(text, outlet.Counting);
            if (length < ShortestPost || !PostLayout.Fits(text, length, outlet))
            {
                return null;
            }

            longest = Math.Max(longest, length);
            draft.Add(
                new DraftPart("post", text, length, outlet.Limit),
                (Placed[])[.. said.Placed(), .. last ? closing.Placed.Select(placed => placed.Placed) : [], new Placed(new DraftSentence(number, Origin.Template), null)]);
        }

        return (draft, longest);
    }
}
