using Dialog.Core.Calendars;

namespace Dialog.Core.People;

/// <summary>What a conversation needs to know of the person it is with.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name as it stands in a byline; null when the platform has not told.</param>
/// <param name="Title">Title in a byline, e.g. kommunchef.</param>
/// <param name="Language">Preferred language, <c>sv</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA time zone.</param>
public sealed record Respondent(string Id, string? Name, string? Title, string Language, string TimeZone)
{
    /// <summary>The person's own hours; null when the organisation's count.</summary>
    public WorkingHours? Hours { get; init; }
}
