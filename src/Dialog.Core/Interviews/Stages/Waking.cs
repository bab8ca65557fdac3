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

        var parts = due.Name.Split('/');
        if (talk.Now.Interviews.Find(interview => interview.Id == parts[1]) is not { } found)
        {
            return;
        }

        if (talk.Interview is { State: InterviewState.Open } open && open.Id != found.Id)
        {
            talk.Put(found.State == InterviewState.Paused ? found with { SetAside = true } : found);
            return;
        }

        if (parts[0] == "snooze")
        {
            Return(talk, found);
        }
        else
        {
            Remind(talk, found);
        }
    }

    private static void Return(Talk talk, Interview interview)
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

    private static void Remind(Talk talk, Interview interview)
    {
        if (interview.State is InterviewState.Finished or InterviewState.Abandoned || interview.ReminderAfterStart)
        {
            return;
        }

        talk.Now = talk.Now with { Current = interview.Id };
        var buttons = talk.Texts.Buttons;
        if (interview.State == InterviewState.Offered)
        {
            talk.Ask(
                OutgoingKind.Reminder,
                talk.Texts.Reminder(talk.FirstName, interview.Assignment.Topic),
                null,
                (ChoiceValue.Go, buttons.AnswerNow),
                (ChoiceValue.Tomorrow, buttons.Tomorrow),
                (ChoiceValue.Skip, buttons.Skip));
            return;
        }

        talk.Put(interview with { ReminderAfterStart = true });
        var label = interview.Slot is { } slot ? Answering.Questions(talk, interview, slot).Label : interview.Assignment.Topic;
        talk.Ask(
            OutgoingKind.Reminder,
            talk.Texts.ReminderUnfinished(label, Agenda.Left(interview)),
            interview.Slot,
            (ChoiceValue.Go, buttons.AnswerNow),
            (ChoiceValue.Tomorrow, buttons.Tomorrow));
    }
}
