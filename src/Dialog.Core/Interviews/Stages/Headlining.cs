using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The headline test: could this sentence stand alone on the news bill?</summary>
internal static class Headlining
{
    public static void Ask(Talk talk, Interview interview, string? lead = null)
    {
        if (HeadlineTest.Pick(talk.Compose(interview), interview.HeadlineShown, interview.Language) is not { } sentence)
        {
            if (interview.HeadlineShown.IsEmpty)
            {
                Close(talk, interview, AnswerStatus.Covered);
            }
            else
            {
                Close(talk, interview, AnswerStatus.Given, talk.Texts.NoOtherSentence);
            }

            return;
        }

        talk.Put(interview with { HeadlineShown = interview.HeadlineShown.Add(sentence) });
        var question = Answering.Questions(talk, interview, Slot.Headline).Question.Replace("{sentence}", sentence, StringComparison.Ordinal);
        talk.Ask(
            OutgoingKind.Question,
            lead is null ? question : $"{lead} {question}",
            Slot.Headline,
            (ChoiceValue.Yes, talk.Texts.Buttons.Yes),
            (ChoiceValue.Strike, talk.Texts.Buttons.StrikeSentence),
            (ChoiceValue.Another, talk.Texts.Buttons.AnotherSentence));
    }

    public static void Hear(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        if (SmallTalk.IsNo(text))
        {
            Strike(talk, interview);
            return;
        }

        var answer = interview.AnswerIn(Slot.Headline);
        interview = talk.Revise(interview, Slot.Headline, answer.WithLines(answer.Lines.Add(new Line(said.MessageId, text, FollowUp: false))));
        var unknown = FollowUps.IsUnknown(text, Slot.Headline, TextParts.Words(text).Count);
        Close(talk, interview, unknown ? AnswerStatus.Unknown : AnswerStatus.Given);
    }

    /// <summary>A button instead of words: stored with the button's label, so that the record tells what was chosen.</summary>
    public static void Stand(Talk talk, Interview interview) =>
        Close(talk, Record(talk, interview, talk.Texts.Buttons.Yes), AnswerStatus.Given);

    /// <summary>The sentence goes out of all drafts; the next one is tested.</summary>
    public static void Strike(Talk talk, Interview interview)
    {
        interview = Record(talk, interview, talk.Texts.Buttons.StrikeSentence);
        interview = interview with { Struck = interview.Struck.Add(interview.HeadlineShown[^1]) };
        Close(talk, interview, AnswerStatus.Given, talk.Texts.Struck);
    }

    private static Interview Record(Talk talk, Interview interview, string label)
    {
        var answer = interview.AnswerIn(Slot.Headline);
        return talk.Revise(interview, Slot.Headline, answer.WithLines(answer.Lines.Add(new Line(talk.Key, label, FollowUp: false))));
    }

    private static void Close(Talk talk, Interview interview, AnswerStatus status, string? lead = null)
    {
        interview = interview.With(Slot.Headline, interview.AnswerIn(Slot.Headline) with { Status = status });
        if (lead is not null)
        {
            talk.Say(OutgoingKind.Note, lead);
        }

        Answering.GoOn(talk, interview);
    }
}
