using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Bot.Channels.Slack;

/// <summary>A message as Slack wants it: <c>text</c> for notifications and screen readers, blocks for the eye. Everything people wrote is shown literally.</summary>
internal static class SlackRender
{
    /// <summary>Slack's limit for a section's text is 3,000 characters.</summary>
    private const int MostSection = 2900;

    /// <summary>All block text of a message together; Slack refuses about 13,200.</summary>
    private const int MostText = 12500;

    /// <summary>chat.update refuses more; the blocks hold the whole.</summary>
    private const int MostNotification = 3000;

    private const int MostBlocks = 48;

    /// <summary>The form fields of chat.postMessage or chat.update, without channel, ts and metadata.</summary>
    public static Dictionary<string, string> Message(Outgoing message)
    {
        var blocks = Blocks(message);
        return new Dictionary<string, string>
        {
            ["text"] = SlackText.Escape(Cut(message.Text, MostNotification)),
            ["blocks"] = blocks.ToJsonString(JsonSerializerOptions.Web),
            ["parse"] = "none",
            ["link_names"] = "false",
            ["unfurl_links"] = "false",
            ["unfurl_media"] = "false",
        };
    }

    /// <summary>The blocks alone.</summary>
    public static JsonArray Blocks(Outgoing message)
    {
        var blocks = new JsonArray();
        var left = MostText;
        foreach (var piece in Pieces.Of(message.Text, MostSection))
        {
            Add(blocks, Section(piece), piece.Length, ref left);
        }

        foreach (var draft in message.Drafts)
        {
            var title = Title(draft);
            Add(blocks, Section(title), title.Length, ref left);
            foreach (var piece in Pieces.Of(draft.Text, MostSection))
            {
                Add(blocks, Quote(piece), piece.Length, ref left);
            }
        }

        if (message.Chosen is { } chosen)
        {
            blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Plain($"✓ {chosen}")) });
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

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text) };

    private static JsonObject Quote(string text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_quote",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        }),
    };

    private static JsonObject Actions(Outgoing message) => new()
    {
        ["type"] = "actions",
        ["block_id"] = message.PromptId ?? "choices",
        ["elements"] = new JsonArray([.. message.Choices.Select((choice, index) => (JsonNode)Button(choice, index))]),
    };

    private static JsonObject Button(Choice choice, int index)
    {
        var button = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = string.Create(CultureInfo.InvariantCulture, $"choose.{index}"),
            ["text"] = Plain(Cut(choice.Label, 75)),
            ["value"] = choice.Value,
        };
        if (choice.Primary)
        {
            button["style"] = "primary";
        }

        return button;
    }

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    private static string Title(DraftPreview draft) => draft.Limit is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length}/{limit} {draft.Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length} {draft.Unit}");

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
