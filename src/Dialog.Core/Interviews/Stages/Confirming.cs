using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>Replies to the bot's own yes-or-no questions.</summary>
internal static class Confirming
{
    /// <summary>False when the message is no reply to such a question; the question is dropped then.</summary>
    public static bool Hear(Talk talk, string text)
    {
        var confirming = talk.Now.Confirming;
        talk.Now = talk.Now with { Confirming = null };
        switch (confirming)
        {
            case Confirmation.Cancel when SmallTalk.IsYes(text) || Command.Read(text) is { Kind: CommandKind.Cancel }:
                Cancel(talk);
                return true;
            case Confirmation.Cancel when SmallTalk.IsNo(text):
                GoOn(talk);
                return true;
            case Confirmation.Edit when Command.ReadSlot(text) is { } slot:
                Editing.Begin(talk, slot);
                return true;
            default:
                return false;
        }
    }

    public static void Cancel(Talk talk)
    {
        if (talk.Interview is not { } interview)
        {
            return;
        }

        talk.Now = talk.Now with { Confirming = null };
        var texts = talk.Texts;
        interview = Answering.StopWaiting(talk, interview);
        talk.Say(OutgoingKind.Note, texts.Cancelled);
        talk.Move(interview with { State = InterviewState.Abandoned }, AssignmentState.Declined);
        talk.Note(new Fact.DueCancelled($"reminder/{interview.Id}/"));
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
    }

    public static void GoOn(Talk talk)
    {
        talk.Now = talk.Now with { Confirming = null };
        switch (talk.Interview)
        {
            case { State: InterviewState.Open } open:
                Answering.AskAgain(talk, open, talk.Texts.NotCancelled);
                break;
            case { State: InterviewState.Offered } offered:
                Offering.SayOpening(talk, offered.Assignment);
                break;
            default:
                talk.Say(OutgoingKind.Note, talk.Texts.NotCancelled);
                break;
        }
    }
}
