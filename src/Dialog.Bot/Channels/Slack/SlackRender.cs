using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>A message as Slack wants it: <c>text</c> for notifications and screen readers, blocks for the eye. Everything people wrote is shown literally.</summary>
internal static class SlackRender
{
    /// <summary>All block text of a message together; Slack refuses about 13,200.</summary>
    private const int MostText = 12500;

    /// <summary>What a notification and a screen reader tell at most; the blocks hold the whole.</summary>
    private const int MostNotification = 3000;

    /// <summary>chat.update refuses more.</summary>
    private const int MostEscaped = 4000;

    /// <summary>Escaped, a sign may be five.</summary>
    private const int MostEscape = 5;

    private const int MostBlocks = 48;

    /// <summary>chat.postMessage cuts what is longer.</summary>
    private const int MostPlain = 40000;

    /// <summary>Fields of chat.postMessage at most: those of <see cref="Message"/>, and channel, thread_ts and metadata.</summary>
    private const int MostFields = 9;

    /// <summary>The form fields of chat.postMessage or chat.update, without channel, ts and metadata.</summary>
    public static Dictionary<string, string> Message(Outgoing message)
    {
        var blocks = Blocks(message);
        return new Dictionary<string, string>(MostFields)
        {
            ["text"] = Notification(message.Text),
            ["blocks"] = blocks.ToJsonString(JsonSerializerOptions.Web),
            ["parse"] = "none",
            ["link_names"] = "false",
            ["unfurl_links"] = "false",
            ["unfurl_media"] = "false",
        };
    }

    private static string Notification(string text) => SlackText.Escape(SlackBlocks.Cut(text, MostNotification)) is { Length: <= MostEscaped } escaped ? escaped : SlackText.Escape(SlackBlocks.Cut(text, MostEscaped / MostEscape));

    /// <summary>Blocks are refused: the fields tell the whole message without any, drafts and all, and in the place of buttons what can be written.</summary>
    /// <param name="fields">The fields of <see cref="Message"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="update">It takes the place of an older one, which keeps its blocks unless they are taken away.</param>
    public static void MakePlain(Dictionary<string, string> fields, Outgoing message, bool update)
    {
        if (update)
        {
            (fields["text"], fields["blocks"]) = (PlainText(message, MostEscaped), "[]");
        }
        else
        {
            (fields["text"], fields["mrkdwn"]) = (PlainText(message, MostPlain), "false");
            fields.Remove("blocks");
        }
    }

    private static string PlainText(Outgoing message, int most)
    {
        IEnumerable<string> parts = [message.Text, .. message.Drafts.Select(draft => $"{Title(draft)}\n{draft.Text}"), .. message.Link is { } link ? [$"{link.Label}: {link.Url}"] : (IEnumerable<string>)[]];
        var end = message.Chosen is { } chosen ? $"\n\n→ {chosen}"
            : message.Choices.IsEmpty ? ""
            : $"\n\n{SurfaceTexts.For(message.Language).InsteadOfButtons(message.Choices.Select(choice => choice.Label))}";
        var text = string.Join("\n\n", parts);
        return SlackText.Escape(text + end) is var whole && whole.Length <= most ? whole : SlackText.Escape(SlackBlocks.Cut(text, (most / MostEscape) - end.Length - 1) + end);
    }

    /// <summary>The blocks alone.</summary>
    public static JsonArray Blocks(Outgoing message)
    {
        var blocks = new JsonArray();
        var left = MostText;
        foreach (var piece in Pieces.Of(message.Text, SlackBlocks.MostSection))
        {
            Add(blocks, SlackBlocks.Section(piece), piece.Length, ref left);
        }

        foreach (var draft in message.Drafts)
        {
            var title = Title(draft);
            Add(blocks, SlackBlocks.Section(title), title.Length, ref left);
            foreach (var piece in Pieces.Of(draft.Text, SlackBlocks.MostSection))
            {
                Add(blocks, SlackBlocks.Quote(piece), piece.Length, ref left);
            }

            foreach (var line in draft.Beside)
            {
                Add(blocks, SlackBlocks.Context(line), line.Length, ref left);
            }
        }

        if (message.Link is { } link)
        {
            blocks.Add(SlackBlocks.Link(link.Label, link.Url));
        }

        if (message.Chosen is { } chosen)
        {
            blocks.Add(SlackBlocks.Context($"→ {chosen}"));
        }

        if (!message.Choices.IsEmpty)
        {
            blocks.Add(Actions(message));
        }

        return blocks;
    }

    private static void Add(JsonArray blocks, JsonObject block, int length, ref int left)
    {
        if (length <= left && blocks.Count < MostBlocks)
        {
            blocks.Add(block);
            left -= length;
        }
    }

    private static JsonObject Actions(Outgoing message) => new()
    {
        ["type"] = "actions",
        ["block_id"] = message.PromptId ?? "choices",
        ["elements"] = new JsonArray([.. message.Choices.Select((choice, index) => (JsonNode)SlackBlocks.Button(string.Create(CultureInfo.InvariantCulture, $"{(choice.AsksReason ? SlackWindows.ReasonPrefix : "choose.")}{index}"), choice.Label, choice.Value, choice.Primary))]),
    };

    private static string Title(DraftPreview draft) => draft.Limit is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length}/{limit} {draft.Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length} {draft.Unit}");
}
