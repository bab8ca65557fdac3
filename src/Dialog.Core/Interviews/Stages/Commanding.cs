using System.Collections.Immutable;
using Dialog.Core.Questions;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Carries out what the person told the bot to do with the talk.</summary>
internal static class Commanding
{
    /// <summary>False when the words mean nothing here and are to be heard as an answer.</summary>
    public static bool Do(Talk talk, Command command)
    {
        switch (command.Kind)
        {
            case CommandKind.Help:
                Help(talk);
                return true;
            case CommandKind.Swedish or CommandKind.English:
                Speak(talk, command.Kind == CommandKind.English ? "en" : "sv");
                return true;
            case CommandKind.NoReminders or CommandKind.Reminders:
                LetRemind(talk, command.Kind == CommandKind.Reminders);
                return true;
            case CommandKind.Privacy or CommandKind.MyData or CommandKind.EraseMe:
                Privacy.Hear(talk, command.Kind);
                return true;
            case CommandKind.Before:
                Remembering.Tell(talk);
                return true;
            case CommandKind.Drafts when ShownDrafts(talk) is { } look:
                Looking.ShowAgain(talk, look);
                return true;
            case CommandKind.Status or CommandKind.Drafts:
                Status(talk);
                return true;
            case CommandKind.Edit:
                Editing.Begin(talk, command.Slot);
                return true;
            case CommandKind.Undo:
                Undoing.Undo(talk);
                return true;
            case CommandKind.Switch when talk.Now.Interviews.Exists(interview => interview.IsActive):
                Switching.Switch(talk);
                return true;
            default:
                return Active(talk) is { } interview ? Do(talk, interview, command.Kind) : Idle(talk, command.Kind);
        }
    }

    /// <summary>All answers are withdrawn and the first question is asked; one word brings them back.</summary>
    public static void StartOver(Talk talk, Interview interview)
    {
        interview = Answering.StopWaiting(talk, Pausing.Resume(talk, interview));
        var lines = interview.Answers.SelectMany(pair => pair.Value.Lines.Select((line, index) => new LineChange(pair.Key, index, line, null))).ToImmutableList();
        Changing.Remember(talk, new Change { Number = 0, InterviewId = interview.Id, At = talk.At, Lines = lines, Before = interview });
        foreach (var (slot, answer) in interview.Answers)
        {
            interview = answer.IsEmpty
                ? interview.With(slot, answer with { Status = AnswerStatus.Given })
                : talk.Revise(interview, slot, answer.WithLines([]) with { Status = AnswerStatus.Given }, RevisionKind.Retraction);
        }

        interview = interview with { FollowUps = [], Struck = [], HeadlineShown = [], Guards = [], Rewriting = null, Replacing = false, ReturnTo = null, ToJudge = [], ShortReplies = 0, NoMoreFollowUps = false, Hasty = false, PlaceAsked = [], CapacityAsked = false };
        talk.Put(interview);
        Answering.AskNext(talk, interview, talk.Texts.StartedOver);
    }

    /// <summary>The reply to "that was in another language": the talk goes on in it, or not; the answer stays.</summary>
    public static void SpeakAndJudge(Talk talk, Interview interview, bool change)
    {
        if (change)
        {
            var language = interview.Language == "en" ? "sv" : "en";
            talk.Now = talk.Now with { Language = language };
            talk.Note(new Fact.LanguageChosen(language));
            interview = Guarding.ReadAnew(interview with { Language = language });
            talk.Put(interview);
        }

        Answering.Judge(talk, interview);
    }

    private static bool Do(Talk talk, Interview interview, CommandKind kind)
    {
        switch (kind)
        {
            case CommandKind.WhyAsked:
                Explaining.Why(talk, interview);
                return true;
            case CommandKind.Cancel:
                Confirm(talk, Confirmation.Cancel, talk.Texts.CancelQuestion, talk.Texts.Buttons.ReallyCancel);
                return true;
            case CommandKind.StartOver when !interview.IsBlank:
                Confirm(talk, Confirmation.StartOver, talk.Texts.StartOverQuestion, talk.Texts.Buttons.ReallyStartOver);
                return true;
        }

        if (interview.State == InterviewState.Offered)
        {
            if (Switching.IsUnclear(talk))
            {
                Switching.AskWhich(talk);
            }
            else if (kind == CommandKind.Skip)
            {
                Offering.Decline(talk, interview);
            }
            else if (kind is CommandKind.Repeat or CommandKind.Back or CommandKind.AlreadySaid)
            {
                Offering.SayOpening(talk, interview.Assignment);
            }
            else
            {
                Offering.Begin(talk, interview);
            }

            return true;
        }

        var lead = interview.State == InterviewState.Paused ? talk.Texts.WelcomeBack : null;
        interview = interview.State == InterviewState.Paused ? Pausing.Resume(talk, interview) : interview;
        switch (kind)
        {
            case CommandKind.Resume when lead is not null:
                Answering.PickUp(talk, interview, lead);
                break;
            case CommandKind.Repeat or CommandKind.Resume or CommandKind.StartOver:
                Answering.AskAgain(talk, interview, lead);
                break;
            case CommandKind.Back:
                Editing.Back(talk, interview);
                break;
            case CommandKind.Skip when interview.Slot is not null:
                Answering.Skip(talk, interview);
                break;
            case CommandKind.AlreadySaid when interview.Slot is not null:
                Answering.Skip(talk, interview, talk.Texts.MovesOn);
                break;
            case CommandKind.ThatIsAll or CommandKind.Done when Answering.AsksForMore(interview):
                Answering.Skip(talk, interview);
                break;
            case CommandKind.ThatIsAll when interview.JudgeAt is not null || interview.OpenFollowUp is not null:
                Answering.Judge(talk, interview, followUpsWanted: false);
                break;
            default:
                Done(talk, interview);
                break;
        }

        return true;
    }

    private static void Confirm(Talk talk, Confirmation what, string question, string yes)
    {
        talk.Now = talk.Now with { Confirming = what };
        talk.Ask(OutgoingKind.Note, question, null, (ChoiceValue.Yes, yes), (ChoiceValue.No, talk.Texts.Buttons.GoOn));
    }

    private static void Done(Talk talk, Interview interview)
    {
        var texts = talk.Texts;
        if (interview.Replacing)
        {
            Answering.Keep(talk, interview);
        }
        else if (Guarding.Open(interview) is not null)
        {
            Guarding.Leave(talk, interview);
        }
        else if (interview.JudgeAt is not null || interview is { Slot: { } open, OpenFollowUp: null } && open != Slot.Headline && !interview.AnswerIn(open).IsEmpty)
        {
            Answering.Judge(talk, interview);
        }
        else if (interview.OpenFollowUp is not null)
        {
            Answering.Judge(talk, interview, followUpsWanted: false);
        }
        else if (interview.IsBlank)
        {
            Answering.AskAgain(talk, interview, texts.NothingYet);
        }
        else if (!interview.DoneSaid)
        {
            talk.Put(interview with { DoneSaid = true });
            Answering.AskAgain(talk, interview with { DoneSaid = true }, texts.AlreadyGot);
            talk.Say(OutgoingKind.Note, texts.DoneHint);
        }
        else
        {
            Finishing.Finish(talk, interview);
        }
    }

    private static bool Idle(Talk talk, CommandKind kind)
    {
        if (kind is CommandKind.Repeat or CommandKind.Back or CommandKind.WhyAsked && talk.Interview is null)
        {
            return false;
        }

        return SayIdle(talk);
    }

    /// <summary>What is wished for needs an interview, and none is going on.</summary>
    public static bool SayIdle(Talk talk)
    {
        talk.Say(OutgoingKind.Note, talk.Interview is { State: InterviewState.Finished } finished ? talk.Texts.AlreadyFinished(finished.Assignment.Topic) : talk.Texts.NoInterview);
        return true;
    }

    private static void Speak(Talk talk, string language)
    {
        talk.Now = talk.Now with { Language = language };
        talk.Note(new Fact.LanguageChosen(language));
        if (Active(talk) is { } interview)
        {
            interview = Guarding.ReadAnew(interview with { Language = language });
            talk.Put(interview);
            if (interview.State == InterviewState.Open)
            {
                Answering.AskAgain(talk, interview, talk.Texts.LanguageChanged);
                return;
            }
        }

        talk.Say(OutgoingKind.Note, talk.Texts.LanguageChanged);
    }

    private static void LetRemind(Talk talk, bool wanted)
    {
        var texts = ScheduleTexts.For(talk.Language);
        talk.Now = talk.Now with { NoReminders = !wanted };
        foreach (var interview in talk.Now.Interviews.FindAll(interview => interview.IsActive && !wanted))
        {
            talk.Note(new Fact.DueCancelled(Due.RemindersOf(interview.Id)));
        }

        Planning.PlanAll(talk);
        Explaining.AnswerOrSay(talk, wanted ? texts.RemindersAgain : texts.NoMoreReminders);
    }

    private static void Status(Talk talk)
    {
        if (talk.Interview is not { } interview || interview.IsBlank)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToEdit);
            return;
        }

        var lines = Agenda.Of(interview.Assignment)
            .Where(slot => !interview.AnswerIn(slot).IsEmpty)
            .Select(slot => talk.Texts.StatusLine(Answering.Questions(talk, interview, slot).Label, interview.AnswerIn(slot).Text));
        talk.Say(OutgoingKind.Note, string.Join('\n', lines.Prepend(talk.Texts.StatusIntro)));
    }

    /// <summary>The drafts of the talk that is over, as they were shown last.</summary>
    private static Look? ShownDrafts(Talk talk) => talk.Interview is { State: InterviewState.Finished } finished
        ? talk.Now.Looks.FindLast(look => look.Kind != LookKind.Review && look.AssignmentId == finished.Id && !look.Prompt.Choices.IsEmpty)
        : null;

    private static void Help(Talk talk)
    {
        var buttons = talk.Texts.Buttons;
        if (Active(talk) is null)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.HelpOutside);
        }
        else
        {
            talk.Offer(
                talk.Texts.Help,
                (ChoiceValue.WishOf(CommandKind.Edit), buttons.Change),
                (ChoiceValue.WishOf(CommandKind.Back), buttons.Back),
                (ChoiceValue.WishOf(CommandKind.Status), buttons.Show),
                (ChoiceValue.WishLater, buttons.Later),
                (ChoiceValue.WishOf(CommandKind.Cancel), buttons.Cancel));
        }
    }

    private static Interview? Active(Talk talk) =>
        talk.Interview is { IsActive: true } interview ? interview : null;
}
