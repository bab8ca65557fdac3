using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Several assignments at once: which one is spoken of. Turning from one to another loses nothing; the other is taken up again.</summary>
internal static partial class Switching
{
    /// <summary>A platform shows so many buttons under a message.</summary>
    private const int MostShown = 5;

    /// <summary>Said around the words of a topic.</summary>
    private static readonly ImmutableList<string> Around = ["den", "det", "om", "ta", "tar", "vi", "jag", "vill", "först", "med", "frågan", "the", "one", "about", "take", "first", "let's", "i", "want", "please", "tack"];

    /// <summary>The person wants to talk about another assignment than this.</summary>
    public static void Switch(Talk talk)
    {
        var others = talk.Now.Interviews.RemoveAll(interview => !interview.IsActive || interview.Id == talk.Now.Current);
        if (others.IsEmpty)
        {
            Explaining.AnswerOrSay(talk, talk.Texts.OnlyThis);
        }
        else if (others is [var only])
        {
            To(talk, only);
        }
        else
        {
            AskWhich(talk);
        }
    }

    /// <summary>"Tillbaka till badhuset", said in the talk about something else. False when no other assignment is named.</summary>
    public static bool HearWish(Talk talk, string text)
    {
        if (talk.Now.Interviews.Count < 2 || text.Length > 80 || SwitchWords().Match(text) is not { Success: true } wish || Named(talk, wish.Groups["topic"].Value) is not { } named || named is { State: InterviewState.Open })
        {
            return false;
        }

        To(talk, named);
        return true;
    }

    /// <summary>"Vilka är det?", "båda": said to "which one?", and no answer to either.</summary>
    public static bool IsAboutWhich(string text) => text.Length <= 40 && AboutWhichWords().IsMatch(text);

    /// <summary>Several wait and none is spoken of.</summary>
    public static bool IsUnclear(Talk talk) => talk.Interview is not { State: InterviewState.Open } && Waiting(talk).Count > 1;

    public static void AskWhich(Talk talk)
    {
        talk.Now = talk.Now with { Confirming = Confirmation.Which };
        var waiting = Choosable(talk).Take(MostShown).Select(interview => (interview, index: talk.Now.Interviews.IndexOf(interview)));
        talk.Ask(
            OutgoingKind.Note,
            talk.Texts.Which,
            null,
            [.. waiting.Select(pair => (ChoiceValue.WhichOf(pair.index), Label(pair.interview)))]);
    }

    /// <summary>The assignment a reply to "which?" names: by its number, or by words of its topic.</summary>
    public static Interview? Named(Talk talk, string text)
    {
        var active = Choosable(talk);
        var words = ShortReply.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 8)
        {
            return null;
        }

        int? number = words switch
        {
            _ when words.Any(word => word is "första" or "första:" or "1" or "first" or "ett" or "one") && words.Length <= 3 => 0,
            _ when words.Any(word => word is "andra" or "2" or "second" or "other" or "två" or "two") && words.Length <= 3 => 1,
            _ when words.Any(word => word is "tredje" or "3" or "third" or "tre" or "three") && words.Length <= 3 => 2,
            _ => null,
        };
        if (number is { } at)
        {
            return at < active.Count ? active[at] : null;
        }

        var telling = words.Except(Around).ToList();
        var named = active.FindAll(interview => telling.Count > 0 && telling.TrueForAll(word => interview.Assignment.Topic.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return named is [var only] ? only : null;
    }

    /// <summary>From here on this assignment is spoken of; the one that is open is set aside.</summary>
    public static void SpeakOf(Talk talk, string assignmentId)
    {
        if (talk.Interview is { State: InterviewState.Open } open && open.Id != assignmentId)
        {
            talk.Put(Answering.StopWaiting(talk, open) with { State = InterviewState.Paused, SetAside = true });
        }

        talk.Now = talk.Now with { Current = assignmentId, Confirming = null, Pending = null };
    }

    /// <summary>Turns to an assignment and takes up its question.</summary>
    public static void To(Talk talk, Interview interview)
    {
        SpeakOf(talk, interview.Id);
        var held = talk.Now.Held;
        talk.Now = talk.Now with { Held = [] };
        if (!held.IsEmpty && interview.State is InterviewState.Offered or InterviewState.Paused)
        {
            var begun = interview.State == InterviewState.Offered ? Offering.Opened(talk, interview) : Pausing.Resume(talk, interview);
            talk.Put(begun.Slot is null ? Agenda.Next(begun) : begun);
            foreach (var line in held)
            {
                Answering.Hear(talk, new Incoming.Said(line.Text, line.MessageId) { Key = talk.Key, At = talk.At, EditedAt = line.EditedAt }, line.Text);
            }

            return;
        }

        TakeUp(talk, interview);
    }

    /// <summary>When a talk is over: the next assignment that waits, or the question which.</summary>
    public static void Next(Talk talk)
    {
        if (Waiting(talk) is not [var next, ..] waiting)
        {
            Reacting.AskWaiting(talk);
            return;
        }

        if (waiting.Count > 1)
        {
            AskWhich(talk);
        }
        else if (next.State == InterviewState.Offered)
        {
            talk.Now = talk.Now with { Current = next.Id };
            Offering.SayOpening(talk, next.Assignment);
        }
        else
        {
            talk.Now = talk.Now with { Current = next.Id };
            TakeUp(talk, next);
        }
    }

    private static void TakeUp(Talk talk, Interview interview)
    {
        var lead = talk.Texts.NowAbout(Label(interview));
        switch (interview.State)
        {
            case InterviewState.Offered:
                Answering.AskNext(talk, Offering.Opened(talk, interview), lead);
                break;
            case InterviewState.Paused:
                Answering.PickUp(talk, Pausing.Resume(talk, interview), lead);
                break;
            default:
                Answering.PickUp(talk, interview, lead);
                break;
        }
    }

    /// <summary>What the person may choose among: what can still make the paper, and what cannot when there is nothing else to choose.</summary>
    private static ImmutableList<Interview> Choosable(Talk talk)
    {
        var active = talk.Now.Interviews.FindAll(interview => interview.IsActive);
        var inTime = active.FindAll(interview => !Reminding.IsOver(talk, interview));
        return inTime.Count > 1 ? inTime : active;
    }

    /// <summary>A question whose text has left without the person's words does not come back by itself, nor stand beside another.</summary>
    private static ImmutableList<Interview> Waiting(Talk talk) => talk.Now.Interviews.FindAll(interview => !Reminding.IsOver(talk, interview) && IsWaiting(talk, interview));

    private static bool IsWaiting(Talk talk, Interview interview) =>
        interview.State == InterviewState.Offered || interview.State == InterviewState.Paused && (interview.SetAside || interview.Id == talk.Now.Current);

    public static string Label(Interview interview) => interview.Assignment.Topic.Length <= 40 ? interview.Assignment.Topic : $"{interview.Assignment.Topic[..39].TrimEnd()}…";

    [GeneratedRegex(@"^((nej|ja|ok|okej|nu|kan vi|jag vill|vi|låt oss|jag|no|yes|now|can we|let's|i want to|please)\b[ ,.!]*)*(byt|byta|byter|gå|går|tillbaka|gå tillbaka|fortsätt|fortsätta|prata|switch|go|go back|back|continue)( hellre)? (till|med|om|to|with|about) (?<topic>[^.!?\n]{3,50})[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SwitchWords();

    [GeneratedRegex(@"^((hej|ja|ok|okej|hm+|oj|hi|yes)\b[ ,.!]*)*(vilka( är det| frågor| då)?|vilken( är vilken)?|vad är det för (frågor|uppdrag)|båda|bägge|alla|båda två|vilken som( helst)?|(det )?spelar ingen roll|which( ones)?( are they| are those)?|what are they|both|all|either|any|whichever|(it )?doesn['’]t matter)[ .!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex AboutWhichWords();
}
