using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Other words for those that were said: which are meant is asked where it is unsure.</summary>
internal static partial class Replacing
{
    /// <summary>A reply to "which words?" is no longer than this.</summary>
    private const int MostNamedWords = 8;

    /// <summary>Shorter names are near too many others.</summary>
    private const int LeastNearly = 4;

    /// <summary>Between a number and what it counts stand no more words than these.</summary>
    private const int MostWordsBetween = 2;

    private static readonly ImmutableList<ImmutableHashSet<string>> Kinds =
    [
        ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "january", "february", "march", "may", "june", "july", "august", "october"],
    ];

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
            : Replace(talk, interview, replace, onlyLast ? [places.OrderBy(place => place.Line.At).Last()] : places);
    }

    public static bool Replace(Talk talk, Interview interview, Amendment.Replace replace)
    {
        var places = Passages.Of(interview, replace.From);
        if (places.IsEmpty)
        {
            if (!replace.Certain)
            {
                return false;
            }

            talk.Now = talk.Now with { Confirming = Confirmation.ReplaceWhat, Pending = new Amendment.ReplaceWhat(replace.To) };
            return Amending.Say(talk, talk.Texts.Amend.NotFound(Excerpt.Of(replace.From), Excerpt.Of(replace.To)));
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
        places = places.ConvertAll(place => Widened(place, replace.To));
        var changes = places.GroupBy(place => (place.Slot, place.Line)).Select(group =>
        {
            var text = group.OrderByDescending(place => place.Start).Aggregate(group.Key.Line.Text, (before, place) => $"{before[..place.Start]}{AsWritten(before.Substring(place.Start, place.Length), replace with { To = Counted(place, replace.To) })}{before[(place.Start + place.Length)..]}");
            return Amending.Changed(interview, group.Key.Slot, group.Key.Line, group.Key.Line with { Text = text });
        });
        return Amending.Tell(talk, interview, talk.Texts.Amend.Replaced(Excerpt.Of(replace.From), Excerpt.Of(replace.To)), [.. changes], RevisionKind.Amendment);
    }

    /// <summary>"42 000 böcker" in place of "40 000" where "böcker" stands behind it already: the words are not said twice.</summary>
    private static Passages.Place Widened(Passages.Place place, string to)
    {
        var (text, start, end) = (place.Line.Text, place.Start, place.Start + place.Length);
        foreach (var space in Enumerable.Range(0, to.Length).Where(at => to[at] == ' '))
        {
            if (Whole(text, end, to[space..]))
            {
                end += to.Length - space;
                break;
            }
        }

        foreach (var space in Enumerable.Range(0, to.Length).Where(at => to[at] == ' ').Reverse())
        {
            if (start > space && Whole(text, start - space - 1, to[..(space + 1)]) && (start == space + 1 || !char.IsLetterOrDigit(text[start - space - 2])))
            {
                start -= space + 1;
                break;
            }
        }

        return place with { Start = start, Length = end - start };

        static bool Whole(string text, int at, string words) =>
            string.Compare(text, at, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0 && (words[^1] == ' ' || at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]));
    }

    /// <summary>"44 bänkar" in place of "40" where it says "40 nya bänkar": only the number is another.</summary>
    private static string Counted(Passages.Place place, string to)
    {
        if (to.LastIndexOf(' ') is not (> 0 and var space) || !IsNumber(to[..space]) || !IsNumber(place.Line.Text.Substring(place.Start, place.Length)))
        {
            return to;
        }

        var behind = TextParts.Sentences(place.Line.Text[(place.Start + place.Length)..]) is [var rest, ..] ? TextParts.Words(rest).Take(MostWordsBetween + 1) : [];
        return behind.Contains(to[(space + 1)..], StringComparer.OrdinalIgnoreCase) ? to[..space] : to;
    }

    private static bool IsNumber(string text) => char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiDigit(character) || character is ' ' or ',' or '.');

    /// <summary>A capital stays where the sentence had one and the person did not write the words out with their case.</summary>
    private static string AsWritten(string stands, Amendment.Replace replace) =>
        char.IsUpper(stands[0]) && char.IsLower(replace.From[0]) ? char.ToUpperInvariant(replace.To[0]) + replace.To[1..] : replace.To;

    /// <summary>Asks what it stands for; false when that is unsure and nothing of its kind was said.</summary>
    public static bool AskWhat(Talk talk, Interview interview, Amendment.ReplaceWhat what)
    {
        if (talk.Now.Changes is [.., var last] && IsBackTo(interview, last, what.To))
        {
            Undoing.Undo(talk, last);
            return true;
        }

        var candidates = Candidates(interview, what.To).Take(4).Select((word, index) => ($"{ChoiceValue.Words}{index}", word)).ToList();
        if (candidates.Count == 0 && !Passages.Of(interview, what.To).IsEmpty)
        {
            Explaining.Answer(talk, interview, talk.Texts.Amend.StandsAlready(Excerpt.Of(what.To)));
            return true;
        }

        if (!what.Certain && candidates.Count == 0)
        {
            return false;
        }

        talk.Now = talk.Now with { Confirming = Confirmation.ReplaceWhat, Pending = what };
        talk.Ask(OutgoingKind.Note, talk.Texts.Amend.ReplaceWhat(Excerpt.Of(what.To)), null, [.. candidates]);
        return true;
    }

    /// <summary>"Nej, torsdag": the last change took just this away.</summary>
    private static bool IsBackTo(Interview interview, Change change, string to) => change.InterviewId == interview.Id
        && change.Lines is [{ Before: { } before, After: { } after }]
        && TextParts.Words(before.Text).Contains(to, StringComparer.OrdinalIgnoreCase) && !TextParts.Words(after.Text).Contains(to, StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the same kind: a weekday for a weekday, a number for a number, a name spelled nearly so.</summary>
    private static IEnumerable<string> Candidates(Interview interview, string to)
    {
        var kind = Kinds.Find(words => words.Contains(to.ToLowerInvariant()));
        var number = to.Split(' ') is [[>= '0' and <= '9', ..] first, ..] && IsNumber(first);
        return Passages.Lines(interview)
            .SelectMany(place => number ? Numbers().Matches(place.Line.Text).Select(match => match.Value) : TextParts.Words(place.Line.Text))
            .Where(word => word.Length <= 40 && (number || (kind is not null ? kind.Contains(word.ToLowerInvariant()) : IsNearly(word, to))))
            .Where(word => !word.Equals(to, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsNearly(string name, string to) =>
        name.Length >= LeastNearly && char.IsUpper(name[0]) && char.IsUpper(to[0]) && Spelling.Distance(name.ToLowerInvariant(), to.ToLowerInvariant(), 1) <= 1;

    [GeneratedRegex(@"(?<![\p{L}\d/.,:-])\d+([ .,]\d{3})*(,\d+)?(?![\p{L}\d/:])")]
    private static partial Regex Numbers();

    public static bool Respell(Talk talk, Interview interview, string word)
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
            return AskWhat(talk, interview, new Amendment.ReplaceWhat(word));
        }

        var window = near.MinBy(pair => pair.Distance).Window;
        var (changed, _) = Changing.Apply(talk, interview, [Amending.Changed(interview, slot, line, line with { Text = line.Text.Replace(window, word, StringComparison.Ordinal) })], RevisionKind.Amendment);
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
}
