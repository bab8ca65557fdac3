using Dialog.Core.Assignments;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>What reaches the bot beside the talk itself: the person's own page, a group where it is called, a form.</summary>
internal static class Surfaces
{
    /// <summary>The channel draws the person's page from what is stored; the message only says that it is to be drawn.</summary>
    public static void OpenHome(Talk talk) => talk.Say(talk.Message(OutgoingKind.Home, talk.Surface.Home));

    /// <summary>Called in a group: says where the talk goes on, and goes on there. What stands in a group is never an answer.</summary>
    public static void Mention(Talk talk, Incoming.Mentioned mentioned)
    {
        talk.Say(talk.Message(OutgoingKind.Note, talk.Surface.InPrivate) with { Place = mentioned.Place });
        if (talk.Interview is { State: InterviewState.Open } open)
        {
            Answering.AskAgain(talk, open, talk.Texts.HelloAgain);
        }
        else if (talk.Interview is { State: InterviewState.Offered or InterviewState.Paused } || SmallTalk.IsGreeting(mentioned.Text) || string.IsNullOrWhiteSpace(mentioned.Text))
        {
            Take(talk);
        }
        else
        {
            Hearing.Hear(talk, new Incoming.Said(mentioned.Text, mentioned.Key) { Key = mentioned.Key, At = mentioned.At });
        }
    }

    /// <summary>Somebody from another organisation is told once whom the bot is for.</summary>
    public static void MeetOutsider(Talk talk)
    {
        if (!talk.Now.Refused)
        {
            talk.Now = talk.Now with { Greeted = true, Refused = true };
            talk.Say(OutgoingKind.Note, talk.Surface.Outsider(talk.Context.Organisation.Name));
        }
    }

    /// <summary>The person picked one of their questions: it is asked from where it stands. One whose day has not come is not asked before.</summary>
    public static void Pick(Talk talk, string assignmentId)
    {
        var picked = talk.Now.Interviews.Find(interview => interview.Id == assignmentId);
        if (picked?.State == InterviewState.Planned)
        {
            return;
        }

        if (picked is not null)
        {
            Switching.SpeakOf(talk, assignmentId);
        }

        Take(talk);
    }

    /// <summary>The person wants one of their questions later. The talk about another goes on.</summary>
    public static void PutOff(Talk talk, string assignmentId)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == assignmentId) is not { IsActive: true } named)
        {
            Pick(talk, assignmentId);
            return;
        }

        var other = talk.Interview is { State: InterviewState.Open } open && open.Id != assignmentId ? open.Id : null;
        Switching.SpeakOf(talk, assignmentId);
        Pausing.Snooze(talk, named, SnoozeWords.Later(talk.At, talk.Own, talk.Calendar));
        if (talk.Now.Confirming is null && talk.Now.Interviews.Find(interview => interview.Id == other) is { } going)
        {
            Switching.To(talk, going);
        }
    }

    private static void Take(Talk talk)
    {
        switch (talk.Interview)
        {
            case { State: InterviewState.Offered } offered:
                Offering.SayOpening(talk, offered.Assignment);
                break;
            case { State: InterviewState.Open } open:
                Answering.AskAgain(talk, open, talk.Texts.LetsGo);
                break;
            case { State: InterviewState.Paused } paused:
                Answering.AskAgain(talk, Pausing.Resume(talk, paused), talk.Texts.WelcomeBack);
                break;
            case { State: InterviewState.Finished } finished:
                talk.Ask(OutgoingKind.Note, talk.Texts.AlreadyFinished(finished.Assignment.Topic), null, (ChoiceValue.Edit, talk.Texts.Buttons.Change));
                break;
            default:
                Starting.Greet(talk);
                break;
        }
    }
}
