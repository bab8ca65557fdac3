namespace Dialog.Core.Interviews;

/// <summary>Changing an earlier answer, during the talk and after it.</summary>
internal static class Editing
{
    public static void Begin(Talk talk, Slot? slot)
    {
        if (talk.Interview is not { State: not InterviewState.Abandoned } interview || interview.Answers.Values.All(answer => answer.IsEmpty))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToEdit);
            return;
        }

        if (slot is { } wanted && !interview.AnswerIn(wanted).IsEmpty)
        {
            Open(talk, interview, wanted);
            return;
        }

        talk.Now = talk.Now with { Confirming = Confirmation.Edit };
        talk.Ask(
            OutgoingKind.Note,
            talk.Texts.EditWhich,
            null,
            [.. Agenda.Of(interview.Assignment.Track)
                .Where(answered => answered != Slot.Headline && !interview.AnswerIn(answered).IsEmpty)
                .Take(5)
                .Select(answered => ($"{ChoiceValue.EditSlot}{answered}", Answering.Questions(talk, interview, answered).Label))]);
    }

    private static void Open(Talk talk, Interview interview, Slot slot)
    {
        talk.Now = talk.Now with { Confirming = null };
        interview = Answering.StopWaiting(talk, interview);
        var texts = Dialog.Core.Texts.BotTexts.For(interview.Language);
        talk.Put(interview with
        {
            State = InterviewState.Open,
            Slot = slot,
            ReturnTo = interview.ReturnTo ?? (interview.Slot == slot ? null : interview.Slot),
            Replacing = true,
        });
        talk.Say(OutgoingKind.Question, texts.EditThis(Answering.Questions(talk, interview, slot).Label, interview.AnswerIn(slot).Text), slot);
    }
}
