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
        talk.Now = talk.Now with
        {
            Held = [.. talk.Now.Held.Select(held => held.MessageId == messageId ? change(held, Slot.What) : held).OfType<Line>()],
        };
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
                var withdrawn = lines.IsEmpty && interview.Slot != slot;
                var revised = talk.Revise(interview, slot, answer.WithLines(lines) with { Status = withdrawn ? AnswerStatus.Declined : answer.Status }, changed is null ? RevisionKind.Retraction : RevisionKind.Edit);
                if (revised.State == InterviewState.Finished)
                {
                    talk.Note(new Fact.DraftsComposed(revised.Id, talk.Compose(revised)));
                }
                else if (revised.State == InterviewState.Open && Guarding.Open(interview) is not null && Guarding.Open(revised) is null)
                {
                    Answering.Wait(talk, revised, talk.Context.Organisation.QuietWindow);
                }

                return;
            }
        }
    }
}
