namespace Dialog.Core.Interviews;

/// <summary>Later, and back again.</summary>
internal static class Pausing
{
    public static void Snooze(Talk talk, Interview interview, DateTimeOffset until)
    {
        interview = Answering.StopWaiting(talk, interview);
        if (interview.State == InterviewState.Open)
        {
            talk.Put(interview with { State = InterviewState.Paused });
        }

        talk.Note(new Fact.DueSet(Due.Snooze(interview.Id, until)));
        talk.Say(OutgoingKind.Note, talk.Texts.Snoozed(WorkingTime.Local(until, talk.Context.Respondent.TimeZone)));
    }

    /// <summary>The interview, open again if it was paused.</summary>
    public static Interview Resume(Talk talk, Interview interview)
    {
        if (interview.State != InterviewState.Paused)
        {
            return interview;
        }

        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
        var open = interview with { State = InterviewState.Open };
        talk.Put(open);
        return open;
    }
}
