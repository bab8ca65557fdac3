using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>When occurrences of series are opened, by the organisation's plan and the days that people are away.</summary>
/// <param name="away">The days people are away, by their ids.</param>
/// <param name="organisation">Whose plan and clock.</param>
internal sealed class OpeningTimes(IReadOnlyDictionary<string, ImmutableList<DateSpan>> away, Organisation organisation)
{
    /// <summary>When an occurrence is opened.</summary>
    public DateTimeOffset At(Series series, Occurrence occurrence) => series.OpensAt(occurrence, organisation.Calendar, organisation.Plan, organisation.TimeZone, away);

    /// <summary>When it would be opened if nobody were away.</summary>
    public DateTimeOffset OnItsDay(Series series, Occurrence occurrence) => series.OpensAt(occurrence, organisation.Calendar, organisation.Plan, organisation.TimeZone);

    /// <inheritdoc cref="Series.Missed"/>
    public IEnumerable<DateOnly> Missed(Series series, DateTimeOffset now) => series.Missed(now, organisation.Calendar, organisation.Plan, organisation.TimeZone, away);

    /// <summary>The first instant after another at which something is opened; null when nothing more is.</summary>
    public DateTimeOffset? NextAfter(Series series, DateTimeOffset after) => Openings(series, after).Where(opening => opening.At > after).Min(opening => (DateTimeOffset?)opening.At);

    /// <summary>What is opened until an instant, and at least the first time after it; also what is out of turn, which comes before or after what stands beside it.</summary>
    public IEnumerable<(Occurrence Occurrence, DateTimeOffset At)> Openings(Series series, DateTimeOffset until)
    {
        var last = series.LastOutOfTurn(away);
        foreach (var occurrence in series.Occurrences().Where(occurrence => !occurrence.Skipped))
        {
            var at = At(series, occurrence);
            yield return (occurrence, at);
            if (at > until && occurrence.RuleDay > last)
            {
                yield break;
            }
        }
    }
}
