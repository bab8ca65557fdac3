using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>When what happens to one assignment: planned before it starts, shown, and kept (domain.md §1.1, §5).</summary>
/// <param name="Steps">In order of time; a step that would nag, or that nobody is there for, is left out.</param>
public sealed record ReminderPlan(ImmutableList<PlannedStep> Steps)
{
    /// <summary>The steps the respondent is reminded by, gentlest first.</summary>
    internal static readonly ImmutableList<PlanStep> Nudges = [PlanStep.Nudge, PlanStep.SecondNudge, PlanStep.LastCall];

    /// <summary>The question goes out before its day, because the person is away on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Early { get; init; }

    /// <summary>The person wants no reminders.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unreminded { get; init; }

    /// <summary>The instant of a step; null when it was left out.</summary>
    public DateTimeOffset? At(PlanStep step) => Steps.Find(planned => planned.Step == step)?.At;

    /// <summary>
    /// Plans an assignment backwards. Every instant that disturbs the respondent falls in their own hours on a day they are there; at most one
    /// nudge a day; none before the day after the question; none once the answers should be in.
    /// </summary>
    /// <exception cref="ArgumentException">The request has none of the dates to plan back from.</exception>
    public static ReminderPlan For(PlanRequest request)
    {
        var (rules, calendar, person) = (request.Rules, request.Calendar, request.Respondent);
        var print = request.Print();
        var (question, early) = request.AskedAt is { } asked ? (asked, false) : Question(request, print);
        var copyDeadline = request.CopyDeadline ?? (request.PublishOn is { } printed ? At(PlanStep.CopyDeadline, printed) : null);
        var answersIn = request.Due ?? At(PlanStep.AnswersIn, print)!.Value;

        // A question asked late, or moved to dates that have come, has until the answers should be in, or at the latest until the copy deadline; where nobody has told
        // a copy deadline, until the working day before it is printed.
        var since = Latest(question, request.MovedAt ?? question);
        DateTimeOffset? end = answersIn > since ? answersIn : copyDeadline > since ? copyDeadline
            : question <= request.Now && request.CopyDeadline is null && request.PublishOn is { } near && WallClock.At(calendar.Before(near, 1), rules.Needed(PlanStep.AnswersIn).Time, request.OrganisationTimeZone) is var eve && eve > since ? eve
            : null;
        var steps = ImmutableList.CreateBuilder<PlannedStep>();
        steps.Add(new PlannedStep(PlanStep.Question, question));
        var rest = Latest(since, request.RestUntil ?? since);
        var taken = rest;
        foreach (var rule in Nudges.Select(step => rules[step]).OfType<PlanRule>().Where(_ => request.Nudges && request.RemindAt.IsEmpty))
        {
            var day = person.OpenDayFrom(calendar.Before(print, rule.DaysBefore), calendar);
            var at = NudgeOn(day, rule);
            if (WallClock.Day(at, person.TimeZone) > WallClock.Day(taken, person.TimeZone) && at < end && at > request.Now)
            {
                steps.Add(new PlannedStep(rule.Step, at));
                taken = at;
            }
        }

        if (taken == rest && end is { } late && late != answersIn && request.Nudges && request.RemindAt.IsEmpty && LastCall(late) is { } call)
        {
            steps.Add(new PlannedStep(PlanStep.LastCall, call));
            taken = call;
        }

        taken = request.RemindAt.Where(instant => request.Nudges && instant > taken && instant < end).DefaultIfEmpty(taken).Max();
        if (AwayFrom() is { } gone && request is { HasDeputy: true, DeputyAsked: false })
        {
            steps.Add(new PlannedStep(PlanStep.Deputy, gone));
        }

        if (Escalation() is { } escalation)
        {
            steps.Add(new PlannedStep(PlanStep.Escalation, escalation));
        }

        steps.Add(new PlannedStep(PlanStep.AnswersIn, end ?? answersIn));
        Add(PlanStep.CopyDeadline, copyDeadline);
        Add(PlanStep.Proof, request.PublishOn is { } proof ? At(PlanStep.Proof, proof) : null);
        Add(PlanStep.Publication, request.PublishOn is { } publication ? At(PlanStep.Publication, publication) : null);
        return new ReminderPlan([.. steps.OrderBy(step => step.At).ThenBy(step => step.Step)]) { Early = early, Unreminded = !request.Nudges };

        DateTimeOffset NudgeOn(DateOnly day, PlanRule rule) => person.NextAllowed(WallClock.At(day, day.DayOfWeek == DayOfWeek.Monday ? rules.MondayNudge : rule.Time, person.TimeZone), calendar);

        DateTimeOffset? At(PlanStep step, DateOnly day) => rules[step] is { } rule ? WallClock.At(calendar.Before(day, rule.DaysBefore), rule.Time, request.OrganisationTimeZone) : null;

        void Add(PlanStep step, DateTimeOffset? at)
        {
            if (at is { } instant)
            {
                steps.Add(new PlannedStep(step, instant));
            }
        }

        // The usual days have passed: one nudge is left while the editor can still hear of it in time.
        DateTimeOffset? LastCall(DateTimeOffset last)
        {
            if (rules[PlanStep.LastCall] is not { } rule)
            {
                return null;
            }

            for (var day = WallClock.Day(last, person.TimeZone); day > WallClock.Day(rest, person.TimeZone); day = day.AddDays(-1))
            {
                if (person.IsOpen(day, calendar) && NudgeOn(day, rule) is var at && at > request.Now && at + rules.EscalationAfterNudge < last)
                {
                    return at;
                }
            }

            return null;
        }

        // From when on the person is away until it is too late; null when they are there for the end, or there again after it.
        DateTimeOffset? AwayFrom() =>
            end is not { } last ? question > request.Now ? request.Now : null
            : person.OwnAbsenceOn(WallClock.Day(last, person.TimeZone)) is { } gap && gap.Last >= WallClock.Day(request.Now, person.TimeZone) ? Latest(request.Now, WallClock.At(gap.First, rules.Needed(PlanStep.Question).Time, person.TimeZone))
            : null;

        // The editor hears after the last nudge and while there is time. Whoever is away until the end is not waited for.
        DateTimeOffset? Escalation()
        {
            if (At(PlanStep.Escalation, print) is not { } wanted)
            {
                return null;
            }

            if (AwayFrom() is { } away && (!request.HasDeputy || end is null))
            {
                return away;
            }

            if (end is not { } last)
            {
                return null;
            }

            var after = steps.Count > 1 || taken > rest ? Latest(wanted, taken + rules.EscalationAfterNudge) : wanted;
            var before = last - rules.EscalationAfterNudge;
            return after > rest && after > request.Now && after < last ? after
                : last != answersIn && before > rest && before > request.Now ? before
                : Latest(last, request.Now);
        }
    }

    private static (DateTimeOffset At, bool Early) Question(PlanRequest request, DateOnly print)
    {
        var (rules, calendar, person) = (request.Rules, request.Calendar, request.Respondent);
        var rule = rules.Needed(PlanStep.Question);
        var day = calendar.Before(print, rule.DaysBefore);
        var away = person.AbsenceOn(day);
        var wanted = WallClock.At(person.OpenDayFrom(away is { } absence ? calendar.Before(absence.First, rules.BeforeAbsence) : day, calendar), rule.Time, person.TimeZone);
        var at = person.NextAllowed(Latest(wanted, request.Now), calendar);
        return (at, away is { } planned && WallClock.Day(at, person.TimeZone) < planned.First);
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>One step of a plan.</summary>
/// <param name="Step">What happens.</param>
/// <param name="At">When.</param>
public sealed record PlannedStep(PlanStep Step, DateTimeOffset At);
