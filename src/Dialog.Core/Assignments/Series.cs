using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>A recurring assignment: the days come from a rule or a list of editions, persons and questions take turns.</summary>
public sealed record Series
{
    /// <summary>Calendar days that no question goes out earlier than before its day in print.</summary>
    private const int LongestPlan = 366;

    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>What the desk calls it.</summary>
    public required string Title { get; init; }

    /// <summary>What all occurrences have in common; person, topic, brief and dates are filled in for each.</summary>
    public required Assignment Template { get; init; }

    /// <summary>Which weekday of each month is the day in print; null when there is a list of editions.</summary>
    public MonthlyRule? Rule { get; init; }

    /// <summary>The days in print, when the newspaper has told them.</summary>
    public ImmutableList<DateOnly> Editions { get; init; } = [];

    /// <summary>The question goes out so many working days before the day in print; null when the organisation's plan decides.</summary>
    public int? WorkingDaysBefore { get; init; }

    /// <summary>Who is asked, taking turns. Never empty.</summary>
    public required ImmutableList<string> PersonIds { get; init; }

    /// <summary>What is asked, taking turns. Never empty.</summary>
    public required ImmutableList<SeriesQuestion> Questions { get; init; }

    /// <summary>No occurrence before this day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Occurrences that are left out, by the day the rule gives.</summary>
    public ImmutableList<DateOnly> Skipped { get; init; } = [];

    /// <summary>Occurrences on another day than the rule gives.</summary>
    public ImmutableDictionary<DateOnly, DateOnly> Moved { get; init; } = ImmutableDictionary<DateOnly, DateOnly>.Empty;

    /// <summary>No occurrence comes any more; taken up again it goes on where it would be by then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ended { get; init; }

    /// <summary>Occurrences, by the day the rule gives, whose instant to open had passed when they came into the series: they are opened at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableList<DateOnly>? Overdue { get; init; }

    /// <summary>The occurrences from the first on, those left out too; endless for a rule, none once the series has ended.</summary>
    public IEnumerable<Occurrence> Occurrences()
    {
        if (Ended)
        {
            yield break;
        }

        var number = 0;
        foreach (var day in Rule is { } rule ? rule.From(From) : Editions.Where(edition => edition >= From).Distinct().Order())
        {
            yield return new Occurrence(day, Moved.GetValueOrDefault(day, day), PersonIds[number % PersonIds.Count], Questions[number % Questions.Count], Skipped.Contains(day));
            number++;
        }
    }

    /// <summary>The occurrence the rule or the list gives for that day; null when there is none.</summary>
    public Occurrence? On(DateOnly ruleDay) => Occurrences().TakeWhile(occurrence => occurrence.RuleDay <= ruleDay).FirstOrDefault(occurrence => occurrence.RuleDay == ruleDay);

    /// <summary>The series with an occurrence left out, or taken in again.</summary>
    public Series Skip(DateOnly ruleDay, bool skipped) => this with { Skipped = skipped ? Skipped.Remove(ruleDay).Add(ruleDay) : Skipped.Remove(ruleDay) };

    /// <summary>The series with an occurrence on another day in print; on its own day it is where the rule has it.</summary>
    public Series Move(DateOnly ruleDay, DateOnly to) => this with { Moved = to == ruleDay ? Moved.Remove(ruleDay) : Moved.SetItem(ruleDay, to) };

    /// <summary>The occurrence's assignment; the same occurrence always gives the same id.</summary>
    public Assignment Order(Occurrence occurrence) => Template with
    {
        Id = $"{Id}-{occurrence.RuleDay:yyyyMMdd}",
        PersonId = occurrence.PersonId,
        DeputyId = Template.DeputyId == occurrence.PersonId ? null : Template.DeputyId,
        Topic = occurrence.Question.Topic,
        Brief = occurrence.Question.Brief,
        PublishOn = occurrence.Day,
        AsPlanned = WorkingDaysBefore is null,
        InTheirHours = WorkingDaysBefore is not null,
    };

    /// <summary>
    /// When the occurrence's assignment is opened: in the morning of the day its question goes out, before a vacation or an absence of the person's that day would
    /// fall in. Of several in one absence the first goes out before it; the others have their own day, and their deputy.
    /// </summary>
    /// <param name="occurrence">Which time.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="rules">The organisation's steps.</param>
    /// <param name="timeZone">The organisation's.</param>
    /// <param name="away">The days people are away, by their ids; null where that does not matter.</param>
    public DateTimeOffset OpensAt(Occurrence occurrence, WorkingCalendar calendar, PlanRules rules, string timeZone, IReadOnlyDictionary<string, ImmutableList<DateSpan>>? away = null)
    {
        var day = QuestionDay(occurrence, calendar, rules);
        if (AwayOn(occurrence, away, day) is { } absence && !Occurrences().TakeWhile(earlier => earlier.RuleDay < occurrence.RuleDay).Any(earlier => IsFirst(earlier, absence)))
        {
            day = calendar.Before(absence.First, rules.BeforeAbsence);
        }
        else if (rules.Vacation is { } weeks && Availability.SummerWeeks(day.Year, weeks.First, weeks.Last) is var vacation && vacation.Contains(day))
        {
            day = calendar.Before(vacation.First, rules.BeforeAbsence);
        }

        return WallClock.At(day, WorkingDaysBefore is null ? new TimeOnly(6, 0) : rules.Needed(PlanStep.Question).Time, timeZone);

        bool IsFirst(Occurrence earlier, DateSpan gap) => !earlier.Skipped && earlier.PersonId == occurrence.PersonId && gap.Contains(QuestionDay(earlier, calendar, rules));
    }

    /// <summary>The days, as the rule gives them, of occurrences that should have been opened by now and whose text can still make the paper.</summary>
    public IEnumerable<DateOnly> Missed(DateTimeOffset now, WorkingCalendar calendar, PlanRules rules, string timeZone, IReadOnlyDictionary<string, ImmutableList<DateSpan>>? away = null)
    {
        var (last, deadline) = (LastOutOfTurn(away), rules.Needed(PlanStep.CopyDeadline));
        return Occurrences()
            .TakeWhile(occurrence => occurrence.RuleDay <= last || Opens(occurrence) <= now)
            .Where(occurrence => !occurrence.Skipped && Opens(occurrence) <= now && WallClock.At(calendar.Before(occurrence.Day, deadline.DaysBefore), deadline.Time, timeZone) > now)
            .Select(occurrence => occurrence.RuleDay);

        DateTimeOffset Opens(Occurrence occurrence) => OpensAt(occurrence, calendar, rules, timeZone, away);
    }

    /// <summary>Up to this day, as the rule gives it, an occurrence may be opened before one that stands before it: it was moved, or the person is away.</summary>
    public DateOnly LastOutOfTurn(IReadOnlyDictionary<string, ImmutableList<DateSpan>>? away)
    {
        var absences = PersonIds.SelectMany(id => away?.GetValueOrDefault(id) ?? []).Select(absence => absence.Last);
        return Moved.Keys.Concat(absences.Select(last => last.AddDays(LongestPlan))).DefaultIfEmpty().Max();
    }

    private DateOnly QuestionDay(Occurrence occurrence, WorkingCalendar calendar, PlanRules rules) =>
        calendar.Before(occurrence.Day, WorkingDaysBefore ?? rules.Needed(PlanStep.Question).DaysBefore);

    private static DateSpan? AwayOn(Occurrence occurrence, IReadOnlyDictionary<string, ImmutableList<DateSpan>>? away, DateOnly day) =>
        away?.GetValueOrDefault(occurrence.PersonId)?.Cast<DateSpan?>().FirstOrDefault(absence => absence!.Value.Contains(day));
}

/// <summary>What is asked in an occurrence.</summary>
/// <param name="Topic">The question the reader sees.</param>
/// <param name="Brief">The editor's words to the respondent.</param>
public sealed record SeriesQuestion(string Topic, string? Brief = null);

/// <summary>One time of a series.</summary>
/// <param name="RuleDay">The day the rule or the list gives: its name.</param>
/// <param name="Day">The day in print.</param>
/// <param name="PersonId">Whose turn it is.</param>
/// <param name="Question">Which question's turn it is.</param>
/// <param name="Skipped">Left out; the turns of persons and questions go on.</param>
public sealed record Occurrence(DateOnly RuleDay, DateOnly Day, string PersonId, SeriesQuestion Question, bool Skipped);

/// <summary>A weekday of every month: the first Thursday, the last Friday.</summary>
/// <param name="Nth">1 to 4, or -1 for the last.</param>
/// <param name="Weekday">Which.</param>
/// <param name="EveryMonths">1 for each month, 2 for every other …</param>
public sealed record MonthlyRule(int Nth, [property: JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Weekday, int EveryMonths = 1)
{
    /// <summary>The days from a day on.</summary>
    public IEnumerable<DateOnly> From(DateOnly from)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month.Year < 9999; month = month.AddMonths(EveryMonths))
        {
            if (In(month) is var day && day >= from)
            {
                yield return day;
            }
        }
    }

    private DateOnly In(DateOnly month)
    {
        var first = month.AddDays(((int)Weekday - (int)month.DayOfWeek + 7) % 7);
        var last = month.AddMonths(1).AddDays(-1);
        return Nth > 0 ? first.AddDays(7 * (Nth - 1)) : last.AddDays(-(((int)last.DayOfWeek - (int)Weekday + 7) % 7));
    }
}
