using System.Text.Json;

namespace Dialog.EndToEnd.Slack;

/// <summary>What Slack refuses in blocks (<c>invalid_blocks</c>). Numbers: Fixtures/slack-limits.json.</summary>
internal static class SlackRules
{
    private static readonly Dictionary<string, int> Limits =
        JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "slack-limits.json")))!;

    public static int Limit(string name) => Limits[name];

    /// <summary>Everything that is wrong with a message's blocks; empty when Slack would take them.</summary>
    public static IReadOnlyList<string> Problems(JsonElement blocks)
    {
        var problems = new List<string>();
        if (blocks.ValueKind != JsonValueKind.Array)
        {
            return ["blocks is not an array"];
        }

        if (blocks.GetArrayLength() is 0 or > 50)
        {
            problems.Add($"{blocks.GetArrayLength()} blocks");
        }

        var ids = new HashSet<string>();
        foreach (var block in blocks.EnumerateArray())
        {
            if (Text(block, "block_id") is { } id && (!ids.Add(id) || id.Length is 0 || id.Length > Limits["blockId"]))
            {
                problems.Add($"block_id {id} is repeated, empty or too long");
            }

            problems.AddRange(ProblemsOfBlock(block));
        }

        return problems;
    }

    /// <summary>Everything that is wrong with a page or a form; empty when Slack would take it.</summary>
    public static IReadOnlyList<string> ProblemsOfView(JsonElement view)
    {
        var problems = new List<string>();
        var blocks = view.GetProperty("blocks");
        var isForm = view.GetProperty("type").GetString() == "modal";
        if (blocks.GetArrayLength() is 0 || blocks.GetArrayLength() > Limits["blocksPerView"])
        {
            problems.Add($"{blocks.GetArrayLength()} blocks in a view");
        }

        foreach (var (name, limit) in ((string, string)[])[("title", "viewTitle"), ("submit", "viewSubmit"), ("close", "viewClose")])
        {
            problems.AddRange(view.TryGetProperty(name, out _) ? isForm ? ProblemsOfText(view, name, Limits[limit], "plain_text") : [$"{name} on a page"] : isForm && name == "title" ? ["no title"] : []);
        }

        var inputs = blocks.EnumerateArray().Where(block => Text(block, "type") == "input").ToList();
        if (inputs.Count > 0 && !view.TryGetProperty("submit", out _))
        {
            problems.Add("input without submit");
        }

        if (Text(view, "private_metadata")?.Length > Limits["privateMetadata"])
        {
            problems.Add("private_metadata");
        }

        problems.AddRange(blocks.EnumerateArray().SelectMany(ProblemsOfBlock));
        return problems;
    }

    private static IEnumerable<string> ProblemsOfInput(JsonElement block)
    {
        if (!block.TryGetProperty("element", out var element) || Text(element, "action_id") is not { Length: > 0 })
        {
            return ["input without element or action_id"];
        }

        return
        [
            .. ProblemsOfText(block, "label", Limits["inputLabel"], "plain_text"),
            .. Text(element, "type") switch
            {
                "plain_text_input" when Text(element, "initial_value")?.Length > Limits["plainTextInputMax"] => ["initial_value"],
                "plain_text_input" or "users_select" or "datepicker" => Array.Empty<string>(),
                "checkboxes" => ProblemsOfOptions(element, Limits["checkboxOptions"]),
                "static_select" => ProblemsOfOptions(element, Limits["selectOptions"]),
                var type => [$"input element {type}"],
            },
        ];
    }

    private static string[] ProblemsOfOptions(JsonElement element, int most)
    {
        var options = element.GetProperty("options");
        var bad = options.EnumerateArray().Any(option => Text(option, "value") is not { Length: > 0 } value || value.Length > 75 || ProblemsOfText(option, "text", Limits["optionText"], "plain_text").Any());
        var isChosen = !element.TryGetProperty("initial_options", out var chosen) || chosen.GetArrayLength() > 0 && chosen.EnumerateArray().All(one => options.EnumerateArray().Any(option => JsonElement.DeepEquals(option, one)));
        return bad || !isChosen || options.GetArrayLength() is 0 || options.GetArrayLength() > most ? ["options"] : [];
    }

    /// <summary>Length of all text in the blocks; over 13,200 Slack answers <c>msg_blocks_too_long</c>.</summary>
    public static int TotalText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Sum(TotalText),
        JsonValueKind.Object => value.EnumerateObject().Sum(member =>
            member.NameEquals("text") && member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()!.Length : TotalText(member.Value)),
        _ => 0,
    };

    private static IEnumerable<string> ProblemsOfBlock(JsonElement block) => Text(block, "type") switch
    {
        "divider" => [],
        "header" => ProblemsOfText(block, "text", Limits["headerText"], "plain_text"),
        "section" => ProblemsOfSection(block),
        "context" => ProblemsOfElements(block, Limits["contextElements"], element =>
            Text(element, "type") is "mrkdwn" or "plain_text" ? ProblemsOfTextObject(element, Limits["sectionText"]) : ["context element"]),
        "actions" => ProblemsOfActions(block),
        "input" => ProblemsOfInput(block),
        "rich_text" => ProblemsOfElements(block, int.MaxValue, ProblemsOfRichText),
        "markdown" => Text(block, "text") is { Length: > 0 } text && text.Length <= Limits["markdownText"] ? [] : ["markdown text"],
        var type => [$"block type {type}"],
    };

    private static IEnumerable<string> ProblemsOfSection(JsonElement block)
    {
        if (!block.TryGetProperty("text", out _) && !block.TryGetProperty("fields", out _))
        {
            yield return "section without text";
        }

        foreach (var problem in block.TryGetProperty("text", out _) ? ProblemsOfText(block, "text", Limits["sectionText"]) : [])
        {
            yield return problem;
        }

        if (block.TryGetProperty("fields", out var fields))
        {
            if (fields.GetArrayLength() is 0 || fields.GetArrayLength() > Limits["sectionFields"])
            {
                yield return "number of fields";
            }

            foreach (var problem in fields.EnumerateArray().SelectMany(field => ProblemsOfTextObject(field, Limits["fieldText"])))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> ProblemsOfActions(JsonElement block)
    {
        var ids = new HashSet<string>();
        return ProblemsOfElements(block, Limits["actionsElements"], element =>
        [
            .. Text(element, "type") == "button" ? ProblemsOfText(element, "text", Limits["buttonText"], "plain_text") : [$"action {Text(element, "type")}"],
            .. Text(element, "action_id") is { Length: > 0 } id && id.Length <= Limits["actionId"] && ids.Add(id) ? Array.Empty<string>() : ["action_id is missing, repeated or too long"],
            .. element.TryGetProperty("value", out var value) && value.GetString() is var text && (text is null or "" || text.Length > Limits["buttonValue"]) ? ["button value"] : Array.Empty<string>(),
            .. Text(element, "style") is null or "primary" or "danger" ? Array.Empty<string>() : ["button style"],
        ]);
    }

    private static IEnumerable<string> ProblemsOfRichText(JsonElement element) => Text(element, "type") switch
    {
        "rich_text_section" or "rich_text_quote" or "rich_text_preformatted" => ProblemsOfElements(element, int.MaxValue, leaf => Text(leaf, "type") switch
        {
            "text" => Text(leaf, "text") is { Length: > 0 } ? [] : ["empty rich text"],
            "link" => Text(leaf, "url") is { Length: > 0 } url && url.Length <= Limits["buttonUrl"] ? [] : ["link"],
            "emoji" or "user" => [],
            var type => [$"rich text {type}"],
        }),
        "rich_text_list" => ProblemsOfElements(element, int.MaxValue, ProblemsOfRichText),
        var type => [$"rich text element {type}"],
    };

    private static IEnumerable<string> ProblemsOfElements(JsonElement parent, int most, Func<JsonElement, IEnumerable<string>> problemsOf)
    {
        if (!parent.TryGetProperty("elements", out var elements) || elements.ValueKind != JsonValueKind.Array
            || elements.GetArrayLength() is 0 || elements.GetArrayLength() > most)
        {
            return [$"{Text(parent, "type")} without elements or with too many"];
        }

        return elements.EnumerateArray().SelectMany(problemsOf);
    }

    private static IEnumerable<string> ProblemsOfText(JsonElement parent, string name, int most, string? only = null)
    {
        if (!parent.TryGetProperty(name, out var text) || text.ValueKind != JsonValueKind.Object)
        {
            return [$"{Text(parent, "type")} without {name}"];
        }

        return only is not null && Text(text, "type") != only ? [$"{name} is not {only}"] : ProblemsOfTextObject(text, most);
    }

    private static IEnumerable<string> ProblemsOfTextObject(JsonElement text, int most)
    {
        if (Text(text, "type") is not ("plain_text" or "mrkdwn"))
        {
            yield return $"text type {Text(text, "type")}";
        }

        if (Text(text, "text") is not { Length: > 0 } value || value.Length > most)
        {
            yield return $"text is missing, empty or over {most}";
        }

        if (Text(text, "type") == "mrkdwn" && text.TryGetProperty("emoji", out _))
        {
            yield return "emoji on mrkdwn";
        }
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
