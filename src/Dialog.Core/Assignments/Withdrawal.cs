using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>Why a question is taken back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Withdrawal>))]
public enum Withdrawal
{
    /// <summary>The editor does not need the answer any more.</summary>
    [JsonStringEnumMemberName("notNeeded")] NotNeeded,

    /// <summary>Somebody else is asked instead.</summary>
    [JsonStringEnumMemberName("reassigned")] Reassigned,

    /// <summary>The deputy has answered. Whoever is away hears nothing; whoever is there and has begun goes on.</summary>
    [JsonStringEnumMemberName("deputyAnswered")] DeputyAnswered,

    /// <summary>The person whose place the deputy takes is back, or has answered. A deputy who has begun goes on.</summary>
    [JsonStringEnumMemberName("personBack")] PersonBack,

    /// <summary>The person whose place the deputy takes is not asked any more. A deputy who has begun goes on.</summary>
    [JsonStringEnumMemberName("personSpared")] PersonSpared,

    /// <summary>Nothing has happened in it for so long that it has ended by itself.</summary>
    [JsonStringEnumMemberName("abandoned")] Abandoned,
}
