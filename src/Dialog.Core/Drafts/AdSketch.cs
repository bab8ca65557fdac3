using System.Collections.Immutable;

namespace Dialog.Core.Drafts;

/// <summary>A line of a printed ad, where it stands in millimetres from the ad's upper left corner.</summary>
/// <param name="Part">kicker, headline, body, pullQuote, byline or sender.</param>
/// <param name="Text">The line.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Width">How wide it is set.</param>
public sealed record AdLine(string Part, string Text, double X, double Y, double Width);

/// <summary>
/// How an ad will stand in the paper, near enough: its real shape, its columns and where their lines break. The newspaper sets it anew with a face of its own.
/// </summary>
/// <param name="WidthMm">Width of the ad.</param>
/// <param name="HeightMm">Height of the ad.</param>
/// <param name="Lines">Its lines, in the order they are read.</param>
public sealed record AdSketch(int WidthMm, int HeightMm, ImmutableList<AdLine> Lines)
{
    /// <summary>Millimetres in a point.</summary>
    private const double Point = 25.4 / 72;

    /// <summary>Body text is set 9.5/12 pt (domain.md §3.4).</summary>
    private const double Leading = 12 * Point;

    /// <summary>A line that is this full is spread over its column, as newspapers do.</summary>
    private const double Full = .82;

    private const double BodyPoints = 9.5;
    private const double SmallPoints = 8.5;
    private const double HeadlinePoints = 20;
    private const double QuotePoints = 14;

    private static readonly string[] Body = ["enumeration", "reflection", "question", "text"];

    /// <summary>A part of this kind is set in columns, and its lines are counted.</summary>
    internal static bool IsBody(string kind) => Body.Contains(kind);

    /// <summary>The sketch of a draft in a size.</summary>
    public static AdSketch Of(Draft draft, AdBudget size)
    {
        var lines = ImmutableList.CreateBuilder<AdLine>();
        var y = 0.0;
        foreach (var kicker in Parts("kicker"))
        {
            lines.Add(Line("kicker", kicker, y += Leading, SmallPoints));
        }

        foreach (var line in Parts("headline").SelectMany(headline => LineCounter.Break(headline, size.WidthMm, HeadlinePoints)))
        {
            lines.Add(Line("headline", line, y += HeadlinePoints * 1.15 * Point, HeadlinePoints));
        }

        y = Columns(lines, BodyOf(draft, size.ColumnMm), size, y + (Leading / 2));
        foreach (var line in Parts("pullQuote").SelectMany(quote => LineCounter.Break(quote, size.WidthMm, QuotePoints)))
        {
            lines.Add(Line("pullQuote", line, y += QuotePoints * 1.25 * Point, QuotePoints));
        }

        foreach (var byline in Parts("byline"))
        {
            lines.Add(Line("byline", byline, y += Leading * 1.25, BodyPoints));
        }

        foreach (var sender in Parts("sender"))
        {
            lines.Add(Line("sender", sender, Math.Max(size.HeightMm - 1, y + Leading), SmallPoints));
        }

        return new AdSketch(size.WidthMm, size.HeightMm, lines.ToImmutable());

        AdLine Line(string part, string text, double at, double points) => new(part, text, 0, at, Math.Min(size.WidthMm, LineCounter.Millimetres(text, points)));

        IEnumerable<string> Parts(string kind) => draft.Parts.Where(part => part.Kind == kind && part.Text.Length > 0).Select(part => part.Text);
    }

    /// <summary>The lines of the body text, each with whether its column is filled; parts are a blank line apart.</summary>
    private static List<(string Text, bool Ends)> BodyOf(Draft draft, int columnMm)
    {
        var body = new List<(string Text, bool Ends)>();
        foreach (var part in draft.Parts.Where(part => Body.Contains(part.Kind) && part.Text.Length > 0))
        {
            if (body.Count > 0)
            {
                body.Add(("", true));
            }

            foreach (var paragraph in part.Text.Split('\n'))
            {
                var broken = LineCounter.Break(paragraph, columnMm);
                body.AddRange(broken.Select((line, index) => (line, index == broken.Count - 1)));
            }
        }

        return body;
    }

    /// <summary>Spreads the lines over the columns and answers where the longest ends.</summary>
    private static double Columns(ImmutableList<AdLine>.Builder lines, List<(string Text, bool Ends)> body, AdBudget size, double top)
    {
        var each = Math.Max(1, (body.Count + size.Columns - 1) / size.Columns);
        var gap = size.Columns == 1 ? 0 : (size.WidthMm - ((double)size.Columns * size.ColumnMm)) / (size.Columns - 1);
        foreach (var (index, (text, ends)) in body.Index())
        {
            if (text.Length > 0)
            {
                var width = LineCounter.Millimetres(text, BodyPoints);
                var full = !ends && width > size.ColumnMm * Full || width > size.ColumnMm;
                lines.Add(new AdLine("body", text, index / each * (size.ColumnMm + gap), top + ((index % each) + 1) * Leading, full ? size.ColumnMm : width));
            }
        }

        return top + (Math.Min(each, body.Count) * Leading);
    }
}
