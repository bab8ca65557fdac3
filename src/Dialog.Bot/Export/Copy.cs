using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Bot.Pages;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Export;

/// <summary>The finished copy of an assignment: what is written out, whatever the format.</summary>
/// <param name="Assignment">What was asked.</param>
/// <param name="Byline">Name and title of the person whose words they are.</param>
/// <param name="Drafts">All drafts with their history.</param>
/// <param name="Reactions">What readers said.</param>
/// <param name="Organisation">The sender.</param>
/// <param name="At">When it is written out.</param>
internal sealed partial record Copy(
    Assignment Assignment, string? Byline, ImmutableList<ReviewedDraft> Drafts, ImmutableList<Reaction> Reactions, Organisation Organisation, DateTimeOffset CreatedAt, DateTimeOffset At)
{
    private const int MostSlug = 60;

    public PageTexts Texts => PageTexts.For(Assignment.Language);

    /// <summary>All revisions of the answers that the drafts are made of.</summary>
    public ImmutableList<AnswerVersion> Answers { get; init; } = [];

    /// <summary>A name every archive takes: ASCII, the day, the question, the newest revision.</summary>
    public string FileName(string extension)
    {
        var day = Assignment.PublishOn ?? WallClock.Day(CreatedAt, Organisation.TimeZone);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{Slug(Assignment.Topic)}-r{Drafts.Select(draft => draft.Newest.Number).DefaultIfEmpty(0).Max()}.{extension}");
    }

    /// <summary>
    /// The copy as blocks. A text that nobody has approved is marked so, and what is out meanwhile stands below it; one with open warnings about a place
    /// in it is left out. Raw answers are never part of it.
    /// </summary>
    public IEnumerable<Block> Blocks()
    {
        yield return new Block.Heading(1, Assignment.Topic);
        yield return new Block.Facts([.. Facts()]);
        foreach (var draft in Drafts)
        {
            yield return new Block.Heading(2, $"{Name(draft)} ({Texts.DraftState(draft.Status)})");
            if (HasOpenWarnings(draft))
            {
                yield return new Block.Facts([Texts.ExportLeftOut]);
            }
            else
            {
                yield return new Block.Facts([Counter(draft.Draft), .. Changed(draft)]);
                yield return new Block.Body(draft.Draft.Text);
                if (draft.Draft.Beside().Select(beside => $"{Texts.PartName(beside.Name)}: {beside.Text}").ToImmutableList() is { IsEmpty: false } beside)
                {
                    yield return new Block.Facts(beside);
                }
            }

            if (StillOut(draft) is { } revision)
            {
                yield return new Block.Facts([Texts.ExportStillOut(revision.Number)]);
                yield return new Block.Body(revision.Draft.Text);
            }
        }

        if (Assignment.Picture is { } picture)
        {
            yield return new Block.Heading(2, Texts.PartName("picture"));
            yield return new Block.Facts([.. Texts.PictureLines(picture)]);
        }

        yield return new Block.Heading(2, Texts.Provenance);
        foreach (var draft in Drafts.Where(draft => !HasOpenWarnings(draft)))
        {
            yield return new Block.Heading(3, Name(draft));
            yield return new Block.Rows([.. draft.Draft.Sentences.Select(sentence => (sentence.Text, Texts.OriginOf(sentence)))]);
        }

        yield return new Block.Heading(2, Texts.History);
        foreach (var draft in Drafts)
        {
            yield return new Block.Heading(3, Name(draft));
            yield return new Block.Rows([.. draft.Entries.Select(entry => ($"{RecordTime.Stamp(entry.At, Organisation)}, {Texts.Version(entry.Revision)}", Texts.Did(entry)))]);
        }
    }

    /// <summary>Something in the text is still to be decided, and nobody has: nor was it when the text was taken back or thrown away.</summary>
    public static bool HasOpenWarnings(ReviewedDraft draft) =>
        draft.Status is not (DraftStatus.Approved or DraftStatus.Scheduled or DraftStatus.Published or DraftStatus.Corrected)
        && draft.OfNewest().All(entry => entry.Action is not (ReviewAction.AcceptWarnings or ReviewAction.Publish))
        && draft.Draft.Warnings.Exists(warning => warning is { Severity: "high" or "medium", Length: > 0 });

    /// <summary>What readers see while a later text waits to take its place; null when nothing is out, or when what is out is the newest.</summary>
    private static DraftRevision? StillOut(ReviewedDraft draft) =>
        draft.Out is { } published && published.Revision != draft.Newest.Number ? draft.Revisions.Find(revision => revision.Number == published.Revision) : null;

    /// <summary>What an editor has to know of a text that is out: an answer behind it reads otherwise now.</summary>
    private IEnumerable<string> Changed(ReviewedDraft draft) => ChangedAnswer.Behind(draft, Answers).Select(answer => Texts.AnswerChanged(answer, RecordTime.Stamp(answer.At, Organisation)));

    private IEnumerable<string> Facts()
    {
        yield return Organisation.Name;
        if (Byline is not null)
        {
            yield return Byline;
        }

        yield return RecordTime.Stamp(At, Organisation);
    }

    private string Name(ReviewedDraft draft) => Organisation.Outlets.Find(draft.Draft.Outlet).Name(Assignment.Language);

    private string Counter(Draft draft) => SizeOf(draft) + (draft.Limit is { } limit ? $"{draft.Length}/{limit} {Texts.Unit(draft.Unit)}" : $"{draft.Length} {Texts.Unit(draft.Unit)}");

    /// <summary>Of a printed ad, which size it was made for.</summary>
    private string SizeOf(Draft draft) => Organisation.Outlets.Find(draft.Outlet) is { Layout: Layout.Ad, Size: null } ? $"{Organisation.Outlets.Of(Assignment.AdSize).Name(Texts.Language)}, " : "";

    /// <summary>ASCII letters and digits with hyphens, at most 60.</summary>
    public static string Slug(string topic)
    {
        var bare = topic.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        var plain = new string([.. bare.Where(character => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.NonSpacingMark)]);
        var slug = NotPlain().Replace(plain, "-").Trim('-');
        return slug.Length == 0 ? "dialog" : slug.Length <= MostSlug ? slug : slug[..MostSlug].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotPlain();
}

/// <summary>A piece of a finished copy; every text is plain, each format escapes it for itself.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading, 1 the title.</summary>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>Short lines about what follows.</summary>
    public sealed record Facts(ImmutableList<string> Lines) : Block;

    /// <summary>The text itself: blank lines part paragraphs, line breaks are kept.</summary>
    public sealed record Body(string Text) : Block
    {
        public IEnumerable<string> Paragraphs => Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>What stands on the left, and what is said of it.</summary>
    public sealed record Rows(ImmutableList<(string Left, string Right)> Lines) : Block;
}
