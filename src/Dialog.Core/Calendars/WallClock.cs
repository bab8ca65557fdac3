using NodaTime;

namespace Dialog.Core.Calendars;

/// <summary>Between instants and the clock on a person's wall. The time zone data comes with the program, not with the machine.</summary>
public static class WallClock
{
    /// <summary>An IANA time zone that is known.</summary>
    public static bool Knows(string timeZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null;

    /// <summary>An instant as the clock on the wall shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, string timeZone) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone(timeZone)).ToDateTimeOffset();

    /// <summary>
    /// The instant at which the clock on the wall shows a day and time. A time that the change to summer time leaves out is one hour later; of a
    /// time that the change back shows twice, the first.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string timeZone) =>
        LocalDateTime.FromDateTime(day.ToDateTime(time)).InZoneLeniently(Zone(timeZone)).ToDateTimeOffset();

    /// <summary>The day on the wall.</summary>
    public static DateOnly Day(DateTimeOffset instant, string timeZone) => DateOnly.FromDateTime(Local(instant, timeZone).DateTime);

    private static DateTimeZone Zone(string timeZone) => DateTimeZoneProviders.Tzdb[timeZone];
}
