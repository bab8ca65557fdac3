using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Changes what was said, in the person's own words for it, and says so (domain.md §2.3). What is unsure is asked.</summary>
internal static class Amending
{
    /// <summary>A reply to "which words?" is no longer than this.</summary>
    private const int MostNamedWords = 8;

    private static readonly ImmutableList<ImmutableHashSet<string>> Kinds =
    [
        ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "january", "february", "march", "may", "june", "july", "august", "october"],
    ];

    /// <summary>False when no change is asked for, or none that can be meant here: the message is heard as anything else.</summary>
    public static bool Hear(Talk talk, Incoming.Said said, string text)
    {
        if (AmendmentReader.WithinItself(text) is var (struck, others))
        {
            return TakeTheRest(talk, said, struck, others);
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
            Amendment.Replace replace => Replace(talk, interview, replace),
            Amendment.ReplaceWhat what => AskWhat(talk, interview, what.To),
            Amendment.Write write => Write(talk, interview, said, write.Text),
            Amendment.Respell respell => Respell(talk, interview, respell.Word),
            Amendment.RetractLast => RetractThat(talk, interview),
            Amendment.RetractNth nth => RetractNth(talk, interview, nth),
            Amendment.RetractNamed named => RetractNamed(talk, interview, named),
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

    /// <summary>The reply to "which words?"; false when it names none of them.</summary>
    public static bool HearWords(Talk talk, Interview interview, string to, string text)
    {
        var words = text.Trim().Trim('"', '”', '“', '.', '!', ' ');
        return TextParts.Words(words).Count is > 0 and <= MostNamedWords && !Passages.Of(interview, words).IsEmpty && Replace(talk, interview, new Amendment.Replace(words, to, Certain: true));
    }

    /// <summary>The reply to "everywhere, or only the last?"; the words may be gone by then.</summary>
    public static bool ReplaceAll(Talk talk, Interview interview, Amendment.Replace replace, bool onlyLast)
    {
        var places = Passages.Of(interview, replace.From);
        return places.IsEmpty
            ? Replace(talk, interview, replace with { Certain = true })
            : Replace(talk, interview, replace, onlyLast ? [places.MaxBy(place => place.Line.At)!] : places);
    }

    public static void Retract(Talk talk, Interview interview, ImmutableList<Passage> passages)
    {
        var lines = passages
            .GroupBy(passage => (passage.Slot, passage.MessageId))
            .Select(group => (group.Key.Slot, Line: interview.AnswerIn(group.Key.Slot).Lines.Find(line => line.MessageId == group.Key.MessageId), Sentences: group.Select(passage => passage.Sentence)))
            .Where(found => found.Line is not null)
            .Select(found => Changed(interview, found.Slot, found.Line!, Passages.Without(found.Line!, found.Sentences)));
        Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(string.Join(' ', passages.Select(passage => passage.Sentence)))), [.. lines], RevisionKind.Retraction);
    }

    public static bool RetractLast(Talk talk, Interview interview)
    {
        if (interview.LastLine() is not var (slot, line))
        {
            return Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        return Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(line.Text)), [Changed(interview, slot, line, null)], RevisionKind.Retraction);
    }

    /// <summary>"Stryk det": the sentence the bot just asked about, else the last message.</summary>
    private static bool RetractThat(Talk talk, Interview interview)
    {
        if (interview is { State: InterviewState.Open, Slot: Slot.Headline, HeadlineShown.IsEmpty: false })
        {
            Headlining.Strike(talk, interview);
            return true;
        }

        if (Guarding.Open(interview) is { } guard && interview.LastLine() is var (_, last) && last.MessageId != guard.Passage.MessageId)
        {
            Guarding.Strike(talk, interview);
            return true;
        }

        return RetractLast(talk, interview);
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
            .. lines.Select((line, index) => new LineChange(to, place + index, null, line)),
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
            Answering.AskAgain(talk, Answering.StopWaiting(talk, interview), lead);
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

    private static bool Replace(Talk talk, Interview interview, Amendment.Replace replace)
    {
        var places = Passages.Of(interview, replace.From);
        if (places.IsEmpty)
        {
            if (!replace.Certain)
            {
                return false;
            }

            talk.Now = talk.Now with { Confirming = Confirmation.ReplaceWhat, Pending = new Amendment.ReplaceWhat(replace.To) };
            return Say(talk, talk.Texts.Amend.NotFound(Excerpt.Of(replace.From), Excerpt.Of(replace.To)));
        }

        if (places.Count > 1)
        {
            talk.Now = talk.Now with { Confirming = Confirmation.ReplaceAll, Pending = replace };
            var buttons = talk.Texts.Buttons;
            talk.Ask(OutgoingKind.Note, talk.Texts.Amend.ReplaceAll(Excerpt.Of(replace.From), places.Count), null, (ChoiceValue.All, buttons.All), (ChoiceValue.Last, buttons.OnlyLast), (ChoiceValue.No, buttons.No));
            return true;
        }

        return Replace(talk, interview, replace, places);
    }

    private static bool Replace(Talk talk, Interview interview, Amendment.Replace replace, ImmutableList<Passages.Place> places)
    {
        var changes = places.GroupBy(place => (place.Slot, place.Line)).Select(group =>
        {
            var text = group.OrderByDescending(place => place.Start).Aggregate(group.Key.Line.Text, (before, place) => $"{before[..place.Start]}{AsWritten(before.Substring(place.Start, place.Length), replace)}{before[(place.Start + place.Length)..]}");
            return Changed(interview, group.Key.Slot, group.Key.Line, group.Key.Line with { Text = text });
        });
        return Tell(talk, interview, talk.Texts.Amend.Replaced(Excerpt.Of(replace.From), Excerpt.Of(replace.To)), [.. changes], RevisionKind.Amendment);
    }

    /// <summary>A capital stays where the sentence had one and the person did not write the words out with their case.</summary>
    private static string AsWritten(string stands, Amendment.Replace replace) =>
        char.IsUpper(stands[0]) && char.IsLower(replace.From[0]) ? char.ToUpperInvariant(replace.To[0]) + replace.To[1..] : replace.To;

    private static bool AskWhat(Talk talk, Interview interview, string to)
    {
        talk.Now = talk.Now with { Confirming = Confirmation.ReplaceWhat, Pending = new Amendment.ReplaceWhat(to) };
        var candidates = Candidates(interview, to).Take(4).Select((word, index) => ($"{ChoiceValue.Words}{index}", word));
        talk.Ask(OutgoingKind.Note, talk.Texts.Amend.ReplaceWhat(Excerpt.Of(to)), null, [.. candidates]);
        return true;
    }

    /// <summary>Words of the same kind: a weekday for a weekday, a number for a number.</summary>
    private static IEnumerable<string> Candidates(Interview interview, string to)
    {
        var kind = Kinds.Find(words => words.Contains(to.ToLowerInvariant()));
        return Passages.Lines(interview)
            .SelectMany(place => TextParts.Words(place.Line.Text))
            .Where(word => word.Length <= 40 && (kind is not null ? kind.Contains(word.ToLowerInvariant()) : to.All(char.IsDigit) && word.All(char.IsDigit)))
            .Where(word => !word.Equals(to, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase);
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

    private static bool Respell(Talk talk, Interview interview, string word)
    {
        var (slot, line) = interview.LastLine()!.Value;
        var count = TextParts.Words(word).Count;
        var words = TextParts.Words(line.Text);
        var near = Enumerable.Range(0, Math.Max(0, words.Count - count + 1))
            .Select(from => string.Join(' ', words.Skip(from).Take(count)))
            .Where(window => line.Text.Contains(window, StringComparison.Ordinal))
            .Select(window => (Window: window, Distance: Spelling.Distance(window.ToLowerInvariant(), word.ToLowerInvariant(), 2)))
            .Where(pair => pair.Distance <= 2 && pair.Distance * 2 < pair.Window.Length && pair.Window != word)
            .ToList();
        if (near.Count == 0 || near.Count(pair => pair.Distance == near.Min(other => other.Distance)) > 1)
        {
            return AskWhat(talk, interview, word);
        }

        var window = near.MinBy(pair => pair.Distance).Window;
        var (changed, _) = Changing.Apply(talk, interview, [Changed(interview, slot, line, line with { Text = line.Text.Replace(window, word, StringComparison.Ordinal) })], RevisionKind.Amendment);
        if (changed.State == InterviewState.Finished)
        {
            Finishing.Redraft(talk, changed);
        }
        else if (changed.JudgeAt is not null)
        {
            Answering.Wait(talk, changed, talk.Context.Organisation.QuietWindow);
        }

        return true;
    }

    private static bool RetractNth(Talk talk, Interview interview, Amendment.RetractNth nth)
    {
        var slot = interview.Slot is { } open && !interview.AnswerIn(open).IsEmpty && open != Slot.Headline ? open : interview.LastLine()!.Value.Slot;
        var lines = interview.AnswerIn(slot).Lines;
        if (!nth.Sentence)
        {
            var at = nth.Number < 0 ? lines.Count - 1 : nth.Number - 1;
            return at < lines.Count
                ? Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(lines[at].Text)), [Changed(interview, slot, lines[at], null)], RevisionKind.Retraction)
                : Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        var sentences = lines.SelectMany(line => TextParts.Sentences(line.Text).Select(sentence => new Passage(slot, line.MessageId, sentence))).ToList();
        var index = nth.Number < 0 ? sentences.Count - 1 : nth.Number - 1;
        if (index >= sentences.Count)
        {
            return Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        Retract(talk, interview, [sentences[index]]);
        return true;
    }

    /// <summary>By some of the sentence's words; asked again where only one much like it is found.</summary>
    public static bool RetractNamed(Talk talk, Interview interview, Amendment.RetractNamed named)
    {
        var passages = Passages.Sentences(interview, named.Words);
        if (!passages.IsEmpty)
        {
            Retract(talk, interview, passages);
            return true;
        }

        if (!named.Certain)
        {
            return false;
        }

        if (Passages.Like(interview, named.Words) is [var only])
        {
            talk.Now = talk.Now with { Confirming = Confirmation.Retract, Pending = new Amendment.RetractNamed(only.Sentence, Certain: true) };
            talk.Ask(OutgoingKind.Note, talk.Texts.Amend.ThisSentence(Excerpt.Of(only.Sentence, 20)), null, (ChoiceValue.Yes, talk.Texts.Buttons.Yes), (ChoiceValue.No, talk.Texts.Buttons.No));
            return true;
        }

        return Say(talk, talk.Texts.Amend.NoSuchSentence(Excerpt.Of(named.Words, 8)));
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
    private static bool Tell(Talk talk, Interview interview, string text, ImmutableList<LineChange> lines, RevisionKind kind)
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
            Answering.AskAgain(talk, Answering.StopWaiting(talk, changed), text, (ChoiceValue.UndoOf(change.Number), talk.Texts.Buttons.Undo));
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

    private static LineChange Changed(Interview interview, Slot slot, Line before, Line? after) => new(slot, interview.AnswerIn(slot).Lines.IndexOf(before), before, after);

    private static string Label(Talk talk, Interview interview, Slot slot) => Answering.Questions(talk, interview, slot).Label;

    private static bool Say(Talk talk, string text)
    {
        talk.Say(OutgoingKind.Note, text);
        return true;
    }
}
