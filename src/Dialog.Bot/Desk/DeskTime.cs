using System.Globalization;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>Instants in words, on the organisation's clock.</summary>
internal static class DeskTime
{
    /// <summary>"tisdag 2 mars 9.31", "Tuesday 2 March 9.31".</summary>
    public static string Words(DateTimeOffset instant, Organisation organisation, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "sv-SE");
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone));
        return local.ToString("dddd d MMMM H.mm", culture);
    }
}
