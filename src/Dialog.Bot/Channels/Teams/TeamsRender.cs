using System.Globalization;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>
/// A message as Teams wants it: a plain bubble, or an Adaptive Card when there is something to choose or to show. Text is in TextRuns, which
/// Teams shows literally; colours are the theme's own, so that it can be read in the dark.
/// </summary>
internal static class TeamsRender
{
    /// <summary>The verb of a card that Teams draws again for somebody who looks at it.</summary>
    public const string Refresh = "refresh";

    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>
    /// Characters of a card as JSON. With what is around it the activity stays under 28 KB, counted as UTF-16: the size that every part of
    /// Teams is documented to take.
    /// </summary>
    private const int MostCharacters = 13_500;

    /// <summary>Room kept for the name of every further draft.</summary>
    private const int DraftHead = 600;

    /// <summary>Swedish letters as themselves, so that what is sent is no longer than it has to be.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Paragraphs in one text; what is more follows in the last one.</summary>
    private const int MostParagraphs = 30;

    /// <summary>Longest text for a toast, a chat list, a screen reader or a client that shows no cards.</summary>
    private const int MostSummary = 500;

    /// <summary>The activity to post.</summary>
    public static JsonObject Message(Outgoing message, string? userId = null)
    {
        if (message.Choices.IsEmpty && message.Drafts.IsEmpty && message.Chosen is null)
        {
            return new JsonObject { ["type"] = "message", ["textFormat"] = "markdown", ["text"] = TeamsText.Escape(message.Text) + Link(message.Link), ["locale"] = message.Language };
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["summary"] = Short(message.Text),
            ["locale"] = message.Language,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = Card(message, userId) }),
        };
    }

    /// <summary>A page to read; what would end its address in markdown is written as the number it stands for.</summary>
    private static string Link(PageLink? link) =>
        link is null ? "" : $"\n\n[{TeamsText.Escape(link.Label)}]({new Uri(link.Url).AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    /// <summary>Shown until the next message, for some seconds at most.</summary>
    public static JsonObject Typing() => new() { ["type"] = "typing" };

    /// <summary>The card alone: what an invoke is answered with.</summary>
    public static JsonObject Card(Outgoing message, string? userId = null)
    {
        var body = new JsonArray([.. Paragraphs(message.Text)]);
        var paragraphs = body.Count;
        if (message.Chosen is { } chosen)
        {
            body.Add(Text($"→ {chosen}", bold: true));
        }

        if (!message.Choices.IsEmpty)
        {
            // In an ActionSet: clients that do not know Action.Execute look for its fallback only there.
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. message.Choices.Select(choice => (JsonNode)Action(choice, message.AssignmentId))]) });
        }

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = Short(message.Text),
            ["speak"] = SecurityElement.Escape(Short(message.Text)),
            ["lang"] = message.Language,
            ["body"] = body,
        };
        if (!message.Drafts.IsEmpty)
        {
            card["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        if (message.PromptId is { } prompt && !message.Choices.IsEmpty && userId is not null)
        {
            card["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Refresh, ["data"] = new JsonObject { ["verb"] = Refresh, ["choice"] = $"{prompt}:{Refresh}" } },
                ["userIds"] = new JsonArray(userId),
            };
        }

        InsertDrafts(message, body, paragraphs, MostCharacters - Size(card));
        return card;
    }

    private static void InsertDrafts(Outgoing message, JsonArray body, int at, int left)
    {
        foreach (var (index, draft) in message.Drafts.Index())
        {
            var most = left - (DraftHead * (message.Drafts.Count - index - 1));
            var room = draft.Text.Length;
            var shown = Draft(draft, room, message.Language);
            while (room > 0 && Size(shown) > most)
            {
                room /= 2;
                shown = Draft(draft, room, message.Language);
            }

            left -= Size(shown);
            body.Insert(at + index, shown);
        }
    }

    private static int Size(JsonObject part) => part.ToJsonString(Json).Length;

    /// <summary>A draft under its outlet's name, with how long it is and may be.</summary>
    private static JsonObject Draft(DraftPreview draft, int room, string language)
    {
        var over = draft.Limit is { } most && draft.Length > most;
        var counter = draft.Limit is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $"{draft.Length}/{limit} {draft.Unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{draft.Length} {draft.Unit}");
        var items = new JsonArray(new JsonObject
        {
            ["type"] = "ColumnSet",
            ["columns"] = new JsonArray(
                Column("stretch", new JsonObject { ["type"] = "TextBlock", ["text"] = TeamsText.Escape(draft.Name), ["style"] = "heading", ["weight"] = "Bolder", ["wrap"] = true }),
                Column("auto", new JsonObject { ["type"] = "TextBlock", ["text"] = TeamsText.Escape(counter), ["color"] = over ? "Attention" : "Default", ["wrap"] = true })),
        });
        foreach (var paragraph in Paragraphs(draft.Text.Length > room ? draft.Text[..SafeCut(draft.Text, room)] : draft.Text))
        {
            items.Add(paragraph);
        }

        if (draft.Text.Length > room)
        {
            items.Add(Text(BotTexts.For(language).DraftCut(draft.Text.Length - room), italic: true));
        }

        foreach (var line in draft.Beside)
        {
            items.Add(Text(line, italic: true));
        }

        return new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["spacing"] = "Medium", ["items"] = items };
    }

    private static JsonObject Column(string width, JsonObject item) => new() { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(item) };

    /// <summary>A block a line: a line break inside a block would not be shown.</summary>
    private static IEnumerable<JsonNode> Paragraphs(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length <= MostParagraphs
            ? lines.Select(line => Text(line))
            : lines.Take(MostParagraphs - 1).Append(string.Join(' ', lines.Skip(MostParagraphs - 1))).Select(line => Text(line));
    }

    /// <summary>A paragraph, shown literally.</summary>
    public static JsonObject Text(string text, bool bold = false, bool italic = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (bold)
        {
            run["weight"] = "Bolder";
        }

        if (italic)
        {
            run["italic"] = true;
        }

        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    /// <summary>Older clients send the fallback as a message; both carry the same data.</summary>
    private static JsonObject Action(Choice choice, string? assignmentId)
    {
        var press = new JsonObject { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = Data(choice) };
        if (assignmentId is not null && ChoiceValue.SlotToEdit(choice.Value) is { } slot)
        {
            // Opens the dialog; a client that knows no dialogs sends the choice as a message, and the chat asks instead.
            press["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            press["data"]![TeamsDialogs.Which] = $"{assignmentId}|{slot}";
            return press;
        }

        if (choice.AsksReason)
        {
            press["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            return press;
        }

        return new JsonObject { ["type"] = "Action.Execute", ["title"] = choice.Label, ["verb"] = "choose", ["data"] = Data(choice), ["fallback"] = press };
    }

    private static JsonObject Data(Choice choice) => new() { ["verb"] = "choose", ["choice"] = choice.Value };

    private static string Short(string text) => text.Length <= MostSummary ? text : $"{text[..SafeCut(text, MostSummary - 1)]}…";

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static int SafeCut(string text, int at) => at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
