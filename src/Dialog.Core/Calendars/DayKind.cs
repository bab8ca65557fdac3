using System.Text.Json.Serialization;

namespace Dialog.Core.Calendars;

/// <summary>What a named day means for work.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
public enum DayKind
{
    /// <summary>Nothing after 12.00 (trettondagsafton, skärtorsdag).</summary>
    [JsonStringEnumMemberName("short")] Short,

    /// <summary>Free by custom, though no holiday by law (julafton).</summary>
    [JsonStringEnumMemberName("free")] Free,

    /// <summary>Holiday by law.</summary>
    [JsonStringEnumMemberName("holiday")] Holiday,
}
