namespace Dialog.Core.Assignments;

/// <summary>Instants as the clock on a person's wall shows them, and when that person is not to be disturbed (domain.md §5.1).</summary>
internal static class WorkingTime
{
    private static readonly TimeSpan Morning = new(8, 0, 0);
    private static readonly TimeSpan Evening = new(17, 0, 0);
    private static readonly TimeSpan LunchFrom = new(11, 30, 0);
    private static readonly TimeSpan LunchTo = new(13, 0, 0);

    /// <summary>Before 08.00, from 17.00, 11.30–13.00 and all of a day off.</summary>
    public static bool IsQuiet(DateTimeOffset instant, string timeZone)
    {
        var local = Local(instant, timeZone);
        var time = local.TimeOfDay;
        return time < Morning || time >= Evening || time >= LunchFrom && time < LunchTo || !WorkingDays.IsWorkingDay(DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>An instant as the clock on the person's wall shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, string timeZone) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>The instant of a time on the wall; an hour that the change to summer time skips is read as the hour after it.</summary>
    public static DateTimeOffset At(DateTime wall, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var real = zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(real, zone.GetUtcOffset(real));
    }
}
