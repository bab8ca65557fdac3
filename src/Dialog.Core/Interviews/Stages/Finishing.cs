using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>All is answered: drafts for the editor, and for the person to read.</summary>
internal static class Finishing
{
    /// <summary>Draft text in one message, in characters: well inside Slack's total for a message's blocks and Teams' 28 KB.</summary>
    private const int MostDraftCharacters = 6000;

    /// <summary>Drafts in one message: each takes two or three of Slack's fifty blocks.</summary>
    private const int MostDrafts = 10;

    public static void Finish(Talk talk, Interview interview, string? lead = null)
    {
        var again = interview.FinishedOnce;
        var texts = talk.Texts;
        interview = Answering.StopWaiting(talk, interview) with { State = InterviewState.Finished, FinishedOnce = true, Slot = null, ReturnTo = null, Replacing = false, Rewriting = null };
        talk.Move(interview, AssignmentState.Submitted);
        talk.Note(new Fact.DueCancelled($"reminder/{interview.Id}/"));
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));

        var drafts = talk.Compose(interview);
        talk.Note(new Fact.DraftsComposed(interview.Id, drafts));
        if (drafts.Exists(draft => draft.Sentences.Any(sentence => sentence.Origin is Origin.Own or Origin.Shortened)))
        {
            var intro = again ? texts.Redrafted : texts.Finished(talk.FirstName);
            Show(talk, interview, drafts, lead is null ? intro : $"{lead} {intro}", texts);
            talk.Note(new Fact.MailedToReviewers(new Incoming.ReviewAsked(talk.Context.Respondent.Name, interview.Assignment.Topic) { Key = talk.MailKey(), At = talk.At }));
        }
        else
        {
            talk.Say(OutgoingKind.Note, lead ?? texts.FinishedThin(talk.FirstName));
            Reviewing.TellEditors(talk, interview, EditorNote.Thin);
        }

        Switching.Next(talk);
    }

    /// <summary>The drafts anew, after a change in a finished talk.</summary>
    public static void Redraft(Talk talk, Interview interview)
    {
        var drafts = talk.Compose(interview);
        talk.Note(new Fact.DraftsComposed(interview.Id, drafts));
        Show(talk, interview, drafts, talk.Texts.Redrafted, talk.Texts);
    }

    private static void Show(Talk talk, Interview interview, ImmutableList<Draft> drafts, string intro, BotTexts texts)
    {
        var batch = ImmutableList.CreateBuilder<DraftPreview>();
        foreach (var preview in drafts.Select(draft => Preview(draft, talk.Context.Organisation.Outlets.Find(draft.Outlet), interview.Language)))
        {
            if (batch.Count > 0 && (batch.Count == MostDrafts || batch.Sum(other => other.Text.Length) + preview.Text.Length > MostDraftCharacters))
            {
                Send();
            }

            batch.Add(preview);
        }

        Send();

        void Send()
        {
            talk.Say(talk.Message(OutgoingKind.Drafts, intro) with { Language = interview.Language, Drafts = batch.ToImmutable() });
            batch.Clear();
            intro = texts.MoreDrafts;
        }
    }

    private static DraftPreview Preview(Draft draft, Outlet outlet, string language)
    {
        return new DraftPreview(draft.Outlet, outlet.Name(language), draft.Text, draft.Length, draft.Limit, outlet.UnitName(language));
    }
}
