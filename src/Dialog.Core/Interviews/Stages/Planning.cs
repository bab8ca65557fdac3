using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Core.Interviews;

/// <summary>Keeps an assignment's plan: made when the question is ordered, made anew when the person's days change, cancelled by an answer.</summary>
internal static class Planning
{
    /// <summary>So long before the day's nudges a deputy who is spared hears of it: they are not reminded and thanked in one breath.</summary>
    private static readonly TimeSpan BeforeNudges = TimeSpan.FromMinutes(10);

    /// <summary>Plans the assignment as things stand; what was planned before and has not come is cancelled. Nothing is planned for one that has no date, and nothing comes of its own for one that is answered.</summary>
    public static Interview Plan(Talk talk, Interview interview)
    {
        if (!HasDate(interview.Assignment))
        {
            return interview;
        }

        var plan = Make(talk, interview);
        if (interview.Plan is { } before)
        {
            var past = before.Steps.FindAll(step => step.At <= talk.At && IsSpent(interview, step));
            plan = plan with { Early = before.Early, Steps = [.. past.Concat(plan.Steps.Where(step => !past.Exists(other => other.Step == step.Step))).OrderBy(step => step.At)] };
        }

        interview = interview with { Plan = plan };
        talk.Put(interview);
        talk.Note(new Fact.Planned(interview.Id, plan));
        if (interview.State != InterviewState.Finished)
        {
            SetDue(talk, interview);
        }

        return interview;
    }

    /// <summary>The person is asked, or asked again after a no: what is still to come is planned, and what the editor wants them reminded at.</summary>
    public static void GoOn(Talk talk, Interview interview)
    {
        if (interview.BeganAt is not null)
        {
            Begun(talk, interview);
            return;
        }

        Plan(talk, interview);
        foreach (var instant in interview.Assignment.RemindAt.Where(instant => instant > talk.At))
        {
            talk.Note(new Fact.DueSet(Due.Reminder(interview.Id, instant)));
        }
    }

    /// <summary>All that is not over is planned anew.</summary>
    public static void PlanAll(Talk talk)
    {
        foreach (var interview in talk.Now.Interviews.FindAll(interview => interview.IsActive || interview.State == InterviewState.Planned))
        {
            if (interview.BeganAt is null)
            {
                Plan(talk, interview);
            }
            else
            {
                Begun(talk, interview);
            }
        }
    }

    /// <summary>The person answers: no nudge is left but one, should the talk break off.</summary>
    public static void Begun(Talk talk, Interview interview)
    {
        if (interview.Plan is null && interview.Assignment.RemindAt.IsEmpty)
        {
            return;
        }

        talk.Note(new Fact.DueCancelled(Due.RemindersOf(interview.Id)));
        SetDue(talk, interview);
    }

    /// <summary>The person wants to be asked at another time: nothing comes before, or on that day.</summary>
    public static void Rest(Talk talk, Interview interview, DateTimeOffset until)
    {
        foreach (var instant in interview.Assignment.RemindAt.Where(instant => instant > talk.At && Day(talk, instant) <= Day(talk, until)))
        {
            talk.Note(new Fact.DueCancelled(Due.Reminder(interview.Id, instant).Name));
        }

        if (interview.BeganAt is null)
        {
            Plan(talk, interview);
        }
        else
        {
            Begun(talk, interview);
        }
    }

    /// <summary>Nothing comes any more.</summary>
    public static void Cancel(Talk talk, Interview interview)
    {
        talk.Note(new Fact.DueCancelled(Due.PlanOf(interview.Id)));
        talk.Note(new Fact.DueCancelled(Due.RemindersOf(interview.Id)));
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
    }

    /// <summary>When the answers are to be in; null when nobody said.</summary>
    public static DateTimeOffset? AnswersIn(Talk talk, Interview interview) =>
        interview.Plan?.At(PlanStep.AnswersIn) ?? (HasDate(interview.Assignment) ? Make(talk, interview).At(PlanStep.AnswersIn) : null);

    /// <summary>From when on an answer is too late for the paper; null when nobody said.</summary>
    public static DateTimeOffset? LastMoment(Talk talk, Interview interview) =>
        (interview.Plan?.At(PlanStep.CopyDeadline), AnswersIn(talk, interview)) is ({ } copy, { } answers) && copy > answers ? copy : AnswersIn(talk, interview);

    /// <summary>The first of somebody's hours from an instant on; the instant itself when by then it would be too late for the paper.</summary>
    public static DateTimeOffset InTime(Talk talk, Interview? interview, Availability hours, DateTimeOffset at)
    {
        var allowed = hours.NextAllowed(at, talk.Calendar);
        return interview is not null && LastMoment(talk, interview) is { } last && last > talk.At && last <= allowed ? at : allowed;
    }

    /// <summary>There is something to plan back from.</summary>
    public static bool HasDate(Assignment assignment) => assignment.Due is not null || assignment.CopyDeadline is not null || assignment.PublishOn is not null;

    /// <summary>The day on the person's wall.</summary>
    public static DateOnly Day(Talk talk, DateTimeOffset instant) => WallClock.Day(instant, talk.Context.Respondent.TimeZone);

    /// <summary>When a reminder may come on the first day from this one on that the person is there.</summary>
    public static DateTimeOffset NudgeOn(Talk talk, DateOnly day)
    {
        var (person, rules) = (talk.Person, talk.Context.Organisation.Plan);
        day = person.OpenDayFrom(day, talk.Calendar);
        var time = day.DayOfWeek == DayOfWeek.Monday ? rules.MondayNudge : rules[PlanStep.Nudge]?.Time ?? person.Hours.From;
        return person.NextAllowed(WallClock.At(day, time, person.TimeZone), talk.Calendar);
    }

    /// <summary>A deputy who was asked is spared on the first day the person is there again; that day may have begun.</summary>
    public static void SetReturn(Talk talk, Interview interview)
    {
        var today = Day(talk, talk.At);
        if (interview.DeputyAssignmentId is not null && (talk.Own.OwnAbsenceOn(today) ?? talk.Own.OwnAbsenceOn(talk.Calendar.Before(today, 1))) is { } absence)
        {
            talk.Note(new Fact.DueSet(Due.Plan(interview.Id, PlanStep.Return, talk.Person.NextAllowed(NudgeOn(talk, absence.Last.AddDays(1)) - BeforeNudges, talk.Calendar))));
        }
    }

    private static ReminderPlan Make(Talk talk, Interview interview) => ReminderPlan.For(new PlanRequest
    {
        Due = interview.Assignment.Due,
        CopyDeadline = interview.Assignment.CopyDeadline,
        PublishOn = interview.Assignment.PublishOn,
        Now = talk.At,
        AskedAt = interview.AskedAt ?? Awaited(talk, interview),
        MovedAt = interview.MovedAt,
        RestUntil = interview.SnoozedUntil,
        HasDeputy = interview.Assignment.DeputyId is { } deputy && deputy != talk.Context.Respondent.Id,
        DeputyAsked = interview.DeputyAssignmentId is not null,
        Nudges = !talk.Now.NoReminders,
        RemindAt = interview.Assignment.RemindAt,
        Respondent = talk.Person,
        OrganisationTimeZone = talk.Context.Organisation.TimeZone,
        Calendar = talk.Calendar,
        Rules = talk.Context.Organisation.Plan,
    });

    /// <summary>When a question goes out that only waits for the person to be there; null when the plan, or an editor, decides.</summary>
    public static DateTimeOffset? Awaited(Talk talk, Interview interview) =>
        interview is { State: InterviewState.Planned, Assignment.InTheirHours: true } ? talk.Person.NextAllowed(talk.At, talk.Calendar) : null;

    private static void SetDue(Talk talk, Interview interview)
    {
        talk.Note(new Fact.DueCancelled(Due.PlanOf(interview.Id)));
        SetReturn(talk, interview);
        if (interview.BeganAt is not null)
        {
            var end = interview.Plan?.At(PlanStep.AnswersIn);
            var unfinished = NudgeOn(talk, Day(talk, interview.SnoozedUntil > talk.At ? interview.SnoozedUntil.Value : talk.At).AddDays(1));
            if (!interview.ReminderAfterStart && !talk.Now.NoReminders && (end is null || unfinished < end))
            {
                talk.Note(new Fact.DueSet(Due.Plan(interview.Id, PlanStep.Unfinished, unfinished)));
            }

            if (end > talk.At && !interview.Escalated)
            {
                talk.Note(new Fact.DueSet(Due.Plan(interview.Id, PlanStep.AnswersIn, end.Value)));
            }

            if (interview.Assignment.DeputyId is not null && interview.Plan is not null && Make(talk, interview).At(PlanStep.Deputy) is { } deputy)
            {
                talk.Note(new Fact.DueSet(Due.Plan(interview.Id, PlanStep.Deputy, deputy)));
            }

            return;
        }

        foreach (var step in interview.Plan?.Steps.Where(step => IsAhead(talk, interview, step)) ?? [])
        {
            talk.Note(new Fact.DueSet(Due.Plan(interview.Id, step.Step, step.At)));
        }
    }

    private static bool IsAhead(Talk talk, Interview interview, PlannedStep step) => step.Step switch
    {
        PlanStep.Question => interview.State == InterviewState.Planned,
        PlanStep.Nudge or PlanStep.SecondNudge or PlanStep.LastCall => interview.State != InterviewState.Planned && step.At > talk.At && !(step.At <= interview.RemindedUntil),
        PlanStep.Deputy => step.At >= talk.At,
        PlanStep.Escalation => !interview.Escalated && step.At >= talk.At,
        _ => false,
    };

    /// <summary>No person is nudged more often because an ad moves, but a nudge that never came is none. The editor hears again when time runs out again.</summary>
    private static bool IsSpent(Interview interview, PlannedStep step) => ReminderPlan.Nudges.Contains(step.Step) && step.At <= interview.RemindedUntil || step.Step == PlanStep.Escalation && interview.Escalated;
}
