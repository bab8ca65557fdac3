using Dialog.Core.Assignments;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>An editor's question reaches the person: opening, yes, later, no.</summary>
internal static class Offering
{
    /// <summary>An editor's order: the question goes out now, or is written down until its day.</summary>
    public static void Take(Talk talk, Incoming.Assigned assigned)
    {
        var assignment = assigned.Assignment;
        talk.Note(new Fact.AssignmentOpened(assignment));
        var interview = new Interview { Assignment = assignment, QuestionSet = talk.Context.QuestionSets.Newest.Key, Language = assignment.Language, State = InterviewState.Planned };
        talk.Put(interview);
        if (assignment.AsPlanned && Planning.Plan(talk, interview).Plan?.At(PlanStep.Question) > talk.At)
        {
            return;
        }

        Offer(talk, interview);
    }

    /// <summary>The question goes out.</summary>
    public static void Offer(Talk talk, Interview interview)
    {
        var assignment = interview.Assignment;
        var busy = talk.Interview is { State: InterviewState.Open } current ? current : null;
        talk.Now = talk.Now with { Greeted = true };
        interview = interview with { State = InterviewState.Offered, AskedAt = talk.At };
        talk.Move(interview, AssignmentState.Assigned);
        Planning.Plan(talk, interview);
        foreach (var instant in assignment.RemindAt)
        {
            talk.Note(new Fact.DueSet(Due.Reminder(assignment.Id, instant)));
        }

        if (busy is null)
        {
            talk.Now = talk.Now with { Current = assignment.Id };
            SayOpening(talk, assignment);
            Remembering.Remind(talk);
        }
        else if (assignment.ReplyTo is null)
        {
            talk.Say(OutgoingKind.Note, Opening(talk, assignment) + " " + talk.Texts.WaitsForCurrent(busy.Assignment.Topic));
        }
    }

    /// <summary>The opening with its buttons. What readers say is the question itself: it is answered at once, put off, or left.</summary>
    public static void SayOpening(Talk talk, Assignment assignment)
    {
        var buttons = talk.Texts.Buttons;
        talk.Ask(
            OutgoingKind.Opening,
            Opening(talk, assignment),
            assignment.ReplyTo is null ? null : Slot.Synthesis,
            assignment.ReplyTo is null
                ? [(ChoiceValue.Go, buttons.Go), (ChoiceValue.Later, buttons.Later), (ChoiceValue.WrongPerson, buttons.WrongPerson)]
                : [(ChoiceValue.Later, buttons.Later), (ChoiceValue.Skip, buttons.Skip)]);
    }

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
        Planning.Begun(talk, open);
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
        Planning.Cancel(talk, interview);
    }

    private static string Opening(Talk talk, Assignment assignment)
    {
        if (assignment.ReplyTo is { } about)
        {
            return ReaderTexts.For(assignment.Language).Ask(talk.FirstName, about);
        }

        var opening = BotTexts.For(assignment.Language).Opening(talk.FirstName, assignment.EditorName, assignment.Brief ?? assignment.Topic, assignment.PublishOn);
        opening = assignment.StandsIn is { } place ? $"{ScheduleTexts.For(assignment.Language).StandIn(place.Name)} {opening}" : opening;
        return talk.Now.Interviews.Find(interview => interview.Id == assignment.Id) is { Plan.Early: true } ? $"{opening} {ScheduleTexts.For(assignment.Language).AskedEarly}" : opening;
    }
}
