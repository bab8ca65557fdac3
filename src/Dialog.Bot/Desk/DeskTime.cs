using System.Globalization;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>Instants in words, on the organisation's clock.</summary>
internal static class DeskTime
{
    /// <summary>"tisdag 2 mars 9.31", "Tuesday 2 March 9.31"; with the year when it is another one.</summary>
    public static string Words(DateTimeOffset instant, Organisation organisation, DateTimeOffset now, string language)
    {
        var (local, today) = (Local(instant, organisation), Local(now, organisation));
        return local.ToString(local.Year == today.Year ? "dddd d MMMM H.mm" : "dddd d MMMM yyyy H.mm", CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "sv-SE"));
    }

    /// <summary>"tis 2 mars", "Tue 2 Mar"; with the year when it is another one.</summary>
    public static string Day(DateTimeOffset instant, Organisation organisation, DateTimeOffset now, string language)
    {
        var (day, today) = (Local(instant, organisation), Local(now, organisation));
        var text = day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "sv-SE"));
        return text.Replace(".", "", StringComparison.Ordinal);
    }

    /// <summary>On the organisation's wall clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant, Organisation organisation) => WallClock.Local(instant, organisation.TimeZone);
}
