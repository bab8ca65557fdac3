using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Changes are wanted, and staff has commented on passages: the person sees each passage with what was said about it.</summary>
internal static class Commenting
{
    /// <summary>Passages told at once, a message each.</summary>
    private const int Most = 3;

    public static void Tell(Talk talk, Interview interview, ReviewedDraft draft, ReviewFile file)
    {
        var comments = file.Comments.FindAll(comment => comment.DraftId == draft.Id && comment.IsToBeTold);
        if (comments.IsEmpty)
        {
            return;
        }

        var texts = CommentTexts.For(interview.Language);
        var outlet = talk.Context.Organisation.Outlets.Find(draft.Draft.Outlet).Name(interview.Language);
        var told = comments.Count > Most ? comments.GetRange(0, Most) : comments;
        foreach (var comment in told.RemoveAt(told.Count - 1))
        {
            Say(talk, interview, texts.About(outlet, comment.Place.Quote, comment.Text));
        }

        var last = texts.About(outlet, told[^1].Place.Quote, told[^1].Text);
        last = comments.Count > told.Count ? $"{last} {texts.More(comments.Count - told.Count)}" : last;
        if (talk.Interview is { State: InterviewState.Open or InterviewState.Paused or InterviewState.Offered })
        {
            Say(talk, interview, last);
        }
        else
        {
            talk.Now = talk.Now with { Current = interview.Id };
            talk.Ask(OutgoingKind.Note, $"{last} {texts.ChangeIt}", null, (ChoiceValue.Edit, BotTexts.For(interview.Language).Buttons.Change));
        }

        talk.Note(new Fact.CommentsTold(interview.Id, told.ConvertAll(comment => comment.Id)));
    }

    private static void Say(Talk talk, Interview interview, string text) =>
        talk.Say(talk.Message(OutgoingKind.Note, text) with { AssignmentId = interview.Id, Language = interview.Language });
}
