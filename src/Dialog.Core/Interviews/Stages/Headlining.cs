using System.Text.RegularExpressions;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Before the drafts: in office or in private, and the headline test: could this sentence stand alone on the news bill?</summary>
internal static partial class Headlining
{
    public static void AskCapacity(Talk talk, Interview interview, string? lead)
    {
        talk.Put(interview with { CapacityAsked = true });
        talk.Now = talk.Now with { Confirming = Confirmation.Capacity };
        var title = talk.Context.Respondent.Title;
        var question = talk.Texts.Capacity(title);
        talk.Ask(
            OutgoingKind.Note,
            lead is null ? question : $"{lead} {question}",
            null,
            (ChoiceValue.Yes, talk.Texts.Buttons.InOffice(title)),
            (ChoiceValue.Private, talk.Texts.Buttons.InPrivate));
    }

    /// <summary>It was asked, and nothing has been said to it.</summary>
    public static bool AsksCapacity(Talk talk) =>
        talk.Now.Confirming == Confirmation.Capacity && talk.Interview is { State: InterviewState.Open or InterviewState.Paused, Slot: Slot.Headline, HeadlineShown.IsEmpty: true };

    /// <summary>What was said in private stays in the answer and stands in no draft.</summary>
    public static void TakeCapacity(Talk talk, Interview interview, bool inPrivate)
    {
        if (!inPrivate)
        {
            Answering.AskNext(talk, interview);
            return;
        }

        var sentences = Capacity.Sentences(talk.Material(interview)).RemoveAll(interview.Struck.Contains);
        interview = interview with { Struck = interview.Struck.AddRange(sentences) };
        Changing.Remember(talk, new Change { Number = 0, InterviewId = interview.Id, At = talk.At, Struck = sentences });
        talk.Put(interview);
        Answering.AskNext(talk, interview, talk.Texts.PrivateLeftOut(Math.Max(1, sentences.Count)));
    }

    public static void Ask(Talk talk, Interview interview, string? lead = null)
    {
        if (HeadlineTest.Pick(talk.Compose(interview), interview.HeadlineShown, interview.Language) is { } sentence)
        {
            Show(talk, interview with { HeadlineShown = interview.HeadlineShown.Add(sentence) }, sentence, lead);
        }
        else if (interview.HeadlineShown.IsEmpty)
        {
            Close(talk, interview, AnswerStatus.Covered, lead);
        }
        else
        {
            Close(talk, interview, AnswerStatus.Given, talk.Texts.NoOtherSentence);
        }
    }

    /// <summary>The same sentence again, as long as it stands.</summary>
    public static void AskAgain(Talk talk, Interview interview, string? lead)
    {
        if (AsksCapacity(talk))
        {
            AskCapacity(talk, interview, lead);
        }
        else if (interview.HeadlineShown is [.., var shown] && Passages.Printed(interview, shown) is not null && !interview.Struck.Contains(shown))
        {
            Show(talk, interview, shown, lead);
        }
        else
        {
            Ask(talk, interview, lead);
        }
    }

    public static void Hear(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        if (AsksCapacity(talk) && (Capacity.SaysNeither(text) || FollowUps.IsUnknown(text, Slot.Headline, Lexicon.For(interview.Language))))
        {
            AskCapacity(talk, interview, lead: null);
            return;
        }

        if (SmallTalk.IsGreeting(text) || SmallTalk.IsPleasantry(text) && !SmallTalk.IsPraise(text))
        {
            AskAgain(talk, interview, SmallTalk.IsGreeting(text) ? talk.Texts.HelloAgain : talk.Texts.ThanksBack);
            return;
        }

        if (interview.HeadlineShown.IsEmpty)
        {
            Add(talk, interview, said, text);
            return;
        }

        if (AnotherWords().IsMatch(text))
        {
            Ask(talk, interview);
            return;
        }

        if (Guarding.WantsToRewrite(text))
        {
            Rewrite(talk, interview);
            return;
        }

        var unsure = IsUnsure(interview, text);
        if (unsure && !AsksToDecide(talk))
        {
            talk.Ask(OutgoingKind.Note, talk.Texts.Unsure, Slot.Headline, (ChoiceValue.Rewrite, talk.Texts.Buttons.Rewrite), (ChoiceValue.Strike, talk.Texts.Buttons.StrikeSentence), (ChoiceValue.Yes, talk.Texts.Buttons.Keep));
            return;
        }

        interview = Record(talk, interview, new Line(said.MessageId, text, FollowUp: false) { At = talk.At });
        if (unsure || SmallTalk.IsNo(text) || Unwilling.Says(text) || NoWords().IsMatch(text.Replace('’', '\'')) || DoubtWords().IsMatch(text.Replace('’', '\'')))
        {
            StrikeShown(talk, interview);
            return;
        }

        var unknown = FollowUps.IsUnknown(text, Slot.Headline, Lexicon.For(interview.Language));
        Close(talk, interview, unknown ? AnswerStatus.Unknown : AnswerStatus.Given);
    }

    /// <summary>A button instead of words: stored with the button's label, so that the record tells what was chosen.</summary>
    public static void Stand(Talk talk, Interview interview) =>
        Close(talk, Record(talk, interview, new Line(talk.Key, talk.Texts.Buttons.Yes, FollowUp: false) { At = talk.At }), AnswerStatus.Given);

    /// <summary>The sentence goes out of all drafts.</summary>
    public static void Strike(Talk talk, Interview interview) =>
        StrikeShown(talk, Record(talk, interview, new Line(talk.Key, talk.Texts.Buttons.StrikeSentence, FollowUp: false) { At = talk.At }));

    /// <summary>The next message takes the place of the sentence that is shown.</summary>
    public static void Rewrite(Talk talk, Interview interview)
    {
        if (interview.HeadlineShown is [.., var shown] && Passages.Printed(interview, shown) is { } passage)
        {
            Guarding.Rewrite(talk, interview, passage);
        }
        else
        {
            AskAgain(talk, interview, lead: null);
        }
    }

    /// <summary>The sentence was changed in words, and the person is quiet: that was the reply.</summary>
    public static void Leave(Talk talk, Interview interview) => Close(talk, interview, AnswerStatus.Given);

    /// <summary>"Kanske", "vet inte": neither yes nor no to the sentence.</summary>
    private static bool IsUnsure(Interview interview, string text) =>
        UnsureWords().IsMatch(text.Replace('’', '\'')) || Lexicon.For(interview.Language).SaysUnknowing(ShortReply.Plain(text)) && !NothingWords().IsMatch(text);

    /// <summary>The person was unsure before, and has not decided since.</summary>
    private static bool AsksToDecide(Talk talk) =>
        talk.Now.OpenPrompt is { Slot: Slot.Headline } prompt && prompt.Choices.Exists(choice => ChoiceValue.Read(choice.Value) is { Verb: ChoiceValue.Rewrite });

    /// <summary>Something more, before the test was shown: it belongs to the answer given last.</summary>
    private static void Add(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        var slot = interview.LastLine()?.Slot ?? Slot.Who;
        (interview, _) = Changing.Apply(talk, interview, [new LineChange(slot, int.MaxValue, null, new Line(said.MessageId, text, FollowUp: false) { At = talk.At })], RevisionKind.Addition);
        AskAgain(talk, interview, talk.Texts.Amend.Written(Excerpt.Of(text), Answering.Questions(talk, interview, slot).Label));
    }

    private static void StrikeShown(Talk talk, Interview interview)
    {
        if (interview.HeadlineShown is [.., var shown])
        {
            Changing.Remember(talk, new Change { Number = 0, InterviewId = interview.Id, At = talk.At, Struck = [shown] });
            interview = interview with { Struck = interview.Struck.Add(shown) };
        }

        Close(talk, interview, AnswerStatus.Given, talk.Texts.Struck);
    }

    private static void Show(Talk talk, Interview interview, string sentence, string? lead)
    {
        talk.Put(interview);
        var question = Answering.Questions(talk, interview, Slot.Headline).Question.Replace("{sentence}", sentence, StringComparison.Ordinal);
        talk.Ask(
            OutgoingKind.Question,
            lead is null ? question : $"{lead} {question}",
            Slot.Headline,
            (ChoiceValue.Yes, talk.Texts.Buttons.Yes),
            (ChoiceValue.Strike, talk.Texts.Buttons.StrikeSentence),
            (ChoiceValue.Another, talk.Texts.Buttons.AnotherSentence));
    }

    private static Interview Record(Talk talk, Interview interview, Line line)
    {
        var answer = interview.AnswerIn(Slot.Headline);
        return talk.Revise(interview, Slot.Headline, answer.WithLines(answer.Lines.Add(line)), answer.Revision == 0 ? RevisionKind.Initial : RevisionKind.Addition);
    }

    private static void Close(Talk talk, Interview interview, AnswerStatus status, string? lead = null)
    {
        // Closed even when nothing was said: the test is asked once.
        interview = interview.With(Slot.Headline, interview.AnswerIn(Slot.Headline) with { Status = status == AnswerStatus.Given && interview.AnswerIn(Slot.Headline).IsEmpty ? AnswerStatus.Covered : status });
        Answering.GoOn(talk, interview, lead);
    }

    [GeneratedRegex(@"^(haha |oj |hm+ )?((nej|nä|nix|no|nope|nja,? (inte|helst inte)|(absolut|helst|verkligen) inte|inte (alls|gärna|riktigt|den)|absolutely not|not really|not that one|please don't|don't|aldrig|never)\b(?![ ,]*(inga|inget|no)? ?(problem|problems|worries|bekymmer)\b)|👎)", RegexOptions.IgnoreCase)]
    private static partial Regex NoWords();

    /// <summary>"Nja, det låter lite hårt", "that's wrong": nobody stands by that.</summary>
    [GeneratedRegex(
        @"^((ja|jo|hm+|öh|men|well|oj|yes)\b[ ,.!…–-]*)*((nja|njae|njaä|tveksamt|tveksam|knappast|kanske inte|(jag )?tror inte det|(jag är )?inte säker|not sure|i('m| am) not sure|i don't think so|maybe not|hardly|probably not)\b"
        + @"|((den|det|meningen)( där| här)? )?(stämmer inte|(är|var|blev) inte (helt |riktigt )?(bra|sant|sann|rätt)|(låter|är|var|blev|blir) (lite |för |väl |väldigt |ganska |nog |helt )*(hård|hårt|fel|dum|dumt|illa|konstig|konstigt|elakt|olycklig|olyckligt|överdriven|överdrivet|missvisande))\b|((it|that) )?sounds (a bit |a little |too |very |rather )*(harsh|hard|strong|blunt|strange|odd|wrong|bad|silly|rude)\b"
        + @"|(it|that)( is|'s| was) (not (true|right|good|quite right)|wrong|too (harsh|strong|blunt)|misleading)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex DoubtWords();

    [GeneratedRegex(
        @"^((ja|jo|nja|njae|hm+|öh|oj|tja|men|well|um|oh|yes)\b[ ,.!…–-]*)*"
        + @"(kanske( det)?|möjligen|eventuellt|(jag |det )?(är |känns )?(lite |ganska |väldigt |nog )?(tveksam|osäker)t?|(jag är )?(inte|ej) (helt |riktigt |så )?säker( på (det|den)( där| här)?)?|(det )?(jag )?vet (inte|ej|int|faktiskt inte)( jag)?( riktigt)?|svårt att säga|både ja och nej"
        + @"|maybe|perhaps|possibly|(i('m| am) )?not (quite |really |so |entirely )?sure( about (it|that)( one)?)?|(i('m| am) )?unsure|(i('m| am) )?in two minds|hard to say|(i )?(don't|do not) (really )?know|yes and no)"
        + @"([ ,]+(faktiskt|ändå|lite|riktigt|ärligt talat|tyvärr|just nu|om jag (kan|vill|gör) det|if i (do|would|can)|honestly|really|to be honest))*[ .!?…]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnsureWords();

    [GeneratedRegex(@"^(inget|inga|ingenting|pass|nothing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NothingWords();

    [GeneratedRegex(@"^((kan (vi|du|jag)( få)?|(jag )?(vill|skulle vilja)( ha| se)?|can (we|you|i)|could (we|you)|i('d| would) like|please)\b ?)*(välj|välja|ta|tar|visa|se|ha|choose|pick|show|take|have|see)?( me| mig)? ?(hellre )?(en annan|nån annan|någon annan|another)( one| mening| sentence)?( tack| please| i ?stället| instead)*[.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex AnotherWords();
}
