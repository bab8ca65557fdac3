using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Makes changes that can be taken back, and takes them back.</summary>
internal static class Changing
{
    /// <summary>So many changes can be taken back, one after the other.</summary>
    private const int MostKept = 20;

    /// <summary>Changes messages of answers and remembers how they were.</summary>
    public static (Interview Interview, Change Change) Apply(Talk talk, Interview interview, ImmutableList<LineChange> lines, RevisionKind kind)
    {
        var change = Remember(talk, new Change { Number = 0, InterviewId = interview.Id, At = talk.At, Lines = lines });
        var (changed, _) = Write(talk, interview, lines, kind);
        return (changed, change);
    }

    /// <summary>Remembers a change that was made elsewhere.</summary>
    public static Change Remember(Talk talk, Change change)
    {
        var numbered = change with { Number = talk.Now.ChangesMade + 1 };
        var kept = talk.Now.Changes.Add(numbered);
        talk.Now = talk.Now with { ChangesMade = numbered.Number, Changes = kept.Count > MostKept ? kept.RemoveAt(0) : kept };
        return numbered;
    }

    /// <summary>Takes a change back; what was written since stays. False when nothing of it is left to take back.</summary>
    public static bool TakeBack(Talk talk, Change change)
    {
        talk.Now = talk.Now with { Changes = talk.Now.Changes.Remove(change), Confirming = null, Pending = null };
        if (talk.Now.Interviews.Find(other => other.Id == change.InterviewId) is not { State: not InterviewState.Abandoned } interview)
        {
            return false;
        }

        var inverse = change.Lines.Reverse().Select(line => line with { Before = line.After, After = line.Before }).ToImmutableList();
        var (changed, made) = Write(talk, interview, inverse, RevisionKind.Amendment);
        changed = Guarding.Returned(interview, changed);
        if (change.Before is { } before)
        {
            changed = changed with { FollowUps = before.FollowUps, Struck = before.Struck, HeadlineShown = before.HeadlineShown, Guards = before.Guards, Answers = WithStatuses(changed, before), Slot = before.Slot, ReturnTo = null, Replacing = false };
            made = true;
        }

        if (change.Skipped is { } skipped && changed.AnswerIn(skipped) is { IsEmpty: true, Status: AnswerStatus.Declined } answer)
        {
            changed = changed.With(skipped, answer with { Status = AnswerStatus.Given }) with { Slot = skipped };
            made = true;
        }

        made |= change.Struck.Exists(changed.Struck.Contains);
        talk.Put(changed with { Struck = changed.Struck.RemoveRange(change.Struck) });
        return made;
    }

    /// <summary>
    /// A message's text as it is on the platform now, with what was changed in it in words made again: a sentence that was taken out does not come
    /// back because a letter beside it is put right. Where the words stand there no longer it is as it was typed.
    /// </summary>
    public static string MadeAgain(Talk talk, string messageId, string text)
    {
        foreach (var change in talk.Now.Changes)
        {
            if (change.Lines.Find(line => line.Before?.MessageId == messageId && line.After is not null) is { Before: { } before, After: { } after } line && Merged(text, before.Text, after.Text) is { } changed)
            {
                var made = line with { Before = before with { Text = text }, After = after with { Text = changed } };
                talk.Now = talk.Now with { Changes = talk.Now.Changes.Replace(change, change with { Lines = change.Lines.Replace(line, made) }) };
                text = changed;
            }
        }

        return text;
    }

    private static ImmutableDictionary<Slot, Answer> WithStatuses(Interview changed, Interview before) =>
        before.Answers.Aggregate(changed.Answers, (answers, pair) => answers.SetItem(pair.Key, (answers.GetValueOrDefault(pair.Key) ?? pair.Value) with { Status = pair.Value.Status }));

    private static (Interview Interview, bool Made) Write(Talk talk, Interview interview, ImmutableList<LineChange> changes, RevisionKind kind)
    {
        var any = false;
        foreach (var slot in changes.Select(change => change.Slot).Distinct())
        {
            var answer = interview.AnswerIn(slot);
            var lines = changes.Where(change => change.Slot == slot).Aggregate(answer.Lines, Change);
            if (lines.SequenceEqual(answer.Lines))
            {
                continue;
            }

            any = true;
            var withdrawn = lines.IsEmpty && interview.Slot != slot && kind == RevisionKind.Retraction;
            interview = talk.Revise(interview, slot, answer.WithLines(lines) with { Status = withdrawn ? AnswerStatus.Declined : AnswerStatus.Given }, kind);
        }

        return (interview, any);
    }

    private static ImmutableList<Line> Change(ImmutableList<Line> lines, LineChange change)
    {
        if (change.Before is null)
        {
            return change.After is null ? lines : lines.Insert(Math.Min(change.Index, lines.Count), change.After);
        }

        var at = lines.IndexOf(change.Before);
        if (at >= 0)
        {
            return change.After is null ? lines.RemoveAt(at) : lines.SetItem(at, change.After);
        }

        at = lines.FindIndex(line => line.MessageId == change.Before.MessageId);
        return at >= 0 && change.After is not null && Merged(lines[at].Text, change.Before.Text, change.After.Text) is { } text ? lines.SetItem(at, lines[at] with { Text = text }) : lines;
    }

    /// <summary>A message that was changed again since: only the words that this change is about become others. Null when they stand there no longer, or twice.</summary>
    private static string? Merged(string now, string before, string after)
    {
        var (start, most) = (0, Math.Min(before.Length, after.Length));
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        while (start > 0 && !char.IsWhiteSpace(before[start - 1]))
        {
            start--;
        }

        var tail = 0;
        while (tail < most - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        while (tail > 0 && !char.IsWhiteSpace(before[^tail]))
        {
            tail--;
        }

        var (from, to) = (before[start..^tail], after[start..^tail]);
        var at = from.Length == 0 ? -1 : now.IndexOf(from, StringComparison.Ordinal);
        return at < 0 || now.IndexOf(from, at + 1, StringComparison.Ordinal) >= 0 ? null : $"{now[..at]}{to}{now[(at + from.Length)..]}";
    }
}
