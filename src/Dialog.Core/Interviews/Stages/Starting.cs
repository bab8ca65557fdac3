using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>A person who comes by themselves: greeting, topic, first question.</summary>
internal static class Starting
{
    /// <summary>A longer first message is an answer already, not a topic.</summary>
    private const int MostTopicWords = 15;

    private static readonly ImmutableList<string> Openers =
    [
        "jag vill gärna skriva om", "jag vill skriva om", "jag skulle vilja skriva om", "jag vill berätta om", "jag vill prata om", "vi vill skriva om", "vi vill berätta om", "skriv om", "skriva om", "det handlar om",
        "i would like to write about", "i'd like to write about", "i want to write about", "i want to tell about", "i want to talk about", "we want to write about", "write about", "it is about",
    ];

    /// <summary>Greets whoever was not greeted, or was in a language that has turned out not to be theirs.</summary>
    public static void Arrive(Talk talk, string before)
    {
        if (!talk.Now.Greeted || talk.Now.Interviews.IsEmpty && talk.Now.Language != before)
        {
            Greet(talk);
        }
    }

    public static void Greet(Talk talk)
    {
        talk.Now = talk.Now with { Greeted = true };
        talk.Say(OutgoingKind.Note, talk.Texts.Welcome(talk.FirstName));
    }

    /// <summary>Something said while no interview is going on.</summary>
    public static void Hear(Talk talk, Incoming.Said said, string text)
    {
        var opener = Openers.Find(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (opener is not null && text[opener.Length..].Trim(' ', ':', '”', '“', '"', '.', '…') is { Length: > 0 } topic)
        {
            Begin(talk, Topic(topic));
            return;
        }

        if (talk.Interview is { State: InterviewState.Abandoned } && SmallTalk.IsNote(text))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.ThanksBack);
        }
        else if (SmallTalk.IsGreeting(text) || opener is not null || SmallTalk.IsYes(text) && talk.Interview is not { State: InterviewState.Finished })
        {
            Greet(talk);
        }
        else if (talk.Interview is { State: InterviewState.Finished } finished)
        {
            AfterTheEnd(talk, finished, said, text);
        }
        else if (SmallTalk.IsPleasantry(text) || SmallTalk.IsNo(text) || SmallTalk.IsWordless(text))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NoInterview);
        }
        else if (TextParts.Words(text).Count <= MostTopicWords)
        {
            Begin(talk, Topic(text));
        }
        else
        {
            BeginWith(talk, [new Line(said.MessageId, text, FollowUp: false) { Raw = said.Text }]);
        }
    }

    /// <summary>A new interview, begun with what was written before it was asked for: a few words are its topic, more is the first answer.</summary>
    public static void BeginWith(Talk talk, ImmutableList<Line> lines)
    {
        if (lines is [var only] && TextParts.CountWords(only.Text) <= MostTopicWords)
        {
            Begin(talk, Topic(only.Text));
            return;
        }

        Open(talk, talk.Texts.DefaultTopic);
        talk.Put(Agenda.Next(talk.Interview!));
        foreach (var line in lines)
        {
            Answering.Hear(talk, new Incoming.Said(line.Raw ?? line.Text, line.MessageId) { Key = talk.Key, At = talk.At }, line.Text);
        }
    }

    private static void AfterTheEnd(Talk talk, Interview finished, Incoming.Said said, string text)
    {
        if (SmallTalk.IsPleasantry(text) || SmallTalk.IsYes(text) || SmallTalk.IsWordless(text))
        {
            talk.Ask(OutgoingKind.Note, talk.Texts.ThanksBack, null, (ChoiceValue.Edit, talk.Texts.Buttons.Change));
        }
        else if (SmallTalk.IsNo(text))
        {
            talk.Ask(OutgoingKind.Note, talk.Texts.AlreadyFinished(finished.Assignment.Topic), null, (ChoiceValue.Edit, talk.Texts.Buttons.Change));
        }
        else
        {
            Afterwards.Hear(talk, finished, said, text);
        }
    }

    private static void Begin(Talk talk, string topic)
    {
        Open(talk, topic);
        Answering.AskNext(talk, talk.Interview!, talk.Texts.TopicTaken(topic));
    }

    private static void Open(Talk talk, string topic)
    {
        var assignment = new Assignment
        {
            Id = $"own-{StableId(talk)}",
            Topic = topic,
            PersonId = talk.Context.Respondent.Id,
            Outlets = talk.Context.Organisation.DefaultOutlets,
            Language = talk.Language,
        };
        talk.Now = talk.Now with { Greeted = true, Current = assignment.Id };
        talk.Put(new Interview { Assignment = assignment, QuestionSet = talk.Context.QuestionSets.Newest.Key, Language = talk.Language, State = InterviewState.Open, BeganAt = talk.At });
        talk.Note(new Fact.AssignmentOpened(assignment));
        talk.Note(new Fact.AssignmentMoved(assignment.Id, AssignmentState.InProgress));
    }

    /// <summary>The same event always opens the same assignment.</summary>
    private static string StableId(Talk talk) => StableHash.Id($"{talk.Context.Respondent.Id}\n{talk.Key}");

    private static string Topic(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return char.ToUpperInvariant(line[0]) + line[1..];
    }
}
