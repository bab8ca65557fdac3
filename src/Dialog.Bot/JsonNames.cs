using System.Collections.Frozen;
using System.Text.Json;

namespace Dialog.Bot;

/// <summary>The names of an enumeration as they stand in JSON, so that a query says the same as a body.</summary>
internal static class JsonNames<T>
    where T : struct, Enum
{
    public static FrozenDictionary<string, T> All { get; } =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value).GetString()!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a value.</summary>
    public static string Of(T value) => Names[value];

    private static FrozenDictionary<T, string> Names { get; } = All.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
}
