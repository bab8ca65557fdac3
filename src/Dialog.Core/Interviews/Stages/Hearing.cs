using System.Text.RegularExpressions;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Something the person wrote: sorts it into a reply to the bot's own question, a wish about the talk, a change of what was said, small talk, or answer (domain.md §2.3).</summary>
internal static partial class Hearing
{
    /// <summary>From this many characters on the person is told that a long text was saved whole.</summary>
    private const int VeryLong = 4000;

    /// <summary>What is longer says something itself.</summary>
    private const int MostHoldOn = 60;

    public static void Hear(Talk talk, Incoming.Said said)
    {
        var text = Clean.Text(said.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            WithoutText(talk, said);
            return;
        }

        if (said.Attachments > 0 && !Elsewhere.Says(text))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.AttachmentBeside);
        }

        text = Dictation.Read(Wrapping.Joined(Questionnaire.Without(talk, Mail.Words(text, talk.Context.Respondent.Name, out var quoted))));
        if (quoted)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.QuotedMail);
        }

        if (!Deciding.HearObjection(talk, text) && !IsPress(talk, text) && !Confirming.Hear(talk, text) && !Deciding.Hear(talk, text) && !Deciding.HearAnother(talk, text) && !IsAboutTheTalk(talk, said, text))
        {
            HearAnswer(talk, said, text);
        }
    }

    private static void WithoutText(Talk talk, Incoming.Said said)
    {
        if (said.Attachments > 0)
        {
            Explaining.AnswerOrSay(talk, talk.Texts.OnlyAttachment);
        }
        else
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.NoText);
        }
    }

    /// <summary>A button's label in writing: as if it had been pressed.</summary>
    private static bool IsPress(Talk talk, string text)
    {
        var asked = talk.Now.Confirming is not (null or Confirmation.Echo) || talk.Interview is { IsActive: true, JudgeAt: null } ? talk.Now.OpenPrompt?.Labelled(text) : null;
        if ((Deciding.Meant(talk.Now, text) ?? (asked is null || IsWord(talk, text) ? null : asked)) is not { } choice)
        {
            return false;
        }

        Choosing.Choose(talk, choice.Value);
        return true;
    }

    /// <summary>A yes, a no, a command, a wish to be asked later: said without a button it means the same.</summary>
    private static bool IsWord(Talk talk, string text) =>
        SmallTalk.IsYes(text) || SmallTalk.IsNo(text) || Command.Read(text) is { Kind: not CommandKind.ThatIsAll } || SnoozeWords.Read(text, talk.At, talk.Own, talk.Calendar, out _) is not null;

    private static bool IsAboutTheTalk(Talk talk, Incoming.Said said, string text) =>
        talk.Interview is { State: InterviewState.Open, Slot: Slot.Headline } && SmallTalk.IsNo(text) ? false
        : Leaving.Hear(talk, text)
        || Undoing.HearMyself(talk, text)
        || Later(talk, text)
        || HoldOn(talk, text)
        || IsElsewhere(talk, said, text)
        || Switching.HearWish(talk, text)
        || Command.Read(text) is { } command && !IsChosen(talk, command, text) && !IsDeclined(talk, text) && Commanding.Do(talk, command)
        || Amending.Hear(talk, said, text)
        || talk.Interview is { State: InterviewState.Open } open && Guarding.Hear(talk, open, text)
        || Explaining.Hear(talk, text);

    /// <summary>"Which of them would you keep?" – "Det andra": not the other assignment.</summary>
    private static bool IsChosen(Talk talk, Command command, string text) =>
        command.Kind == CommandKind.Switch && talk.Interview?.OpenFollowUp is { Rule: FollowUpRule.OnlyList } && ShortReply.Plain(text) is "den andra" or "det andra" or "the other" or "the other one";

    /// <summary>"Nej tack, jag vill inte vara med" is the reply to the opening: nothing is there that could be cancelled.</summary>
    private static bool IsDeclined(Talk talk, string text) =>
        talk.Interview is { State: InterviewState.Offered } && !Switching.IsUnclear(talk) && Offering.IsNo(text);

    /// <summary>"Efter lunch", "måste springa": the person's time comes first.</summary>
    private static bool Later(Talk talk, string text)
    {
        var wish = SnoozeWords.Read(text, talk.At, talk.Own, talk.Calendar, out var bare);
        if (talk.Interview is not { IsActive: true } interview)
        {
            return wish is not null && !bare && Commanding.SayIdle(talk);
        }

        if (wish is { } until && !(bare && IsBegun(interview)) && !(SnoozeWords.SaysOnlyWhen(text) && Answering.AsksWhen(talk, interview)))
        {
            Pausing.Snooze(talk, interview, until, anotherDay: SnoozeWords.NamesSeason(text));
            return true;
        }

        if (Absence.Begins(text) && TextParts.CountWords(text) <= Absence.MostWords)
        {
            interview = interview with { NoMoreFollowUps = true };
            talk.Put(interview);
            Explaining.Answer(talk, interview, talk.Texts.Away);
            return true;
        }

        if (!Haste.Begins(text) || TextParts.Words(text).Count > Haste.MostWords)
        {
            return false;
        }

        interview = Answering.StopWaiting(talk, interview.State == InterviewState.Offered ? Offering.Opened(talk, interview) : Pausing.Resume(talk, interview)) with { Hasty = true };
        talk.Put(interview);
        Answering.AskNext(talk, interview, Agenda.Next(interview).Slot is null ? null : talk.Texts.OneQuestionOnly);
        return true;
    }

    /// <summary>"Se bifogat", "jag svarade i mejlet": what is said elsewhere is not at hand.</summary>
    private static bool IsElsewhere(Talk talk, Incoming.Said said, string text)
    {
        if (!Elsewhere.Says(text))
        {
            return false;
        }

        Explaining.AnswerOrSay(talk, said.Attachments > 0 ? talk.Texts.OnlyAttachment : talk.Texts.OutOfReach);
        return true;
    }

    /// <summary>"Ett ögonblick", "brb": nothing is said by that, and nobody is hurried.</summary>
    private static bool HoldOn(Talk talk, string text)
    {
        if (talk.Interview is not { IsActive: true } interview || text.Length > MostHoldOn || !HoldOnWords().IsMatch(text))
        {
            return false;
        }

        if (interview.JudgeAt is not null)
        {
            Answering.Wait(talk, interview, talk.Context.Organisation.QuietWindow);
        }

        talk.Say(OutgoingKind.Note, talk.Texts.TakeYourTime);
        return true;
    }

    /// <summary>Something is said to the open question: a day or a season beside it goes on with that, where it is no wish in so many words.</summary>
    private static bool IsBegun(Interview interview) =>
        interview is { State: InterviewState.Open, Slot: { } slot } && (interview.OpenFollowUp is not null || slot != Slot.Headline && !interview.AnswerIn(slot).IsEmpty);

    public static void HearAnswer(Talk talk, Incoming.Said said, string text)
    {
        if (text.Length > VeryLong)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.VeryLong(text.Length));
        }

        if (IsPutOff(talk) && SmallTalk.IsNote(text))
        {
            talk.Say(OutgoingKind.Note, talk.Texts.ThanksBack);
            return;
        }

        if (Switching.IsUnclear(talk))
        {
            if (!IsSmall(text) && !SmallTalk.IsNo(text) && !Offering.IsNo(text) && !Unwilling.Says(text) && !Switching.IsAboutWhich(text))
            {
                talk.Now = talk.Now with { Held = talk.Now.Held.Add(new Line(said.MessageId, text, FollowUp: false) { At = talk.At, EditedAt = said.EditedAt }) };
            }

            Switching.AskWhich(talk);
            return;
        }

        switch (talk.Interview)
        {
            case { State: InterviewState.Offered } offered:
                Offering.Hear(talk, offered, said, text);
                break;
            case { State: InterviewState.Paused } paused when IsSmall(text):
                Answering.PickUp(talk, Pausing.Resume(talk, paused), talk.Texts.WelcomeBack);
                break;
            case { State: InterviewState.Paused } paused:
                HearOpen(talk, Pausing.Resume(talk, paused), said, text);
                break;
            case { State: InterviewState.Open } open:
                HearOpen(talk, open, said, text);
                break;
            default:
                Starting.Hear(talk, said, text);
                break;
        }
    }

    /// <summary>The person has just been told when they are asked again: thanks for that begin nothing.</summary>
    private static bool IsPutOff(Talk talk) =>
        talk.Interview is { State: InterviewState.Offered or InterviewState.Paused, SnoozedUntil: { } until } && until > talk.At && talk.Now is { Confirming: null, OpenPrompt: not { Kind: OutgoingKind.Reminder } };

    private static void HearOpen(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        if (interview.Slot is null)
        {
            interview = Agenda.Next(interview);
            talk.Put(interview);
        }

        if (interview.Slot == Slot.Headline)
        {
            Headlining.Hear(talk, interview, said, text);
        }
        else if (interview.Slot is null)
        {
            Starting.Hear(talk, said, text);
        }
        else if (interview.Replacing && (IsSmall(text) || SmallTalk.IsNo(text) || Guarding.Leaves(text) || Editing.Keeps(text)))
        {
            Answering.Keep(talk, interview);
        }
        else if (IsSmall(text))
        {
            SmallReply(talk, interview, text);
        }
        else if (interview.Slot == Slot.Question && IsNoQuestion(text))
        {
            Answering.Skip(talk, interview);
        }
        else if (Offering.HandsOver(text))
        {
            HandOver(talk, interview);
        }
        else if (Unwilling.Says(text))
        {
            Answering.Skip(talk, interview, talk.Texts.MovesOn);
        }
        else if (IsAskedFirst(interview) && SmallTalk.IsNo(text))
        {
            Answering.Skip(talk, interview);
        }
        else
        {
            Answering.Hear(talk, said, text);
        }
    }

    /// <summary>"Nej", "ingen": the readers are asked nothing.</summary>
    private static bool IsNoQuestion(string text) =>
        SmallTalk.IsNo(text) || ShortReply.Plain(text) is "ingen" or "inga" or "inget" or "ingen fråga" or "nej ingen" or "nej inget" or "nej ingen fråga" or "none" or "nothing" or "no question" or "no none" or "no question thanks";

    /// <summary>What, why or who, and nothing said to it: a bare no is no answer to those.</summary>
    private static bool IsAskedFirst(Interview interview) => interview.Slot is Slot.What or Slot.Why or Slot.Who && interview.AnswerIn(interview.Slot.Value).IsEmpty;

    /// <summary>"Fråga Karin Holm i stället": before the first answer the whole question is somebody else's, later only the one that is open.</summary>
    private static void HandOver(Talk talk, Interview interview)
    {
        if (interview.IsBlank)
        {
            Offering.Decline(talk, interview, EditorNote.WrongPerson);
        }
        else
        {
            Answering.Skip(talk, interview, talk.Texts.MovesOn);
        }
    }

    private static bool IsSmall(string text) => SmallTalk.IsGreeting(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsYes(text) || SmallTalk.IsWordless(text);

    private static void SmallReply(Talk talk, Interview interview, string text)
    {
        if (SmallTalk.IsGreeting(text))
        {
            Answering.AskAgain(talk, interview, talk.Texts.HelloAgain);
        }
        else if (interview.AnswerIn(interview.Slot!.Value).IsEmpty)
        {
            Answering.AskAgain(talk, interview, SmallTalk.IsYes(text) ? talk.Texts.LetsGo : SmallTalk.IsWordless(text) ? talk.Texts.OnlyEmoji : talk.Texts.ThanksBack);
        }
        else if (interview.OpenFollowUp is not null && interview.JudgeAt is null)
        {
            Answering.Judge(talk, interview, followUpsWanted: false);
        }
        else
        {
            Answering.Judge(talk, interview);
        }
    }

    [GeneratedRegex(
        @"^(((oj|sorry|hej|ursäkta|förlåt|ok|okej|bara|så|nej|kan (du|vi)|oh|hi|just|och|and|no|please|can you)\b[ ,.!…–-]*)*"
        + @"(vänta( (lite|litet|nu|(en )?(liten )?stund))*|wait( (a bit|a little|a while|up))*|((ge mig|(jag )?behöver|give me|(i )?need) (bara |just )?(en|ett par|några|två|tre|fem|tio|\d{1,2}|a|a few|a couple of|two|three|five|ten) (sek|sekunder|min|minut|minuter|secs?|seconds|mins?|minutes))( (till|more))*|(ett )?(litet )?ögonblick|(en|1) (sek|sekund|minut)|strax( tillbaka)?|(jag )?kommer strax|(jag )?är strax (här|tillbaka)|snart tillbaka|telefonen( ringer)?|det ringer|(jag )?(måste|ska) (bara )?ta (ett|det här) samtal(et)?|måste svara( i telefon)?|(jag )?får besök|(jag )?(måste|ska|vill|behöver|får) (bara |nog )?(kolla|stämma av|dubbelkolla|höra|prata|tala|fråga)( av| det| detta)? [^.,!?\n]{3,30} först"
        + @"|(hang|hold) on|(give me )?(a|one|1) (sec|second|moment|minute)|brb|be right back|back (soon|in a (sec|second|moment|minute))|phone|(the )?phone('s| is) ringing|(i )?(have|need|got) to take (a|this) call|let me (think|see)( about (it|that))?|(i )?(have|need|want) to (ask|check with|talk to) [^.,!?\n]{3,30} first)\b[ ,.!?…–-]*)+((tack|snälla|please|thanks)[ .!?]*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoldOnWords();
}
