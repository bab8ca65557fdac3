namespace Dialog.Core.Interviews;

/// <summary>A button was pressed. What it says is never trusted: only a choice of the open prompt does anything.</summary>
internal static class Choosing
{
    public static void Choose(Talk talk, string value)
    {
        if (ChoiceValue.Read(value) is not { } read)
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.UnknownButton);
            return;
        }

        if (Deciding.Press(talk, value))
        {
            return;
        }

        var prompt = talk.Now.OpenPrompt;
        var choice = prompt?.Choices.Find(other => other.Value == value);
        if (prompt is null || choice is null)
        {
            Refuse(talk, read.Prompt);
            return;
        }

        talk.Settle(prompt, choice);
        Do(talk, read.Verb, choice);
    }

    private static void Refuse(Talk talk, string promptId)
    {
        var known = int.TryParse(promptId[1..], out var number) && number <= talk.Now.Prompts && number > 0 && talk.Now.OpenPrompt?.PromptId != promptId;
        if (known && talk.Interview is { State: InterviewState.Open, Replacing: false } open)
        {
            Answering.AskAgain(talk, open, talk.Texts.OldButton);
        }
        else
        {
            talk.Say(OutgoingKind.Problem, known ? talk.Texts.OldButton : talk.Texts.UnknownButton);
        }
    }

    private static void Do(Talk talk, string verb, Choice choice)
    {
        var confirming = talk.Now.Confirming;
        talk.Now = talk.Now with { Confirming = null };
        if (confirming == Confirmation.Cancel)
        {
            if (verb == ChoiceValue.Yes)
            {
                Confirming.Cancel(talk);
            }
            else
            {
                Confirming.GoOn(talk);
            }

            return;
        }

        if (verb == ChoiceValue.Edit)
        {
            Editing.Begin(talk, slot: null);
            return;
        }

        if (verb.StartsWith(ChoiceValue.EditSlot, StringComparison.Ordinal) && Enum.TryParse<Slot>(verb[ChoiceValue.EditSlot.Length..], out var slot))
        {
            Editing.Begin(talk, slot);
            return;
        }

        if (talk.Interview is not { } interview)
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.OldButton);
            return;
        }

        Do(talk, interview, verb, choice);
    }

    private static void Do(Talk talk, Interview interview, string verb, Choice choice)
    {
        switch (verb, interview.State)
        {
            case (ChoiceValue.Go, InterviewState.Offered):
                Offering.Begin(talk, interview);
                break;
            case (ChoiceValue.Go, InterviewState.Open or InterviewState.Paused):
                Answering.AskAgain(talk, Pausing.Resume(talk, interview));
                break;
            case (ChoiceValue.WrongPerson, InterviewState.Offered):
                Offering.Decline(talk, interview, talk.Texts.WrongPerson);
                break;
            case (ChoiceValue.Skip, InterviewState.Offered):
                Offering.Decline(talk, interview, talk.Texts.Declined);
                break;
            case (ChoiceValue.Later, InterviewState.Offered or InterviewState.Open or InterviewState.Paused):
                Pausing.Snooze(talk, interview, WorkingTime.Later(talk.At, talk.Context.Respondent.TimeZone));
                break;
            case (ChoiceValue.Tomorrow, InterviewState.Offered or InterviewState.Open or InterviewState.Paused):
                Pausing.Snooze(talk, interview, WorkingTime.Tomorrow(talk.At, talk.Context.Respondent.TimeZone));
                break;
            case (ChoiceValue.Skip, InterviewState.Open or InterviewState.Paused):
                Answering.Skip(talk, Pausing.Resume(talk, interview));
                break;
            case (ChoiceValue.Yes, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Stand(talk, interview);
                break;
            case (ChoiceValue.Strike, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Strike(talk, interview);
                break;
            case (ChoiceValue.Another, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Ask(talk, interview);
                break;
            case (_, InterviewState.Open) when verb.StartsWith(ChoiceValue.Template, StringComparison.Ordinal) && interview.Slot == Slot.Question:
                Answering.TakeTemplate(talk, interview, choice.Label);
                break;
            default:
                talk.Say(OutgoingKind.Problem, talk.Texts.OldButton);
                break;
        }
    }
}
