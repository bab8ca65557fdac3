using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Which question comes next (domain.md §2.1).</summary>
public static class Agenda
{
    private static readonly ImmutableList<Slot> Quick = [Slot.Why, Slot.Question];

    private static readonly ImmutableList<Slot> All = [Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis, Slot.Question, Slot.Headline];

    /// <summary>Readers have said what there is to say against it.</summary>
    private static readonly ImmutableList<Slot> Reply = [Slot.Synthesis];

    /// <summary>The slots of an assignment, in order.</summary>
    public static ImmutableList<Slot> Of(Assignment assignment) => assignment.ReplyTo is not null ? Reply : assignment.Track == Track.Quick ? Quick : All;

    /// <summary>How many questions are left, at most.</summary>
    public static int Left(Interview interview) =>
        Of(interview.Assignment).Count(slot => slot != Slot.Headline && !interview.IsClosed(slot));

    /// <summary>The slot before this one that can be answered again; null at the beginning.</summary>
    public static Slot? Before(Interview interview, Slot? slot)
    {
        var all = Of(interview.Assignment).Remove(Slot.Headline);
        var before = slot is { } here && all.Contains(here) ? all.Take(all.IndexOf(here)) : all;
        return before.Reverse().Where(interview.Answers.ContainsKey).Where(other => interview.AnswerIn(other).Status != AnswerStatus.Covered).Cast<Slot?>().FirstOrDefault();
    }

    /// <summary>
    /// The interview at its next open slot; without slot when all are asked. Slots that earlier answers cover are marked so:
    /// the challenge when the respondent already tells of criticism in the first person, the synthesis with it or when a change of mind is told.
    /// </summary>
    public static Interview Next(Interview interview)
    {
        foreach (var slot in Of(interview.Assignment))
        {
            if (interview.IsClosed(slot) || interview.Hasty && slot != Slot.Why && interview.Assignment.ReplyTo is null)
            {
                continue;
            }

            if (slot == Slot.Challenge && TellsOfCriticism(interview))
            {
                interview = interview.With(slot, Answer.Empty with { Status = AnswerStatus.Covered });
                continue;
            }

            if (slot == Slot.Synthesis && interview.Assignment.ReplyTo is null && !NeedsSynthesis(interview))
            {
                interview = interview.With(slot, Answer.Empty with { Status = AnswerStatus.Covered });
                continue;
            }

            return interview with { Slot = slot };
        }

        return interview with { Slot = null };
    }

    private static bool TellsOfCriticism(Interview interview)
    {
        var lexicon = Lexicon.For(interview.Language);
        return interview.Answers.Values.Any(answer => lexicon.TellsOfCriticism(answer.Text));
    }

    private static bool NeedsSynthesis(Interview interview)
    {
        var challenge = interview.AnswerIn(Slot.Challenge);
        return !challenge.IsEmpty && challenge.Status == AnswerStatus.Given
            && !interview.Answers.Any(pair => pair.Key != Slot.Challenge && Lexicon.For(interview.Language).HasChange(pair.Value.Text));
    }
}
