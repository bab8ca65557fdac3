using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Decides whether an answer is followed up, and by which rule: deterministic, so that it can be explained (domain.md §2.4, §2.5).</summary>
internal static class FollowUps
{
    /// <summary>Rules that are silent once the talk is rich, and do not make an answer thin.</summary>
    public static readonly ImmutableHashSet<FollowUpRule> Soft = [FollowUpRule.Abstract, FollowUpRule.NoPerson, FollowUpRule.NoExample, FollowUpRule.Jargon];

    private static readonly ImmutableHashSet<Slot> ThreeQuestions = [Slot.What, Slot.Why, Slot.Who];

    private static readonly FrozenSet<string> Hesitations = ["nja", "njae", "hm", "hmm", "öh", "öhm", "oj", "tja", "alltså", "asså", "um", "uh", "oh", "er", "well"];

    /// <summary>"Vet ej" is not longer than this.</summary>
    private const int MostUnknownWords = 6;

    /// <summary>So many words beside "everybody is happy" are an objection.</summary>
    private const int LeastCounterWords = 6;

    /// <summary>Soft rules are silent once the whole talk has this many words.</summary>
    private const int RichTalkWords = 120;

    /// <summary>The rule to ask by now, or null when the answer is good as it is or enough was asked.</summary>
    public static FollowUpRule? Next(Interview interview, Slot slot, DateTimeOffset now, Availability hours, WorkingCalendar calendar)
    {
        var (total, perSlot) = Budget(interview.Assignment.Track);
        var asked = interview.FollowUps;
        if (interview.NoMoreFollowUps || interview.Hasty || interview.Replacing || IsQuiet(interview, now, hours, calendar) || asked.Count >= total || asked.Count(f => f.Slot == slot) >= perSlot
            || interview.Assignment.CopyDeadline is { } deadline && deadline - now < TimeSpan.FromHours(2))
        {
            return null;
        }

        return Holding(slot, interview.AnswerIn(slot), Lexicon.For(interview.Language), hardOnly: IsRich(interview))
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

    private static bool IsRich(Interview interview)
    {
        var missing = RichTalkWords;
        foreach (var answer in interview.Answers.Values)
        {
            missing -= TextParts.WordPieces(answer.Text, missing).Count;
            if (missing <= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>While the person is away, and outside their hours, nothing more is asked, unless they chose such an hour to begin in.</summary>
    private static bool IsQuiet(Interview interview, DateTimeOffset now, Availability hours, WorkingCalendar calendar)
    {
        if (hours.AbsenceOn(DateOnly.FromDateTime(WallClock.Local(now, hours.TimeZone).DateTime)) is not null)
        {
            return true;
        }

        return !hours.Allows(now, calendar) && interview.BeganAt is { } began && hours.Allows(began, calendar);
    }

    /// <summary>The rules that hold for an answer, in the order they are asked; without the soft ones on request.</summary>
    public static IEnumerable<FollowUpRule> Holding(Slot slot, Answer answer, Lexicon lexicon, bool hardOnly = false)
    {
        var text = answer.Text;
        var three = ThreeQuestions.Contains(slot);
        if (slot is Slot.Synthesis or Slot.Headline)
        {
            yield break;
        }

        if (IsUnknown(text, slot, lexicon))
        {
            yield return FollowUpRule.Unknown;
            yield break;
        }

        if (slot == Slot.Challenge && HasNoCounterVoice(text, lexicon))
        {
            yield return FollowUpRule.NoCounterVoice;
        }

        if (three && IsOnlyList(answer, lexicon))
        {
            yield return FollowUpRule.OnlyList;
        }

        var soft = hardOnly || !three ? default : lexicon.Read(text);
        if (soft.AbstractWords >= 3)
        {
            yield return FollowUpRule.Abstract;
        }

        if (IsTooShort(slot, text, lexicon))
        {
            yield return FollowUpRule.TooShort;
        }

        if (slot == Slot.Why && !HasReason(answer, lexicon))
        {
            yield return FollowUpRule.NoReason;
        }

        if (slot == Slot.Question && !text.Contains('?', StringComparison.Ordinal) && !lexicon.StartsWithQuestionWord(text))
        {
            yield return FollowUpRule.NotAQuestion;
        }

        if (hardOnly || !three)
        {
            yield break;
        }

        if (slot == Slot.Who && !soft.HasFirstPerson)
        {
            yield return FollowUpRule.NoPerson;
        }

        if (slot == Slot.What && !soft.IsConcrete)
        {
            yield return FollowUpRule.NoExample;
        }

        if (soft.HasAcronym)
        {
            yield return FollowUpRule.Jargon;
        }
    }

    /// <summary>Nothing but "vet ej", marks and emoji, line for line.</summary>
    public static bool IsUnknown(string text, Slot slot, Lexicon lexicon)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!IsUnknownLine(line.ToString(), slot, lexicon))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnknownLine(string text, Slot slot, Lexicon lexicon)
    {
        var words = TextParts.WordPieces(text, MostUnknownWords + 1).Count;
        if (words is 0 or > MostUnknownWords)
        {
            return words == 0;
        }

        var plain = ShortReply.Plain(text);
        return StartsUnknowing(plain, lexicon) || slot == Slot.Challenge && SmallTalk.NoWords.Contains(plain);
    }

    /// <summary>"Nja, hm, vet inte": be it behind what leads in to it.</summary>
    private static bool StartsUnknowing(string plain, Lexicon lexicon) =>
        lexicon.StartsUnknowing(plain) || plain.Split(' ', 2) is [var first, var rest] && (SmallTalk.NoWords.Contains(first) || Hesitations.Contains(first)) && StartsUnknowing(rest, lexicon);

    /// <summary>Everybody is said to be happy, and nothing else is said.</summary>
    private static bool HasNoCounterVoice(string text, Lexicon lexicon) =>
        lexicon.Dismisses(text) && TextParts.Sentences(text).Where(sentence => !lexicon.Dismisses(sentence)).Sum(TextParts.CountWords) < LeastCounterWords;

    private static bool IsOnlyList(Answer answer, Lexicon lexicon)
    {
        var listed = 0;
        foreach (var line in answer.Lines)
        {
            listed += lexicon.IsList(line.Text) ? line.Text.Split('\n').Where(item => item.Length == line.Text.Length || !lexicon.IsProse(item)).Sum(TextParts.CountWords) : 0;
        }

        return listed > 0 && listed >= 0.6 * TextParts.CountWords(answer.Text);
    }

    /// <summary>Most answers say why in one of their first messages; only a reason that reaches over two needs the whole.</summary>
    private static bool HasReason(Answer answer, Lexicon lexicon) => answer.Lines.Exists(line => lexicon.HasReason(line.Text)) || answer.Lines.Count > 1 && lexicon.HasReason(answer.Text);

    private static bool IsTooShort(Slot slot, string text, Lexicon lexicon)
    {
        var least = slot switch { Slot.What or Slot.Why => 12, Slot.Who => 8, Slot.Challenge => 6, Slot.Question => 3, _ => 0 };
        var words = TextParts.WordPieces(text, least).Count;
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
