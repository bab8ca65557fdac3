using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Collects the messages of an answer, judges it once the person is quiet, follows up or goes on.</summary>
internal static class Answering
{
    /// <summary>A reply to a follow-up with fewer words counts as "enough now"; two in a row end the interview kindly.</summary>
    private const int ShortReplyWords = 3;

    public static void Hear(Talk talk, Incoming.Said said, string text)
    {
        var interview = talk.Interview!;
        var slot = interview.Slot!.Value;
        var answer = interview.AnswerIn(slot);
        if (slot == Slot.Why && answer.IsEmpty && SmallTalk.IsNo(text) && AlreadyReasoned(interview) is not null)
        {
            Skip(talk, interview);
            return;
        }

        if (interview.Answers.Values.All(other => other.IsEmpty))
        {
            talk.Note(new Fact.AssignmentMoved(interview.Id, AssignmentState.InProgress));
        }

        var line = new Line(said.MessageId, text, FollowUp: interview.OpenFollowUp is not null);
        var lines = interview.Replacing ? [line] : answer.Lines.Add(line);
        interview = talk.Revise(interview with { Replacing = false, DoneSaid = false }, slot, answer.WithLines(lines) with { Status = AnswerStatus.Given });
        WaitForQuiet(talk, interview, text);
    }

    /// <summary>The person has been quiet, or said done: follow up, or go on.</summary>
    public static void Judge(Talk talk, Interview interview, bool followUpsWanted = true)
    {
        var slot = interview.Slot!.Value;
        var answer = interview.AnswerIn(slot);
        interview = StopWaiting(talk, interview);
        if (interview.OpenFollowUp is not null)
        {
            var isShort = TextParts.Words(answer.Lines.LastOrDefault(line => line.FollowUp)?.Text ?? "").Count < ShortReplyWords;
            interview = interview with
            {
                FollowUps = interview.FollowUps.SetItem(interview.FollowUps.Count - 1, interview.FollowUps[^1] with { Answered = true }),
                ShortReplies = isShort ? interview.ShortReplies + 1 : 0,
            };
            talk.Put(interview);
        }

        if (interview.ShortReplies >= 2)
        {
            Finishing.Finish(talk, interview with { NoMoreFollowUps = true });
            return;
        }

        if (slot == Slot.Question && FollowUps.IsUnknown(answer.Text, slot, TextParts.Words(answer.Text).Count))
        {
            OfferTemplates(talk, interview);
            return;
        }

        if (followUpsWanted && FollowUps.Next(interview, slot, talk.At) is { } rule && FollowUpText(talk, interview, slot, rule) is { } text)
        {
            interview = interview with { FollowUps = interview.FollowUps.Add(new FollowUp(slot, rule, Answered: false)) };
            talk.Put(interview);
            talk.Ask(OutgoingKind.FollowUp, text, slot, (ChoiceValue.Skip, talk.Texts.Buttons.Skip));
            return;
        }

        if (FollowUps.IsUnknown(answer.Text, slot, TextParts.Words(answer.Text).Count))
        {
            interview = interview.With(slot, answer with { Status = AnswerStatus.Unknown });
        }

        GoOn(talk, interview);
    }

    /// <summary>This question stays open; never asked again.</summary>
    public static void Skip(Talk talk, Interview interview)
    {
        var slot = interview.Slot!.Value;
        var answer = interview.AnswerIn(slot);
        interview = StopWaiting(talk, interview) with { DoneSaid = false, Replacing = false };
        GoOn(talk, answer.IsEmpty ? interview.With(slot, answer with { Status = AnswerStatus.Declined }) : interview);
    }

    /// <summary>One of the ready-made closing questions, pressed as a button.</summary>
    public static void TakeTemplate(Talk talk, Interview interview, string template)
    {
        var answer = interview.AnswerIn(Slot.Question);
        var line = new Line(talk.Key, template, FollowUp: false) { Template = true };
        GoOn(talk, talk.Revise(interview, Slot.Question, answer.WithLines([line]) with { Status = AnswerStatus.Given }));
    }

    /// <summary>Asks the next open question, or finishes.</summary>
    public static void GoOn(Talk talk, Interview interview, string? lead = null)
    {
        if (interview.ReturnTo is { } back)
        {
            interview = interview with { Slot = back, ReturnTo = null };
            talk.Put(interview);
            AskAgain(talk, interview, talk.Texts.Edited);
            return;
        }

        AskNext(talk, interview, lead);
    }

    /// <summary>Asks the next slot of the agenda, with something said before it in the same message.</summary>
    public static void AskNext(Talk talk, Interview interview, string? lead = null)
    {
        interview = Agenda.Next(interview);
        talk.Put(interview);
        switch (interview.Slot)
        {
            case null:
                Finishing.Finish(talk, interview);
                break;
            case Slot.Headline:
                Headlining.Ask(talk, interview, lead);
                break;
            default:
                AskAgain(talk, interview, lead);
                break;
        }
    }

    /// <summary>Asks the open question (again).</summary>
    public static void AskAgain(Talk talk, Interview interview, string? lead = null)
    {
        if (interview.Slot is not { } slot)
        {
            AskNext(talk, interview, lead);
            return;
        }

        if (slot == Slot.Headline)
        {
            Headlining.Ask(talk, interview, lead);
            return;
        }

        var covered = slot == Slot.Why ? AlreadyReasoned(interview) : null;
        var texts = Questions(talk, interview, slot);
        var question = covered is not null && texts.Covered is not null ? texts.Covered.Replace("{sentence}", covered, StringComparison.Ordinal) : texts.Question;
        talk.Ask(
            OutgoingKind.Question,
            lead is null ? question : $"{lead} {question}",
            slot,
            (ChoiceValue.Skip, covered is null ? talk.Texts.Buttons.Skip : talk.Texts.Buttons.Enough));
    }

    /// <summary>The question set's texts for a slot, in the language of the talk.</summary>
    public static SlotTexts Questions(Talk talk, Interview interview, Slot slot) => talk.Context.QuestionSets[interview.QuestionSet].Texts(interview.Language, slot);

    /// <summary>Nothing waits to be judged any longer.</summary>
    public static Interview StopWaiting(Talk talk, Interview interview)
    {
        if (interview.JudgeAt is not null)
        {
            talk.Note(new Fact.DueCancelled(Due.Quiet));
            interview = interview with { JudgeAt = null };
            talk.Put(interview);
        }

        return interview;
    }

    /// <summary>An earlier answer's sentence that already tells why.</summary>
    private static string? AlreadyReasoned(Interview interview)
    {
        var lexicon = Lexicon.For(interview.Language);
        return TextParts.Sentences(interview.AnswerIn(Slot.What).Text).FirstOrDefault(lexicon.HasStrongReason);
    }

    private static void WaitForQuiet(Talk talk, Interview interview, string text)
    {
        var whole = text.TrimEnd() is [.., '.' or '!' or '?' or '…'] && FollowUps.Next(interview, interview.Slot!.Value, talk.At) is null;
        var window = whole ? talk.Context.Organisation.WholeAnswerWindow : talk.Context.Organisation.QuietWindow;
        var judgeAt = DateTimeOffset.FromUnixTimeMilliseconds((talk.At + window).ToUnixTimeMilliseconds());
        talk.Put(interview with { JudgeAt = judgeAt });
        talk.Note(new Fact.DueSet(new Due(Due.Quiet, judgeAt)));
    }

    private static void OfferTemplates(Talk talk, Interview interview)
    {
        var slot = Slot.Question;
        var templates = Questions(talk, interview, slot).Templates;
        interview = talk.Revise(interview, slot, interview.AnswerIn(slot).WithLines([]));
        talk.Put(interview with { Answers = interview.Answers.Remove(slot) });
        talk.Ask(
            OutgoingKind.FollowUp,
            talk.Texts.PickQuestion,
            slot,
            [.. templates.Select((template, index) => ($"{ChoiceValue.Template}{index}", template)), (ChoiceValue.Skip, talk.Texts.Buttons.Skip)]);
    }

    private static string? FollowUpText(Talk talk, Interview interview, Slot slot, FollowUpRule rule)
    {
        if (!Questions(talk, interview, slot).FollowUps.TryGetValue(rule, out var variants))
        {
            return null;
        }

        var text = interview.AnswerIn(slot).Text;
        var lexicon = Lexicon.For(interview.Language);
        var words = rule == FollowUpRule.Jargon ? lexicon.Acronyms(text).Take(1) : lexicon.AbstractWords(text).Take(3);
        return variants[StableHash.Pick($"{interview.Id}/{slot}", variants.Count)].Replace("{words}", string.Join("”, ”", words), StringComparison.Ordinal);
    }
}
