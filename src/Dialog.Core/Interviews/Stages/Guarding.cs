using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Checks;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Protects, and does not tone down: what may harm somebody in print is asked about once, calmly, without repeating it (domain.md §2.6).</summary>
internal static partial class Guarding
{
    /// <summary>Kinds named in one message.</summary>
    private const int MostKinds = 3;

    /// <summary>A message that has this share of its telling words in common with the warned sentence is that sentence written anew.</summary>
    private const double SameSentence = 0.5;

    /// <summary>And at least so many.</summary>
    private const int LeastSameWords = 2;

    /// <summary>"Nej, det är bra som det är" is not longer than this.</summary>
    private const int MostLeaveWords = 10;

    /// <summary>Shorter words tell nothing of what a sentence is about.</summary>
    private const int LeastTellingLetters = 4;

    /// <summary>
    /// Reads the messages of an answer that were not read yet, each with its neighbours, and notes what is found: a message is read
    /// once, when it comes, however long the answer grows.
    /// </summary>
    public static Interview Note(Talk talk, Interview interview, Slot slot)
    {
        var answer = interview.AnswerIn(slot);
        if (answer is { Unread.IsEmpty: true } or { IsEmpty: true })
        {
            return interview;
        }

        var organisation = talk.Context.Organisation;
        var context = new CheckContext(interview.Language, talk.Context.Respondent.Name, organisation.Roster, organisation.PublishedContacts);
        var found = Unread(answer).SelectMany(range => Find(slot, answer.Lines.GetRange(range.From, range.Count), context))
            .Where(guard => !interview.Guards.Exists(other => other.Passage == guard.Passage && other.Detector == guard.Detector))
            .Distinct();
        interview = interview.With(slot, answer with { Unread = [] });
        interview = interview with { Guards = interview.Guards.AddRange(found) };
        talk.Put(interview);
        return interview;
    }

    /// <summary>The warnings of an answer that the person has not been told of.</summary>
    public static ImmutableList<Guard> Noted(Interview interview, Slot slot) =>
        interview.Guards.FindAll(guard => guard.State == GuardState.Noted && guard.Passage.Slot == slot);

    /// <summary>The interview with the warnings settled whose sentence is gone.</summary>
    public static Interview Kept(Interview interview) => interview.Guards.Exists(guard => guard.State is GuardState.Noted or GuardState.Open && !Stands(interview, guard.Passage))
        ? interview with
        {
            Guards = interview.Guards
                .RemoveAll(guard => guard.State == GuardState.Noted && !Stands(interview, guard.Passage))
                .ConvertAll(guard => guard.State == GuardState.Open && !Stands(interview, guard.Passage) ? guard with { State = GuardState.Rewritten } : guard),
        }
        : interview;

    /// <summary>A warned sentence that is taken back into the answer waits for a decision again.</summary>
    public static Interview Returned(Interview before, Interview after) => after with
    {
        Guards = after.Guards.ConvertAll(guard => guard.State == GuardState.Rewritten && Stands(after, guard.Passage) && !Stands(before, guard.Passage) ? guard with { State = GuardState.Noted } : guard),
    };

    /// <summary>The answer is read anew: another language, other words.</summary>
    public static Interview ReadAnew(Interview interview) => interview with { Answers = interview.Answers.ToImmutableDictionary(pair => pair.Key, pair => pair.Value with { Unread = null }) };

    public static void Ask(Talk talk, Interview interview, ImmutableList<Guard> found)
    {
        talk.Put(Turned(interview, found, GuardState.Open));
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
            return HearRewriting(talk, interview, passage, text);
        }

        if (Open(interview) is not { } guard)
        {
            return false;
        }

        if (EditorWords().IsMatch(text))
        {
            Leave(talk, interview, talk.Texts.EditorDecides(interview.Assignment.EditorName));
        }
        else if (WantsToRewrite(text))
        {
            Rewrite(talk, interview);
        }
        else if (SmallTalk.IsNo(text) || SmallTalk.IsYes(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsWordless(text) || Leaves(text))
        {
            Leave(talk, interview);
        }
        else
        {
            return IsSame(guard.Passage.Sentence, text) && Amending.Rewrite(talk, interview, guard.Passage, text);
        }

        return true;
    }

    /// <summary>"Skriv om den": the sentence that was asked about comes anew.</summary>
    public static bool WantsToRewrite(string text) => RewriteWords().IsMatch(text);

    public static void Rewrite(Talk talk, Interview interview) => Rewrite(talk, interview, Open(interview)!.Passage);

    /// <summary>The next message takes the place of the sentence.</summary>
    public static void Rewrite(Talk talk, Interview interview, Passage passage)
    {
        talk.Put(interview with { Rewriting = passage });
        AskToRewrite(talk, interview);
    }

    /// <summary>The person wants what was written to stay as it is; a longer message says something else.</summary>
    public static bool Leaves(string text) => TextParts.CountWords(text) <= MostLeaveWords && (FineWords().IsMatch(text) || LeaveWords().IsMatch(text));

    public static void Strike(Talk talk, Interview interview) =>
        Retracting.Take(talk, interview, [.. interview.Guards.Where(guard => guard.State == GuardState.Open && guard.Passage.Slot == interview.Slot).Select(guard => guard.Passage).Distinct()]);

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

    /// <summary>The interview with these warnings in another state.</summary>
    public static Interview Turned(Interview interview, ImmutableList<Guard> guards, GuardState state) =>
        interview with { Guards = interview.Guards.ConvertAll(guard => guards.Contains(guard) ? guard with { State = state } : guard) };

    private static bool Stands(Interview interview, Passage passage) =>
        interview.AnswerIn(passage.Slot).Lines.Exists(line => line.MessageId == passage.MessageId && line.Text.Contains(passage.Sentence, StringComparison.Ordinal));

    /// <summary>Rows of messages around the unread ones, with one neighbour on either side: a sentence is judged with the one before and after it.</summary>
    private static List<(int From, int Count)> Unread(Answer answer)
    {
        var ranges = new List<(int From, int Count)>();
        var unread = answer.Unread?.ToHashSet();
        for (var index = 0; unread is not null && index < answer.Lines.Count; index++)
        {
            if (!unread.Contains(answer.Lines[index].MessageId))
            {
                continue;
            }

            var (from, to) = (Math.Max(0, index - 1), Math.Min(answer.Lines.Count, index + 2));
            if (ranges is [.., var last] && from <= last.From + last.Count)
            {
                from = last.From;
                ranges.RemoveAt(ranges.Count - 1);
            }

            ranges.Add((from, to - from));
        }

        return unread is null ? [(0, answer.Lines.Count)] : ranges;
    }

    private static IEnumerable<Guard> Find(Slot slot, ImmutableList<Line> lines, CheckContext context) =>
        Detectors.Find(string.Join('\n', lines.Select(line => line.Text)), context)
            .Where(finding => finding.Blocks)
            .Select(finding => new Guard(finding.Detector, At(slot, lines, finding.Start), GuardState.Noted));

    private static Passage At(Slot slot, ImmutableList<Line> lines, int start)
    {
        var from = 0;
        foreach (var line in lines)
        {
            if (start > from + line.Text.Length)
            {
                from += line.Text.Length + 1;
                continue;
            }

            var sentence = TextParts.SentencePieces(line.Text).Find(piece => start - from < piece.End);
            return new Passage(slot, line.MessageId, sentence.Length > 0 ? sentence.In(line.Text) : line.Text);
        }

        return new Passage(slot, lines[^1].MessageId, lines[^1].Text);
    }

    /// <summary>The sentence as it is to be; a word beside it never becomes it.</summary>
    private static bool HearRewriting(Talk talk, Interview interview, Passage passage, string text)
    {
        if (Asks(text, passage))
        {
            return Explaining.Hear(talk, text) || AskToRewrite(talk, interview);
        }

        if (SmallTalk.IsGreeting(text) || SmallTalk.IsYes(text) || SmallTalk.IsPleasantry(text) || SmallTalk.IsWordless(text))
        {
            return AskToRewrite(talk, interview);
        }

        var editor = EditorWords().IsMatch(text);
        if (!editor && !SmallTalk.IsNo(text) && !Leaves(text))
        {
            return Amending.Rewrite(talk, interview, passage, text);
        }

        Leave(talk, interview, editor ? talk.Texts.EditorDecides(interview.Assignment.EditorName) : null);
        return true;
    }

    /// <summary>A question about the sentence that is to be written anew, not the sentence; where that is a question itself, only one that is put to the bot without a doubt.</summary>
    private static bool Asks(string text, Passage passage) =>
        TextParts.Sentences(text) is [var only] && only.EndsWith('?')
        && (passage.Slot != Slot.Question && !passage.Sentence.EndsWith('?') || BotQuestion.Read(text, Slot.Question) is not null);

    private static bool AskToRewrite(Talk talk, Interview interview)
    {
        talk.Say(OutgoingKind.Note, talk.Texts.RewriteNow, interview.Slot);
        return true;
    }

    private static bool IsSame(string sentence, string text)
    {
        var (one, other) = (TellingWords(sentence), TellingWords(text));
        var same = one.Count(other.Contains);
        return same >= LeastSameWords && same >= SameSentence * Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> TellingWords(string text) => TextParts.Words(text).Where(word => word.Length >= LeastTellingLetters).Select(word => word.ToLowerInvariant()).ToHashSet();

    [GeneratedRegex(@"^(låt .{2,40} (avgöra|bestämma)|.{0,40}(får|kan) (avgöra|bestämma)|let .{2,40} decide|.{0,40} (can|may|should) decide)[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex EditorWords();

    [GeneratedRegex(@"^(ja,? )?(jag )?(vill )?(skriv|skriver|skriva) om( den| det| meningen)?[.!]*$|^(yes,? )?(i'll |i will |let me )?rewrite( it| that)?[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RewriteWords();

    [GeneratedRegex(
        @"^((nej|nä|jo|ja|no|yes),? )?((det|den|det här|that|it|this)(['’]s| är| får vara| is) )?(helt |quite )?(okej|ok|okay|lugnt|fine|(bra|good|fine) (som|as) (det|den|it) (är|is))( så| för mig| med mig| with me| by me)?[ .!]*$|^(jag har frågat|(i have|i['’]ve) asked)( henne| honom| dem| om lov| her| him| them)?[ .!]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex FineWords();

    [GeneratedRegex(@"\b(leave it|leave that|keep it|låt (den|det) (stå|vara)|låt stå|behåll (den|det)|strunta i (den|det)|ta inte med (den|det)|hoppa över den|never mind|don't use it|skip that one)\b.{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex LeaveWords();
}
