using System.Text.Json;

namespace Dialog.EndToEnd.Slack;

/// <summary>A page or a form the bot has shown.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="For">The person whose page it is, or the trigger that opened the form.</param>
/// <param name="Json">The view.</param>
internal sealed record SlackView(string Id, string For, JsonElement Json)
{
    /// <summary>Every text in it, in order.</summary>
    public string Text => string.Join('\n', Texts(Json));

    /// <summary>Every button, in order.</summary>
    public IReadOnlyList<SlackButton> Buttons =>
    [
        .. from block in Json.GetProperty("blocks").EnumerateArray()
           from element in (block.TryGetProperty("elements", out var elements) ? elements.EnumerateArray() : []).Concat(block.TryGetProperty("accessory", out var accessory) ? [accessory] : [])
           where element.GetProperty("type").GetString() == "button"
           select new SlackButton("b", element.GetProperty("action_id").GetString()!, element.GetProperty("value").GetString()!, element.GetProperty("text").GetProperty("text").GetString()!),
    ];

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member is { Name: "text" or "initial_value", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : Texts(member.Value)),
        _ => [],
    };
}
