using System.Globalization;
using Dialog.Core.Calendars;

namespace Dialog.Bot.Export;

/// <summary>A month or a year of the organisation's own calendar.</summary>
/// <param name="Name">As it was written: <c>2026-10</c> or <c>2026</c>.</param>
/// <param name="First">Its first instant.</param>
/// <param name="End">The first instant behind it.</param>
internal sealed record ArchivePeriod(string Name, DateTimeOffset First, DateTimeOffset End)
{
    /// <summary>Null when it is no period.</summary>
    public static ArchivePeriod? Read(string text, string timeZone)
    {
        var month = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        return (month || DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out first)) && first.Year is >= 2000 and < 2200
            ? new ArchivePeriod(text, Midnight(first), Midnight(month ? first.AddMonths(1) : first.AddYears(1)))
            : null;

        DateTimeOffset Midnight(DateOnly day) => WallClock.At(day, TimeOnly.MinValue, timeZone).ToUniversalTime();
    }
}
