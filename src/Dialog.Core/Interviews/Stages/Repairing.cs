using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person edited or deleted a message in the channel: the same message changes in the answer, without comment (domain.md §2.3, step 1).</summary>
internal static class Repairing
{
    /// <summary>Deleted messages that can be brought back.</summary>
    private const int MostGaps = 20;

    public static void Edit(Talk talk, Incoming.Edited edited)
    {
        var text = Wrapping.Joined(Questionnaire.Without(talk, Mail.Words(Clean.Text(edited.Text), talk.Context.Respondent.Name, out _)));
        text = AmendmentReader.WithinItself(text) is var (_, others) ? others : text;
        if (string.IsNullOrWhiteSpace(text))
        {
            Change(talk, edited.MessageId, edited.MadeAt, _ => null);
        }
        else if (talk.Now.Gaps.Find(gap => gap.MessageId == edited.MessageId) is { } gap)
        {
            if (!(edited.MadeAt < gap.At))
            {
                BringBack(talk, gap, edited, text);
            }
        }
        else
        {
            Change(talk, edited.MessageId, edited.MadeAt, line => line with { Text = Changing.MadeAgain(talk, edited.MessageId, text), EditedAt = edited.MadeAt });
        }
    }

    /// <summary>A deleted message came back: it stands where it stood.</summary>
    private static void BringBack(Talk talk, Gap gap, Incoming.Edited edited, string text)
    {
        talk.Now = talk.Now with { Gaps = talk.Now.Gaps.Remove(gap) };
        if (talk.Now.Interviews.Find(interview => interview.Id == gap.InterviewId) is { } found)
        {
            var answer = found.AnswerIn(gap.Slot) with { Status = AnswerStatus.Given };
            var lines = answer.Lines.Insert(Math.Min(gap.Index, answer.Lines.Count), new Line(gap.MessageId, text, gap.FollowUp) { At = talk.At, EditedAt = edited.MadeAt });
            Settle(talk, found, talk.Revise(found, gap.Slot, answer.WithLines(lines), RevisionKind.Edit));
        }
    }

    /// <summary>There is no message left to see the change at, so a word says it.</summary>
    public static void Delete(Talk talk, Incoming.Deleted deleted)
    {
        if (Change(talk, deleted.MessageId, deleted.MadeAt, _ => null))
        {
            talk.Say(OutgoingKind.Note, talk.Surface.Withdrawn);
        }
    }

    /// <summary>The whole answer as a form gave it; the same text changes nothing.</summary>
    public static void Rewrite(Talk talk, Incoming.Rewritten rewritten)
    {
        var text = Clean.Text(rewritten.Text);
        if (talk.Now.Interviews.Find(interview => interview.Id == rewritten.AssignmentId) is not { } found || text == found.AnswerIn(rewritten.Slot).Text || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var answer = found.AnswerIn(rewritten.Slot) with { Status = AnswerStatus.Given };
        var revised = talk.Revise(found, rewritten.Slot, answer.WithLines([new Line(rewritten.Key, text, FollowUp: false)]), RevisionKind.Edit);
        if (revised is { State: InterviewState.Open, ReturnTo: not null } && revised.Slot == rewritten.Slot && talk.Now.Current == revised.Id)
        {
            // It is what was asked for: the talk goes back to where it was, and says with that what has become of it.
            Answering.Judge(talk, revised with { Replacing = false });
            return;
        }

        Settle(talk, found, revised);
        if (revised.State != InterviewState.Finished)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Edited);
        }
    }

    /// <summary>What follows from an answer's new text: other drafts, or the talk goes on once nothing in it has to be decided any more.</summary>
    private static void Settle(Talk talk, Interview before, Interview revised)
    {
        if (revised.State == InterviewState.Finished)
        {
            Finishing.Redraft(talk, revised);
        }
        else if (revised.State == InterviewState.Open && Guarding.Open(before) is not null && Guarding.Open(revised) is null)
        {
            Answering.Wait(talk, revised, talk.Context.Organisation.QuietWindow);
        }
    }

    /// <summary>True when something is other than it was. Platforms promise no order: what was made before the last edit and comes after it changes nothing.</summary>
    private static bool Change(Talk talk, string messageId, DateTimeOffset? madeAt, Func<Line, Line?> change)
    {
        var held = talk.Now.Held.Concat(talk.Now.Late).Any(line => line.MessageId == messageId);
        if (held)
        {
            var late = Changed(talk.Now.Late);
            var nothingToPlace = talk.Now.Confirming == Confirmation.Late && late.IsEmpty;
            talk.Now = talk.Now with { Held = Changed(talk.Now.Held), Late = late, Confirming = nothingToPlace ? null : talk.Now.Confirming };
        }

        foreach (var interview in talk.Now.Interviews)
        {
            foreach (var (slot, answer) in interview.Answers)
            {
                var index = answer.Lines.FindIndex(line => line.MessageId == messageId);
                if (index < 0)
                {
                    continue;
                }

                var changed = Made(answer.Lines[index]);
                if (changed?.Text == answer.Lines[index].Text)
                {
                    talk.Put(interview with { Answers = interview.Answers.SetItem(slot, answer with { Lines = answer.Lines.SetItem(index, changed) }) });
                    return false;
                }

                if (changed is null)
                {
                    var gaps = talk.Now.Gaps.Add(new Gap(messageId, interview.Id, slot, index, answer.Lines[index].FollowUp) { At = madeAt });
                    talk.Now = talk.Now with { Gaps = gaps.RemoveRange(0, Math.Max(0, gaps.Count - MostGaps)) };
                }

                var lines = changed is null ? answer.Lines.RemoveAt(index) : answer.Lines.SetItem(index, changed);
                var withdrawn = lines.IsEmpty && interview.Slot != slot;
                Settle(talk, interview, talk.Revise(interview, slot, answer.WithLines(lines) with { Status = withdrawn ? AnswerStatus.Declined : answer.Status }, changed is null ? RevisionKind.Retraction : RevisionKind.Edit));
                return true;
            }
        }

        return held;

        Line? Made(Line line) => madeAt < line.EditedAt ? line : change(line);

        ImmutableList<Line> Changed(ImmutableList<Line> lines) => [.. lines.Select(line => line.MessageId == messageId ? Made(line) : line).OfType<Line>()];
    }
}
