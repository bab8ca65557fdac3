using System.Text;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>A public post: headline where the network has room, runs, the question to the readers, link and hashtags (domain.md §3.5).</summary>
internal static class PostLayout
{
    private const int BlankLine = 2;

    public static Draft Compose(Source source, Outlet outlet)
    {
        var limit = outlet.Limit ?? int.MaxValue;
        var form = FormOf(source, outlet);
        (DraftText Draft, PostFrame Frame, int Length)? without = null;
        foreach (var frame in PostFrame.Of(source, outlet))
        {
            var bare = Lay(frame, Reflection.None);
            var fixedLength = Counter.Count(bare.Text, outlet.Counting);
            if (!Fits(bare.Text, fixedLength, outlet))
            {
                continue;
            }

            var rules = new RunRules(outlet.MostSentences, WholeAnswers: false, Print: false, outlet.Counting);
            var wish = new ReflectionWish(outlet.Runs, outlet.Objection, rules, form, frame.Headline, source.Material.Proposals.GetValueOrDefault(outlet.Code));
            var room = limit - fixedLength - (fixedLength > 0 ? BlankLine : 0);
            while (room > 0 && ReflectionChooser.Choose(source, wish, room) is { IsEmpty: false } reflection)
            {
                var draft = Lay(frame, reflection);
                var length = Counter.Count(draft.Text, outlet.Counting);
                if (Fits(draft.Text, length, outlet))
                {
                    return Finished(source, outlet, draft, frame, length, reflected: true);
                }

                // Together they are longer than one by one, or too many bytes: less room, and again.
                room = Math.Min(room - Math.Max(1, length - limit), room * 4 / 5);
            }

            without ??= (bare, frame, fixedLength);
        }

        var (text, kept, counted) = without ?? (new DraftText(), PostFrame.None, 0);
        text.Warn(source.Warnings.NoReflection);
        return Finished(source, outlet, text, kept, counted, reflected: false);
    }

    /// <summary>Own voice, or quoted when the organisation speaks and the speaker is known.</summary>
    public static ReflectionForm FormOf(Source source, Outlet outlet) =>
        new(Print: false, source.Material.Outlets.VoiceOn(outlet.Code, source.Material.Assignment) == Voice.Quoted ? source.Byline : null, source.English);

    /// <summary>Within our target and within the second limit in bytes.</summary>
    public static bool Fits(string text, int length, Outlet outlet) =>
        length <= (outlet.Limit ?? int.MaxValue) && (outlet.MostBytes is not { } bytes || Encoding.UTF8.GetByteCount(text) <= bytes.Value);

    public static void WarnOfLinks(DraftText draft, Source source, Outlet outlet)
    {
        if (outlet.MostLinks is { } most && XLinks.Find(draft.Text).Count is var links && links > most.Value)
        {
            draft.Warn(source.Warnings.TooManyLinks(links, most.Value));
        }
    }

    private static Draft Finished(Source source, Outlet outlet, DraftText draft, PostFrame frame, int length, bool reflected)
    {
        frame.Warn(draft, source, outlet);
        WarnOfLinks(draft, source, outlet);
        DraftChecks.Look(draft, source, outlet, reflected);
        return draft.ToDraft(outlet, outlet.Limit, length);
    }

    private static DraftText Lay(PostFrame frame, Reflection reflection)
    {
        var draft = new DraftText();
        frame.AddHeadline(draft);
        reflection.AddTo(draft, new DraftPart("reflection", reflection.Text));
        frame.AddClosing(draft);
        return draft;
    }
}
