using System.Text.Json.Nodes;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Block Kit's pieces, each within its limit. Text from people goes into plain_text or rich text, where nothing is markup.</summary>
internal static class SlackBlocks
{
    /// <summary>The longest section text Slack takes is 3,000.</summary>
    public const int MostSection = 2900;

    /// <summary>The longest text of a plain_text_input.</summary>
    public const int MostInput = 3000;

    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    public static JsonObject Section(string text, JsonObject? accessory = null)
    {
        var section = new JsonObject { ["type"] = "section", ["text"] = Plain(Cut(text, MostSection)) };
        if (accessory is not null)
        {
            section["accessory"] = accessory;
        }

        return section;
    }

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(Cut(text, 150)) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(Cut(text, 2000))) };

    public static JsonObject Quote(string text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_quote",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        }),
    };

    /// <summary>A page of our own; no button, whose press Slack would tell.</summary>
    public static JsonObject Link(string label, string url) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_section",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "link", ["url"] = url, ["text"] = label }),
        }),
    };

    public static JsonObject Actions(params IEnumerable<JsonObject> elements) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Button(string action, string label, string value, bool primary = false)
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = action, ["text"] = Plain(Cut(label, 75)), ["value"] = value };
        if (primary)
        {
            button["style"] = "primary";
        }

        return button;
    }

    /// <summary>A field of a form; the person's answer is found under its id.</summary>
    public static JsonObject Input(string id, string label, JsonObject element, bool optional = false, string? hint = null)
    {
        element["action_id"] = "value";
        var input = new JsonObject { ["type"] = "input", ["block_id"] = id, ["label"] = Plain(Cut(label, 2000)), ["element"] = element, ["optional"] = optional };
        if (hint is not null)
        {
            input["hint"] = Plain(Cut(hint, 2000));
        }

        return input;
    }

    public static JsonObject TextField(string? text = null, bool lines = true, int most = MostInput)
    {
        var field = new JsonObject { ["type"] = "plain_text_input", ["multiline"] = lines, ["max_length"] = most };
        if (!string.IsNullOrEmpty(text))
        {
            field["initial_value"] = Cut(text, most);
        }

        return field;
    }

    public static JsonObject Option(string value, string label) => new() { ["value"] = value, ["text"] = Plain(Cut(label, 75)) };

    /// <summary>At most ten. Slack refuses an empty list of what is chosen beforehand: nothing is then said of it.</summary>
    public static JsonObject Checkboxes(IReadOnlyList<JsonNode> options, IReadOnlyList<JsonNode> chosen)
    {
        var boxes = new JsonObject { ["type"] = "checkboxes", ["options"] = new JsonArray([.. options]) };
        if (chosen.Count > 0)
        {
            boxes["initial_options"] = new JsonArray([.. chosen]);
        }

        return boxes;
    }

    public static JsonObject Modal(string callback, string title, string submit, string close, string metadata, params IEnumerable<JsonObject> blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = callback,
        ["title"] = Plain(Cut(title, 24)),
        ["submit"] = Plain(Cut(submit, 24)),
        ["close"] = Plain(Cut(close, 24)),
        ["private_metadata"] = metadata,
        ["blocks"] = new JsonArray([.. blocks]),
    };

    /// <summary>At most so many UTF-16 code units, cut between characters as people see them.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        foreach (var start in System.Globalization.StringInfo.ParseCombiningCharacters(text[..most]))
        {
            end = start < most ? start : end;
        }

        return text[..end] + "…";
    }
}
