using System.Text;
using System.Text.Json;

namespace Dialog.EndToEnd.Teams;

/// <summary>What the connector refuses, or does not show as it was meant.</summary>
internal static class TeamsRules
{
    /// <summary>The connector counts an activity in UTF-16 and takes at most 100 KB.</summary>
    private const int MaxBytes = 100 * 1024;

    private static readonly string[] Elements =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Image", "Container", "ColumnSet", "Column", "FactSet", "ActionSet",
        "Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time", "Input.Number", "Input.Toggle", "Table", "TableRow", "TableCell",
        "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility", "messageBack", "imBack", "task/fetch",
    ];

    public static IReadOnlyList<string> Problems(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object)
        {
            return ["the activity is not an object"];
        }

        var problems = new List<string>();
        var type = Text(activity, "type");
        var hasText = Text(activity, "text") is { Length: > 0 };
        var attachments = activity.TryGetProperty("attachments", out var list) ? list.EnumerateArray().ToList() : [];
        if (Encoding.Unicode.GetByteCount(activity.GetRawText()) > MaxBytes)
        {
            problems.Add("over 100 KB");
        }

        if (type is not ("message" or "typing"))
        {
            problems.Add($"type {type}");
        }

        if (type == "message" && !hasText && attachments.Count == 0)
        {
            problems.Add("neither text nor attachment");
        }

        if (attachments.Count + (hasText ? 1 : 0) > 1)
        {
            problems.Add("would be split into several messages and could never be updated");
        }

        problems.AddRange(attachments.SelectMany(ProblemsOfAttachment));
        return problems;
    }

    /// <summary>Every object inside, outermost first.</summary>
    public static IEnumerable<JsonElement> All(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => All(member.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(All),
        _ => [],
    };

    private static IEnumerable<string> ProblemsOfAttachment(JsonElement attachment)
    {
        if (Text(attachment, "contentType") != "application/vnd.microsoft.card.adaptive"
            || !attachment.TryGetProperty("content", out var card) || card.ValueKind != JsonValueKind.Object || Text(card, "type") != "AdaptiveCard")
        {
            return ["the attachment is not an adaptive card"];
        }

        var problems = new List<string>();
        if (!Version.TryParse(Text(card, "version"), out var version) || version > new Version(1, 5))
        {
            problems.Add($"card version {Text(card, "version")}");
        }

        if (!card.TryGetProperty("body", out var body) || body.GetArrayLength() == 0)
        {
            problems.Add("card without body");
        }

        var parts = All(card).Where(part => part.TryGetProperty("type", out _)).ToList();
        problems.AddRange(parts.Select(part => Text(part, "type")).Where(type => !Elements.Contains(type)).Select(type => $"card element {type}"));
        problems.AddRange(parts.Where(part => Text(part, "type") is "TextBlock" or "TextRun" && Text(part, "text") is null).Select(_ => "card text without text"));
        var actions = parts.Where(part => Text(part, "type")!.StartsWith("Action.", StringComparison.Ordinal)).ToList();
        problems.AddRange(actions.Where(action => Text(action, "title") is null or "" && Text(action, "verb") != "refresh").Select(_ => "action without title"));
        problems.AddRange(actions.Where(action => Text(action, "type") == "Action.Execute" && string.IsNullOrEmpty(Text(action, "verb"))).Select(_ => "Action.Execute without verb"));
        problems.AddRange(actions
            .Where(action => Text(action, "type") is "Action.Execute" or "Action.Submit" && (!action.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object))
            .Select(_ => "action without data"));
        return problems;
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
