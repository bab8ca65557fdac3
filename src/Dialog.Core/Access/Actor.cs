using System.Text.Json.Serialization;

namespace Dialog.Core.Access;

/// <summary>Who does something to a draft, and as what.</summary>
/// <param name="Role">As what.</param>
/// <param name="PersonId">Null for the desk's token, which is nobody in particular.</param>
/// <param name="Name">The person's name, as it was then.</param>
public sealed record Actor(ReviewRole Role, string? PersonId = null, string? Name = null)
{
    /// <summary>Whoever holds the desk's token.</summary>
    public static readonly Actor Desk = new(ReviewRole.Desk);

    /// <summary>Two entries speak for the same voice.</summary>
    public bool Is(Actor other) => PersonId == other.PersonId && (PersonId is not null || Role == other.Role);
}

/// <summary>As what somebody acts on a draft (domain.md §1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewRole>))]
public enum ReviewRole
{
    /// <summary>The person whose words they are.</summary>
    [JsonStringEnumMemberName("respondent")] Respondent,

    /// <summary>An editor.</summary>
    [JsonStringEnumMemberName("editor")] Editor,

    /// <summary>A named approver.</summary>
    [JsonStringEnumMemberName("approver")] Approver,

    /// <summary>The desk's token: acts as editor and approver of its own desk.</summary>
    [JsonStringEnumMemberName("desk")] Desk,

    /// <summary>Runs the program; reads no answers and decides about no text.</summary>
    [JsonStringEnumMemberName("admin")] Administrator,
}
