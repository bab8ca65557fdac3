using System.Text.RegularExpressions;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Changing an earlier answer, during the talk and after it.</summary>
internal static partial class Editing
{
    public static void Begin(Talk talk, Slot? slot)
    {
        if (talk.Interview is not { State: not InterviewState.Abandoned } interview || interview.IsBlank)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.NothingToEdit);
            return;
        }

        if (slot is { } wanted && !interview.AnswerIn(wanted).IsEmpty)
        {
            Open(talk, interview, wanted);
            return;
        }

        talk.Now = talk.Now with { Confirming = Confirmation.Edit };
        talk.Ask(
            OutgoingKind.Note,
            talk.Texts.EditWhich,
            null,
            [.. Agenda.Of(interview.Assignment)
                .Where(answered => answered != Slot.Headline && !interview.AnswerIn(answered).IsEmpty)
                .Take(5)
                .Select(answered => ($"{ChoiceValue.EditSlot}{answered}", Answering.Questions(talk, interview, answered).Label))]);
    }

    /// <summary>The answer before the open question, to be written anew; a skipped one is asked again.</summary>
    public static void Back(Talk talk, Interview interview)
    {
        if (Agenda.Before(interview, interview.Slot) is not { } before)
        {
            Answering.AskAgain(talk, interview);
        }
        else if (!interview.AnswerIn(before).IsEmpty)
        {
            Open(talk, interview, before);
        }
        else
        {
            interview = Answering.StopWaiting(talk, interview);
            interview = interview.With(before, interview.AnswerIn(before) with { Status = AnswerStatus.Given }) with { Slot = before, Replacing = false, ReturnTo = null };
            talk.Put(interview);
            Answering.AskAgain(talk, interview);
        }
    }

    /// <summary>"Nej förresten, det var bra som det var": said instead of the new answer.</summary>
    public static bool Keeps(string text) => KeepWords().IsMatch(ShortReply.Plain(text));

    private static void Open(Talk talk, Interview interview, Slot slot)
    {
        talk.Now = talk.Now with { Confirming = null };
        interview = Guarding.Settled(Answering.StopWaiting(talk, Pausing.Resume(talk, interview)));
        var texts = Dialog.Core.Texts.BotTexts.For(interview.Language);
        talk.Put(interview with
        {
            State = InterviewState.Open,
            Slot = slot,
            ReturnTo = interview.ReturnTo ?? (interview.Slot == slot ? null : interview.Slot),
            Replacing = true,
        });
        talk.Say(OutgoingKind.Question, texts.EditThis(Answering.Questions(talk, interview, slot).Label, interview.AnswerIn(slot).Text), slot);
    }

    [GeneratedRegex(@"^((nej|nä|ja|jo|men|vänta|förresten|ok|okej|äsch|no|yes|wait|but|actually)\b[ .!–-]*)*(((det|den|svaret)( där| här)? (är|var|blir) (nog )?(bra|okej|ok|rätt|fint)( så| nog| ändå| redan)?( som (det|den) (är|var|står|stod))?|(det|den) duger( som (det|den) är)?|(jag )?behåll(er)?( (det|den|svaret)( där| här)?)?( som (det|den) (är|var|står))?|låt (det|den) (vara|stå)( som (det|den) (är|var))?|strunta i det|glöm det|ändra (inget|ingenting|inte)|jag ångra(de|r) mig|(it|that)('s| is| was) (fine|good|ok|okay|right)( as it (is|was))?|keep (it|that)( as it is)?|leave (it|that)( as it is)?|never mind|forget it|change nothing|don't change it)( tack| thanks)?)$")]
    private static partial Regex KeepWords();
}
