using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Tells how good an answer is (domain.md §2.7).</summary>
public static class Grading
{
    /// <summary>Words of a reply to readers, at least: a sentence (our choice).</summary>
    private const int LeastReply = 6;

    /// <summary>How a slot of an interview stands.</summary>
    public static AnswerStatus Of(Interview interview, Slot slot) => Of(slot, interview.AnswerIn(slot), interview.Language);

    /// <summary>Too little was said: enough is a why of 12 words, or a what and a why of 20 together (domain.md §2.5); two meagre replies in a row tell the same.</summary>
    public static bool IsThin(Interview interview)
    {
        if (interview.Assignment.ReplyTo is not null)
        {
            return Words(Slot.Synthesis) < LeastReply;
        }

        var (what, why) = (Words(Slot.What), Words(Slot.Why));
        return why < 12 && what + why < 20 || interview.ShortReplies >= 2;

        int Words(Slot slot) => Of(interview, slot) == AnswerStatus.Unknown ? 0 : TextParts.CountWords(interview.AnswerIn(slot).Text);
    }

    /// <summary>How an answer stands, in the language of its interview.</summary>
    public static AnswerStatus Of(Slot slot, Answer answer, string language)
    {
        if (answer.Status != AnswerStatus.Given || answer.IsEmpty)
        {
            return answer.Status == AnswerStatus.Given ? AnswerStatus.Empty : answer.Status;
        }

        if (slot is not (Slot.Synthesis or Slot.Headline) && FollowUps.IsUnknown(answer.Text, slot, Lexicon.For(language)))
        {
            return AnswerStatus.Unknown;
        }

        var words = TextParts.CountWords(answer.Text);
        var rich = slot switch { Slot.What or Slot.Who => 80, Slot.Why => 60, _ => int.MaxValue };
        return words >= rich ? AnswerStatus.Rich
            : FollowUps.Holding(slot, answer, Lexicon.For(language)).All(FollowUps.Soft.Contains) ? AnswerStatus.Sufficient
            : AnswerStatus.Thin;
    }
}
