using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dialog.Bot.Store;

/// <summary>How records of the core are written into the store. What was written by an earlier release must still be read.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An enumeration's value as it stands in JSON and in the audit log.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"Stored {typeof(T).Name} is null.");
}
