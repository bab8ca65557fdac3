using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dialog.Core.Calendars;

/// <summary>
/// Which days are worked (domain.md §5.1). A working day is no weekend, holiday, free eve or closure. A squeezed day (klämdag) is a working
/// day with no working day on either side: it is worked, but nothing of ours is planned on it and it is not counted.
/// </summary>
/// <param name="rules">The country's rules.</param>
/// <param name="closures">Days the organisation is closed beside them.</param>
public sealed class WorkingCalendar(CalendarRules rules, ImmutableList<DateSpan> closures)
{
    /// <summary>A search for a working day ends here: a calendar without one in a year is a mistake.</summary>
    private const int MostDays = 366;

    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, NamedDayRule>> years = new();

    /// <summary>Sweden's calendar, no closures.</summary>
    public static WorkingCalendar Sweden { get; } = new(CalendarRules.Sweden, []);

    /// <summary>The name of a holiday, free or short day; null for an ordinary day.</summary>
    public string? NameOf(DateOnly day, string language) =>
        Named(day) is { } named ? named.Name.GetValueOrDefault(language) ?? named.Name.Values.First() : null;

    /// <summary>Nothing after 12.00.</summary>
    public bool IsShort(DateOnly day) => Named(day)?.Kind == DayKind.Short && IsWorkingDay(day);

    /// <summary>Worked, squeezed days included.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        !rules.Weekend.Contains(day.DayOfWeek)
        && Named(day)?.Kind is not (DayKind.Holiday or DayKind.Free)
        && !closures.Exists(closure => closure.Contains(day));

    /// <summary>A working day with no working day on either side.</summary>
    public bool IsSqueezed(DateOnly day) => IsWorkingDay(day) && !IsWorkingDay(day.AddDays(-1)) && !IsWorkingDay(day.AddDays(1));

    /// <summary>A working day that things are planned on: not squeezed.</summary>
    public bool IsPlannable(DateOnly day) => IsWorkingDay(day) && !IsSqueezed(day);

    /// <summary>The day itself when it is worked, else the next one that is.</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => Seek(day, 1, IsWorkingDay);

    /// <summary>The day itself when things are planned on it, else the next one.</summary>
    public DateOnly PlannableFrom(DateOnly day) => Seek(day, 1, IsPlannable);

    /// <summary>So many plannable days before (negative: after) a day; 0 is the day itself.</summary>
    public DateOnly Before(DateOnly day, int workingDays)
    {
        var step = workingDays < 0 ? 1 : -1;
        for (var left = Math.Abs(workingDays); left > 0; left--)
        {
            day = Seek(day.AddDays(step), step, IsPlannable);
        }

        return day;
    }

    private static DateOnly Seek(DateOnly day, int step, Func<DateOnly, bool> fits)
    {
        for (var tried = 0; tried < MostDays; tried++, day = day.AddDays(step))
        {
            if (fits(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The calendar has no working day within a year of {day:yyyy-MM-dd}.");
    }

    /// <summary>The strongest rule that names the day.</summary>
    private NamedDayRule? Named(DateOnly day) => years.GetOrAdd(day.Year, InYear).GetValueOrDefault(day);

    private FrozenDictionary<DateOnly, NamedDayRule> InYear(int year) =>
        rules.Days.GroupBy(rule => rule.In(year)).ToFrozenDictionary(same => same.Key, same => same.MaxBy(rule => rule.Kind)!);
}
