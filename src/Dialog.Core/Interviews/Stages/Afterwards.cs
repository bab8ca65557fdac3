using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>What somebody writes when their interview is finished: it may belong to an answer, or be something new. Kept until they say.</summary>
internal static class Afterwards
{
    /// <summary>With "something new" and "let it be" a platform shows all buttons.</summary>
    private const int MostAnswers = 3;

    public static void Hear(Talk talk, Interview interview, Incoming.Said said, string text)
    {
        var line = new Line(said.MessageId, text, FollowUp: false) { At = talk.At, EditedAt = said.EditedAt, Raw = said.Text == text ? null : said.Text };
        var late = talk.Now.Confirming == Confirmation.Late ? talk.Now.Late.Add(line) : [line];
        talk.Now = talk.Now with { Confirming = Confirmation.Late, Late = late };
        var answers = Agenda.Of(interview.Assignment).Where(slot => slot != Slot.Headline && !interview.AnswerIn(slot).IsEmpty).Take(MostAnswers);
        talk.Ask(
            OutgoingKind.Note,
            late.Count == 1 ? talk.Texts.Afterwards(interview.Assignment.Topic) : talk.Texts.AfterwardsMore,
            null,
            [
                .. answers.Select(slot => ($"{ChoiceValue.AddTo}{slot}", Answering.Questions(talk, interview, slot).Label)),
                (ChoiceValue.New, talk.Texts.Buttons.SomethingNew),
                (ChoiceValue.No, talk.Texts.Buttons.LetItBe),
            ]);
    }

    /// <summary>The reply: an answer to add it to, a new interview, or nothing.</summary>
    public static void Take(Talk talk, Interview interview, ImmutableList<Line> late, string verb)
    {
        if (verb == ChoiceValue.New)
        {
            Starting.BeginWith(talk, late);
        }
        else if (verb == ChoiceValue.Yes || SlotOf(verb) is not null)
        {
            var primary = interview.Assignment.PrimarySlot;
            Amending.Append(talk, interview, SlotOf(verb) ?? (interview.AnswerIn(primary).IsEmpty && interview.LastLine() is var (last, _) ? last : primary), late);
        }
        else
        {
            talk.Say(OutgoingKind.Note, talk.Texts.LetBe);
        }
    }

    /// <summary>The answer that a button adds to.</summary>
    public static Slot? SlotOf(string verb) =>
        verb.StartsWith(ChoiceValue.AddTo, StringComparison.Ordinal) && Enum.TryParse<Slot>(verb[ChoiceValue.AddTo.Length..], out var slot) ? slot : null;
}
