using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Reads JSON from Slack leniently: what is not there, or of another kind, is nothing.</summary>
internal static class SlackJson
{
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(JsonElement parent, string name) => Member(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static bool Flag(JsonElement parent, string name) => Member(parent, name).ValueKind == JsonValueKind.True;

    /// <summary>The elements of an array; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
