using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Answers that name their question, one or several in a message: each is put where it belongs, and judged in its turn.</summary>
internal static class Filing
{
    /// <summary>Where a message belongs by the names in it, without them; what names nothing answers what is asked.</summary>
    public static ImmutableList<(Slot Slot, string Text)> Read(Talk talk, Interview interview, string text)
    {
        var open = interview.Slot!.Value;
        return Questionnaire.Answers(talk, interview, text) is { IsEmpty: false } answers ? answers
            : Misplaced.Named(text) is var (named, said) && (named == open || IsNext(interview, open, named)) ? [(named, said)]
            : [(open, text)];
    }

    /// <summary>The interview with the answers in their places; which they are is said.</summary>
    public static Interview Take(Talk talk, Incoming.Said said, Interview interview, ImmutableList<(Slot Slot, string Text)> parts, bool replacing)
    {
        var lines = parts.SelectMany(part => Changed(said, talk.At, interview, part.Slot, part.Text, replacing)).ToImmutableList();
        var begun = parts.Exists(part => interview.AnswerIn(part.Slot).Revision > 0);
        var judged = interview.ToJudge.Concat(parts.Select(part => part.Slot)).ToHashSet();
        if (interview is { JudgeAt: not null, Slot: { } open })
        {
            judged.Add(open);
        }

        (interview, _) = Changing.Apply(talk, interview, lines, replacing ? RevisionKind.Edit : begun ? RevisionKind.Addition : RevisionKind.Initial);
        interview = interview with { Slot = parts[^1].Slot, ToJudge = [.. Agenda.Of(interview.Assignment).Where(judged.Contains)] };
        talk.Put(interview);
        talk.Say(OutgoingKind.Note, talk.Texts.Amend.Filed(string.Join(interview.Language == "en" ? "”, “" : "”, ”", parts.Select(part => Answering.Questions(talk, interview, part.Slot).Label))));
        return interview;
    }

    /// <summary>The answer whose turn it is to be judged, of those that came in one message.</summary>
    public static Interview InTurn(Talk talk, Interview interview)
    {
        if (interview.Slot is { } open && interview.ToJudge.Contains(open))
        {
            interview = interview with { Slot = interview.ToJudge[0], ToJudge = interview.ToJudge.RemoveAt(0) };
            talk.Put(interview);
        }

        return interview;
    }

    /// <summary>What was put in its place and taken back is asked in the order of the interview.</summary>
    public static Interview TakenBack(Talk talk, Interview interview)
    {
        if (interview.Slot is { } open && interview.ToJudge.Contains(open) && interview.AnswerIn(open).IsEmpty)
        {
            var gone = interview.ToJudge.FindAll(slot => interview.AnswerIn(slot).IsEmpty);
            interview = gone.Aggregate(interview with { ToJudge = interview.ToJudge.RemoveRange(gone) }, (asked, slot) => asked.With(slot, asked.AnswerIn(slot) with { Status = AnswerStatus.Given }));
            interview = Agenda.Next(interview);
            talk.Put(interview);
        }

        return interview;
    }

    /// <summary>The open question is answered already, and the one that is named is not.</summary>
    private static bool IsNext(Interview interview, Slot open, Slot named) =>
        !interview.Replacing && !interview.AnswerIn(open).IsEmpty && !interview.IsClosed(named) && Agenda.Of(interview.Assignment).Contains(named);

    private static IEnumerable<LineChange> Changed(Incoming.Said said, DateTimeOffset at, Interview interview, Slot slot, string text, bool replacing)
    {
        IEnumerable<LineChange> old = replacing ? interview.AnswerIn(slot).Lines.Select((line, index) => new LineChange(slot, index, line, null)) : [];
        return old.Append(new LineChange(slot, int.MaxValue, null, new Line(said.MessageId, text, Answering.IsReply(interview, slot)) { At = at, EditedAt = said.EditedAt, Raw = said.Text }));
    }
}
