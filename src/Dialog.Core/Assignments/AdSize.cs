using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>Booked size of a printed ad, as a share of the page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AdSize>))]
public enum AdSize
{
    /// <summary>Åttondel.</summary>
    [JsonStringEnumMemberName("eighth")] Eighth,

    /// <summary>Kvart.</summary>
    [JsonStringEnumMemberName("quarter")] Quarter,

    /// <summary>Halv.</summary>
    [JsonStringEnumMemberName("half")] Half,

    /// <summary>Hel.</summary>
    [JsonStringEnumMemberName("full")] Full,
}
