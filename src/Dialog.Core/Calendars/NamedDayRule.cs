using System.Collections.Immutable;
using System.Globalization;

namespace Dialog.Core.Calendars;

/// <summary>A named day and the one rule that finds it in a year: a fixed date, a distance from Easter Day, or the first such weekday on or after a date.</summary>
public sealed record NamedDayRule
{
    /// <summary>Name by language.</summary>
    public required ImmutableDictionary<string, string> Name { get; init; }

    /// <summary>What the day means for work.</summary>
    public required DayKind Kind { get; init; }

    /// <summary>A fixed date, <c>MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Days after Easter Day; negative before it.</summary>
    public int? Easter { get; init; }

    /// <summary>With <see cref="OnOrAfter"/>: which weekday.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The first date the weekday may fall on, <c>MM-dd</c>.</summary>
    public string? OnOrAfter { get; init; }

    /// <summary>What is wrong with the rule; null when it can be used.</summary>
    internal string? Mistake
    {
        get
        {
            var ways = (Date is null ? 0 : 1) + (Easter is null ? 0 : 1) + (Weekday is null && OnOrAfter is null ? 0 : 1);
            return ways != 1 ? "give one of date, easter, or weekday with onOrAfter."
                : Weekday is null != OnOrAfter is null ? "weekday and onOrAfter belong together."
                : (Date ?? OnOrAfter) is { } date && !TryReadDate(date, out _) ? $"”{date}” is no date. Write month and day as MM-dd."
                : Name.IsEmpty ? "the day has no name."
                : null;
        }
    }

    /// <summary>The day in a year.</summary>
    public DateOnly In(int year)
    {
        if (Easter is { } offset)
        {
            return EasterDay(year).AddDays(offset);
        }

        TryReadDate((Date ?? OnOrAfter)!, out var inLeapYear);

        // 29 February is 1 March in other years.
        var date = inLeapYear is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, inLeapYear.Month, inLeapYear.Day);
        return Weekday is { } weekday ? date.AddDays(((int)weekday - (int)date.DayOfWeek + 7) % 7) : date;
    }

    /// <summary>Easter Day of the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    internal static DateOnly EasterDay(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        var day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }

    private static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
