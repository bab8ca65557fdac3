using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Teams;

/// <summary>A message as Teams wants it: a plain bubble, or an Adaptive Card when there is something to choose or to show. Text is in TextRuns, which Teams shows literally.</summary>
internal static class TeamsRender
{
    /// <summary>Teams takes 100 KB for an activity; the advice is to stay under 28 KB, counted as UTF-16.</summary>
    private const int MostDraftCharacters = 9000;

    /// <summary>The activity to post.</summary>
    public static JsonObject Message(Outgoing message)
    {
        if (message.Choices.IsEmpty && message.Drafts.IsEmpty && message.Chosen is null)
        {
            return new JsonObject { ["type"] = "message", ["textFormat"] = "markdown", ["text"] = TeamsText.Escape(message.Text), ["locale"] = message.Language };
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["summary"] = message.Text,
            ["locale"] = message.Language,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = Card(message) }),
        };
    }

    /// <summary>The card alone: what an invoke is answered with.</summary>
    public static JsonObject Card(Outgoing message)
    {
        var body = new JsonArray(Text(message.Text));
        var left = MostDraftCharacters;
        foreach (var draft in message.Drafts)
        {
            left -= draft.Text.Length;
            if (left >= 0)
            {
                body.Add(Draft(draft));
            }
        }

        if (message.Chosen is { } chosen)
        {
            body.Add(Text($"✓ {chosen}", weight: "Bolder"));
        }

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = message.Text,
            ["lang"] = message.Language,
            ["body"] = body,
        };
        if (!message.Choices.IsEmpty)
        {
            card["actions"] = new JsonArray([.. message.Choices.Select(choice => (JsonNode)Action(choice))]);
        }

        if (!message.Drafts.IsEmpty)
        {
            card["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        return card;
    }

    private static JsonObject Draft(DraftPreview draft)
    {
        var counter = draft.Limit is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length}/{limit} {draft.Unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{draft.Name} · {draft.Length} {draft.Unit}");
        var items = new JsonArray(Text(counter, weight: "Bolder"));
        foreach (var line in draft.Text.Split('\n').Where(line => line.Length > 0))
        {
            items.Add(Text(line));
        }

        return new JsonObject { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Medium", ["items"] = items };
    }

    private static JsonObject Text(string text, string? weight = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (weight is not null)
        {
            run["weight"] = weight;
        }

        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    /// <summary>Older clients send the fallback as a message; both carry the same data.</summary>
    private static JsonObject Action(Choice choice) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = choice.Label,
        ["verb"] = "choose",
        ["data"] = Data(choice),
        ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = Data(choice) },
    };

    private static JsonObject Data(Choice choice) => new() { ["verb"] = "choose", ["choice"] = choice.Value };
}
