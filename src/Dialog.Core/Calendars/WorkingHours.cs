using System.Globalization;

namespace Dialog.Core.Calendars;

/// <summary>The hours of a day in which somebody may be disturbed (domain.md §5.1, Quiet).</summary>
public sealed record WorkingHours
{
    /// <summary>The first minute of the day.</summary>
    public TimeOnly From { get; init; } = new(8, 0);

    /// <summary>From here on it is evening.</summary>
    public TimeOnly To { get; init; } = new(17, 0);

    /// <summary>Lunch begins.</summary>
    public TimeOnly LunchFrom { get; init; } = new(11, 30);

    /// <summary>Lunch is over.</summary>
    public TimeOnly LunchTo { get; init; } = new(13, 0);

    /// <summary>On a short day it is evening from here on.</summary>
    public TimeOnly ShortDayTo { get; init; } = new(12, 0);

    /// <summary>Two times of one day, <c>08:00-17:00</c>, the earlier first; null when it is anything else.</summary>
    public static (TimeOnly From, TimeOnly To)? ReadSpan(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var first, var last] && Read(first) is { } from && Read(last) is { } to && from < to ? (from, to) : null;

    private static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
