using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Decides whether an answer is followed up, and by which rule: deterministic, so that it can be explained (domain.md §2.4, §2.5).</summary>
internal static class FollowUps
{
    /// <summary>Rules that are silent once the talk is rich, and do not make an answer thin.</summary>
    public static readonly ImmutableHashSet<FollowUpRule> Soft = [FollowUpRule.Abstract, FollowUpRule.NoPerson, FollowUpRule.NoExample, FollowUpRule.Jargon];

    private static readonly ImmutableHashSet<Slot> ThreeQuestions = [Slot.What, Slot.Why, Slot.Who];

    private static readonly string[] UnknownStarts =
        ["vet ej", "vet inte", "ingen aning", "ingen åsikt", "kommer inte på något", "inget", "inga", "pass", "don't know", "dont know", "no idea", "not sure", "nothing", "jag vet inte", "i don't know"];

    private static readonly string[] NobodyComplains =
        ["alla är nöjda", "alla är positiva", "ingen klagar", "inga klagomål", "inga synpunkter", "nobody complains", "no complaints", "everyone is happy"];

    /// <summary>"Vet ej" is not longer than this.</summary>
    private const int MostUnknownWords = 6;

    /// <summary>So many words beside "everybody is happy" are an objection.</summary>
    private const int LeastCounterWords = 6;

    /// <summary>Soft rules are silent once the whole talk has this many words.</summary>
    private const int RichTalkWords = 120;

    /// <summary>The rule to ask by now, or null when the answer is good as it is or enough was asked.</summary>
    public static FollowUpRule? Next(Interview interview, Slot slot, DateTimeOffset now, string timeZone)
    {
        var (total, perSlot) = Budget(interview.Assignment.Track);
        var asked = interview.FollowUps;
        if (interview.NoMoreFollowUps || interview.Hasty || interview.Replacing || IsQuiet(interview, now, timeZone) || asked.Count >= total || asked.Count(f => f.Slot == slot) >= perSlot
            || interview.Assignment.CopyDeadline is { } deadline && deadline - now < TimeSpan.FromHours(2))
        {
            return null;
        }

        return Holding(slot, interview.AnswerIn(slot), Lexicon.For(interview.Language))
            .Where(rule => !(Soft.Contains(rule) && IsRich(interview)))
            .Where(rule => asked.Count(f => f.Rule == rule) < (rule == FollowUpRule.Jargon ? 1 : 2) && !asked.Any(f => f.Slot == slot && f.Rule == rule))
            .Cast<FollowUpRule?>()
            .FirstOrDefault();
    }

    /// <summary>What the rule saw, in the person's own words; empty when it missed something.</summary>
    public static string Evidence(FollowUpRule rule, string text, Lexicon lexicon) => rule switch
    {
        FollowUpRule.Abstract => string.Join(", ", lexicon.AbstractWords(text).Take(3)),
        FollowUpRule.Jargon => lexicon.Acronyms(text) is [var acronym, ..] ? acronym : "",
        FollowUpRule.TooShort => Excerpt.Of(text),
        _ => "",
    };

    private static bool IsRich(Interview interview) => interview.Answers.Values.Sum(answer => TextParts.CountWords(answer.Text)) >= RichTalkWords;

    /// <summary>Outside the person's hours nothing more is asked, unless they chose such an hour to begin in.</summary>
    private static bool IsQuiet(Interview interview, DateTimeOffset now, string timeZone)
    {
        var hours = new Availability { TimeZone = timeZone };
        return !hours.Allows(now, WorkingCalendar.Sweden) && interview.BeganAt is { } began && hours.Allows(began, WorkingCalendar.Sweden);
    }

    /// <summary>The rules that hold for an answer, in the order they are asked.</summary>
    public static IEnumerable<FollowUpRule> Holding(Slot slot, Answer answer, Lexicon lexicon)
    {
        var text = answer.Text;
        var words = TextParts.CountWords(text);
        var three = ThreeQuestions.Contains(slot);
        if (slot is Slot.Synthesis or Slot.Headline)
        {
            yield break;
        }

        if (IsUnknown(text, slot, words))
        {
            yield return FollowUpRule.Unknown;
            yield break;
        }

        if (slot == Slot.Challenge && HasNoCounterVoice(text))
        {
            yield return FollowUpRule.NoCounterVoice;
        }

        if (three && IsOnlyList(answer, words, lexicon))
        {
            yield return FollowUpRule.OnlyList;
        }

        if (three && !lexicon.IsConcrete(text) && lexicon.AbstractWords(text).Count >= 3)
        {
            yield return FollowUpRule.Abstract;
        }

        if (IsTooShort(slot, text, words, lexicon))
        {
            yield return FollowUpRule.TooShort;
        }

        if (slot == Slot.Why && !lexicon.HasReason(text))
        {
            yield return FollowUpRule.NoReason;
        }

        if (slot == Slot.Question && !text.Contains('?', StringComparison.Ordinal) && !lexicon.StartsWithQuestionWord(text))
        {
            yield return FollowUpRule.NotAQuestion;
        }

        if (slot == Slot.Who && !lexicon.HasFirstPerson(text))
        {
            yield return FollowUpRule.NoPerson;
        }

        if (slot == Slot.What && !lexicon.IsConcrete(text))
        {
            yield return FollowUpRule.NoExample;
        }

        if (three && lexicon.Acronyms(text).Count > 0)
        {
            yield return FollowUpRule.Jargon;
        }
    }

    /// <summary>"Vet ej", or nothing but marks and emoji.</summary>
    public static bool IsUnknown(string text, Slot slot, int words)
    {
        if (words is 0 or > MostUnknownWords)
        {
            return words == 0;
        }

        var plain = Command.Plain(text);
        return UnknownStarts.Any(start => plain.StartsWith(start, StringComparison.Ordinal)) || slot == Slot.Challenge && plain is "nej" or "nä" or "no" or "nope";
    }

    /// <summary>Everybody is said to be happy, and nothing else is said.</summary>
    private static bool HasNoCounterVoice(string text)
    {
        var sentences = TextParts.Sentences(text);
        var dismissing = sentences.Where(sentence => NobodyComplains.Any(phrase => sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase))).ToList();
        return dismissing.Count > 0 && sentences.Except(dismissing).Sum(sentence => TextParts.Words(sentence).Count) < LeastCounterWords;
    }

    private static bool IsOnlyList(Answer answer, int words, Lexicon lexicon) =>
        words > 0 && answer.Lines.Where(line => lexicon.IsList(line.Text)).Sum(line => TextParts.CountWords(line.Text)) >= 0.6 * words;

    private static bool IsTooShort(Slot slot, string text, int words, Lexicon lexicon)
    {
        var least = slot switch { Slot.What or Slot.Why => 12, Slot.Who => 8, Slot.Challenge => 6, Slot.Question => 3, _ => 0 };
        if (words >= least)
        {
            return false;
        }

        var sharp = slot switch
        {
            Slot.Why => lexicon.HasReason(text),
            Slot.What => lexicon.IsConcrete(text),
            Slot.Who => lexicon.HasFirstPerson(text),
            _ => false,
        };
        return !(sharp && words * 3 >= least * 2);
    }

    private static (int Total, int PerSlot) Budget(Track track) => track switch
    {
        Track.Quick => (1, 1),
        Track.Standard => (3, 1),
        _ => (5, 2),
    };
}
