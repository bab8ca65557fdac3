using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>
/// Slack writes bold, italic, struck, code and quotations into a message's <c>text</c> as signs, and tells in the blocks which words have them. A sign the person typed
/// has no style and stays.
/// </summary>
internal static class SlackStyles
{
    private const string QuoteMark = "&gt;";

    /// <summary>Without one of these there is no sign in a text.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`&");

    private static readonly (string Style, string Mark)[] Marks = [("bold", "*"), ("italic", "_"), ("strike", "~"), ("code", "`")];

    /// <summary>Text as Slack sent it, without the signs of its styles. The blocks are gone through in step with the text; from where they do not fit on, it stays as it is.</summary>
    public static string Without(string text, JsonElement message)
    {
        if (!text.AsSpan().ContainsAny(Signs))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var at = 0;
        foreach (var piece in SlackJson.Items(message, "blocks").Where(block => SlackJson.Text(block, "type") == "rich_text").SelectMany(block => Pieces(block, [], quoted: false)))
        {
            if (Find(text, piece, at) is not { } found)
            {
                if (piece.IsEmoji)
                {
                    continue;
                }

                break;
            }

            var (start, end) = found;
            var left = piece.Marks.ToList();
            while (left.Find(mark => text.AsSpan(at, start - at).EndsWith(mark, StringComparison.Ordinal)) is { } mark)
            {
                start -= mark.Length;
                left.Remove(mark);
            }

            var right = piece.Marks.ToList();
            while (right.Find(mark => text.AsSpan(end).StartsWith(mark, StringComparison.Ordinal)) is { } mark)
            {
                end += mark.Length;
                right.Remove(mark);
            }

            var before = text[at..start];
            plain.Append(piece.Quoted ? before.Replace($"{QuoteMark} ", "", StringComparison.Ordinal).Replace(QuoteMark, "", StringComparison.Ordinal) : before);
            plain.Append(text, found.Start, found.End - found.Start);
            at = end;
        }

        return plain.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where the piece stands in the text, from an index on.</summary>
    private static (int Start, int End)? Find(string text, Piece piece, int from)
    {
        if (piece.Text is { } words)
        {
            var start = text.IndexOf(words, from, StringComparison.Ordinal);
            return start < 0 ? null : (start, start + words.Length);
        }

        var open = text.IndexOf('<', from);
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        return close < 0 ? null : (open, close + 1);
    }

    private static IEnumerable<Piece> Pieces(JsonElement parent, string[] marks, bool quoted) => SlackJson.Items(parent, "elements").SelectMany(element => SlackJson.Text(element, "type") switch
    {
        "rich_text_preformatted" => Pieces(element, ["```"], quoted),
        "rich_text_quote" => Pieces(element, marks, quoted: true),
        "text" => Words(SlackText.Escape(SlackJson.Text(element, "text") ?? ""), [.. marks, .. MarksOf(element)], quoted),
        "emoji" => [new Piece($":{SlackJson.Text(element, "name")}:", [.. MarksOf(element)], quoted) { IsEmoji = true }],
        "link" or "user" or "usergroup" or "channel" or "broadcast" or "date" => [new Piece(Text: null, [.. MarksOf(element)], quoted)],
        _ => Pieces(element, marks, quoted),
    });

    /// <summary>Signs stand around the words of each line, not around its spaces; around what is preformatted they stand once.</summary>
    private static IEnumerable<Piece> Words(string text, string[] marks, bool quoted) =>
        (marks is ["```", ..] ? [text] : text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new Piece(line, marks, quoted));

    private static IEnumerable<string> MarksOf(JsonElement element) => Marks.Where(mark => SlackJson.Flag(SlackJson.Member(element, "style"), mark.Style)).Select(mark => mark.Mark);

    /// <param name="Text">Words as they stand in the text, or null for a token in angle brackets.</param>
    /// <param name="Marks">The signs around them.</param>
    /// <param name="Quoted">In a quotation.</param>
    private sealed record Piece(string? Text, string[] Marks, bool Quoted)
    {
        /// <summary>It may stand in the text as itself, too.</summary>
        public bool IsEmoji { get; init; }
    }
}
