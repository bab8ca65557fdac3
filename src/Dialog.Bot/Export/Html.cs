using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dialog.Bot.Export;

/// <summary>
/// A record as one HTML file that needs nothing else: headings, tables and language for a screen reader and for a tagged PDF/A, no script, no picture, no address that is
/// fetched. What people wrote is shown as they wrote it.
/// </summary>
internal static class Html
{
    /// <summary>All letters stand as themselves; the signs HTML reads do not.</summary>
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = "body{font:12pt/1.5 serif;max-width:42rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td{border-top:1px solid;padding:.3rem .6rem .3rem 0;vertical-align:top}";

    /// <param name="title">What it is about.</param>
    /// <param name="language">The language of the text itself; what stands around it is Swedish.</param>
    /// <param name="blocks">What it holds.</param>
    public static string Write(string title, string language, IEnumerable<Block> blocks)
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Escape(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        foreach (var block in blocks)
        {
            html.Append(block switch
            {
                Block.Heading heading => $"<h{heading.Level}>{Escape(heading.Text)}</h{heading.Level}>\n",
                Block.Facts facts => $"<p>{string.Join("<br>\n", facts.Lines.Select(Escape))}</p>\n",
                Block.Body body => $"<div lang=\"{(language == "en" ? "en" : "sv")}\">\n{string.Concat(body.Paragraphs.Select(paragraph => $"<p>{string.Join("<br>\n", paragraph.Split('\n').Select(Escape))}</p>\n"))}</div>\n",
                Block.Rows { Lines.IsEmpty: false } rows => $"<table>\n{string.Concat(rows.Lines.Select(row => $"<tr><td>{Escape(row.Left)}</td><td>{Escape(row.Right)}</td></tr>\n"))}</table>\n",
                _ => "",
            });
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Escape(string text) => Letters.Encode(PlainText.Clean(text));
}
