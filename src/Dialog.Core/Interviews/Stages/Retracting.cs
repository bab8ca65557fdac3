using System.Collections.Immutable;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Takes back what was said: a message, a sentence, what the bot asked about.</summary>
internal static class Retracting
{
    public static void Take(Talk talk, Interview interview, ImmutableList<Passage> passages)
    {
        var lines = passages
            .GroupBy(passage => (passage.Slot, passage.MessageId))
            .Select(group => (group.Key.Slot, Line: interview.AnswerIn(group.Key.Slot).Lines.Find(line => line.MessageId == group.Key.MessageId), Sentences: group.Select(passage => passage.Sentence)))
            .Where(found => found.Line is not null)
            .Select(found => Amending.Changed(interview, found.Slot, found.Line!, Passages.Without(found.Line!, found.Sentences)));
        Amending.Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(string.Join(' ', passages.Select(passage => passage.Sentence)))), [.. lines], RevisionKind.Retraction);
    }

    public static bool Last(Talk talk, Interview interview)
    {
        if (interview.LastLine() is not var (_, line))
        {
            return Amending.Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        var lines = Passages.Lines(interview).Where(place => place.Line.MessageId == line.MessageId).ToList();
        var text = string.Join(' ', lines.Select(place => place.Line.Text));
        return Amending.Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(text)), [.. lines.Select(place => Amending.Changed(interview, place.Slot, place.Line, null))], RevisionKind.Retraction);
    }

    /// <summary>"Stryk det": the sentence the bot just asked about, else the last message.</summary>
    public static bool That(Talk talk, Interview interview)
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

        return Last(talk, interview);
    }

    public static bool Nth(Talk talk, Interview interview, Amendment.RetractNth nth)
    {
        var slot = interview.Slot is { } open && !interview.AnswerIn(open).IsEmpty && open != Slot.Headline ? open : interview.LastLine()!.Value.Slot;
        var lines = interview.AnswerIn(slot).Lines;
        if (!nth.Sentence)
        {
            var at = nth.Number < 0 ? lines.Count - 1 : nth.Number - 1;
            return at < lines.Count
                ? Amending.Tell(talk, interview, talk.Texts.Amend.Retracted(Excerpt.Of(lines[at].Text)), [Amending.Changed(interview, slot, lines[at], null)], RevisionKind.Retraction)
                : Amending.Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        var sentences = lines.SelectMany(line => TextParts.Sentences(line.Text).Select(sentence => new Passage(slot, line.MessageId, sentence))).ToList();
        var index = nth.Number < 0 ? sentences.Count - 1 : nth.Number - 1;
        if (index >= sentences.Count)
        {
            return Amending.Say(talk, talk.Texts.Amend.NothingToRetract);
        }

        Take(talk, interview, [sentences[index]]);
        return true;
    }

    /// <summary>By some of the sentence's words; asked again where only one much like it is found.</summary>
    public static bool Named(Talk talk, Interview interview, Amendment.RetractNamed named)
    {
        var passages = Passages.Sentences(interview, named.Words);
        if (!passages.IsEmpty)
        {
            Take(talk, interview, passages);
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

        return Amending.Say(talk, talk.Texts.Amend.NoSuchSentence(Excerpt.Of(named.Words, 8)));
    }
}
