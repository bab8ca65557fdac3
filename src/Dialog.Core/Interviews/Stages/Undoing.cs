using System.Text.RegularExpressions;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Takes the last thing back: a stopped talk, a change, the message just written.</summary>
internal static partial class Undoing
{
    public static void Undo(Talk talk)
    {
        if (talk.Interview is { State: InterviewState.Abandoned, TakenBack: false } stopped)
        {
            Reopen(talk, stopped);
            return;
        }

        if (talk.Interview is { State: InterviewState.Open, Replacing: true } opened)
        {
            Answering.Keep(talk, opened);
            return;
        }

        var last = talk.Now.Changes is [.., var change] ? change : null;
        if (talk.Interview is { State: InterviewState.Open, Slot: { } slot } interview
            && interview.LastLine() is var (where, line) && where == slot && line.At is { } at && !(last?.At >= at) && interview.AnswerIn(slot).Lines.Contains(line))
        {
            Retracting.Last(talk, interview);
        }
        else if (last is not null)
        {
            Undo(talk, last);
        }
        else if (talk.Interview is { State: InterviewState.Open } open && Agenda.Before(open, open.Slot) is not null)
        {
            Editing.Back(talk, open);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToUndo);
        }
    }

    /// <summary>"Nej förresten, jag kan svara själv": the no, or the question left to somebody else, is taken back. False when nothing was left, or something was said since.</summary>
    public static bool HearMyself(Talk talk, string text)
    {
        if (!MyselfWords().IsMatch(ShortReply.Plain(text)))
        {
            return false;
        }

        if (talk.Interview is { State: InterviewState.Abandoned } stopped)
        {
            Reopen(talk, stopped);
            return true;
        }

        if (talk.Interview is { State: InterviewState.Open, Slot: { } slot } interview && interview.AnswerIn(slot).IsEmpty && talk.Now.Changes is [.., { Skipped: not null } last] && last.InterviewId == interview.Id)
        {
            Undo(talk, last);
            return true;
        }

        return false;
    }

    public static void Undo(Talk talk, Change change)
    {
        if (IsApproved(talk, change))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Amend.Approved);
            return;
        }

        if (!Changing.TakeBack(talk, change))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToUndo);
            return;
        }

        var interview = talk.Now.Interviews.Find(other => other.Id == change.InterviewId)!;
        if (interview.State == InterviewState.Finished)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Amend.TakenBack);
            Finishing.Redraft(talk, interview);
        }
        else if (interview is { State: InterviewState.Open, Slot: { } slot, JudgeAt: null } && interview.Id == talk.Now.Current && Guarding.Noted(interview, slot).RemoveAll(guard => guard.Detector == Detector.Insult) is { IsEmpty: false } found)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Amend.TakenBack);
            Guarding.Ask(talk, interview, found);
        }
        else if (interview.State == InterviewState.Open && interview.Id == talk.Now.Current)
        {
            Amending.GoOn(talk, interview, talk.Texts.Amend.TakenBack);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Amend.TakenBack);
        }
    }

    /// <summary>The person has said yes to the texts since: undo works until then (domain.md §2.3), a change of an answer always.</summary>
    private static bool IsApproved(Talk talk, Change change) =>
        talk.Now.Interviews.Find(other => other.Id == change.InterviewId) is { FinishedOnce: true } interview
        && talk.FileOf(interview.Id).Drafts.Exists(draft => draft.Verdicts().Exists(entry => entry is { Action: ReviewAction.Approve, By.Role: ReviewRole.Respondent } && entry.At >= change.At));

    private static void Reopen(Talk talk, Interview stopped)
    {
        var back = stopped with { State = stopped.Slot is null ? InterviewState.Offered : InterviewState.Open };
        talk.Move(back, back.State == InterviewState.Open ? AssignmentState.InProgress : AssignmentState.Assigned);
        Planning.GoOn(talk, back);
        if (back.State == InterviewState.Open)
        {
            Answering.PickUp(talk, back, talk.Texts.Undone);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Undone);
            Offering.SayOpening(talk, back.Assignment);
        }
    }

    [GeneratedRegex(@"^((nej|nä|jo|ja|men|vänta|förresten|ok|okej|hm+|no|yes|wait|but|actually|well)\b[ .!–-]*)*(jag (kan|ska|vill) (nog |visst |väl |ju )?(svara|ta (det|den|frågan)|göra det|vara med)( på (det|den|frågan))?( själv)?( ändå| i alla fall)?|jag (svarar|tar (det|den|frågan)|gör det|är med)( på (det|den))?( själv)?( ändå| i alla fall)?|i('ll| can| will) (answer|take|do)( (that|it|this))?( myself)?( after all)?|(that's|it's) me after all)$", RegexOptions.CultureInvariant)]
    private static partial Regex MyselfWords();
}
