using System.Text;

namespace Dialog.Bot.Export;

/// <summary>The copy as plain text in UTF-8.</summary>
internal static class PlainText
{
    public static string Write(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(block switch
            {
                Block.Heading { Level: 1 } heading => $"{Clean(heading.Text)}\n{new string('=', Math.Min(72, heading.Text.Length))}\n\n",
                Block.Heading heading => $"{Clean(heading.Text)}\n{new string('-', Math.Min(72, heading.Text.Length))}\n\n",
                Block.Facts facts => $"{string.Join('\n', facts.Lines.Select(Clean))}\n\n",
                Block.Body body => $"{string.Join("\n\n", body.Paragraphs.Select(Clean))}\n\n",
                Block.Rows rows => $"{string.Join('\n', rows.Lines.Select(row => $"{Line(row.Left)}\n    {Line(row.Right)}"))}\n\n",
                _ => "",
            });
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Without control characters; line breaks and tabs stay.</summary>
    public static string Clean(string text) => new([.. text.Where(character => character is '\n' or '\t' || !char.IsControl(character))]);

    /// <summary>On one line.</summary>
    public static string Line(string text) => Clean(text.ReplaceLineEndings(" "));
}
