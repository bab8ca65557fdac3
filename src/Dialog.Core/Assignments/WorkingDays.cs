namespace Dialog.Core.Assignments;

/// <summary>Swedish working days (domain.md §5.1): Monday to Friday, neither a holiday by lag 1989:253 nor one of the eves that are free in municipal practice.</summary>
public static class WorkingDays
{
    /// <summary>People are at work this day.</summary>
    public static bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !IsFree(day);

    /// <summary>A working day with no working day on either side (klämdag): none of our deadlines or reminders falls on it, but a person may wish for it.</summary>
    public static bool IsBridgeDay(DateOnly day) => IsWorkingDay(day) && !IsWorkingDay(day.AddDays(-1)) && !IsWorkingDay(day.AddDays(1));

    /// <summary>This day, or the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day so many working days before another; bridge days are not counted.</summary>
    public static DateOnly Before(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day) && !IsBridgeDay(day) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool IsFree(DateOnly day)
    {
        var midsummerEve = day is { Month: 6, Day: >= 19 and <= 25, DayOfWeek: DayOfWeek.Friday };
        return midsummerEve
            || (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31)
            || day.DayNumber - Easter(day.Year).DayNumber is -2 or 1 or 39;
    }

    /// <summary>Easter Day by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
