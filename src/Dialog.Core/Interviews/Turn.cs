using System.Diagnostics;

namespace Dialog.Core.Interviews;

/// <summary>Start here: one event in, everything it leads to out. Pure: no clock, no randomness, no I/O.</summary>
public static class Turn
{
    /// <summary>Takes one turn of a conversation.</summary>
    public static TurnResult Take(Conversation before, Incoming incoming, TurnContext context)
    {
        var talk = new Talk(before, incoming, context);
        switch (incoming)
        {
            case Incoming.Arrived:
                Starting.Arrive(talk);
                break;
            case Incoming.Assigned assigned:
                Offering.Offer(talk, assigned.Assignment);
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
            case Incoming.Chose chose:
                Choosing.Choose(talk, chose.Value);
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
            default:
                throw new UnreachableException(incoming.GetType().Name);
        }

        return talk.Result;
    }

    /// <summary>The assignment whose drafts the turn has to see (<see cref="TurnContext.Review"/>); null for an ordinary turn, which costs nothing.</summary>
    public static string? NeedsReview(Conversation before, Incoming incoming) => incoming switch
    {
        Incoming.Reviewed reviewed => reviewed.AssignmentId,
        Incoming.ReviewAsked asked => asked.AssignmentId,
        Incoming.Chose chose when OwnLook(before, look => look.Prompt.Choices.Exists(choice => choice.Value == chose.Value)) is { } look => look.AssignmentId,
        Incoming.Said when OwnLook(before, look => look.Awaits == Awaited.Text) is { } look => look.AssignmentId,
        Incoming.Edited edited => FinishedBefore(before, interview => interview.Holds(edited.MessageId)),
        Incoming.Deleted deleted => FinishedBefore(before, interview => interview.Holds(deleted.MessageId)),
        Incoming.DueCame => FinishedBefore(before, interview => interview.JudgeAt is not null),
        Incoming.Said or Incoming.Chose => FinishedBefore(before, interview => interview.Id == before.Current),
        _ => null,
    };

    private static Look? OwnLook(Conversation before, Predicate<Look> wanted) => before.Looks.FindLast(look => look.Kind != LookKind.Review && wanted(look));

    private static string? FinishedBefore(Conversation before, Func<Interview, bool> wanted) => before.Interviews.Find(interview => interview.FinishedOnce && wanted(interview))?.Id;
}
