namespace Dialog.Core.Interviews;

/// <summary>Resolves the respondent's own "later" to an instant in their time zone (domain.md §5.4).</summary>
internal static class WorkingTime
{
    /// <summary>Three hours on, on the half hour, when asked before 16.30; else the next working day at 09.00.</summary>
    public static DateTimeOffset Later(DateTimeOffset now, string timeZone)
    {
        var local = Local(now, timeZone);
        if (IsWorkingDay(local) && local.TimeOfDay < new TimeSpan(16, 30, 0))
        {
            var wanted = local.DateTime.AddHours(3);
            var half = new DateTime(wanted.Year, wanted.Month, wanted.Day, wanted.Hour, 0, 0).AddMinutes(wanted.Minute == 0 ? 0 : wanted.Minute <= 30 ? 30 : 60);
            return At(half, timeZone);
        }

        return Tomorrow(now, timeZone);
    }

    /// <summary>The next working day at 09.00.</summary>
    public static DateTimeOffset Tomorrow(DateTimeOffset now, string timeZone)
    {
        var day = Local(now, timeZone).AddDays(1);
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return At(day.Date.AddHours(9), timeZone);
    }

    /// <summary>An instant as the clock on the person's wall shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, string timeZone) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    private static DateTimeOffset At(DateTime local, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static bool IsWorkingDay(DateTimeOffset day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
