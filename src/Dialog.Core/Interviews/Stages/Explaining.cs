using Dialog.Core.Calendars;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Answers what the person asks about the interview itself, and comes back to the open question.</summary>
internal static class Explaining
{
    /// <summary>False when nothing is asked of the bot, or no interview is there to ask about.</summary>
    public static bool Hear(Talk talk, string text)
    {
        if (talk.Interview is not { State: not InterviewState.Abandoned } interview || BotQuestion.Read(text, interview.Slot) is not { } topic)
        {
            return false;
        }

        Answer(talk, interview, Text(talk, interview, topic));
        return true;
    }

    /// <summary>Why the last thing was asked: the rule that held and the words it held for.</summary>
    public static void Why(Talk talk, Interview interview)
    {
        var explain = talk.Texts.Explain;
        if (Headlining.AsksCapacity(talk))
        {
            talk.Say(OutgoingKind.Note, explain.Capacity);
        }
        else if (Guarding.Open(interview) is not null)
        {
            talk.Say(OutgoingKind.Note, explain.Guard);
        }
        else if (interview.FollowUps is [.., var last] && last.Slot == interview.Slot)
        {
            talk.Say(OutgoingKind.Note, explain.Rule(last.Rule, Excerpt.Of(last.Evidence)));
        }
        else
        {
            talk.Say(OutgoingKind.Note, interview.Slot is { } slot ? explain.Question(slot) : explain.Asker(interview.Assignment.EditorName, interview.Assignment.Topic));
        }
    }

    /// <summary>The same, whether or not an interview is there.</summary>
    public static void AnswerOrSay(Talk talk, string text)
    {
        if (talk.Interview is { } interview)
        {
            Answer(talk, interview, text);
        }
        else
        {
            talk.Say(OutgoingKind.Note, text);
        }
    }

    /// <summary>Says something beside the interview; the open question stands under it when its answer has not been begun.</summary>
    public static void Answer(Talk talk, Interview interview, string text)
    {
        if (interview is { State: InterviewState.Open, Slot: { } slot } && slot != Slot.Headline && interview.AnswerIn(slot).IsEmpty && !interview.Replacing)
        {
            Answering.AskAgain(talk, interview, text);
        }
        else
        {
            talk.Say(OutgoingKind.Note, text);
        }
    }

    private static string Text(Talk talk, Interview interview, BotTopic topic)
    {
        var (explain, assignment) = (talk.Texts.Explain, interview.Assignment);
        return topic switch
        {
            BotTopic.Deadline => explain.Deadline(assignment.CopyDeadline is { } at ? WallClock.Local(at, talk.Context.Organisation.TimeZone) : null, assignment.PublishOn),
            BotTopic.Length => explain.Length,
            BotTopic.Ahead or BotTopic.Left when interview.State == InterviewState.Finished => explain.Purpose,
            BotTopic.Left => explain.Left(Math.Max(1, Agenda.Left(interview))),
            BotTopic.Readers => explain.Readers(assignment.EditorName),
            BotTopic.Record => explain.Record,
            BotTopic.Data => explain.Data,
            BotTopic.Meaning when Headlining.AsksCapacity(talk) => explain.Capacity,
            BotTopic.Meaning => explain.Meaning(interview.Slot ?? Slot.What),
            BotTopic.Bot => explain.Bot,
            BotTopic.Duty => explain.Duty,
            BotTopic.Purpose => explain.Purpose,
            BotTopic.Call => explain.Call(assignment.EditorName),
            BotTopic.Medium => explain.Medium,
            BotTopic.Ahead when Ahead(interview) is { Count: > 0 } ahead => string.Join('\n', ahead.Select(slot => Answering.Questions(talk, interview, slot).Question).Prepend(explain.Ahead)),
            BotTopic.Ahead => explain.Left(1),
            _ => explain.Asker(assignment.EditorName, Excerpt.Of(assignment.Brief ?? assignment.Topic, 25)),
        };
    }

    /// <summary>The questions still to come. The open one stands under the reply; what is answered to an objection is asked behind it.</summary>
    private static List<Slot> Ahead(Interview interview) =>
        [.. Agenda.Of(interview.Assignment).Where(slot => slot != Slot.Headline && slot != interview.Slot && !interview.IsClosed(slot) && (slot != Slot.Synthesis || interview.Assignment.ReplyTo is not null))];
}
