using System.Collections.Immutable;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Changes what was said, in the person's own words for it, and says so (domain.md §2.3). What is unsure is asked.</summary>
internal static class Amending
{
    /// <summary>False when no change is asked for, or none that can be meant here: the message is heard as anything else.</summary>
    public static bool Hear(Talk talk, Incoming.Said said, string text)
    {
        if (AmendmentReader.WithinItself(text) is var (struck, others))
        {
            return TakeTheRest(talk, said, struck, others);
        }

        if (AmendmentReader.AtItsHead(text) is var (corrected, answer) && talk.Interview is { State: InterviewState.Open, Slot: not (null or Slot.Headline), Replacing: false } asked && Passages.Of(asked, corrected.From) is [_])
        {
            Hearing.HearAnswer(talk, said, answer);
            return Replacing.Replace(talk, talk.Interview!, corrected) || true;
        }

        if (AmendmentReader.Read(text) is not { } amendment)
        {
            return false;
        }

        if (talk.Interview is not { State: not InterviewState.Abandoned } interview || interview.LastLine() is null)
        {
            return amendment is Amendment.RetractLast or Amendment.RetractNth && Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        return amendment switch
        {
            Amendment.Replace replace => Replacing.Replace(talk, interview, replace),
            Amendment.ReplaceWhat what => Replacing.AskWhat(talk, interview, what),
            Amendment.Write write => Write(talk, interview, said, write.Text),
            Amendment.Respell respell => Replacing.Respell(talk, interview, respell.Word),
            Amendment.RetractLast => Retracting.That(talk, interview),
            Amendment.RetractNth nth => Retracting.Nth(talk, interview, nth),
            Amendment.RetractNamed named => Retracting.Named(talk, interview, named),
            Amendment.Move move => Move(talk, interview, move.To),
            Amendment.Add add => Add(talk, interview, said, add),
            _ => false,
        };
    }

    /// <summary>A sentence was taken back in the message it stood in: only the others are heard.</summary>
    private static bool TakeTheRest(Talk talk, Incoming.Said said, string struck, string others)
    {
        talk.Say(OutgoingKind.Note, talk.Texts.Amend.Retracted(Excerpt.Of(struck)));
        if (others.Length > 0)
        {
            Hearing.HearAnswer(talk, said, others);
        }

        return true;
    }

    /// <summary>All messages of one answer, or the last message, become part of another answer.</summary>
    public static bool Move(Talk talk, Interview interview, Slot to)
    {
        if (interview.LastLine() is not var (last, lastLine))
        {
            return false;
        }

        var from = interview.Slot is { } open && open != Slot.Headline && !interview.AnswerIn(open).IsEmpty ? open : last;
        if (from == to || !Agenda.Of(interview.Assignment).Contains(to) && !interview.Answers.ContainsKey(to))
        {
            return false;
        }

        var lines = from == interview.Slot ? interview.AnswerIn(from).Lines : [lastLine];
        var place = interview.AnswerIn(to).Lines.Count;
        ImmutableList<LineChange> changes =
        [
            .. lines.Select((line, index) => Changed(interview, from, line, null)),
            .. lines.Select((line, index) => new LineChange(to, place + index, null, line with { Text = Misplaced.Unlabelled(line.Text, to) })),
        ];
        return Tell(talk, interview, talk.Texts.Amend.Moved(Label(talk, interview, to)), changes, RevisionKind.Amendment);
    }

    /// <summary>The message written last becomes part of another answer.</summary>
    public static bool MoveLast(Talk talk, Interview interview, Slot to)
    {
        if (interview.LastLine() is not var (from, line) || from == to)
        {
            return false;
        }

        return Tell(talk, interview, talk.Texts.Amend.Moved(Label(talk, interview, to)), [Changed(interview, from, line, null), new LineChange(to, int.MaxValue, null, line)], RevisionKind.Amendment);
    }

    public static bool Rewrite(Talk talk, Interview interview, Passage passage, string text)
    {
        if (interview.AnswerIn(passage.Slot).Lines.Find(line => line.MessageId == passage.MessageId && line.Text.Contains(passage.Sentence, StringComparison.Ordinal)) is not { } line)
        {
            return false;
        }

        var changed = line with { Text = line.Text.Replace(passage.Sentence, text, StringComparison.Ordinal) };
        return Tell(talk, interview with { Rewriting = null }, talk.Texts.Amend.Written(Excerpt.Of(text), Label(talk, interview, passage.Slot)), [Changed(interview, passage.Slot, line, changed)], RevisionKind.Amendment);
    }

    /// <summary>After a change, in an open talk: the open question again when its answer is gone, else nothing but the words.</summary>
    public static void GoOn(Talk talk, Interview interview, string lead)
    {
        if (interview.Slot is { } slot && slot != Slot.Headline && interview.AnswerIn(slot).IsEmpty)
        {
            Answering.AskAgain(talk, Filing.TakenBack(talk, Answering.StopWaiting(talk, interview)), lead);
        }
        else if (interview.Slot is null)
        {
            Answering.AskNext(talk, interview, lead);
        }
        else
        {
            talk.Say(OutgoingKind.Note, lead);
        }
    }

    private static bool Write(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        var guarded = interview.Guards.Find(guard => guard.State == GuardState.Open && guard.Passage.Slot == interview.Slot)?.Passage;
        var shown = interview.Slot == Slot.Headline && interview.HeadlineShown is [.., var sentence] ? Passages.Printed(interview, sentence) : null;
        if ((interview.Rewriting ?? guarded ?? shown) is { } passage)
        {
            return Rewrite(talk, interview, passage, text);
        }

        var slot = interview.SpokenOf ?? (interview.Slot is { } open && open != Slot.Headline ? open : interview.LastLine()!.Value.Slot);
        if (slot == interview.Slot && interview.State == InterviewState.Open && interview.AnswerIn(slot).IsEmpty)
        {
            Answering.Hear(talk, said, text);
            return true;
        }

        return Append(talk, interview, said, slot, text);
    }

    private static bool Add(Talk talk, Interview interview, Incoming.Said said, Amendment.Add add)
    {
        var open = interview.State == InterviewState.Open && interview.Slot is { } asked && asked != Slot.Headline ? interview.Slot : null;
        if ((add.To ?? (open is null ? interview.LastLine()!.Value.Slot : !interview.AnswerIn(open.Value).IsEmpty ? open : null)) is { } slot)
        {
            return Append(talk, interview, said, slot, add.Text);
        }

        Answering.Hear(talk, said, add.Text);
        interview = Answering.StopWaiting(talk, talk.Interview!);
        var others = Agenda.Of(interview.Assignment).Where(other => other != open && other != Slot.Headline && !interview.AnswerIn(other).IsEmpty).Take(4);
        talk.Now = talk.Now with { Confirming = Confirmation.Place };
        talk.Ask(OutgoingKind.Note, talk.Texts.Amend.AddedWhere(Label(talk, interview, open!.Value)), open, [.. others.Select(other => ($"{ChoiceValue.AddTo}{other}", Label(talk, interview, other))), (ChoiceValue.No, talk.Texts.Buttons.LeaveIt)]);
        return true;
    }

    /// <summary>These messages become part of an answer.</summary>
    public static bool Append(Talk talk, Interview interview, Slot slot, ImmutableList<Line> lines) =>
        Tell(talk, interview, talk.Texts.Amend.Written(Excerpt.Of(string.Join(' ', lines.Select(line => line.Text))), Label(talk, interview, slot)), lines.ConvertAll(line => new LineChange(slot, int.MaxValue, null, line)), RevisionKind.Addition);

    private static bool Append(Talk talk, Interview interview, Incoming.Said said, Slot slot, string text) =>
        Append(talk, interview, slot, [new Line(said.MessageId, text, FollowUp: false) { At = talk.At, Raw = said.Text }]);

    /// <summary>Makes the change, says so, and goes on with the talk as it stands then.</summary>
    public static bool Tell(Talk talk, Interview interview, string text, ImmutableList<LineChange> lines, RevisionKind kind)
    {
        var slot = lines[^1].Slot;
        var (changed, change) = Changing.Apply(talk, interview with { SpokenOf = slot }, lines, kind);
        if (changed.State == InterviewState.Finished)
        {
            talk.Echo(text, slot, change);
            Finishing.Redraft(talk, changed);
        }
        else if (changed is { State: InterviewState.Open, Slot: { } open } && open != Slot.Headline && changed.AnswerIn(open).IsEmpty)
        {
            Answering.AskAgain(talk, Filing.TakenBack(talk, Answering.StopWaiting(talk, changed)), text, (ChoiceValue.UndoOf(change.Number), talk.Texts.Buttons.Undo));
        }
        else
        {
            talk.Echo(text, slot, change);
            if (changed.State == InterviewState.Open && IsComplete(changed))
            {
                Answering.Wait(talk, changed, talk.Context.Organisation.QuietWindow);
            }
        }

        return true;
    }

    /// <summary>Nothing more is waited for but the person's silence.</summary>
    private static bool IsComplete(Interview interview) => interview.Slot switch
    {
        null => false,
        Slot.Headline => interview.HeadlineShown is [.., var shown] && Passages.Printed(interview, shown) is null,
        { } slot => interview.JudgeAt is not null || interview.OpenFollowUp is null && !interview.Guards.Exists(guard => guard.State == GuardState.Open && guard.Passage.Slot == slot),
    };

    public static LineChange Changed(Interview interview, Slot slot, Line before, Line? after) => new(slot, interview.AnswerIn(slot).Lines.IndexOf(before), before, after);

    private static string Label(Talk talk, Interview interview, Slot slot) => Answering.Questions(talk, interview, slot).Label;

    public static bool Say(Talk talk, string text)
    {
        talk.Say(OutgoingKind.Note, text);
        return true;
    }
}
