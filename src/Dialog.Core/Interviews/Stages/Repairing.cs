using System.Collections.Immutable;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person edited or deleted a message in the channel: the same message changes in the answer, without comment (domain.md §2.3, step 1).</summary>
internal static class Repairing
{
    /// <summary>Deleted messages that can be brought back.</summary>
    private const int MostGaps = 20;

    public static void Edit(Talk talk, Incoming.Edited edited)
    {
        var text = Dictation.Read(Wrapping.Joined(Questionnaire.Without(talk, Mail.Words(Clean.Text(edited.Text), talk.Context.Respondent.Name, out _))));
        text = AmendmentReader.WithinItself(text) is var (_, others) ? others : text;
        if (!string.IsNullOrWhiteSpace(text))
        {
            foreach (var gap in talk.Now.Gaps.FindAll(gap => gap.MessageId == edited.MessageId && !(edited.MadeAt < gap.At)))
            {
                BringBack(talk, gap, edited, text);
            }
        }

        Change(talk, edited.MessageId, edited.MadeAt, text);
    }

    /// <summary>A deleted message came back: it stands where it stood.</summary>
    private static void BringBack(Talk talk, Gap gap, Incoming.Edited edited, string text)
    {
        var rest = talk.Now.Gaps.Remove(gap);
        if (talk.Now.Interviews.Find(interview => interview.Id == gap.InterviewId) is { } found)
        {
            var slots = rest.Where(other => other.MessageId == gap.MessageId).Select(other => other.Slot).Concat(Holding(found, gap.MessageId)).Append(gap.Slot).Order();
            if (Shared(talk, found, slots.First(), text).TryGetValue(gap.Slot, out var share))
            {
                var answer = found.AnswerIn(gap.Slot) with { Status = AnswerStatus.Given };
                var lines = answer.Lines.Insert(Math.Min(gap.Index, answer.Lines.Count), new Line(gap.MessageId, share, gap.FollowUp) { At = talk.At, EditedAt = edited.MadeAt });
                Settle(talk, found, talk.Revise(found, gap.Slot, answer.WithLines(lines), RevisionKind.Edit));
            }
        }

        talk.Now = talk.Now with { Gaps = rest };
    }

    /// <summary>There is no message left to see the change at, so a word says it.</summary>
    public static void Delete(Talk talk, Incoming.Deleted deleted)
    {
        if (Change(talk, deleted.MessageId, deleted.MadeAt, text: null))
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
    private static bool Change(Talk talk, string messageId, DateTimeOffset? madeAt, string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text;
        var held = talk.Now.Held.Concat(talk.Now.Late).Any(line => line.MessageId == messageId);
        if (held)
        {
            var late = Changed(talk.Now.Late);
            var nothingToPlace = talk.Now.Confirming == Confirmation.Late && late.IsEmpty;
            talk.Now = talk.Now with { Held = Changed(talk.Now.Held), Late = late, Confirming = nothingToPlace ? null : talk.Now.Confirming };
        }

        if (talk.Now.Interviews.Find(interview => interview.Holds(messageId)) is not { } before)
        {
            return held;
        }

        var slots = Holding(before, messageId);
        var shares = text is null ? new Dictionary<Slot, string>() : Shared(talk, before, slots[0], text);
        var after = slots.Aggregate(before, (interview, slot) => Change(talk, interview, slot, messageId, madeAt, shares.GetValueOrDefault(slot)));
        foreach (var (slot, share) in shares.Where(share => !slots.Contains(share.Key)))
        {
            var answer = after.AnswerIn(slot);
            var line = new Line(messageId, share, FollowUp: false) { At = talk.At, EditedAt = madeAt, Raw = text };
            after = talk.Revise(after, slot, answer.WithLines(answer.Lines.Add(line)) with { Status = AnswerStatus.Given }, RevisionKind.Addition);
        }

        var made = after.Answers.Any(pair => pair.Value.Text != before.AnswerIn(pair.Key).Text);
        if (made)
        {
            Settle(talk, before, after);
        }

        return made;

        ImmutableList<Line> Changed(ImmutableList<Line> lines) => [.. lines.Select(line => line.MessageId == messageId ? Made(talk, line, madeAt, text) : line).OfType<Line>()];
    }

    private static Interview Change(Talk talk, Interview interview, Slot slot, string messageId, DateTimeOffset? madeAt, string? text)
    {
        var answer = interview.AnswerIn(slot);
        var index = answer.Lines.FindIndex(line => line.MessageId == messageId);
        var changed = Made(talk, answer.Lines[index], madeAt, text);
        if (changed?.Text == answer.Lines[index].Text)
        {
            interview = interview.With(slot, answer with { Lines = answer.Lines.SetItem(index, changed) });
            talk.Put(interview);
            return interview;
        }

        if (changed is null)
        {
            var gaps = talk.Now.Gaps.Add(new Gap(messageId, interview.Id, slot, index, answer.Lines[index].FollowUp) { At = madeAt });
            talk.Now = talk.Now with { Gaps = gaps.RemoveRange(0, Math.Max(0, gaps.Count - MostGaps)) };
        }

        var lines = changed is null ? answer.Lines.RemoveAt(index) : answer.Lines.SetItem(index, changed);
        var withdrawn = lines.IsEmpty && interview.Slot != slot;
        return talk.Revise(interview, slot, answer.WithLines(lines) with { Status = withdrawn ? AnswerStatus.Declined : answer.Status }, changed is null ? RevisionKind.Retraction : RevisionKind.Edit);
    }

    private static Line? Made(Talk talk, Line line, DateTimeOffset? madeAt, string? text) =>
        madeAt < line.EditedAt ? line
        : text is null ? null
        : line with { Text = Changing.MadeAgain(talk, line.MessageId, text), EditedAt = madeAt };

    private static ImmutableList<Slot> Holding(Interview interview, string messageId) =>
        [.. interview.Answers.Where(pair => pair.Value.Lines.Exists(line => line.MessageId == messageId)).Select(pair => pair.Key).Order()];

    /// <summary>What an edited message says to each question: as it names them, else all of it to the first that it answered.</summary>
    private static Dictionary<Slot, string> Shared(Talk talk, Interview interview, Slot first, string text)
    {
        var parts = Questionnaire.Answers(talk, interview, text);
        return !parts.IsEmpty ? parts.ToDictionary(part => part.Slot, part => part.Text)
            : new Dictionary<Slot, string> { [first] = Misplaced.Named(text) is var (named, said) && named == first ? said : text };
    }
}
