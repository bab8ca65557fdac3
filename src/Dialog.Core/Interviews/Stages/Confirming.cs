using System.Text.RegularExpressions;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Replies to the bot's own questions beside the interview, in words or by buttons.</summary>
internal static partial class Confirming
{
    /// <summary>False when the message is no reply to such a question; the question is dropped then, unless something is only looked up, and nothing is changed.</summary>
    public static bool Hear(Talk talk, string text)
    {
        if (talk.Now.Confirming is not { } confirming)
        {
            return false;
        }

        if (confirming == Confirmation.Which && Switching.Named(talk, text) is { } named)
        {
            Switching.To(talk, named);
            return true;
        }

        if (confirming == Confirmation.ReplaceWhat && talk.Interview is { } interview && talk.Now.Pending is Amendment.ReplaceWhat what && Command.Read(text) is null)
        {
            Drop(talk);
            if (SmallTalk.IsNo(text) || RightWords().IsMatch(text))
            {
                Explaining.Answer(talk, interview, talk.Texts.Amend.Unchanged);
                return true;
            }

            return Replacing.HearWords(talk, interview, what.To, text);
        }

        if (confirming == Confirmation.Capacity && !Headlining.AsksCapacity(talk))
        {
            Drop(talk);
            return false;
        }

        if (Verb(talk, confirming, text) is { } verb)
        {
            return Answer(talk, verb, text);
        }

        Leave(talk, Command.Read(text)?.Kind);
        return false;
    }

    /// <summary>The reply as a button would give it; false when it says nothing to the question that waits.</summary>
    public static bool Answer(Talk talk, string verb, string label)
    {
        var (confirming, pending, late) = (talk.Now.Confirming, talk.Now.Pending, talk.Now.Late);
        Drop(talk);
        switch (confirming)
        {
            case Confirmation.Cancel:
                Do(verb, () => Cancel(talk), () => GoOn(talk));
                return true;
            case Confirmation.Erase:
                Do(verb, () => Privacy.Erase(talk), () => Explaining.AnswerOrSay(talk, PrivacyTexts.For(talk.Language).NotErased));
                return true;
            case Confirmation.StartOver when talk.Interview is { State: InterviewState.Open or InterviewState.Paused } interview:
                Do(verb, () => Commanding.StartOver(talk, interview), () => GoOn(talk));
                return true;
            case Confirmation.Edit when Slot(verb) is { } slot:
                Editing.Begin(talk, slot);
                return true;
            case Confirmation.Late when talk.Interview is { State: InterviewState.Finished } finished:
                Afterwards.Take(talk, finished, late, verb);
                return true;
            case Confirmation.Which when ChoiceValue.Number(verb, ChoiceValue.Which) is { } index && index < talk.Now.Interviews.Count && talk.Now.Interviews[index].IsActive:
                Switching.To(talk, talk.Now.Interviews[index]);
                return true;
            case Confirmation.TooLate when talk.Interview is { IsActive: true } putOff:
                Pausing.AfterTooLate(talk, putOff, verb);
                return true;
            case Confirmation.Capacity when talk.Interview is { State: InterviewState.Open } asked:
                Headlining.TakeCapacity(talk, asked, inPrivate: verb == ChoiceValue.Private);
                return true;
            case Confirmation.Echo when talk.Interview is { } echoed:
                Echoed(talk, echoed, verb);
                return true;
            default:
                return talk.Interview is { } changed && Change(talk, changed, confirming, pending, verb, label);
        }
    }

    public static void Cancel(Talk talk)
    {
        if (talk.Interview is not { } interview)
        {
            return;
        }

        talk.Say(OutgoingKind.Note, talk.Texts.Cancelled);
        Offering.End(talk, Answering.StopWaiting(talk, interview));
    }

    public static void GoOn(Talk talk)
    {
        switch (talk.Interview)
        {
            case { State: InterviewState.Open } open:
                Answering.PickUp(talk, open, talk.Texts.NotCancelled);
                break;
            case { State: InterviewState.Offered } offered:
                Offering.SayOpening(talk, offered.Assignment);
                break;
            default:
                talk.Say(OutgoingKind.Note, talk.Texts.NotCancelled);
                break;
        }
    }

    private static bool Change(Talk talk, Interview interview, Confirmation? confirming, Amendment? pending, string verb, string label)
    {
        switch (confirming, pending)
        {
            case (Confirmation.ReplaceAll, Amendment.Replace replace) when verb is ChoiceValue.All or ChoiceValue.Yes or ChoiceValue.Last:
                return Replacing.ReplaceAll(talk, interview, replace, onlyLast: verb == ChoiceValue.Last);
            case (Confirmation.ReplaceWhat, Amendment.ReplaceWhat what) when verb.StartsWith(ChoiceValue.Words, StringComparison.Ordinal):
                return Replacing.HearWords(talk, interview, what.To, label);
            case (Confirmation.Retract, Amendment.RetractNamed named) when verb == ChoiceValue.Yes:
                return Retracting.Named(talk, interview, named);
            case (Confirmation.Place, _) when Afterwards.SlotOf(verb) is { } slot:
                return Amending.MoveLast(talk, interview, slot);
            case (Confirmation.Place, _) when interview is { State: InterviewState.Open, Slot: not null }:
                Answering.Wait(talk, interview, talk.Context.Organisation.QuietWindow);
                talk.Say(OutgoingKind.Note, talk.Texts.Amend.Unchanged);
                return true;
            case (Confirmation.Misplaced, Amendment.Move move) when verb == ChoiceValue.Yes:
                return Amending.Move(talk, interview, move.To);
            case (Confirmation.Misplaced, _) when interview.State == InterviewState.Open:
                Answering.Judge(talk, interview);
                return true;
            case (Confirmation.Language, _) when interview.State == InterviewState.Open:
                Commanding.SpeakAndJudge(talk, interview, change: verb == ChoiceValue.Yes);
                return true;
            case (Confirmation.ReplaceAll or Confirmation.Retract, _):
                Explaining.Answer(talk, interview, talk.Texts.Amend.Unchanged);
                return true;
            default:
                return false;
        }
    }

    private static void Echoed(Talk talk, Interview interview, string verb)
    {
        if (verb == ChoiceValue.No && talk.Now.Changes is [.., var last])
        {
            Undoing.Undo(talk, last);
        }
        else if (interview is { State: InterviewState.Open, JudgeAt: not null })
        {
            Answering.Judge(talk, interview);
        }
        else if (interview.State == InterviewState.Open)
        {
            Answering.AskAgain(talk, interview);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.ThanksBack);
        }
    }

    private static void Do(string verb, Action yes, Action no)
    {
        if (verb == ChoiceValue.Yes)
        {
            yes();
        }
        else
        {
            no();
        }
    }

    private static string? Verb(Talk talk, Confirmation confirming, string text)
    {
        var title = talk.Context.Respondent.Title;
        return confirming switch
        {
            Confirmation.Language when Language(text) is { } language => language == talk.Language ? ChoiceValue.No : ChoiceValue.Yes,
            Confirmation.Language when NoMatterWords().IsMatch(text) => ChoiceValue.No,
            Confirmation.Cancel when Command.Read(text) is { Kind: CommandKind.Cancel } => ChoiceValue.Yes,
            Confirmation.StartOver when Command.Read(text) is { Kind: CommandKind.StartOver } => ChoiceValue.Yes,
            Confirmation.Erase when Command.Read(text) is { Kind: CommandKind.EraseMe } => ChoiceValue.Yes,
            Confirmation.Edit when Command.ReadSlot(text) is { } slot && text.Length < 40 => $"{ChoiceValue.EditSlot}{slot}",
            Confirmation.Place or Confirmation.Late when Command.ReadSlot(text) is { } slot && text.Length < 40 => $"{ChoiceValue.AddTo}{slot}",
            Confirmation.Late when NewWords().IsMatch(text) => ChoiceValue.New,
            Confirmation.ReplaceAll when AllWords().IsMatch(text) => ChoiceValue.All,
            Confirmation.ReplaceAll when LastWords().IsMatch(text) => ChoiceValue.Last,
            Confirmation.Echo when SmallTalk.IsPleasantry(text) => ChoiceValue.Yes,
            Confirmation.TooLate when WithoutWords().IsMatch(text) => ChoiceValue.No,
            Confirmation.Capacity when Capacity.SaysPrivate(text) => ChoiceValue.Private,
            Confirmation.Capacity when Capacity.SaysOffice(text, title) => ChoiceValue.Yes,
            Confirmation.Edit or Confirmation.Which or Confirmation.Capacity => null,
            _ when SmallTalk.IsYes(text) => ChoiceValue.Yes,
            _ when SmallTalk.IsNo(text) => ChoiceValue.No,
            Confirmation.Erase or Confirmation.TooLate or Confirmation.Late => null,
            _ => YesOrNo.Read(text, confirming) switch { true => ChoiceValue.Yes, false => ChoiceValue.No, null => null },
        };
    }

    private static Slot? Slot(string verb) =>
        verb.StartsWith(ChoiceValue.EditSlot, StringComparison.Ordinal) && Enum.TryParse<Slot>(verb[ChoiceValue.EditSlot.Length..], out var slot) ? slot : null;

    /// <summary>The language a short reply names: "I prefer English".</summary>
    private static string? Language(string text) => text.Length <= 50 && LanguageWords().Match(text) is { Success: true } named ? named.Groups["en"].Success ? "en" : "sv" : null;

    /// <summary>The person wants something else: what was asked beside the interview is dropped, but not what they wrote and nobody has placed. Who only looks something up is asked still.</summary>
    public static void Leave(Talk talk, CommandKind? wish)
    {
        if (wish is not (CommandKind.Help or CommandKind.Status) && talk.Now.Confirming is not (null or Confirmation.Which or Confirmation.Late or Confirmation.Capacity))
        {
            Drop(talk);
        }
    }

    private static void Drop(Talk talk) => talk.Now = talk.Now with { Confirming = null, Pending = null, Late = [] };

    [GeneratedRegex(@"^(det (är|var) )?(något|nåt|ett)?( ämne)? ?(helt )?nytt( ämne)?[.!]*$|^(it'?s )?(something )?(entirely |all )?new[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NewWords();

    [GeneratedRegex(@"^((ja|nej|nä|yes|no|ok|okej|sure)\b[ ,.!]*)*((jag|i|vi|we)( can| could)? )?((kan|vill|föredrar|prefer|speak|let's|please|hellre|helst|gärna|continue|go on|fortsätt|fortsätta|ta|tar|do|kör|i'd|rather|would|use|we|det|it)\b[ ,]*)*((på|in|with) )?((?<en>engelska|english)|svenska|swedish)( (går|är|is|works|funkar)( bra| fint| fine| ok| okej| okay| lättare| easier| better| bättre)?| tack| please| i read it)*[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex LanguageWords();

    [GeneratedRegex(@"^((det )?(spelar ingen roll|gör detsamma|kvittar)|vilket som( helst)?|(it )?(doesn['’]t|does not) matter|either( one| is fine)?|i don['’]t mind)[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoMatterWords();

    [GeneratedRegex(@"^(ja,? )?(alla|allt|båda|överallt|yes,? all|all|both|everywhere)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AllWords();

    [GeneratedRegex(@"^(bara |only )?(the |den |det )?(sista|senaste|last)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LastWords();

    /// <summary>"14 var rätt": said to "what should I replace?".</summary>
    [GeneratedRegex(@"^((nej|nä|no),? )?(\S{1,20} )?(är|var|is|was) (rätt|bra|right|fine)( som (det|den) (är|var))?[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RightWords();

    [GeneratedRegex(@"\b(utan|without)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutWords();
}
