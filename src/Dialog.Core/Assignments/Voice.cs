using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>In whose voice posts speak (domain.md §3.4). Ads and web pages speak in the person's own under the byline.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Voice>))]
public enum Voice
{
    /// <summary>First person, on the person's own account: no quotation marks.</summary>
    [JsonStringEnumMemberName("own")] Own,

    /// <summary>The organisation's account: ”…” – name, title.</summary>
    [JsonStringEnumMemberName("quoted")] Quoted,
}
