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
            case Incoming.ReviewAsked asked:
                Reviewing.Tell(talk, asked);
                break;
            case Incoming.EditorTold told:
                Reviewing.Tell(talk, told);
                break;
            default:
                throw new UnreachableException(incoming.GetType().Name);
        }

        return talk.Result;
    }
}
