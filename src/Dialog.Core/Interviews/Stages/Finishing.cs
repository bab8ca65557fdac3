using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>All is answered: drafts for the person to read first, and for those who review them.</summary>
internal static class Finishing
{
    public static void Finish(Talk talk, Interview interview, string? lead = null)
    {
        var again = interview.FinishedOnce;
        var texts = talk.Texts;
        interview = Answering.StopWaiting(talk, interview) with { State = InterviewState.Finished, FinishedOnce = true, Slot = null, ToJudge = [], ReturnTo = null, Replacing = false, Rewriting = null };
        talk.Move(interview, AssignmentState.Submitted);
        Planning.Cancel(talk, interview);
        if (!again)
        {
            Withdrawing.ThankDeputy(talk, interview);
            Withdrawing.TellPerson(talk, interview);
        }

        if (again)
        {
            Redraft(talk, interview, lead);
        }
        else
        {
            ComposeFirst(talk, interview, texts, lead);
        }

        Switching.Next(talk);
    }

    /// <summary>
    /// The answers of a finished interview changed: what that changes in the drafts is shown again. A text somebody wrote by hand stays, with the
    /// new composition beside it in its history (docs/decisions: the new composition is offered, never forced), and so does what is out: the person and the editors are told.
    /// </summary>
    public static void Redraft(Talk talk, Interview interview, string? lead = null)
    {
        var led = lead is null ? "" : $"{lead} ";
        var composed = talk.Compose(interview);
        var outside = AlreadyOut(talk, interview, composed);
        Show(talk, interview, Recompose(talk, interview, composed), led + BotTexts.For(interview.Language).Redrafted + outside, led + ReviewTexts.For(interview.Language).SameDrafts + outside);
        if (outside.Length > 0)
        {
            Reviewing.TellEditors(talk, interview, EditorNote.Changed);
        }
    }

    /// <summary>Another cut of the same answers for one outlet, where there is one; the other drafts stay.</summary>
    public static void ShowAnother(Talk talk, Interview interview, string outlet)
    {
        interview = interview with { Proposals = interview.Proposals.SetItem(outlet, interview.Proposals.GetValueOrDefault(outlet) + 1) };
        talk.Put(interview);
        var texts = ReviewTexts.For(interview.Language);
        Show(talk, interview, Recompose(talk, interview, talk.Compose(interview)), texts.AnotherCut, texts.NoOtherCut);
    }

    private static void ComposeFirst(Talk talk, Interview interview, BotTexts texts, string? lead)
    {
        var drafts = talk.Compose(interview).ConvertAll(composed => Review.Begin(interview.Id, composed, talk.Self, talk.At));
        foreach (var draft in drafts)
        {
            talk.NoteDraft(interview.Id, before: null, draft);
        }

        if (drafts.Exists(draft => draft.Draft.HasOwnWords))
        {
            Looking.ShowPreview(talk, interview, drafts, drafts, lead is null ? texts.Finished(talk.FirstName) : $"{lead} {texts.Finished(talk.FirstName)}");
            Reviewing.AskReviewers(talk, interview, drafts);
        }
        else
        {
            talk.Say(OutgoingKind.Note, lead ?? texts.FinishedThin(talk.FirstName));
        }

        if (Grading.IsThin(interview) || !drafts.Exists(draft => draft.Draft.HasOwnWords))
        {
            Reviewing.TellEditors(talk, interview, EditorNote.Thin);
        }
    }

    /// <summary>Where a text is out that would be another now.</summary>
    private static string AlreadyOut(Talk talk, Interview interview, IReadOnlyList<Draft> composed)
    {
        var stored = talk.FileOf(interview.Id).Drafts;
        var others = composed.Where(draft => stored.Exists(other =>
            other.Draft.Outlet == draft.Outlet && other.Status is (DraftStatus.Published or DraftStatus.Corrected) && Review.Differs(other, draft)));
        var names = string.Join(", ", others.Select(draft => talk.Context.Organisation.Outlets.Find(draft.Outlet).Name(interview.Language)));
        return names.Length == 0 ? "" : $" {ReviewTexts.For(interview.Language).AlreadyOut(names)}";
    }

    private static ImmutableList<ReviewedDraft> Recompose(Talk talk, Interview interview, IReadOnlyList<Draft> drafts)
    {
        var stored = talk.FileOf(interview.Id).Drafts;
        var changed = ImmutableList.CreateBuilder<ReviewedDraft>();
        foreach (var composed in drafts)
        {
            if (stored.Find(draft => draft.Draft.Outlet == composed.Outlet) is { } before && Review.Recompose(before, composed, talk.Self, interview.Language, talk.At) is { } after)
            {
                talk.NoteDraft(interview.Id, before, after);
                changed.Add(after);
            }
        }

        return changed.ToImmutable();
    }

    private static void Show(Talk talk, Interview interview, ImmutableList<ReviewedDraft> changed, string intro, string unchanged)
    {
        if (changed.IsEmpty)
        {
            talk.Say(talk.Message(OutgoingKind.Note, unchanged) with { Language = interview.Language, AssignmentId = interview.Id });
            return;
        }

        var all = talk.FileOf(interview.Id).Drafts.ConvertAll(draft => changed.Find(other => other.Id == draft.Id) ?? draft);
        var byHand = changed.Exists(draft => draft.HandWritten) ? $" {ReviewTexts.For(interview.Language).DeskCompares}" : "";
        Looking.ShowPreview(talk, interview, changed, all, intro + byHand);
        Reviewing.AskReviewers(talk, interview, all);
    }
}
