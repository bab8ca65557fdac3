using System.Collections.Immutable;
using Dialog.Core.Calendars;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Dialog.Bot.Turns;

/// <summary>
/// Reads the days somebody is away from their calendar (RFC 5545): those of whole-day events that are not marked as free, and those of whose hours an event
/// marked out of office (X-MICROSOFT-CDO-BUSYSTATUS) takes most.
/// </summary>
internal static class AwayCalendar
{
    /// <summary>Out of office for less of the person's hours is an errand; of a shorter day it is all of them.</summary>
    private static readonly TimeSpan MostOfADay = TimeSpan.FromHours(6);

    /// <summary>What is further ahead is read when it comes nearer.</summary>
    private const int MonthsAhead = 18;

    private const int MostSpans = 200;

    /// <summary>"Until further notice" ends here.</summary>
    private static readonly DateOnly Farthest = new(2199, 12, 31);

    /// <summary>The spans from today on; null when the text is no calendar.</summary>
    /// <param name="text">The calendar.</param>
    /// <param name="timeZone">The person's.</param>
    /// <param name="hours">The person's, by which it is told how much of a day is taken.</param>
    /// <param name="now">What is over is left out.</param>
    public static ImmutableList<DateSpan>? Read(string text, string timeZone, WorkingHours hours, DateTimeOffset now)
    {
        try
        {
            return Calendar.Load(text) is { } calendar ? Spans(calendar, timeZone, hours, now) : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The reader throws whatever it trips over, some of it only when occurrences are reckoned: to us it is all "no calendar".
            return null;
        }
    }

    private static ImmutableList<DateSpan> Spans(Calendar calendar, string timeZone, WorkingHours hours, DateTimeOffset now)
    {
        var today = WallClock.Day(now, timeZone);
        var from = new CalDateTime(today.AddDays(-60));
        var to = today.AddMonths(MonthsAhead);
        return [.. calendar.Events.Where(IsAway).SelectMany(away => away.GetOccurrences(from).TakeWhile(occurrence => Day(occurrence.Period.StartTime, timeZone) <= to).Take(MostSpans).Select(occurrence => Span(away, occurrence.Period, timeZone, hours)))
            .OfType<DateSpan>().Where(span => span.Last >= today).Select(span => span.Last > Farthest ? new DateSpan(span.First, Farthest) : span).OrderBy(span => span.First).Take(MostSpans)];
    }

    private static bool IsAway(CalendarEvent item)
    {
        var status = item.Properties.FirstOrDefault(property => property.Name == "X-MICROSOFT-CDO-BUSYSTATUS")?.Value?.ToString();
        return item.Start is not null && (item.RecurrenceRule is not { } rule || IsModest(rule) && item.Properties.AllOf("RRULE").Count() == 1) && item.Status != "CANCELLED" && (status == "OOF" || item.IsAllDay && status is null or "BUSY" && item.Transparency != TransparencyType.Transparent);
    }

    /// <summary>Nobody is away many times a day; to reckon such a rule from its beginning could take for ever.</summary>
    private static bool IsModest(RecurrenceRule rule) => rule.Frequency >= FrequencyType.Daily && rule.ByHour.Count <= 1 && rule.ByMinute.Count <= 1 && rule.BySecond.Count <= 1;

    private static DateSpan? Span(CalendarEvent item, Period period, string timeZone, WorkingHours hours)
    {
        var first = Day(period.StartTime, timeZone);
        var end = period.EffectiveEndTime ?? period.StartTime;
        if (item.IsAllDay)
        {
            // The end of a whole-day event is the day after.
            var last = Day(end, timeZone).AddDays(-1);
            return new DateSpan(first, last < first ? first : last);
        }

        var (from, to) = (Wall(period.StartTime, timeZone), Wall(end, timeZone));
        var (firstAway, lastAway) = (IsTaken(first) ? first : first.AddDays(1), IsTaken(DateOnly.FromDateTime(to)) ? DateOnly.FromDateTime(to) : DateOnly.FromDateTime(to).AddDays(-1));
        return firstAway <= lastAway ? new DateSpan(firstAway, lastAway) : null;

        bool IsTaken(DateOnly day)
        {
            var (begins, ends) = (day.ToDateTime(hours.From), day.ToDateTime(hours.To));
            return (to < ends ? to : ends) - (from > begins ? from : begins) >= (hours.To - hours.From < MostOfADay ? hours.To - hours.From : MostOfADay);
        }
    }

    private static DateOnly Day(CalDateTime at, string timeZone) => DateOnly.FromDateTime(Wall(at, timeZone));

    /// <summary>What the clock on the person's wall shows; midnight for a day.</summary>
    private static DateTime Wall(CalDateTime at, string timeZone) => at.HasTime ? WallClock.Local(new DateTimeOffset(at.AsUtc, TimeSpan.Zero), timeZone).DateTime : at.Date.ToDateTime(TimeOnly.MinValue);
}
