using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person edited or deleted a message in the channel: the same message changes in the answer, without comment (domain.md §2.3, step 1).</summary>
internal static class Repairing
{
    public static void Edit(Talk talk, Incoming.Edited edited)
    {
        var text = Clean.Text(edited.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            Change(talk, edited.MessageId, (_, _) => null);
        }
        else
        {
            Change(talk, edited.MessageId, (line, _) => line with { Text = text });
        }
    }

    public static void Delete(Talk talk, Incoming.Deleted deleted) => Change(talk, deleted.MessageId, (_, _) => null);

    private static void Change(Talk talk, string messageId, Func<Line, Slot, Line?> change)
    {
        foreach (var interview in talk.Now.Interviews)
        {
            foreach (var (slot, answer) in interview.Answers)
            {
                var index = answer.Lines.FindIndex(line => line.MessageId == messageId);
                if (index < 0)
                {
                    continue;
                }

                var changed = change(answer.Lines[index], slot);
                if (changed == answer.Lines[index])
                {
                    return;
                }

                var lines = changed is null ? answer.Lines.RemoveAt(index) : answer.Lines.SetItem(index, changed);
                var revised = talk.Revise(interview, slot, answer.WithLines(lines));
                if (revised.State == InterviewState.Finished)
                {
                    Finishing.Recompose(talk, revised);
                }

                return;
            }
        }
    }
}
