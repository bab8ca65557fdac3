using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Checks;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Protects, and does not tone down: what may harm somebody in print is asked about once, calmly, without repeating it (domain.md §2.6).</summary>
internal static partial class Guarding
{
    /// <summary>Kinds named in one message.</summary>
    private const int MostKinds = 3;

    /// <summary>A message that has this share of its words in common with the warned sentence is that sentence written anew.</summary>
    private const double SameSentence = 0.5;

    /// <summary>The warnings of an answer that the person has not been told of.</summary>
    public static ImmutableList<Guard> Find(Talk talk, Interview interview, Slot slot)
    {
        var answer = interview.AnswerIn(slot);
        var text = answer.Text;
        var organisation = talk.Context.Organisation;
        var context = new CheckContext(interview.Language, talk.Context.Respondent.Name, organisation.Roster, organisation.PublishedContacts);
        return [.. Detectors.Find(text, context)
            .Where(finding => finding.Blocks)
            .Select(finding => (finding.Detector, Passage: At(slot, answer, finding.Start)))
            .Where(found => !interview.Guards.Exists(guard => guard.Passage == found.Passage && guard.Detector == found.Detector))
            .Distinct()
            .Select(found => new Guard(found.Detector, found.Passage, GuardState.Open))];
    }

    public static void Ask(Talk talk, Interview interview, ImmutableList<Guard> found)
    {
        talk.Put(interview with { Guards = interview.Guards.AddRange(found) });
        var editor = interview.Assignment.EditorName;
        var told = found.Select(guard => guard.Detector).Distinct().Take(MostKinds).Select(detector => CheckTexts.For(detector, talk.Language, editor)).ToList();
        var buttons = talk.Texts.Buttons;
        talk.Ask(
            OutgoingKind.Note,
            string.Join(' ', told.SkipLast(1).Select(text => TextParts.Sentences(text)[0]).Append(told[^1])),
            found[0].Passage.Slot,
            (ChoiceValue.Rewrite, buttons.Rewrite),
            (ChoiceValue.Strike, buttons.Strike),
            (ChoiceValue.Editor, buttons.EditorDecides(editor)));
    }

    /// <summary>The warning that waits for the person's decision in the open slot.</summary>
    public static Guard? Open(Interview interview) =>
        interview.Guards.Find(guard => guard.State == GuardState.Open && guard.Passage.Slot == interview.Slot);

    /// <summary>A reply to the warning in words; false when it is anything else.</summary>
    public static bool Hear(Talk talk, Interview interview, string text)
    {
        if (interview.Rewriting is { } passage)
        {
            return Amending.Rewrite(talk, interview, passage, text);
        }

        if (Open(interview) is not { } guard)
        {
            return false;
        }

        if (EditorWords().IsMatch(text))
        {
            Leave(talk, interview, talk.Texts.EditorDecides(interview.Assignment.EditorName));
        }
        else if (RewriteWords().IsMatch(text))
        {
            Rewrite(talk, interview);
        }
        else if (SmallTalk.IsNo(text) || SmallTalk.IsYes(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsWordless(text) || LeaveWords().IsMatch(text))
        {
            Leave(talk, interview);
        }
        else
        {
            return IsSame(guard.Passage.Sentence, text) && Amending.Rewrite(talk, interview, guard.Passage, text);
        }

        return true;
    }

    public static void Rewrite(Talk talk, Interview interview)
    {
        talk.Put(interview with { Rewriting = Open(interview)!.Passage });
        talk.Say(OutgoingKind.Note, talk.Texts.RewriteNow, interview.Slot);
    }

    public static void Strike(Talk talk, Interview interview) =>
        Amending.Retract(talk, interview, [.. interview.Guards.Where(guard => guard.State == GuardState.Open && guard.Passage.Slot == interview.Slot).Select(guard => guard.Passage).Distinct()]);

    /// <summary>The sentence stays in the answer and out of the drafts until the editor has decided; the talk goes on.</summary>
    public static void Leave(Talk talk, Interview interview, string? lead = null)
    {
        interview = Settled(interview);
        talk.Put(interview);
        Answering.Judge(talk, interview, followUpsWanted: false, lead: lead);
    }

    /// <summary>The interview with the open warnings of its slot left to the editor.</summary>
    public static Interview Settled(Interview interview) => interview with
    {
        Rewriting = null,
        Guards = interview.Guards.ConvertAll(guard => guard.State == GuardState.Open && guard.Passage.Slot == interview.Slot ? guard with { State = GuardState.Left } : guard),
    };

    private static Passage At(Slot slot, Answer answer, int start)
    {
        var from = 0;
        foreach (var line in answer.Lines)
        {
            if (start > from + line.Text.Length)
            {
                from += line.Text.Length + 1;
                continue;
            }

            var at = 0;
            foreach (var sentence in TextParts.Sentences(line.Text))
            {
                at = line.Text.IndexOf(sentence, at, StringComparison.Ordinal) + sentence.Length;
                if (start - from < at)
                {
                    return new Passage(slot, line.MessageId, sentence);
                }
            }

            return new Passage(slot, line.MessageId, line.Text);
        }

        return new Passage(slot, answer.Lines[^1].MessageId, answer.Lines[^1].Text);
    }

    private static bool IsSame(string sentence, string text)
    {
        var (one, other) = (Words(sentence), Words(text));
        return other.Count > 2 && one.Count(other.Contains) >= SameSentence * Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> Words(string text) => TextParts.Words(text).Select(word => word.ToLowerInvariant()).ToHashSet();

    [GeneratedRegex(@"^(låt .{2,40} (avgöra|bestämma)|.{0,40}(får|kan) (avgöra|bestämma)|let .{2,40} decide|.{0,40} (can|may|should) decide)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex EditorWords();

    [GeneratedRegex(@"^(ja,? )?(jag )?(vill )?(skriv|skriver|skriva) om( den| det| meningen)?[.!]*$|^(yes,? )?(i'll |i will |let me )?rewrite( it| that)?[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RewriteWords();

    [GeneratedRegex(@"\b(leave it|leave that|keep it|låt (den|det) (stå|vara)|låt stå|behåll (den|det)|strunta i (den|det)|ta inte med (den|det)|hoppa över den|never mind|don't use it|skip that one)\b.{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex LeaveWords();
}
