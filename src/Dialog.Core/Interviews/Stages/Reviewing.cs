namespace Dialog.Core.Interviews;

/// <summary>What editors and approvers hear in their own conversation.</summary>
internal static class Reviewing
{
    public static void Tell(Talk talk, Incoming.ReviewAsked asked) =>
        talk.Say(talk.Message(OutgoingKind.Note, talk.Texts.ReviewAsked(asked.Respondent, asked.Topic)) with { AssignmentId = null });
}
