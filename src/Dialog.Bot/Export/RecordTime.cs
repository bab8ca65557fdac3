using System.Globalization;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Export;

/// <summary>Instants as records write them, on the organisation's clock.</summary>
internal static class RecordTime
{
    /// <summary>"2027-03-02 09:31".</summary>
    public static string Stamp(DateTimeOffset instant, Organisation organisation) => WallClock.Local(instant, organisation.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
