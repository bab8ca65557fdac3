using System.Collections.Immutable;
using System.Globalization;

namespace Dialog.Core.Calendars;

/// <summary>When a person may be disturbed: their own hours on working days, not over lunch, not while away (domain.md §5.1, quiet and vacation).</summary>
public sealed record Availability
{
    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The person's hours.</summary>
    public WorkingHours Hours { get; init; } = new();

    /// <summary>Days the person is away.</summary>
    public ImmutableList<DateSpan> Absences { get; init; } = [];

    /// <summary>Days on which the whole organisation is taken to be away.</summary>
    public ImmutableList<DateSpan> Vacations { get; init; } = [];

    /// <summary>The usual vacation: ISO weeks 28 to 31 of a year.</summary>
    public static DateSpan SummerWeeks(int year, int firstWeek = 28, int lastWeek = 31) =>
        new(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, firstWeek, DayOfWeek.Monday)), DateOnly.FromDateTime(ISOWeek.ToDateTime(year, lastWeek, DayOfWeek.Monday)).AddDays(6));

    /// <summary>The absence a day falls in.</summary>
    public DateSpan? AbsenceOn(DateOnly day) => Find(Absences, day) ?? Find(Vacations, day);

    /// <summary>The person's own absence a day falls in.</summary>
    public DateSpan? OwnAbsenceOn(DateOnly day) => Find(Absences, day);

    /// <summary>The person may be disturbed at this instant.</summary>
    public bool Allows(DateTimeOffset instant, WorkingCalendar calendar)
    {
        var local = WallClock.Local(instant, TimeZone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return IsOpen(day, calendar) && time >= Hours.From && time < EndOf(day, calendar) && !(time >= Hours.LunchFrom && time < Hours.LunchTo);
    }

    /// <summary>The instant itself when it is allowed, else the next one that is.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset instant, WorkingCalendar calendar)
    {
        if (Allows(instant, calendar))
        {
            return instant;
        }

        var local = WallClock.Local(instant, TimeZone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (IsOpen(day, calendar) && time < Hours.From)
        {
            return WallClock.At(day, Hours.From, TimeZone);
        }

        return IsOpen(day, calendar) && time < Hours.LunchTo && Hours.LunchTo < EndOf(day, calendar)
            ? WallClock.At(day, Hours.LunchTo, TimeZone)
            : WallClock.At(OpenDayFrom(day.AddDays(1), calendar), Hours.From, TimeZone);
    }

    /// <summary>The day itself when the person can be asked on it, else the next such day.</summary>
    public DateOnly OpenDayFrom(DateOnly day, WorkingCalendar calendar)
    {
        while (!IsOpen(day, calendar))
        {
            day = AbsenceOn(day) is { } absence ? absence.Last.AddDays(1) : calendar.PlannableFrom(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The person can be asked on this day.</summary>
    public bool IsOpen(DateOnly day, WorkingCalendar calendar) => calendar.IsPlannable(day) && AbsenceOn(day) is null;

    private static DateSpan? Find(ImmutableList<DateSpan> spans, DateOnly day) => spans.Exists(span => span.Contains(day)) ? spans.Find(span => span.Contains(day)) : null;

    private TimeOnly EndOf(DateOnly day, WorkingCalendar calendar) => calendar.IsShort(day) && Hours.ShortDayTo < Hours.To ? Hours.ShortDayTo : Hours.To;
}
