using Dialog.Core.Assignments;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Carries out what the person told the bot to do with the talk.</summary>
internal static class Commanding
{
    /// <summary>False when the words mean nothing here and are to be heard as an answer.</summary>
    public static bool Do(Talk talk, Command command)
    {
        switch (command.Kind)
        {
            case CommandKind.Help:
                talk.Say(OutgoingKind.Note, Active(talk) is null ? talk.Texts.HelpOutside : talk.Texts.Help);
                return true;
            case CommandKind.Swedish or CommandKind.English:
                Speak(talk, command.Kind == CommandKind.English ? "en" : "sv");
                return true;
            case CommandKind.Status:
                Status(talk);
                return true;
            case CommandKind.Edit:
                Editing.Begin(talk, command.Slot);
                return true;
            case CommandKind.Undo:
                Undo(talk);
                return true;
            default:
                return Active(talk) is { } interview ? Do(talk, interview, command.Kind) : Idle(talk, command.Kind);
        }
    }

    private static bool Do(Talk talk, Interview interview, CommandKind kind)
    {
        switch (kind)
        {
            case CommandKind.Later:
                Pausing.Snooze(talk, interview, WorkingTime.Later(talk.At, talk.Context.Respondent.TimeZone));
                return true;
            case CommandKind.Tomorrow:
                Pausing.Snooze(talk, interview, WorkingTime.Tomorrow(talk.At, talk.Context.Respondent.TimeZone));
                return true;
            case CommandKind.Cancel:
                talk.Now = talk.Now with { Confirming = Confirmation.Cancel };
                talk.Ask(OutgoingKind.Note, talk.Texts.CancelQuestion, null, (ChoiceValue.Yes, talk.Texts.Buttons.ReallyCancel), (ChoiceValue.No, talk.Texts.Buttons.GoOn));
                return true;
        }

        if (interview.State == InterviewState.Offered)
        {
            if (kind == CommandKind.Skip)
            {
                Offering.Decline(talk, interview, talk.Texts.Declined);
            }
            else if (kind == CommandKind.Repeat)
            {
                Offering.SayOpening(talk, interview.Assignment);
            }
            else
            {
                Offering.Begin(talk, interview);
            }

            return true;
        }

        var lead = interview.State == InterviewState.Paused ? talk.Texts.WelcomeBack : null;
        interview = interview.State == InterviewState.Paused ? Pausing.Resume(talk, interview) : interview;
        switch (kind)
        {
            case CommandKind.Repeat or CommandKind.Resume:
                Answering.AskAgain(talk, interview, lead);
                break;
            case CommandKind.Skip:
                Answering.Skip(talk, interview);
                break;
            case CommandKind.ThatIsAll when interview.JudgeAt is not null || interview.OpenFollowUp is not null:
                Answering.Judge(talk, interview, followUpsWanted: false);
                break;
            default:
                Done(talk, interview);
                break;
        }

        return true;
    }

    private static void Done(Talk talk, Interview interview)
    {
        var texts = talk.Texts;
        if (interview.Replacing)
        {
            Answering.Skip(talk, interview);
        }
        else if (interview.JudgeAt is not null)
        {
            Answering.Judge(talk, interview);
        }
        else if (interview.OpenFollowUp is not null)
        {
            Answering.Judge(talk, interview, followUpsWanted: false);
        }
        else if (interview.Answers.Values.All(answer => answer.IsEmpty))
        {
            Answering.AskAgain(talk, interview, texts.NothingYet);
        }
        else if (!interview.DoneSaid)
        {
            talk.Put(interview with { DoneSaid = true });
            Answering.AskAgain(talk, interview with { DoneSaid = true }, texts.AlreadyGot);
            talk.Say(OutgoingKind.Note, texts.DoneHint);
        }
        else
        {
            Finishing.Finish(talk, interview);
        }
    }

    private static bool Idle(Talk talk, CommandKind kind)
    {
        if (kind is CommandKind.Tomorrow or CommandKind.Repeat && talk.Interview is null)
        {
            return false;
        }

        talk.Say(OutgoingKind.Note, talk.Interview is { State: InterviewState.Finished } finished ? talk.Texts.AlreadyFinished(finished.Assignment.Topic) : talk.Texts.NoInterview);
        return true;
    }

    private static void Speak(Talk talk, string language)
    {
        talk.Now = talk.Now with { Language = language };
        talk.Note(new Fact.LanguageChosen(language));
        if (Active(talk) is { } interview)
        {
            interview = interview with { Language = language };
            talk.Put(interview);
            if (interview.State == InterviewState.Open)
            {
                Answering.AskAgain(talk, interview, talk.Texts.LanguageChanged);
                return;
            }
        }

        talk.Say(OutgoingKind.Note, talk.Texts.LanguageChanged);
    }

    private static void Status(Talk talk)
    {
        if (talk.Interview is not { } interview || interview.Answers.Values.All(answer => answer.IsEmpty))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToEdit);
            return;
        }

        var lines = Agenda.Of(interview.Assignment.Track)
            .Where(slot => !interview.AnswerIn(slot).IsEmpty)
            .Select(slot => talk.Texts.StatusLine(Answering.Questions(talk, interview, slot).Label, interview.AnswerIn(slot).Text));
        talk.Say(OutgoingKind.Note, string.Join('\n', lines.Prepend(talk.Texts.StatusIntro)));
    }

    private static void Undo(Talk talk)
    {
        if (talk.Interview is not { State: InterviewState.Abandoned } stopped)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToUndo);
            return;
        }

        var back = stopped with { State = stopped.Slot is null ? InterviewState.Offered : InterviewState.Open };
        talk.Move(back, back.State == InterviewState.Open ? AssignmentState.InProgress : AssignmentState.Assigned);
        foreach (var instant in back.Assignment.RemindAt.Where(instant => instant > talk.At))
        {
            talk.Note(new Fact.DueSet(Due.Reminder(back.Id, instant)));
        }

        if (back.State == InterviewState.Open)
        {
            Answering.AskAgain(talk, back, talk.Texts.Undone);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Undone);
            Offering.SayOpening(talk, back.Assignment);
        }
    }

    private static Interview? Active(Talk talk) =>
        talk.Interview is { State: InterviewState.Offered or InterviewState.Open or InterviewState.Paused } interview ? interview : null;
}
