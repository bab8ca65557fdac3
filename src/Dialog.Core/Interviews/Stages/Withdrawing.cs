using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>An editor takes a question back, puts it to somebody else, or asks it again; a deputy stands in.</summary>
internal static class Withdrawing
{
    public static void Take(Talk talk, Incoming.Withdrawn withdrawn)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == withdrawn.AssignmentId) is not { } interview)
        {
            talk.Refuse(Refusal.Unknown);
            return;
        }

        var begun = interview.BeganAt is not null && interview.State != InterviewState.Planned;
        var away = talk.Own.OwnAbsenceOn(Planning.Day(talk, talk.At)) is not null;
        var goesOn = begun && (withdrawn.Why is Withdrawal.PersonBack or Withdrawal.PersonSpared || withdrawn.Why == Withdrawal.DeputyAnswered && !away);
        if (!interview.IsActive && interview.State != InterviewState.Planned || goesOn)
        {
            // What comes by mail too late is nothing to do; whoever waits for the turn hears it.
            if (withdrawn.Why is Withdrawal.NotNeeded or Withdrawal.Reassigned)
            {
                talk.Refuse(Refusal.NothingToDo);
            }

            return;
        }

        if (interview.AskedAt is not null && (withdrawn.Why != Withdrawal.DeputyAnswered || !away))
        {
            Tell(talk, interview, withdrawn.Why);
        }

        Close(talk, interview, withdrawn);
    }

    /// <summary>The hour has come in which the person may hear that they need not answer; asked again meanwhile, they hear nothing.</summary>
    public static void TellSpared(Talk talk, Interview interview, Withdrawal why)
    {
        if (interview is { State: InterviewState.Abandoned, TakenBack: true })
        {
            Tell(talk, interview, why);
        }
    }

    /// <summary>Asked again from where it stands; what had not been asked yet waits for its day again.</summary>
    public static void Reopen(Talk talk, string assignmentId)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == assignmentId) is not { } interview)
        {
            talk.Refuse(Refusal.Unknown);
            return;
        }

        if (interview.State != InterviewState.Abandoned)
        {
            talk.Refuse(Refusal.NothingToDo);
            return;
        }

        interview = Afresh(talk, interview);
        if (interview.AskedAt is null)
        {
            interview = interview with { State = InterviewState.Planned };
            talk.Move(interview, AssignmentState.Planned);
            Offering.Start(talk, interview);
            return;
        }

        Offering.Offer(talk, interview);
    }

    /// <summary>A deputy who was thanked is asked again, with the order as it is now. One who has begun, or said no, has heard it.</summary>
    public static void AskAgain(Talk talk, Interview interview, Assignment assignment)
    {
        if (!interview.Spared)
        {
            return;
        }

        interview = Afresh(talk, interview) with { Assignment = assignment, State = InterviewState.Planned, AskedAt = null, RemindedUntil = null, Plan = null };
        talk.Move(interview, AssignmentState.Planned);
        talk.Note(new Fact.OrderChanged(interview.Id, OrderChange.To(assignment)));
        Offering.Start(talk, interview);
    }

    private static Interview Afresh(Talk talk, Interview interview)
    {
        interview = interview with { Spared = false, TakenBack = false, PutOffTold = false, Escalated = false, SnoozedUntil = null, ReminderAfterStart = false, Snoozes = 0, BeganAt = null, Slot = null, ReturnTo = null, Replacing = false, Rewriting = null };
        talk.Put(interview);
        talk.Note(new Fact.Escalated(interview.Id, Over: true));
        return interview;
    }

    /// <summary>The person is away until it is too late: the deputy gets the question, and nothing that was answered.</summary>
    public static void AskDeputy(Talk talk, Interview interview)
    {
        var assignment = interview.Assignment;
        if (assignment.DeputyId is not { } deputy || deputy == talk.Context.Respondent.Id || interview.DeputyAssignmentId is not null || !interview.IsActive && interview.State != InterviewState.Planned || Reminding.IsOver(talk, interview))
        {
            return;
        }

        var id = StandIn.IdFor(assignment.Id);
        interview = interview with { DeputyAssignmentId = id };
        talk.Put(interview);
        talk.Note(new Fact.Mailed(deputy, new Incoming.Assigned(assignment with
        {
            Id = id,
            PersonId = deputy,
            DeputyId = null,
            AsPlanned = false,
            InTheirHours = true,
            StandsIn = new StandIn(assignment.Id, talk.Context.Respondent.Id, talk.Context.Respondent.Name),
        })
        { Key = talk.MailKey(), At = talk.At }));
        Planning.SetReturn(talk, interview);
    }

    /// <summary>The person is there again, or has answered: a deputy who has not begun need not.</summary>
    public static void ThankDeputy(Talk talk, Interview interview, Withdrawal why = Withdrawal.PersonBack)
    {
        if (interview is { DeputyAssignmentId: { } id, Assignment.DeputyId: { } deputy })
        {
            talk.Note(new Fact.Mailed(deputy, new Incoming.Withdrawn(id, why) { Key = talk.MailKey(), At = talk.At }));
            talk.Put(interview with { DeputyAssignmentId = null });
        }
    }

    /// <summary>A deputy is done: the one who was away is not asked any more.</summary>
    public static void TellPerson(Talk talk, Interview interview)
    {
        if (interview.Assignment.StandsIn is { } place)
        {
            talk.Note(new Fact.Mailed(place.PersonId, new Incoming.Withdrawn(place.AssignmentId, Withdrawal.DeputyAnswered) { Key = talk.MailKey(), At = talk.At }));
        }
    }

    /// <summary>What an editor does is told at once; what only spares the person work waits for their hours.</summary>
    private static void Tell(Talk talk, Interview interview, Withdrawal why)
    {
        if (why is not (Withdrawal.NotNeeded or Withdrawal.Reassigned) && talk.Own.NextAllowed(talk.At, talk.Calendar) is var allowed && allowed > talk.At)
        {
            talk.Note(new Fact.DueSet(Due.Spared(interview.Id, why, allowed)));
            return;
        }

        var text = ScheduleTexts.For(interview.Language).TakenBack(interview.Assignment.Topic, why);
        talk.Say(talk.Message(OutgoingKind.Note, text) with { Language = interview.Language, AssignmentId = interview.Id });
    }

    private static void Close(Talk talk, Interview interview, Incoming.Withdrawn withdrawn)
    {
        var wasOpen = talk.Now.Current == interview.Id && interview.State == InterviewState.Open;
        interview = Answering.StopWaiting(talk, interview) with { State = InterviewState.Abandoned, TakenBack = true, Spared = withdrawn.Why is Withdrawal.PersonBack or Withdrawal.PersonSpared };
        talk.Move(interview, AssignmentState.Cancelled);
        Planning.Cancel(talk, interview);
        if (talk.Now.OpenPrompt is { } prompt && prompt.AssignmentId == interview.Id)
        {
            talk.Settle(prompt, new Choice("", ScheduleTexts.For(interview.Language).Over));
        }

        if (withdrawn.Why is Withdrawal.NotNeeded or Withdrawal.Reassigned or Withdrawal.Abandoned)
        {
            ThankDeputy(talk, interview, Withdrawal.PersonSpared);
        }

        if (withdrawn.Replacement is { } replacement)
        {
            talk.Note(new Fact.Mailed(replacement.PersonId, new Incoming.Assigned(replacement) { Key = talk.MailKey(), At = talk.At }));
        }

        if (withdrawn.PutBack is { } before)
        {
            talk.Note(new Fact.Mailed(before.PersonId, new Incoming.Reopened(before.Id) { Key = talk.MailKey(), At = talk.At }));
        }

        if (wasOpen)
        {
            Switching.Next(talk);
        }
    }
}
