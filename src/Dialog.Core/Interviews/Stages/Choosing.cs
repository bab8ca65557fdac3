using Dialog.Core.Assignments;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>A button was pressed. What it says is never trusted: only a choice of the open prompt does anything, the taking back of an own change, or what could be told in a word.</summary>
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

        var prompt = Shown(talk.Now.Echo, value) ?? Shown(talk.Now.OpenPrompt, value);
        if (prompt?.Choices.Find(other => other.Value == value) is { } choice)
        {
            var settlesEcho = prompt == talk.Now.Echo;
            talk.Settle(prompt, choice);
            Do(talk, prompt, read.Verb, choice, settlesEcho);
        }
        else if (ChoiceValue.Number(read.Verb, ChoiceValue.Undo) is { } number && talk.Now.Changes.Find(other => other.Number == number) is { } change)
        {
            Undoing.Undo(talk, change);
        }
        else if (!ChoiceValue.IsWish(read.Verb) || !Wish(talk, read.Verb))
        {
            Refuse(talk, read.Prompt);
        }
    }

    private static Outgoing? Shown(Outgoing? prompt, string value) => prompt is not null && prompt.Choices.Exists(choice => choice.Value == value) ? prompt : null;

    private static void Refuse(Talk talk, string promptId)
    {
        var known = int.TryParse(promptId[1..], out var number) && number <= talk.Now.Prompts && number > 0 && talk.Now.OpenPrompt?.PromptId != promptId;
        if (known && Switching.IsUnclear(talk))
        {
            Switching.AskWhich(talk);
        }
        else if (known && talk.Interview is { State: InterviewState.Open, Replacing: false, Rewriting: null } open)
        {
            Answering.AskAgain(talk, open, talk.Texts.OldButton);
        }
        else
        {
            talk.Say(OutgoingKind.Problem, known ? talk.Texts.OldButton : talk.Texts.UnknownButton);
        }
    }

    private static void Do(Talk talk, Outgoing prompt, string verb, Choice choice, bool settlesEcho)
    {
        if (ChoiceValue.Number(verb, ChoiceValue.Undo) is { } number && talk.Now.Changes.Find(other => other.Number == number) is { } change)
        {
            Undoing.Undo(talk, change);
            return;
        }

        if (settlesEcho)
        {
            AfterEcho(talk);
            return;
        }

        if (Wish(talk, verb))
        {
            return;
        }

        if (verb.StartsWith(ChoiceValue.Here, StringComparison.Ordinal))
        {
            Leaving.Return(talk, ChoiceValue.ToldOf(verb));
            return;
        }

        if (talk.Now.Confirming is not (null or Confirmation.Echo) && Confirming.Answer(talk, verb, choice.Label))
        {
            return;
        }

        talk.Now = talk.Now with { Confirming = null, Pending = null };
        if (verb == ChoiceValue.Edit)
        {
            Editing.Begin(talk, slot: null);
            return;
        }

        if (talk.Now.Interviews.Find(other => other.Id == prompt.AssignmentId) is { IsActive: true } named && talk.Interview is not { State: InterviewState.Open })
        {
            talk.Now = talk.Now with { Current = named.Id };
        }

        if (talk.Interview is not { } interview)
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.OldButton);
            return;
        }

        Do(talk, interview, verb, choice);
    }

    /// <summary>As if the person had said the word; false for every other button.</summary>
    private static bool Wish(Talk talk, string verb)
    {
        var kind = CommandKind.Help;
        if (verb != ChoiceValue.WishLater && !(verb.StartsWith(ChoiceValue.Wish, StringComparison.Ordinal) && Enum.TryParse(verb[ChoiceValue.Wish.Length..], out kind) && Enum.IsDefined(kind)))
        {
            return false;
        }

        Confirming.Leave(talk, verb == ChoiceValue.WishLater ? null : kind);
        if (verb == ChoiceValue.WishLater && talk.Interview is { IsActive: true } interview)
        {
            Pausing.Snooze(talk, interview, SnoozeWords.Later(talk.At, talk.Own, talk.Calendar));
        }
        else if (verb == ChoiceValue.WishLater || !Commanding.Do(talk, new Command(kind)))
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.OldButton);
        }

        return true;
    }

    /// <summary>"Yes, right": what waited for it is judged at once.</summary>
    private static void AfterEcho(Talk talk)
    {
        talk.Now = talk.Now with { Confirming = null, Pending = null };
        if (talk.Interview is { State: InterviewState.Open, JudgeAt: not null } interview)
        {
            Answering.Judge(talk, interview);
        }
    }

    private static void Do(Talk talk, Interview interview, string verb, Choice choice)
    {
        switch (verb, interview.State)
        {
            case (ChoiceValue.Go, InterviewState.Offered):
                Offering.Begin(talk, interview);
                break;
            case (ChoiceValue.Go, InterviewState.Open or InterviewState.Paused):
                Answering.PickUp(talk, Pausing.Resume(talk, interview), talk.Texts.LetsGo);
                break;
            case (ChoiceValue.WrongPerson, InterviewState.Offered):
                Offering.Decline(talk, interview, EditorNote.WrongPerson);
                break;
            case (ChoiceValue.Skip, InterviewState.Offered):
                Offering.Decline(talk, interview);
                break;
            case (ChoiceValue.Later, InterviewState.Offered or InterviewState.Open or InterviewState.Paused):
                Pausing.Snooze(talk, interview, SnoozeWords.Later(talk.At, talk.Own, talk.Calendar));
                break;
            case (ChoiceValue.Tomorrow, InterviewState.Offered or InterviewState.Open or InterviewState.Paused):
                Pausing.Snooze(talk, interview, SnoozeWords.Tomorrow(talk.At, talk.Own, talk.Calendar));
                break;
            case (ChoiceValue.Monday, InterviewState.Offered or InterviewState.Open or InterviewState.Paused):
                Pausing.Snooze(talk, interview, SnoozeWords.OnMonday(talk.At, talk.Own, talk.Calendar));
                break;
            case (ChoiceValue.Skip, InterviewState.Open or InterviewState.Paused) when interview.Slot is not null:
                Answering.Skip(talk, Pausing.Resume(talk, interview));
                break;
            case (ChoiceValue.Rewrite, InterviewState.Open) when Guarding.Open(interview) is not null:
                Guarding.Rewrite(talk, interview);
                break;
            case (ChoiceValue.Strike, InterviewState.Open) when Guarding.Open(interview) is not null:
                Guarding.Strike(talk, interview);
                break;
            case (ChoiceValue.Editor, InterviewState.Open) when Guarding.Open(interview) is not null:
                Guarding.Leave(talk, interview, talk.Texts.EditorDecides(interview.Assignment.EditorName));
                break;
            case (ChoiceValue.Yes, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Stand(talk, interview);
                break;
            case (ChoiceValue.Strike, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Strike(talk, interview);
                break;
            case (ChoiceValue.Rewrite, InterviewState.Open) when interview.Slot == Slot.Headline:
                Headlining.Rewrite(talk, interview);
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
