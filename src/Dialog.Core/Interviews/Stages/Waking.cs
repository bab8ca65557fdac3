using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>An instant has come. Looks at the talk first: what no longer matters is silent (domain.md §5.2).</summary>
internal static class Waking
{
    public static void Wake(Talk talk, Due due)
    {
        if (due.Name == Due.Quiet)
        {
            if (talk.Now.Interviews.Find(interview => interview.JudgeAt is { } judgeAt && judgeAt <= talk.At) is { } quiet)
            {
                talk.Now = talk.Now with { Current = quiet.Id, Confirming = talk.Now.Confirming == Confirmation.Echo ? null : talk.Now.Confirming };
                Answering.Judge(talk, quiet);
            }

            return;
        }

        if (due.Name == Due.Told)
        {
            Reviewing.TellTogether(talk);
            return;
        }

        var parts = due.Name.Split('/');
        if (due.Name.StartsWith(Due.TellPrefix, StringComparison.Ordinal))
        {
            Reviewing.TellNow(talk, Enum.Parse<EditorNote>(parts[1]), parts[2]);
            return;
        }

        if (due.Name.StartsWith(Due.ReviewPrefix, StringComparison.Ordinal))
        {
            Reviewing.AskNow(talk, parts[1]);
            return;
        }

        if (talk.Now.Interviews.Find(interview => interview.Id == parts[1]) is not { } found)
        {
            return;
        }

        if (due.Name.StartsWith(Due.OrderPrefix, StringComparison.Ordinal))
        {
            Reordering.Tell(talk, found, due);
            return;
        }

        if (due.Name.StartsWith(Due.SparedPrefix, StringComparison.Ordinal))
        {
            Withdrawing.TellSpared(talk, found, Enum.Parse<Withdrawal>(parts[2]));
            return;
        }

        var step = parts[0] == "plan" && Enum.TryParse<PlanStep>(parts[2], out var planned) ? planned : (PlanStep?)null;
        switch (step)
        {
            case PlanStep.Question:
                AskNow(talk, found, due);
                return;
            case PlanStep.Deputy:
                Withdrawing.AskDeputy(talk, found);
                return;
            case PlanStep.Return:
                ComeBack(talk, found, due);
                return;
            case PlanStep.Escalation or PlanStep.AnswersIn:
                Escalate(talk, found, due);
                return;
        }

        if (parts[0] != "snooze")
        {
            Reminding.Remind(talk, found, due);
        }
        else if (talk.Interview is { State: InterviewState.Open } open && open.Id != found.Id)
        {
            talk.Put(found.State == InterviewState.Paused ? found with { SetAside = true } : found);
        }
        else
        {
            TakeUp(talk, found, due);
        }
    }

    /// <summary>The instant of the person's wish. Their own hour counts; the bot's delay does not, nor a day that they turned out to be away on.</summary>
    private static void TakeUp(Talk talk, Interview interview, Due due)
    {
        if (interview.State is not (InterviewState.Offered or InterviewState.Paused))
        {
            return;
        }

        var at = talk.Own.OwnAbsenceOn(Planning.Day(talk, talk.At)) is { } away && !interview.SnoozedWhileAway ? Leaving.Back(talk, away.Last)
            : Reminding.IsLate(talk, due) ? talk.Person.NextAllowed(talk.At, talk.Calendar)
            : talk.At;
        if (at > talk.At)
        {
            Pausing.Move(talk, interview, at);
        }
        else if (!Reminding.IsTooLate(talk, interview, due.At, at))
        {
            Return(talk, interview);
        }
    }

    /// <summary>The person is there again, whom a deputy stood in for. What they have heard today, or want to hear at another time, is not said, nor what has gone to print; after a stop it may be night by now.</summary>
    private static void ComeBack(Talk talk, Interview interview, Due due)
    {
        if (talk.Person.NextAllowed(talk.At, talk.Calendar) is var allowed && allowed > talk.At)
        {
            talk.Note(new Fact.DueSet(due with { At = allowed }));
            return;
        }

        Withdrawing.ThankDeputy(talk, interview);
        var today = Planning.Day(talk, talk.At);
        if (Reminding.IsOver(talk, interview) || interview.SnoozedUntil is { } wish && Planning.Day(talk, wish) >= today || IsToday(interview.AskedAt) || IsToday(interview.RemindedUntil))
        {
            return;
        }

        if (IsToday(talk.Now.RemindedAt) && Planning.NudgeOn(talk, today.AddDays(1)) is var tomorrow && !Reminding.IsTooLate(talk, interview, due.At, tomorrow))
        {
            talk.Note(new Fact.DueSet(due with { At = tomorrow }));
            return;
        }

        talk.Now = talk.Now with { RemindedAt = talk.At };
        Return(talk, talk.Now.Interviews.Find(other => other.Id == interview.Id)!);

        bool IsToday(DateTimeOffset? instant) => instant is { } at && Planning.Day(talk, at) == today;
    }

    /// <summary>The question's day has come; after a stop it may be night by now. After a long one, or days away, it may be too late: then the editors hear of it instead.</summary>
    private static void AskNow(Talk talk, Interview interview, Due due)
    {
        if (interview.State != InterviewState.Planned)
        {
            return;
        }

        if (talk.Person.NextAllowed(talk.At, talk.Calendar) is var allowed && allowed > talk.At)
        {
            talk.Note(new Fact.DueSet(due with { At = allowed }));
            return;
        }

        if (interview.Assignment.PublishOn < Planning.Day(talk, talk.At) || interview.Assignment.AsPlanned && Reminding.IsOver(talk, interview))
        {
            Escalate(talk, interview, due);
            return;
        }

        Offering.Offer(talk, interview);
    }

    /// <summary>Time runs out: the editor hears of it once, never the person's manager (domain.md §5.3).</summary>
    private static void Escalate(Talk talk, Interview interview, Due due)
    {
        if (interview.Escalated || !interview.IsActive && interview.State != InterviewState.Planned)
        {
            return;
        }

        if (interview.DeputyAssignmentId is not null && Planning.AnswersIn(talk, interview) is { } end && end > talk.At)
        {
            // The deputy's own plan tells until then.
            talk.Note(new Fact.DueSet(due with { At = end }));
            return;
        }

        if (Reviewing.AtTheDesk(talk, interview) is { } morning)
        {
            talk.Note(new Fact.DueSet(due with { At = morning }));
            return;
        }

        talk.Put(interview with { Escalated = true });
        talk.Note(new Fact.Escalated(interview.Id));
        Reviewing.TellEditors(talk, interview, interview switch
        {
            { IsBlank: false } => EditorNote.Unfinished,
            _ when talk.Own.OwnAbsenceOn(Planning.Day(talk, talk.At)) is not null => EditorNote.Away,
            _ => EditorNote.NoAnswer,
        });
    }

    public static void Return(Talk talk, Interview interview)
    {
        if (interview.State is not (InterviewState.Offered or InterviewState.Paused))
        {
            return;
        }

        talk.Now = talk.Now with { Current = interview.Id };
        if (interview.State == InterviewState.Offered)
        {
            Offering.SayOpening(talk, interview.Assignment);
        }
        else
        {
            Answering.PickUp(talk, Pausing.Resume(talk, interview), talk.Texts.WelcomeBack);
        }
    }
}
