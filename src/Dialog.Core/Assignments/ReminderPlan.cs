using System.Collections.Immutable;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>When what happens to one assignment: planned before it starts, shown, and kept (domain.md §1.1, §5).</summary>
/// <param name="Steps">In order of time; a step that would nag, or that nobody is there for, is left out.</param>
public sealed record ReminderPlan(ImmutableList<PlannedStep> Steps)
{
    /// <summary>The steps the respondent is reminded by, gentlest first.</summary>
    private static readonly ImmutableList<PlanStep> Nudges = [PlanStep.Nudge, PlanStep.SecondNudge, PlanStep.LastCall];

    /// <summary>The instant of a step; null when it was left out.</summary>
    public DateTimeOffset? At(PlanStep step) => Steps.Find(planned => planned.Step == step)?.At;

    /// <summary>
    /// Plans an assignment backwards. Every instant that disturbs the respondent falls in their own hours on a day they are there; at most one
    /// nudge a day; none before the day after the question; none once the answers should be in.
    /// </summary>
    public static ReminderPlan For(PlanRequest request)
    {
        var (rules, calendar, person) = (request.Rules, request.Calendar, request.Respondent);
        var print = request.PublishOn;
        var answersIn = At(PlanStep.AnswersIn, request.OrganisationTimeZone);
        var question = Question(request);
        var steps = ImmutableList.CreateBuilder<PlannedStep>();
        steps.Add(new PlannedStep(PlanStep.Question, question));

        var taken = WallClock.Day(question, person.TimeZone);
        foreach (var step in Nudges)
        {
            var day = person.OpenDayFrom(calendar.Before(print, rules[step].DaysBefore), calendar);
            var at = person.NextAllowed(WallClock.At(day, day.DayOfWeek == DayOfWeek.Monday ? rules.MondayNudge : rules[step].Time, person.TimeZone), calendar);
            if (WallClock.Day(at, person.TimeZone) > taken && at < answersIn && at > request.Now)
            {
                steps.Add(new PlannedStep(step, at));
                taken = WallClock.Day(at, person.TimeZone);
            }
        }

        // A question asked late has until the answers should be in. Whoever is away until then is not waited for: the editor hears of it at once.
        var escalation = At(PlanStep.Escalation, request.OrganisationTimeZone);
        steps.Add(new PlannedStep(PlanStep.Escalation, question < escalation ? escalation : question < answersIn ? answersIn : request.Now));
        foreach (var step in new[] { PlanStep.AnswersIn, PlanStep.CopyDeadline, PlanStep.Proof, PlanStep.Publication })
        {
            steps.Add(new PlannedStep(step, At(step, request.OrganisationTimeZone)));
        }

        return new ReminderPlan([.. steps.OrderBy(step => step.At).ThenBy(step => step.Step)]);

        DateTimeOffset At(PlanStep step, string timeZone) => WallClock.At(calendar.Before(print, rules[step].DaysBefore), rules[step].Time, timeZone);
    }

    private static DateTimeOffset Question(PlanRequest request)
    {
        var (rules, calendar, person) = (request.Rules, request.Calendar, request.Respondent);
        var day = calendar.Before(request.PublishOn, rules[PlanStep.Question].DaysBefore);
        if (person.AbsenceOn(day) is { } absence)
        {
            day = calendar.Before(absence.First, rules.BeforeAbsence);
        }

        var wanted = WallClock.At(person.OpenDayFrom(day, calendar), rules[PlanStep.Question].Time, person.TimeZone);
        return person.NextAllowed(Latest(wanted, request.Now), calendar);
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>One step of a plan.</summary>
/// <param name="Step">What happens.</param>
/// <param name="At">When.</param>
public sealed record PlannedStep(PlanStep Step, DateTimeOffset At);

/// <summary>What a plan is made from.</summary>
public sealed record PlanRequest
{
    /// <summary>The day in print.</summary>
    public required DateOnly PublishOn { get; init; }

    /// <summary>Nothing is planned before now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whom the question is for.</summary>
    public required Availability Respondent { get; init; }

    /// <summary>IANA time zone of deadlines and of the desk.</summary>
    public required string OrganisationTimeZone { get; init; }

    /// <summary>Which days are worked.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Sweden;

    /// <summary>The organisation's steps.</summary>
    public PlanRules Rules { get; init; } = new();
}
