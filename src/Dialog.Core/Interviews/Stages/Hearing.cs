using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Something the person wrote: sorts it into command, small talk or answer (domain.md §2.3).</summary>
internal static class Hearing
{
    /// <summary>From this many characters on the person is told that a long text was saved whole.</summary>
    private const int VeryLong = 4000;

    public static void Hear(Talk talk, Incoming.Said said)
    {
        var text = Clean.Text(said.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.NoText);
            return;
        }

        if (Confirming.Hear(talk, text) || Deciding.Hear(talk, text) || Command.Read(text) is { } command && Commanding.Do(talk, command))
        {
            return;
        }

        if (text.Length > VeryLong)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.VeryLong(text.Length));
        }

        switch (talk.Interview)
        {
            case { State: InterviewState.Offered } offered:
                Offering.Hear(talk, offered, said, text);
                break;
            case { State: InterviewState.Paused } paused:
                var resumed = Pausing.Resume(talk, paused);
                if (IsSmall(text))
                {
                    Answering.AskAgain(talk, resumed, talk.Texts.WelcomeBack);
                }
                else
                {
                    Answering.Hear(talk, said, text);
                }

                break;
            case { State: InterviewState.Open, Slot: Slot.Headline } headline:
                Headlining.Hear(talk, headline, said, text);
                break;
            case { State: InterviewState.Open } open when IsSmall(text) && !open.Replacing:
                SmallReply(talk, open, text);
                break;
            case { State: InterviewState.Open }:
                Answering.Hear(talk, said, text);
                break;
            default:
                Starting.Hear(talk, said, text);
                break;
        }
    }

    private static bool IsSmall(string text) => SmallTalk.IsGreeting(text) || SmallTalk.IsThanks(text) || SmallTalk.IsYes(text);

    private static void SmallReply(Talk talk, Interview interview, string text)
    {
        if (SmallTalk.IsGreeting(text))
        {
            Answering.AskAgain(talk, interview, talk.Texts.HelloAgain);
        }
        else if (interview.AnswerIn(interview.Slot!.Value).IsEmpty)
        {
            Answering.AskAgain(talk, interview, SmallTalk.IsThanks(text) ? talk.Texts.ThanksBack : talk.Texts.LetsGo);
        }
        else
        {
            Answering.Judge(talk, interview);
        }
    }
}
