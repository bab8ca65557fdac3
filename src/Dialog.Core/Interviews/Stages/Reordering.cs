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

        if (!interview.IsActive && interview.State != InterviewState.Planned)
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
        if (talk.Now.Interviews.Find(interview => interview.Id == followed.AssignmentId) is { } interview && (interview.IsActive || interview.State == InterviewState.Planned))
        {
            Change(talk, interview, followed.Change);
        }
    }

    private static void Change(Talk talk, Interview interview, OrderChange change)
    {
        var before = (interview.Assignment.Topic, By: Planning.AnswersIn(talk, interview));
        interview = interview with { Assignment = change.Apply(interview.Assignment) };
        talk.Put(interview);
        talk.Note(new Fact.OrderChanged(interview.Id, change));
        var by = Planning.AnswersIn(talk, interview with { Plan = null });
        if (interview.Escalated && by > talk.At && by != before.By)
        {
            interview = interview with { Escalated = false };
            talk.Put(interview);
            talk.Note(new Fact.Escalated(interview.Id, Over: true));
        }

        interview = Planning.Plan(talk, interview);
        if (interview.AskedAt is not null && (interview.Assignment.Topic != before.Topic || by != before.By))
        {
            var wall = by is { } end ? WallClock.Local(end, talk.Context.Respondent.TimeZone) : (DateTimeOffset?)null;
            talk.Say(talk.Message(OutgoingKind.Note, ScheduleTexts.For(interview.Language).OrderChanged(interview.Assignment.Topic, wall)) with { Language = interview.Language, AssignmentId = interview.Id });
        }
    }
}
