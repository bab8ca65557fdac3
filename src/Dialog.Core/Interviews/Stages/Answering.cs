using System.Text.RegularExpressions;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Collects the messages of an answer, judges it once the person is quiet, follows up or goes on.</summary>
internal static partial class Answering
{
    /// <summary>A reply to a follow-up with fewer words counts as "enough now"; two in a row end the interview kindly.</summary>
    private const int ShortReplyWords = 3;

    public static void Hear(Talk talk, Incoming.Said said, string text)
    {
        var interview = talk.Interview!;
        var slot = interview.Slot!.Value;
        var answer = interview.AnswerIn(slot);
        if (SmallTalk.IsNo(text) && AsksForMore(interview))
        {
            Skip(talk, interview);
            return;
        }

        if (interview.IsBlank)
        {
            talk.Note(new Fact.AssignmentMoved(interview.Id, AssignmentState.InProgress));
        }

        var waiting = interview with { Replacing = false, DoneSaid = false, SpokenOf = null, Hasty = interview.Hasty || Haste.IsSentence(text), NoMoreFollowUps = interview.NoMoreFollowUps || Absence.Begins(text) };
        var parts = Filing.Read(talk, interview, text);
        if (parts is not [var only] || only.Slot != slot)
        {
            interview = Filing.Take(talk, said, waiting, parts, interview.Replacing);
            WaitForQuiet(talk, Guarding.Note(talk, interview, interview.Slot!.Value), text);
            return;
        }

        text = only.Text;
        var line = new Line(said.MessageId, text, IsReply(interview, slot)) { At = talk.At, EditedAt = said.EditedAt, Raw = said.Text == text ? null : said.Text };
        if (interview.Replacing && !answer.IsEmpty)
        {
            var lines = answer.Lines.Select((old, index) => new LineChange(slot, index, old, null)).Append(new LineChange(slot, 0, null, line));
            (interview, _) = Changing.Apply(talk, waiting, [.. lines], RevisionKind.Edit);
        }
        else
        {
            interview = talk.Revise(waiting, slot, answer.WithLines(answer.Lines.Add(line)) with { Status = AnswerStatus.Given }, answer.Revision == 0 ? RevisionKind.Initial : RevisionKind.Addition, line.Raw);
        }

        WaitForQuiet(talk, Guarding.Note(talk, interview, slot), text);
    }

    /// <summary>What is said next to this question is the reply to its open follow-up.</summary>
    public static bool IsReply(Interview interview, Slot slot) => interview.AnswerIn(slot).Lines.Count(line => line.FollowUp) < interview.FollowUps.Count(followUp => followUp.Slot == slot);

    /// <summary>The person has been quiet, or said done: follow up, or go on.</summary>
    public static void Judge(Talk talk, Interview interview, bool followUpsWanted = true, string? lead = null)
    {
        interview = Filing.InTurn(talk, StopWaiting(talk, interview));
        if (interview.Slot is not { } slot || slot == Slot.Headline)
        {
            Headlining.Leave(talk, interview);
            return;
        }

        var answer = interview.AnswerIn(slot);
        if (answer.IsEmpty)
        {
            AskAgain(talk, interview, lead);
            return;
        }

        interview = Replied(talk, interview, answer);
        if (interview.ShortReplies >= 2)
        {
            interview = interview with { NoMoreFollowUps = true, Hasty = true };
            talk.Put(interview);
            Finishing.Finish(talk, interview, talk.Texts.EnoughForNow(interview.Assignment.EditorName));
            return;
        }

        interview = Guarding.Note(talk, interview, slot);
        var found = Guarding.Noted(interview, slot);
        var strong = found.FindAll(guard => guard.Detector == Detector.Insult);
        if (found.Count > strong.Count)
        {
            Guarding.Ask(talk, interview, found.RemoveRange(strong));
            return;
        }

        if (!strong.IsEmpty)
        {
            interview = Guarding.Turned(interview, strong, GuardState.Left);
            talk.Put(interview);
            lead = Join(lead, talk.Texts.StrongWord(interview.Assignment.EditorName));
        }

        FollowUpOrGoOn(talk, interview, slot, followUpsWanted && !SmallTalk.Closes(answer.Lines[^1].Text) && !interview.Guards.Exists(guard => guard.Passage.Slot == slot && guard.Detector != Detector.Insult), lead);
    }

    /// <summary>This question stays open; never asked again.</summary>
    public static void Skip(Talk talk, Interview interview, string? lead = null)
    {
        if (interview.Replacing)
        {
            Keep(talk, interview);
            return;
        }

        var slot = interview.Slot!.Value;
        var answer = interview.AnswerIn(slot);
        if (answer.IsEmpty && interview.Assignment.ReplyTo is not null)
        {
            Offering.Decline(talk, StopWaiting(talk, interview));
            return;
        }

        interview = Guarding.Settled(StopWaiting(talk, interview)) with { DoneSaid = false };
        if (answer.IsEmpty)
        {
            Changing.Remember(talk, new Change { Number = 0, InterviewId = interview.Id, At = talk.At, Skipped = slot });
            interview = interview.With(slot, answer with { Status = AnswerStatus.Declined });
        }

        GoOn(talk, interview, lead);
    }

    /// <summary>The answer that was to be written anew stays as it is.</summary>
    public static void Keep(Talk talk, Interview interview)
    {
        interview = StopWaiting(talk, interview) with { Slot = interview.ReturnTo, ReturnTo = null, Replacing = false };
        talk.Put(interview);
        AskAgain(talk, interview, talk.Texts.Amend.Unchanged);
    }

    /// <summary>One of the ready-made closing questions, pressed as a button.</summary>
    public static void TakeTemplate(Talk talk, Interview interview, string template)
    {
        var answer = interview.AnswerIn(Slot.Question);
        var line = new Line(talk.Key, template, FollowUp: false) { Template = true, At = talk.At };
        GoOn(talk, talk.Revise(interview, Slot.Question, answer.WithLines([line]) with { Status = AnswerStatus.Given }, RevisionKind.Addition));
    }

    /// <summary>Asks the next open question, or finishes.</summary>
    public static void GoOn(Talk talk, Interview interview, string? lead = null)
    {
        if (interview.ToJudge is [var next, ..])
        {
            Judge(talk, interview with { Slot = next }, lead: lead);
            return;
        }

        if (interview.ReturnTo is { } back)
        {
            interview = interview with { Slot = back, ReturnTo = null };
            talk.Put(interview);
            AskAgain(talk, interview, Join(lead, talk.Texts.Edited));
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
                Finishing.Finish(talk, interview, lead);
                break;
            case Slot.Headline when !interview.CapacityAsked && Capacity.IsUnclear(interview, talk.Context.Respondent.Title):
                Headlining.AskCapacity(talk, interview, lead);
                break;
            case Slot.Headline:
                Headlining.Ask(talk, interview, lead);
                break;
            case Slot.Challenge when Thesis.Of(talk.Material(interview)) is { } thesis:
                AskAgain(talk, interview, Join(lead, talk.Texts.Thesis(thesis)));
                break;
            default:
                AskAgain(talk, interview, lead);
                break;
        }
    }

    /// <summary>Goes on after a break: judges what was written before it, or asks the open question.</summary>
    public static void PickUp(Talk talk, Interview interview, string lead)
    {
        if (interview.Slot is { } slot && slot != Slot.Headline && !interview.Replacing && !interview.AnswerIn(slot).IsEmpty && interview.OpenFollowUp is null && Guarding.Open(interview) is null)
        {
            Judge(talk, interview, lead: lead);
        }
        else
        {
            AskAgain(talk, interview, lead);
        }
    }

    /// <summary>Asks the open question (again).</summary>
    public static void AskAgain(Talk talk, Interview interview, string? lead = null, params (string Verb, string Label)[] more)
    {
        if (interview.Slot is not { } slot)
        {
            AskNext(talk, interview, lead);
            return;
        }

        if (slot == Slot.Headline)
        {
            Headlining.AskAgain(talk, interview, lead);
            return;
        }

        if (interview.OpenFollowUp is { } followUp && !interview.AnswerIn(slot).IsEmpty && FollowUpText(talk, interview, slot, followUp.Rule) is { } again)
        {
            talk.Ask(OutgoingKind.FollowUp, Join(lead, again), slot, [(ChoiceValue.Skip, talk.Texts.Buttons.Skip), .. more]);
            return;
        }

        if (slot == Slot.Synthesis && interview.Assignment.ReplyTo is { } about)
        {
            talk.Ask(OutgoingKind.Question, Join(lead, ReaderTexts.For(interview.Language).Ask(null, about)), slot, [(ChoiceValue.Skip, talk.Texts.Buttons.Skip), .. more]);
            return;
        }

        var covered = slot == Slot.Why ? AlreadyReasoned(interview) : null;
        var texts = Questions(talk, interview, slot);
        var question = covered is not null && texts.Covered is not null ? texts.Covered.Replace("{sentence}", covered, StringComparison.Ordinal) : texts.Question;
        talk.Ask(
            OutgoingKind.Question,
            Join(lead, question),
            slot,
            interview.AnswerIn(slot).IsEmpty || interview.Replacing
                ? [(ChoiceValue.Skip, covered is null ? talk.Texts.Buttons.Skip : talk.Texts.Buttons.Enough), .. more]
                : [(ChoiceValue.WishOf(CommandKind.Done), talk.Texts.Buttons.Done), (ChoiceValue.Skip, talk.Texts.Buttons.Skip), .. more]);
    }

    /// <summary>The question set's texts for a slot, in the language of the talk.</summary>
    public static SlotTexts Questions(Talk talk, Interview interview, Slot slot) => talk.Context.QuestionSets[interview.QuestionSet].Texts(interview.Language, slot);

    /// <summary>An earlier answer told why; the open question only asks whether there is more.</summary>
    public static bool AsksForMore(Interview interview) => interview is { Slot: Slot.Why, Replacing: false } && interview.AnswerIn(Slot.Why).IsEmpty && AlreadyReasoned(interview) is not null;

    /// <summary>The open follow-up asks when something was: a day is the reply to it.</summary>
    public static bool AsksWhen(Talk talk, Interview interview) =>
        interview is { State: InterviewState.Open, Slot: { } slot, OpenFollowUp: { } followUp } && talk.Now.OpenPrompt is not { Kind: OutgoingKind.Reminder }
        && FollowUpText(talk, interview, slot, followUp.Rule) is { } asked && WhenWords().IsMatch(asked);

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
    private static string? AlreadyReasoned(Interview interview) => Lexicon.For(interview.Language).StrongReason(interview.AnswerIn(Slot.What).Text);

    private static void WaitForQuiet(Talk talk, Interview interview, string text)
    {
        var whole = SmallTalk.Closes(text) || text.TrimEnd() is [.., '.' or '!' or '?' or '…'] && FollowUps.Next(interview, interview.Slot!.Value, talk.At, talk.Person, talk.Calendar) is null;
        Wait(talk, interview, whole ? talk.Context.Organisation.WholeAnswerWindow : talk.Context.Organisation.QuietWindow);
    }

    /// <summary>Judges the open answer after this much silence.</summary>
    public static void Wait(Talk talk, Interview interview, TimeSpan window)
    {
        var judgeAt = DateTimeOffset.FromUnixTimeMilliseconds((talk.At + window).ToUnixTimeMilliseconds());
        talk.Put(interview with { JudgeAt = judgeAt });
        talk.Note(new Fact.DueSet(new Due(Due.Quiet, judgeAt)));
    }

    private static void OfferTemplates(Talk talk, Interview interview)
    {
        var slot = Slot.Question;
        var templates = Questions(talk, interview, slot).Templates;
        talk.Revise(interview, slot, interview.AnswerIn(slot).WithLines([]), RevisionKind.Retraction);
        talk.Ask(
            OutgoingKind.FollowUp,
            talk.Texts.PickQuestion,
            slot,
            [.. templates.Select((template, index) => ($"{ChoiceValue.Template}{index}", template)), (ChoiceValue.Skip, talk.Texts.Buttons.Skip)]);
    }

    private static void FollowUpOrGoOn(Talk talk, Interview interview, Slot slot, bool wanted, string? lead)
    {
        var answer = interview.AnswerIn(slot);
        var isUnknown = FollowUps.IsUnknown(answer.Text, slot, Lexicon.For(interview.Language));
        if (slot == Slot.Question && isUnknown)
        {
            OfferTemplates(talk, interview);
        }
        else if (!interview.PlaceAsked.Contains(slot) && Misplaced.Find(interview, slot) is { } elsewhere)
        {
            talk.Put(interview with { PlaceAsked = interview.PlaceAsked.Add(slot) });
            talk.Now = talk.Now with { Confirming = Confirmation.Misplaced, Pending = new Amendment.Move(elsewhere) };
            talk.Ask(OutgoingKind.Note, Join(lead, talk.Texts.Amend.SoundsLike(Questions(talk, interview, elsewhere).Label)), slot, (ChoiceValue.Yes, talk.Texts.Buttons.MoveIt), (ChoiceValue.No, talk.Texts.Buttons.LeaveIt));
        }
        else if (!interview.LanguageNoted && Tongue.Differs(answer.Text, interview.Language) is { } tongue)
        {
            Foreign(talk, interview with { LanguageNoted = true }, slot, tongue, lead);
        }
        else if (wanted && FollowUps.Next(interview, slot, talk.At, talk.Person, talk.Calendar) is { } rule && FollowUpText(talk, interview, slot, rule) is { } text)
        {
            talk.Put(interview with { FollowUps = interview.FollowUps.Add(new FollowUp(slot, rule, Answered: false) { Evidence = FollowUps.Evidence(rule, answer.Text, Lexicon.For(interview.Language)), At = talk.At }) });
            talk.Ask(OutgoingKind.FollowUp, Join(lead, text), slot, (ChoiceValue.Skip, talk.Texts.Buttons.Skip));
        }
        else
        {
            GoOn(talk, Guarding.Settled(isUnknown ? interview.With(slot, answer with { Status = AnswerStatus.Unknown }) : interview), lead);
        }
    }

    /// <summary>The answer is kept; the bot says once which languages it speaks.</summary>
    private static void Foreign(Talk talk, Interview interview, Slot slot, Tongue tongue, string? lead)
    {
        talk.Put(interview);
        if (tongue == Tongue.Unknown)
        {
            GoOn(talk, interview, Join(lead, talk.Texts.UnknownLanguage));
            return;
        }

        talk.Now = talk.Now with { Confirming = Confirmation.Language };
        talk.Ask(OutgoingKind.Note, Join(lead, talk.Texts.OtherLanguage), slot, (ChoiceValue.Yes, talk.Texts.Buttons.Yes), (ChoiceValue.No, talk.Texts.Buttons.No));
    }

    /// <summary>The interview with the open follow-up replied to, and a short reply counted.</summary>
    private static Interview Replied(Talk talk, Interview interview, Answer answer)
    {
        if (interview.OpenFollowUp is null)
        {
            return interview;
        }

        var first = answer.Lines.FindLastIndex(line => line.FollowUp);
        var isShort = first < 0 || answer.Lines.Skip(first).Sum(line => TextParts.Words(line.Text).Count) < ShortReplyWords;
        interview = interview with
        {
            FollowUps = interview.FollowUps.SetItem(interview.FollowUps.Count - 1, interview.FollowUps[^1] with { Answered = true }),
            ShortReplies = isShort ? interview.ShortReplies + 1 : 0,
        };
        talk.Put(interview);
        return interview;
    }

    /// <summary>Two sentences as one message; behind lines comes a line.</summary>
    private static string Join(string? lead, string text) => lead is null ? text : lead.Contains('\n') ? $"{lead}\n{text}" : $"{lead} {text}";

    private static string? FollowUpText(Talk talk, Interview interview, Slot slot, FollowUpRule rule)
    {
        if (!Questions(talk, interview, slot).FollowUps.TryGetValue(rule, out var variants))
        {
            return null;
        }

        var text = interview.AnswerIn(slot).Text;
        var lexicon = Lexicon.For(interview.Language);
        var words = rule == FollowUpRule.Jargon ? lexicon.Acronyms(text).Take(1) : lexicon.AbstractWords(text).Take(3);
        return variants[StableHash.Pick($"{interview.Id}/{slot}", variants.Count)].Replace("{words}", string.Join(interview.Language == "en" ? "”, “" : "”, ”", words), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(när|vilken dag|when|which day)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenWords();
}
