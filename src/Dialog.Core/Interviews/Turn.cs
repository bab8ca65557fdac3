using System.Collections.Immutable;
using System.Diagnostics;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Start here: one event in, everything it leads to out. Pure: no clock, no randomness, no I/O.</summary>
public static class Turn
{
    /// <summary>Takes one turn of a conversation.</summary>
    public static TurnResult Take(Conversation before, Incoming incoming, TurnContext context)
    {
        // The desk, or the channel that tells it late, may have said since the last turn which language the person reads.
        var now = before.Language == context.Respondent.Language ? before : before with { Language = context.Respondent.Language };
        var talk = new Talk(incoming.IsOwn ? now with { ActiveAt = incoming.At } : now, incoming, context);
        switch (incoming)
        {
            case Incoming.Arrived:
                Starting.Arrive(talk, before.Language);
                break;
            case Incoming.HomeOpened or Incoming.DueCame { Due.Name: Due.Home }:
                Surfaces.OpenHome(talk);
                break;
            case Incoming.Outsider:
                Surfaces.MeetOutsider(talk);
                break;
            case Incoming.Mentioned mentioned:
                Surfaces.Mention(talk, mentioned);
                break;
            case Incoming.Picked picked:
                Surfaces.Pick(talk, picked.AssignmentId);
                break;
            case Incoming.PutOff putOff:
                Surfaces.PutOff(talk, putOff.AssignmentId);
                break;
            case Incoming.FormMissed missed:
                talk.Say(OutgoingKind.Problem, talk.Surface.NotOpened(missed.CanWrite));
                break;
            case Incoming.Rewritten rewritten:
                Repairing.Rewrite(talk, rewritten);
                break;
            case Incoming.Assigned assigned:
                Offering.Take(talk, assigned);
                break;
            case Incoming.Said said when Joining.Hear(talk, said.Text):
                break;
            case Incoming.Withdrawn withdrawn:
                Withdrawing.Take(talk, withdrawn);
                break;
            case Incoming.OrderChanged changed:
                Reordering.Take(talk, changed);
                break;
            case Incoming.OrderFollowed followed:
                Reordering.Follow(talk, followed);
                break;
            case Incoming.Reopened reopened:
                Withdrawing.Reopen(talk, reopened.AssignmentId);
                break;
            case Incoming.AbsencesTold told:
                Leaving.Tell(talk, told.Absences);
                break;
            case Incoming.DaysChanged:
                Planning.PlanAll(talk);
                break;
            case Incoming.Said said:
                Hearing.Hear(talk, said);
                break;
            case Incoming.Edited edited:
                Repairing.Edit(talk, edited);
                break;
            case Incoming.Deleted deleted:
                Repairing.Delete(talk, deleted);
                break;
            case Incoming.Chose chose when Joining.Press(talk, chose.Value):
                break;
            case Incoming.Chose chose:
                Choosing.Choose(talk, chose.Value);
                break;
            case Incoming.ChangesWanted wanted:
                Deciding.WantChanges(talk, wanted);
                break;
            case Incoming.DueCame came:
                Waking.Wake(talk, came.Due);
                break;
            case Incoming.Reviewed reviewed:
                Reviewing.Take(talk, reviewed);
                break;
            case Incoming.Reacted reacted:
                Reacting.Take(talk, reacted);
                break;
            case Incoming.ReviewAsked asked:
                Looking.ShowReview(talk, asked);
                break;
            case Incoming.ReviewSettled settled:
                Deciding.Settled(talk, settled);
                break;
            case Incoming.ReviewRefused refused:
                Deciding.Refused(talk, refused);
                break;
            case Incoming.Recognised recognised:
                Joining.Recognise(talk, recognised);
                break;
            case Incoming.Moved moved:
                Joining.TakeIn(talk, moved);
                break;
            case Incoming.EditorTold told:
                Reviewing.Tell(talk, told);
                break;
            default:
                throw new UnreachableException(incoming.GetType().Name);
        }

        return talk.Result;
    }

    /// <summary>The assignments whose drafts the turn may change or has to see (<see cref="TurnContext.Reviews"/>); none for an ordinary turn, which costs nothing.</summary>
    public static ImmutableHashSet<string> NeedsReview(Conversation before, Incoming incoming) => incoming switch
    {
        Incoming.Reviewed reviewed => [reviewed.AssignmentId],
        Incoming.ReviewAsked asked => [asked.AssignmentId],
        Incoming.DueCame { Due.Name: var name } when name.StartsWith(Due.ReviewPrefix, StringComparison.Ordinal) => [name[Due.ReviewPrefix.Length..]],
        Incoming.Edited edited => FinishedBefore(before, interview => interview.Holds(edited.MessageId) || before.Gaps.Exists(gap => gap.MessageId == edited.MessageId && gap.InterviewId == interview.Id)),
        Incoming.Deleted deleted => FinishedBefore(before, interview => interview.Holds(deleted.MessageId)),
        Incoming.Rewritten rewritten => FinishedBefore(before, interview => interview.Id == rewritten.AssignmentId),
        Incoming.Said said => [.. Spoken(before), .. OwnLooks(before, look => look.Awaits == Awaited.Text), .. Pressed(before, Deciding.Meant(before, Clean.Text(said.Text))?.Value)],
        Incoming.Chose chose => [.. Spoken(before), .. Pressed(before, chose.Value)],
        Incoming.OrderChanged changed => FinishedBefore(before, interview => interview.IsActive || interview.Id == changed.AssignmentId),
        _ => FinishedBefore(before, interview => interview.IsActive),
    };

    private static IEnumerable<string> Pressed(Conversation before, string? value) => value is null ? [] : OwnLooks(before, look => look.Choice(value) is not null);

    private static IEnumerable<string> OwnLooks(Conversation before, Func<Look, bool> wanted) =>
        before.Looks.Where(look => look.Kind != LookKind.Review && wanted(look)).Select(look => look.AssignmentId);

    /// <summary>Finished talks that words may still change: the one spoken of, those taken up again, and those whose changes can be taken back.</summary>
    private static ImmutableHashSet<string> Spoken(Conversation before) =>
        FinishedBefore(before, interview => interview.IsActive || interview.Id == before.Current || before.Changes.Exists(change => change.InterviewId == interview.Id));

    private static ImmutableHashSet<string> FinishedBefore(Conversation before, Func<Interview, bool> wanted) =>
        [.. before.Interviews.Where(interview => interview.FinishedOnce && wanted(interview)).Select(interview => interview.Id)];
}
