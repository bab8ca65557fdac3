using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dialog.Bot.Export;

/// <summary>The copy as a Word document: headings as styles, so that a screen reader and an archive find their way; language and metadata set.</summary>
internal static class Word
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(Copy copy)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(copy.Assignment.Language == "en" ? "en-GB" : "sv-SE");
            foreach (var block in copy.Blocks())
            {
                Add(body, block);
            }

            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1440, Bottom = 1440, Left = 1440, Right = 1440 }));
            var properties = document.PackageProperties;
            properties.Title = Clean(copy.Assignment.Topic);
            properties.Creator = Clean(copy.Organisation.Name);
            properties.Language = copy.Assignment.Language;
            properties.Created = copy.At.UtcDateTime;
            properties.Modified = copy.At.UtcDateTime;
        }

        return stream.ToArray();
    }

    private static void Add(Body body, Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                body.Append(Paragraph(heading.Text, heading.Level == 1 ? "Title" : $"Heading{heading.Level - 1}"));
                break;
            case Block.Facts facts:
                body.Append(facts.Lines.Select(line => Paragraph(line, "Facts")));
                break;
            case Block.Body text:
                body.Append(text.Paragraphs.Select(paragraph => Paragraph(paragraph, style: null)));
                break;
            case Block.Rows { Lines.IsEmpty: false } rows:
                body.Append(Table(rows), new Paragraph());
                break;
        }
    }

    private static Paragraph Paragraph(string text, string? style)
    {
        var run = new Run();
        foreach (var (line, index) in Clean(text).Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return style is null ? new Paragraph(run) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    private static Table Table(Block.Rows rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "BBBBBB" })),
            new TableGrid(new GridColumn { Width = "5800" }, new GridColumn { Width = "3200" }));
        table.Append(rows.Lines.Select(row => new TableRow(new TableCell(Paragraph(row.Left, style: null)), new TableCell(Paragraph(row.Right, "Facts")))));
        return table;
    }

    private static Styles Styles(string language) => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = language })), new ParagraphPropertiesDefault()),
        Style("Normal", "Normal", size: null, isDefault: true),
        Style("Title", "Title", "40"),
        Style("Heading1", "heading 1", "28", outline: 0),
        Style("Heading2", "heading 2", "24", outline: 1),
        Style("Facts", "Facts", "18"));

    private static Style Style(string id, string name, string? size, int? outline = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id == "Facts" ? true : null };
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { After = "120" });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        style.Append(paragraph);
        if (size is not null)
        {
            style.Append(id is "Facts" ? new StyleRunProperties(new FontSize { Val = size }) : new StyleRunProperties(new Bold(), new FontSize { Val = size }));
        }

        return style;
    }

    /// <summary>XML knows fewer characters than people type.</summary>
    private static string Clean(string text)
    {
        var clean = PlainText.Clean(text);
        return string.Concat(clean.Where((character, at) =>
            XmlConvert.IsXmlChar(character)
            || char.IsHighSurrogate(character) && at + 1 < clean.Length && char.IsLowSurrogate(clean[at + 1])
            || char.IsLowSurrogate(character) && at > 0 && char.IsHighSurrogate(clean[at - 1])));
    }
}
