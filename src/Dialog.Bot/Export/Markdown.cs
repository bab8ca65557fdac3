using System.Text;

namespace Dialog.Bot.Export;

/// <summary>The copy as Markdown (CommonMark with tables). What people wrote is shown as they wrote it: it formats nothing, links nothing, is no HTML.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]()<>#|~!&$^=";

    public static string Write(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(block switch
            {
                Block.Heading heading => $"{new string('#', heading.Level)} {Escape(PlainText.Line(heading.Text))}\n\n",
                Block.Facts facts => $"{Lines(string.Join('\n', facts.Lines))}\n\n",
                Block.Body body => $"{string.Join("\n\n", body.Paragraphs.Select(Lines))}\n\n",
                Block.Rows { Lines.IsEmpty: false } rows => $"| | |\n| --- | --- |\n{string.Join('\n', rows.Lines.Select(row => $"| {Escape(PlainText.Line(row.Left))} | {Escape(PlainText.Line(row.Right))} |"))}\n\n",
                _ => "",
            });
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>A paragraph with its line breaks.</summary>
    private static string Lines(string paragraph) => string.Join("\\\n", PlainText.Clean(paragraph).Split('\n').Select(line => Escape(line.Trim())));

    /// <summary>Every sign that Markdown reads is escaped; at a line's beginning also those that make lists, rules and quotes.</summary>
    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        for (var at = 0; at < line.Length; at++)
        {
            var begins = line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
            if (Special.Contains(line[at], StringComparison.Ordinal) || at == 0 && line[at] is '-' or '+' || begins && line[at] is '.' && at > 0)
            {
                escaped.Append('\\');
            }

            escaped.Append(line[at]);
        }

        return escaped.ToString();
    }
}
