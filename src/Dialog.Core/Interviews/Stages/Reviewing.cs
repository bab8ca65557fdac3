namespace Dialog.Core.Interviews;

/// <summary>What editors and approvers hear in their own conversation.</summary>
internal static class Reviewing
{
    public static void Tell(Talk talk, Incoming.ReviewAsked asked) =>
        talk.Say(talk.Message(OutgoingKind.Note, talk.Texts.ReviewAsked(asked.Respondent, asked.Topic)) with { AssignmentId = null });

    public static void Tell(Talk talk, Incoming.EditorTold told) =>
        talk.Say(talk.Message(OutgoingKind.Note, talk.Texts.EditorTold(told.Respondent, told.Topic, told.What)) with { AssignmentId = null });

    /// <summary>Lets the editors know something about this interview.</summary>
    public static void TellEditors(Talk talk, Interview interview, EditorNote what) =>
        talk.Note(new Fact.MailedToReviewers(new Incoming.EditorTold(talk.Context.Respondent.Name, interview.Assignment.Topic, what) { Key = talk.MailKey(), At = talk.At }));
}
