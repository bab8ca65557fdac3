using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Bot.Turns;

/// <summary>
/// The organisation's plan, calendar and hours: <c>Plan:Nudge=9 09:10</c> (working days before the day in print, and when), <c>Plan:SecondNudge=none</c>,
/// <c>Calendar:File</c>, <c>Calendar:Closures:0=2027-12-27/2027-12-30</c>, <c>Organisation:Hours=08:00-17:00</c>. A value that cannot work stops
/// the start with the key and the mend.
/// </summary>
internal static class PlanSettings
{
    private const string None = "none";

    /// <summary>Steps the plan is made from in this order; those that may be left out are marked.</summary>
    private static readonly ImmutableArray<(PlanStep Step, bool MayBeNone)> Steps =
    [
        (PlanStep.Question, false), (PlanStep.Nudge, true), (PlanStep.SecondNudge, true), (PlanStep.LastCall, true), (PlanStep.Escalation, true),
        (PlanStep.AnswersIn, false), (PlanStep.CopyDeadline, false), (PlanStep.Proof, true), (PlanStep.Publication, false),
    ];

    public static PlanRules ReadPlan(IConfiguration configuration)
    {
        var section = configuration.GetSection("Plan");
        Known(section, [.. Steps.Select(step => step.Step.ToString()), "MondayNudge", "BeforeAbsence", "Vacation"]);
        var rules = new PlanRules();
        var steps = Steps.Select(step => ReadStep(section, step.Step, step.MayBeNone, rules[step.Step]!)).OfType<PlanRule>().ToImmutableList();
        foreach (var (earlier, later) in steps.Zip(steps.Skip(1)))
        {
            if (earlier.DaysBefore < later.DaysBefore || earlier.DaysBefore == later.DaysBefore && earlier.Time > later.Time)
            {
                throw new StartupException($"Plan:{later.Step}: comes before Plan:{earlier.Step}. The steps follow each other: {string.Join(", ", Steps.Select(step => step.Step))}.");
            }
        }

        return rules with
        {
            Steps = steps,
            MondayNudge = section["MondayNudge"] is { Length: > 0 } monday ? Time(monday) ?? throw Bad(section, "MondayNudge", "a time of day. Write e.g. 10:10") : rules.MondayNudge,
            BeforeAbsence = section["BeforeAbsence"] is { Length: > 0 } days ? Days(days) ?? throw Bad(section, "BeforeAbsence", "a number of working days. Write e.g. 5") : rules.BeforeAbsence,
            Vacation = section["Vacation"] switch
            {
                null or "" => rules.Vacation,
                None => null,
                var weeks when weeks.Split('-') is [var first, var last] && Week(first) is { } from && Week(last) is { } to && from <= to => (from, to),
                _ => throw Bad(section, "Vacation", "a span of ISO weeks. Write e.g. 28-31, or none"),
            },
        };
    }

    public static WorkingCalendar ReadCalendar(IConfiguration configuration)
    {
        var section = configuration.GetSection("Calendar");
        Known(section, ["File", "Closures"]);
        var closures = section.GetSection("Closures").GetChildren().Select(closure => Span(closure)).ToImmutableList();
        return section["File"] is { Length: > 0 } file ? new WorkingCalendar(ReadRules(file), closures) : closures.IsEmpty ? WorkingCalendar.Sweden : new WorkingCalendar(CalendarRules.Sweden, closures);
    }

    public static WorkingHours ReadHours(IConfiguration configuration)
    {
        var section = configuration.GetSection("Organisation");
        var hours = new WorkingHours();
        if (section["Hours"] is { Length: > 0 } day)
        {
            var (from, to) = WorkingHours.ReadSpan(day) ?? throw Bad(section, "Hours", "a span of time. Write e.g. 08:00-17:00");
            hours = hours with { From = from, To = to };
        }

        if (section["Lunch"] is { Length: > 0 } lunch)
        {
            var (from, to) = WorkingHours.ReadSpan(lunch) ?? throw Bad(section, "Lunch", "a span of time. Write e.g. 11:30-13:00");
            hours = hours with { LunchFrom = from, LunchTo = to };
        }

        return hours;
    }

    private static PlanRule? ReadStep(IConfigurationSection section, PlanStep step, bool mayBeNone, PlanRule before) => section[step.ToString()] switch
    {
        null or "" => before,
        None when mayBeNone => null,
        var text when text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var days, var time] && Days(days) is { } daysBefore && Time(time) is { } at => new PlanRule(step, daysBefore, at),
        _ => throw Bad(section, step.ToString(), $"working days before the day in print and a time. Write e.g. {before.DaysBefore} {before.Time:HH\\:mm}{(mayBeNone ? ", or none" : "")}"),
    };

    private static CalendarRules ReadRules(string file)
    {
        try
        {
            return CalendarRules.Read(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Calendar:File: {file} cannot be used ({exception.Message.Split('\n')[0]}). Start from a copy of calendar-se.json.", exception);
        }
    }

    private static DateSpan Span(IConfigurationSection closure)
    {
        var ends = (closure.Value ?? "").Split('/', StringSplitOptions.TrimEntries).Select(Day).ToList();
        return ends is [{ } only] ? new DateSpan(only, only)
            : ends is [{ } first, { } last] && first <= last ? new DateSpan(first, last)
            : throw new StartupException($"{closure.Path}: ”{closure.Value}” is not a day or a span of days. Write e.g. 2027-12-27/2027-12-30.");
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static int? Days(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 100 ? days : null;

    private static int? Week(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week is >= 1 and <= 52 ? week : null;

    private static StartupException Bad(IConfigurationSection section, string key, string wanted) => new($"{section.Path}:{key}: ”{section[key]}” is not {wanted}.");

    private static void Known(IConfigurationSection section, ImmutableArray<string> keys)
    {
        if (section.GetChildren().FirstOrDefault(child => !keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new StartupException($"{unknown.Path}: no such setting. There is {string.Join(", ", keys)}.");
        }
    }
}
