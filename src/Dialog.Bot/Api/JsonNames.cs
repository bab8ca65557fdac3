using System.Collections.Frozen;
using System.Text.Json;

namespace Dialog.Bot.Api;

/// <summary>The names of an enumeration as they stand in JSON, so that a query says the same as a body.</summary>
internal static class JsonNames<T>
    where T : struct, Enum
{
    public static FrozenDictionary<string, T> All { get; } =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value).GetString()!, StringComparer.OrdinalIgnoreCase);
}
