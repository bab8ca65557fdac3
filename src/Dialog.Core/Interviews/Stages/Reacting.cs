using Dialog.Core.Questions;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Readers answer back; the person is asked what they make of it (antites → syntes). Nobody is interrupted: it waits until no talk is going on.</summary>
internal static class Reacting
{
    public static void Take(Talk talk, Incoming.Reacted reacted)
    {
        talk.Note(new Fact.ReactionCame(reacted.AssignmentId, reacted.Reaction));
        if (talk.Now.Interviews.Find(interview => interview.Id == reacted.AssignmentId) is { State: not InterviewState.Abandoned } interview)
        {
            talk.Put(interview with { Reactions = interview.Reactions.Add(reacted.Reaction) });
            AskWaiting(talk);
        }
    }

    /// <summary>Puts the oldest waiting reaction to the person, if nothing else is being talked about.</summary>
    public static void AskWaiting(Talk talk)
    {
        if (talk.Now.Interviews.Exists(interview => interview.State is InterviewState.Open or InterviewState.Paused or InterviewState.Offered)
            || talk.Now.Interviews.Find(interview => interview is { State: InterviewState.Finished, Reactions.IsEmpty: false }) is not { } waiting)
        {
            return;
        }

        talk.Now = talk.Now with { Current = waiting.Id };
        talk.Put(waiting with { State = InterviewState.Open, Slot = Slot.Synthesis, Reactions = waiting.Reactions.RemoveAt(0) });
        talk.Ask(
            OutgoingKind.Question,
            ReviewTexts.For(waiting.Language).ReaderSays(waiting.Assignment.Topic, waiting.Reactions[0]),
            Slot.Synthesis,
            (ChoiceValue.Skip, talk.Texts.Buttons.Skip));
    }
}
