using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Questions;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>A reminder's instant has come: it is sent, joined with others, put off, or left out (domain.md §5.2).</summary>
internal static class Reminding
{
    /// <summary>Whoever did something within this time is not reminded yet.</summary>
    private static readonly TimeSpan Respite = TimeSpan.FromHours(1);

    /// <summary>Reminders an editor asked for within this time of each other are one.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);

    /// <summary>Later than this is late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    /// <summary>Assignments named in one digest.</summary>
    private const int MostNamed = 5;

    public static void Remind(Talk talk, Interview interview, Due due)
    {
        if (!interview.IsActive || interview.ReminderAfterStart || talk.Now.NoReminders || due.At <= interview.AskedAt || due.At <= interview.RemindedUntil || interview.SnoozedUntil > talk.At)
        {
            return;
        }

        if (IsOver(talk, interview))
        {
            return;
        }

        var planned = due.Name.StartsWith(Due.PlanOf(interview.Id), StringComparison.Ordinal);
        var at = NotBefore(talk, due, planned);
        if (IsTooLate(talk, interview, due.At, at))
        {
            return;
        }

        if (at > talk.At)
        {
            talk.Note(new Fact.DueSet(due with { At = at }));
            return;
        }

        var others = talk.Now.Interviews.FindAll(other => other.Id != interview.Id && IsWaiting(talk, other, due));
        talk.Now = talk.Now with { RemindedAt = talk.At };
        if (others.IsEmpty)
        {
            Say(talk, Settle(talk, interview, due), due);
        }
        else
        {
            SayAll(talk, [Settle(talk, interview, due), .. others.ConvertAll(other => Settle(talk, other, due))], due);
        }
    }

    /// <summary>What was to come while the answers could still be in would come afterwards: it is left out, and the editor hears of it instead.</summary>
    public static bool IsTooLate(Talk talk, Interview interview, DateTimeOffset due, DateTimeOffset at) =>
        Planning.AnswersIn(talk, interview) is { } end && due < end && end <= at;

    /// <summary>The text has left, with or without the person's words: nothing reminds of it any more.</summary>
    public static bool IsOver(Talk talk, Interview interview) => interview.Plan?.At(PlanStep.CopyDeadline) is not null && Planning.LastMoment(talk, interview) <= talk.At;

    /// <summary>It should have come before, but for a stop.</summary>
    public static bool IsLate(Talk talk, Due due) => talk.At - due.At > LateAfter;

    /// <summary>The first instant from now on at which this reminder does not disturb. An hour that an editor chose counts, unless a stop has put the reminder off; the person's own days away count more.</summary>
    private static DateTimeOffset NotBefore(Talk talk, Due due, bool planned)
    {
        var at = talk.Now.ActiveAt + Respite is { } rested && rested > talk.At ? talk.Person.NextAllowed(rested, talk.Calendar) : talk.At;
        if (!planned)
        {
            return talk.Own.OwnAbsenceOn(Planning.Day(talk, at)) is { } away ? Leaving.Back(talk, away.Last) : IsLate(talk, due) ? talk.Own.NextAllowed(at, talk.Calendar) : at;
        }

        var today = Planning.Day(talk, talk.At);
        var tomorrow = Planning.NudgeOn(talk, today.AddDays(1));
        return talk.Now.RemindedAt is { } reminded && Planning.Day(talk, reminded) == today ? tomorrow
            : due.Name.EndsWith(nameof(PlanStep.Unfinished), StringComparison.Ordinal) && talk.Now.ActiveAt is { } active && Planning.Day(talk, active) == today ? tomorrow
            : talk.Person.NextAllowed(at, talk.Calendar) is var allowed && Planning.Day(talk, allowed) == today ? allowed
            : tomorrow;
    }

    /// <summary>Another assignment would remind of itself today, or at the same time.</summary>
    private static bool IsWaiting(Talk talk, Interview other, Due due) =>
        other.IsActive && !other.ReminderAfterStart && !(other.SnoozedUntil > talk.At) && !IsOver(talk, other)
        && (other.Assignment.RemindAt.Exists(instant => IsAtOnce(talk, instant, due) && !(instant <= other.AskedAt) && !(instant <= other.RemindedUntil) && !IsTooLate(talk, other, instant, talk.At)) || Waiting(talk, other).Any());

    private static bool IsAtOnce(Talk talk, DateTimeOffset instant, Due due) => instant >= due.At - AtOnce && instant <= talk.At + AtOnce;

    /// <summary>Planned nudges of today or before.</summary>
    private static IEnumerable<PlannedStep> Waiting(Talk talk, Interview interview) => interview is { State: InterviewState.Offered, Plan: { } plan }
        ? plan.Steps.Where(step => ReminderPlan.Nudges.Contains(step.Step) && Planning.Day(talk, step.At) <= Planning.Day(talk, talk.At) && !(step.At <= interview.RemindedUntil) && !(step.At <= interview.AskedAt) && !IsTooLate(talk, interview, step.At, talk.At))
        : [];

    /// <summary>What this message says need not be said again.</summary>
    private static Interview Settle(Talk talk, Interview interview, Due due)
    {
        var settled = talk.At > due.At ? talk.At : due.At;
        foreach (var instant in interview.Assignment.RemindAt.Where(instant => IsAtOnce(talk, instant, due)))
        {
            talk.Note(new Fact.DueCancelled(Due.Reminder(interview.Id, instant).Name));
            settled = instant > settled ? instant : settled;
        }

        foreach (var step in Waiting(talk, interview).ToList())
        {
            talk.Note(new Fact.DueCancelled($"{Due.PlanOf(interview.Id)}{step.Step}"));
            settled = step.At > settled ? step.At : settled;
        }

        interview = interview with { RemindedUntil = settled, ReminderAfterStart = interview.State != InterviewState.Offered };
        talk.Put(interview);
        return interview;
    }

    private static void Say(Talk talk, Interview interview, Due due)
    {
        Switching.SpeakOf(talk, interview.Id);
        var (texts, buttons) = (talk.Texts, talk.Texts.Buttons);
        if (interview.State != InterviewState.Offered)
        {
            var label = interview.Slot is { } slot ? Answering.Questions(talk, interview, slot).Label : interview.Assignment.Topic;
            Ask(talk, due, texts.ReminderUnfinished(label, Agenda.Left(interview)), interview.Slot, (ChoiceValue.Go, buttons.AnswerNow), (ChoiceValue.Tomorrow, buttons.Tomorrow));
            return;
        }

        var more = ScheduleTexts.For(talk.Language);
        var (topic, editor) = (interview.Assignment.Topic, interview.Assignment.EditorName);
        var by = Planning.AnswersIn(talk, interview) is { } end ? WallClock.Local(end, talk.Context.Respondent.TimeZone) : (DateTimeOffset?)null;
        var text = (Step(talk, interview), by) switch
        {
            (PlanStep.SecondNudge, { } day) => more.SecondNudge(editor, topic, day),
            (PlanStep.LastCall, { } day) => more.LastCall(topic, day),
            _ => texts.Reminder(talk.FirstName, topic),
        };
        var friday = Planning.Day(talk, talk.At).DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday;
        (string, string)[] monday = friday ? [] : [(ChoiceValue.Monday, buttons.OnMonday)];
        Ask(talk, due, text, null, [(ChoiceValue.Go, buttons.AnswerNow), (ChoiceValue.Tomorrow, buttons.Tomorrow), .. monday, (ChoiceValue.Skip, buttons.Skip)]);
    }

    /// <summary>Several at once: one message that names them, and a button for each.</summary>
    private static void SayAll(Talk talk, ImmutableList<Interview> waiting, Due due)
    {
        var named = waiting.Count > MostNamed ? waiting.GetRange(0, MostNamed) : waiting;
        var topics = string.Join('\n', named.Select(interview => $"· {Switching.Label(interview)}"));
        talk.Now = talk.Now with { Confirming = Confirmation.Which };
        Ask(
            talk, due, $"{ScheduleTexts.For(talk.Language).Digest(talk.FirstName, waiting.Count)}\n{topics}", null,
            [.. named.Select(interview => (ChoiceValue.WhichOf(talk.Now.Interviews.FindIndex(other => other.Id == interview.Id)), Switching.Label(interview)))]);
    }

    private static void Ask(Talk talk, Due due, string text, Slot? slot, params (string Verb, string Label)[] choices)
    {
        var late = IsLate(talk, due) ? due.At : (DateTimeOffset?)null;
        var said = late is { } from ? $"{text} {ScheduleTexts.For(talk.Language).Late(WallClock.Local(from, talk.Context.Respondent.TimeZone))}" : text;
        talk.Ask(OutgoingKind.Reminder, said, slot, late, choices);
    }

    /// <summary>The newest planned step that has come.</summary>
    private static PlanStep? Step(Talk talk, Interview interview) =>
        interview.Plan?.Steps.FindLast(step => ReminderPlan.Nudges.Contains(step.Step) && Planning.Day(talk, step.At) <= Planning.Day(talk, talk.At))?.Step;
}
