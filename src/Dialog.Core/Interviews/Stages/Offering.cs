using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>An editor's question reaches the person: opening, yes, later, no.</summary>
internal static class Offering
{
    public static void Offer(Talk talk, Assignment assignment)
    {
        var busy = talk.Interview is { State: InterviewState.Open } current ? current : null;
        talk.Now = talk.Now with { Greeted = true };
        talk.Put(new Interview { Assignment = assignment, QuestionSet = talk.Context.QuestionSets.Newest.Key, Language = assignment.Language, State = InterviewState.Offered });
        talk.Note(new Fact.AssignmentOpened(assignment));
        talk.Note(new Fact.AssignmentMoved(assignment.Id, AssignmentState.Assigned));
        foreach (var instant in assignment.RemindAt)
        {
            talk.Note(new Fact.DueSet(Due.Reminder(assignment.Id, instant)));
        }

        if (busy is null)
        {
            talk.Now = talk.Now with { Current = assignment.Id };
            SayOpening(talk, assignment);
        }
        else
        {
            talk.Say(OutgoingKind.Note, Opening(talk, assignment) + " " + talk.Texts.WaitsForCurrent(busy.Assignment.Topic));
        }
    }

    public static void SayOpening(Talk talk, Assignment assignment) =>
        talk.Ask(
            OutgoingKind.Opening,
            Opening(talk, assignment),
            null,
            (ChoiceValue.Go, talk.Texts.Buttons.Go),
            (ChoiceValue.Later, talk.Texts.Buttons.Later),
            (ChoiceValue.WrongPerson, talk.Texts.Buttons.WrongPerson));

    /// <summary>A reply to the opening: yes, no, or straight away the first answer.</summary>
    public static void Hear(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        if (SmallTalk.IsYes(text))
        {
            Begin(talk, interview);
        }
        else if (SmallTalk.IsNo(text))
        {
            Decline(talk, interview, talk.Texts.Declined);
        }
        else if (SmallTalk.IsGreeting(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsWordless(text))
        {
            SayOpening(talk, interview.Assignment);
        }
        else
        {
            talk.Put(Agenda.Next(Opened(talk, interview)));
            Answering.Hear(talk, said, text);
        }
    }

    public static void Begin(Talk talk, Interview interview) => Answering.AskNext(talk, Opened(talk, interview), talk.Texts.LetsGo);

    /// <summary>The person said yes.</summary>
    public static Interview Opened(Talk talk, Interview interview)
    {
        var open = interview with { State = InterviewState.Open, BeganAt = talk.At };
        talk.Move(open, AssignmentState.InProgress);
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
        return open;
    }

    public static void Decline(Talk talk, Interview interview, string reply)
    {
        talk.Say(OutgoingKind.Note, reply);
        End(talk, interview);
        Switching.Next(talk);
    }

    /// <summary>The person does not want to; nothing comes back by itself.</summary>
    public static void End(Talk talk, Interview interview)
    {
        talk.Move(interview with { State = InterviewState.Abandoned }, AssignmentState.Declined);
        talk.Note(new Fact.DueCancelled($"reminder/{interview.Id}/"));
        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
    }

    private static string Opening(Talk talk, Assignment assignment) =>
        Dialog.Core.Texts.BotTexts.For(assignment.Language).Opening(talk.FirstName, assignment.EditorName, assignment.Brief ?? assignment.Topic, assignment.PublishOn);
}
