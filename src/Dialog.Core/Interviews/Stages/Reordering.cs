using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>An editor changes what was ordered: the question, where it goes, or when it is needed.</summary>
internal static class Reordering
{
    public static void Take(Talk talk, Incoming.OrderChanged changed)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == changed.AssignmentId) is not { } interview)
        {
            talk.Refuse(Refusal.Unknown);
            return;
        }

        if (!IsAwaited(interview) && !(IsToBePrinted(talk, interview) && changed.Change.IsOfDates))
        {
            talk.Refuse(Refusal.NothingToDo);
            return;
        }

        if (changed.Seen?.Overtaken(changed.Change, interview.Assignment) is { IsEmpty: false })
        {
            talk.Refuse(Refusal.Stale);
            return;
        }

        if (Planning.HasDate(interview.Assignment) && !Planning.HasDate(changed.Change.Apply(interview.Assignment)))
        {
            talk.Refuse(Refusal.DateMissing);
            return;
        }

        if (interview is { DeputyAssignmentId: { } id, Assignment.DeputyId: { } deputy })
        {
            talk.Note(new Fact.Mailed(deputy, new Incoming.OrderFollowed(id, changed.Change) { Key = talk.MailKey(), At = talk.At }));
        }

        Change(talk, interview, changed.Change);
    }

    /// <summary>What the deputy is to answer changes with what the person was asked.</summary>
    public static void Follow(Talk talk, Incoming.OrderFollowed followed)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == followed.AssignmentId) is { } interview && IsAwaited(interview))
        {
            Change(talk, interview, followed.Change);
        }
    }

    /// <summary>The answer is still to come.</summary>
    private static bool IsAwaited(Interview interview) => interview.IsActive || interview.State == InterviewState.Planned;

    /// <summary>All is answered, and a text waits for its day.</summary>
    private static bool IsToBePrinted(Talk talk, Interview interview) => interview.State == InterviewState.Finished && !talk.FileOf(interview.Id).IsOver();

    private static void Change(Talk talk, Interview interview, OrderChange change)
    {
        var before = new KnownOrder(interview.Assignment.Topic, Planning.AnswersIn(talk, interview)) { PublishOn = interview.Assignment.PublishOn };
        var order = change.Apply(interview.Assignment);
        var moved = (order.Due, order.CopyDeadline, order.PublishOn) != (interview.Assignment.Due, interview.Assignment.CopyDeadline, interview.Assignment.PublishOn);
        interview = interview with { Assignment = order, MovedAt = moved ? talk.At : interview.MovedAt };
        talk.Put(interview);
        talk.Note(new Fact.OrderChanged(interview.Id, change));
        if (!IsAwaited(interview))
        {
            interview = Planning.Plan(talk, interview);
            if (order.PublishOn != before.PublishOn)
            {
                TellSoon(talk, interview, before);
            }

            return;
        }

        var by = Planning.AnswersIn(talk, interview with { Plan = null });
        if (by > talk.At && by != before.By)
        {
            interview = HaveTime(talk, interview, by.Value);
        }

        interview = Planning.Plan(talk, interview);
        if (interview.AskedAt is not null && (interview.Assignment.Topic != before.Topic || by != before.By))
        {
            TellSoon(talk, interview, before);
        }
    }

    /// <summary>The person hears of it when the editors have changed nothing for a while.</summary>
    private static void TellSoon(Talk talk, Interview interview, KnownOrder before)
    {
        talk.Put(interview with { Known = interview.Known ?? before });
        talk.Note(new Fact.DueSet(Due.OrderTold(interview.Id, NotBefore(talk, interview, talk.At + talk.Context.Organisation.QuietWindow))));
    }

    /// <summary>The editors have changed nothing for a while: the person hears how the order is now, if that is other than they know.</summary>
    public static void Tell(Talk talk, Interview interview, Due due)
    {
        if (interview.Known is not { } known)
        {
            return;
        }

        var finished = interview.State == InterviewState.Finished;
        if ((interview.IsActive || finished) && NotBefore(talk, interview, talk.At) is var at && at > talk.At)
        {
            talk.Note(new Fact.DueSet(due with { At = at }));
            return;
        }

        talk.Put(interview with { Known = null });
        var by = Planning.AnswersIn(talk, interview with { Plan = null });
        if (interview.IsActive && (interview.Assignment.Topic != known.Topic || by != known.By && !(by <= talk.At)))
        {
            var wall = by > talk.At ? WallClock.Local(by.Value, talk.Context.Respondent.TimeZone) : (DateTimeOffset?)null;
            Say(talk, interview, ScheduleTexts.For(interview.Language).OrderChanged(interview.Assignment.Topic, wall));
        }
        else if (finished && interview.Assignment.PublishOn is { } day && day != known.PublishOn && day >= Planning.Day(talk, talk.At))
        {
            Say(talk, interview, ScheduleTexts.For(interview.Language).PrintMoved(interview.Assignment.Topic, day));
        }
    }

    private static void Say(Talk talk, Interview interview, string text) =>
        talk.Say(talk.Message(OutgoingKind.Note, text) with { Language = interview.Language, AssignmentId = interview.Id });

    /// <summary>The instant itself while the person answers, or when it would be too late in their hours; else the first of theirs from it on.</summary>
    private static DateTimeOffset NotBefore(Talk talk, Interview interview, DateTimeOffset at) =>
        interview.State == InterviewState.Open ? at : Planning.InTime(talk, interview, talk.Own, at);

    /// <summary>There is another last moment: the editors hear again when it comes. A wish for a later one is over, since the person hears of it now; whoever is away is let be.</summary>
    private static Interview HaveTime(Talk talk, Interview interview, DateTimeOffset by)
    {
        if (interview.Escalated)
        {
            talk.Note(new Fact.Escalated(interview.Id, Over: true));
        }

        interview = interview with { Escalated = false, PutOffTold = false };
        talk.Put(interview);
        if (interview.SnoozedUntil is not { } wish || wish <= talk.At)
        {
            return interview;
        }

        if (talk.Own.OwnAbsenceOn(Planning.Day(talk, talk.At)) is not null)
        {
            Pausing.Move(talk, Planning.Plan(talk, interview), wish);
        }
        else if (wish >= by)
        {
            talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
            talk.Put(interview with { SnoozedUntil = null, SnoozedWhileAway = false });
        }

        return talk.Now.Interviews.Find(other => other.Id == interview.Id)!;
    }
}
