using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Makes a draft of a text that somebody wrote: what was kept keeps its provenance, what is new says whose it is.</summary>
/// <param name="Checks">The draft's language, and what is no finding here.</param>
/// <param name="Outlets">How each outlet counts.</param>
public sealed record Rework(CheckContext Checks, Outlets Outlets)
{
    /// <summary>The person's own sentences that stand in other drafts: taken over, they are still the person's.</summary>
    public ImmutableList<DraftSentence> Own { get; init; } = [];

    /// <summary>What the draft was ordered for: the size of its ad, and the question that its topic asks; null when that is known no more.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>The edited draft: counted, with parts, provenance and warnings of its own.</summary>
    /// <param name="before">What stood there.</param>
    /// <param name="text">The whole new text.</param>
    /// <param name="kind">Whose it is.</param>
    /// <param name="assisted">What is new in it was suggested by a language model.</param>
    public Draft Edit(Draft before, string text, DraftRevisionKind kind, bool assisted = false)
    {
        var outlet = Outlets.Find(before.Outlet);
        var size = outlet.Layout == Layout.Ad ? outlet.Size ?? (Assignment is { } ordered ? Outlets.Of(ordered.AdSize) : null) : null;
        var thread = !before.Parts.IsEmpty && before.Parts.TrueForAll(part => part.Kind == "post");
        var edited = before with
        {
            Text = text,
            Parts = thread ? ThreadText.Posts(text).ConvertAll(post => new DraftPart("post", post, Counter.Count(post, outlet.Counting), outlet.Limit)) : InLines(Parts(before.Parts, text), size),
            Length = thread ? ThreadText.Length(text, outlet) : Counter.Count(text, outlet.Counting),
            Sentences = Sentences(before.Sentences, Own.AddRange(before.Headlines), text, kind, assisted),
            Headlines = before.Headlines.RemoveAll(headline => headline.Answer is not null && !Holds(text, headline.Text)),
            Abstract = Holds(text, before.Abstract) ? before.Abstract : null,
            Description = Holds(text, before.Description) ? before.Description : null,
            Warnings = [],
        };
        if (outlet.Layout == Layout.Web && (edited.Abstract is null || edited.Description is null))
        {
            var (lead, description) = WebLayout.Beside(EditedText.Read(edited, this), outlet);
            edited = edited with { Abstract = edited.Abstract ?? Standing(text, lead), Description = edited.Description ?? Standing(text, description) };
        }

        return edited with { Warnings = [.. before.Warnings.Where(EditedWarnings.Stays), .. EditedWarnings.Of(edited, before, Checks, outlet, size)] };
    }

    /// <summary>A passage that stands so in the text, not only in its touched-up form.</summary>
    private static string? Standing(string text, string? passage) => Holds(text, passage) ? passage : null;

    /// <summary>Of the ad, how many lines each part of its body takes now.</summary>
    private static ImmutableList<DraftPart> InLines(ImmutableList<DraftPart> parts, AdBudget? size) =>
        size is null ? parts : parts.ConvertAll(part => AdSketch.IsBody(part.Kind) ? part with { Lines = LineCounter.Count(part.Text, size.ColumnMm) } : part);

    /// <summary>What was taken out of the text is not offered beside it either.</summary>
    private static bool Holds(string text, string? passage) => passage is not null && text.Contains(passage, StringComparison.Ordinal);

    /// <summary>
    /// A sentence that stood there before keeps where it comes from. One that is an earlier own sentence with words left out is shortened, unless
    /// a negation, a number or a name was left out. Everything else is the writer's.
    /// </summary>
    private static ImmutableList<DraftSentence> Sentences(ImmutableList<DraftSentence> before, ImmutableList<DraftSentence> own, string text, DraftRevisionKind kind, bool assisted)
    {
        var left = before.ToList();
        var made = ImmutableList.CreateBuilder<DraftSentence>();
        foreach (var sentence in Split(text, before))
        {
            var plain = Plain(sentence);
            var same = left.FindIndex(other => Plain(other.Text) == plain);
            if (same >= 0)
            {
                made.Add(As(left[same], sentence));
                left.RemoveAt(same);
                continue;
            }

            if (own.Find(other => Plain(other.Text) == plain) is { } taken)
            {
                made.Add(As(taken, sentence));
                continue;
            }

            var cut = left.Select(other => (From: other, Cut: WordCut.Of(other.Text, sentence))).FirstOrDefault(pair => pair.Cut is not null && pair.From.Origin is Origin.Own or Origin.Shortened);
            made.Add(cut.Cut is { } what
                ? cut.From with { Text = sentence, Origin = Origin.Shortened, Cut = cut.From.Cut is { } earlier ? $"{earlier} … {what}" : what, Assisted = assisted || cut.From.Assisted }
                : new DraftSentence(sentence, kind == DraftRevisionKind.Respondent ? Origin.Own : Origin.Staff) { Assisted = assisted });
        }

        return made.ToImmutable();
    }

    /// <summary>In quotation marks or out of them, double or single inside: the same words.</summary>
    private static string Plain(string sentence) => sentence.Replace('”', '’').Replace('“', '’').Replace('"', '’').Replace('‘', '’').Trim('’');

    /// <summary>The sentence as it was known, where it stands so in the text.</summary>
    private static DraftSentence As(DraftSentence known, string stands) => stands.Contains(known.Text, StringComparison.Ordinal) ? known : known with { Text = stands };

    /// <summary>Sentences of a text; a known sentence that the reader would split (a headline, a line with tags) is taken whole, and a row of known ones as they were (a link and its tags, with the number of the post).</summary>
    private static IEnumerable<string> Split(string text, ImmutableList<DraftSentence> known)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var sentence in Row(line, known) ?? TextParts.Sentences(line).SelectMany(read => Row(read, known) ?? [read]))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>The known sentences that a text is made of; null when there is anything else in it.</summary>
    private static List<string>? Row(string text, ImmutableList<DraftSentence> known)
    {
        var row = new List<string>();
        for (var at = 0; at < text.Length; at += row[^1].Length + 1)
        {
            var rest = text[at..];
            if (known.Where(sentence => rest == sentence.Text || rest.StartsWith($"{sentence.Text} ", StringComparison.Ordinal)).MaxBy(sentence => sentence.Text.Length) is not { Text.Length: > 0 } next)
            {
                return null;
            }

            row.Add(next.Text);
        }

        return row;
    }

    /// <summary>Parts that stand unchanged stay parts; what stands between two of them takes the kind of what stood there.</summary>
    private static ImmutableList<DraftPart> Parts(ImmutableList<DraftPart> before, string text)
    {
        var made = ImmutableList.CreateBuilder<DraftPart>();
        var at = 0;
        var changed = default(DraftPart);
        foreach (var part in before)
        {
            var found = text.IndexOf(part.Text, at, StringComparison.Ordinal);
            if (found < 0)
            {
                changed ??= part;
                continue;
            }

            Put(text[at..found]);
            made.Add(part);
            at = found + part.Text.Length;
        }

        Put(text[at..]);
        return made.ToImmutable();

        void Put(string between)
        {
            if (between.Trim() is { Length: > 0 } written)
            {
                var limit = changed?.Limit;
                made.Add(new DraftPart(changed?.Kind ?? "text", written, limit is null ? null : Counter.Count(written, Counting.Graphemes), limit));
            }

            changed = null;
        }
    }
}
