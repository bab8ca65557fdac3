using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>Reads "I am away" and "I am back" in a person's own words, in Swedish and English. Only a whole short message is read so.</summary>
public static partial class AbsenceWords
{
    /// <summary>A longer message tells something else.</summary>
    private const int MostWords = 12;

    /// <summary>Vecka 31-28 is no leave of a year: somebody turned the numbers round.</summary>
    private const int MostMonthsOverNewYear = 6;

    private static readonly ImmutableList<string> Counts = ["en", "två", "tre", "fyra", "fem", "sex", "a", "two", "three", "four", "five", "six"];

    /// <summary>The days the person will not be there; null when the message is anything else.</summary>
    public static DateSpan? Read(string text, DateOnly today)
    {
        if (text.Length > 100 || Plain(text) is not { } said || Away().Match(Turned().Replace(Behind().Replace(said, ""), "jag är ${away} ${when}")) is not { Success: true } away)
        {
            return null;
        }

        var ill = away.Groups["ill"].Success;
        var rest = away.Groups["rest"].Value.Trim();
        return rest.Length == 0 ? ill ? new DateSpan(today, today) : null : Span(rest, today);
    }

    /// <summary>The person is there again.</summary>
    public static bool IsBack(string text) => text.Length <= 100 && Plain(text) is { } plain && Back().IsMatch(plain);

    private static DateSpan? Span(string rest, DateOnly today)
    {
        var sunday = today.AddDays(7 - IsoDay(today));
        return rest switch
        {
            "idag" or "i dag" or "today" => new DateSpan(today, today),
            "imorgon" or "i morgon" or "tomorrow" => new DateSpan(today.AddDays(1), today.AddDays(1)),
            "hela veckan" or "resten av veckan" or "den här veckan" or "i veckan" or "this week" or "the rest of the week" or "all week" => new DateSpan(today, sunday),
            "nästa vecka" or "hela nästa vecka" or "next week" or "all next week" => new DateSpan(sunday.AddDays(1), sunday.AddDays(7)),
            _ => Weeks(rest, today) ?? Counted(rest, today) ?? Until(rest, today) ?? FromTo(rest, today),
        };
    }

    /// <summary>Vecka 28-31, vecka 52-1: the next such weeks, or those that have begun.</summary>
    private static DateSpan? Weeks(string rest, DateOnly today)
    {
        if (WeekNumbers().Match(rest) is not { Success: true } match)
        {
            return null;
        }

        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = match.Groups["last"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : first;
        var thisYear = ISOWeek.GetYear(today);
        return Enumerable.Range(thisYear - 1, 3).Select(year => Weeks(year, first, last)).FirstOrDefault(span => span?.Last >= today);
    }

    /// <summary>The weeks from one of an ISO year on, into the next year when the last has the smaller number; null when there are no such weeks, or so many that the numbers are turned round.</summary>
    private static DateSpan? Weeks(int year, int first, int last)
    {
        var lastYear = last < first ? year + 1 : year;
        if (first < 1 || first > ISOWeek.GetWeeksInYear(year) || last < 1 || last > ISOWeek.GetWeeksInYear(lastYear))
        {
            return null;
        }

        var (monday, sunday) = (ISOWeek.ToDateOnly(year, first, DayOfWeek.Monday), ISOWeek.ToDateOnly(lastYear, last, DayOfWeek.Sunday));
        return lastYear == year || sunday < monday.AddMonths(MostMonthsOverNewYear) ? new DateSpan(monday, sunday) : null;
    }

    /// <summary>I två veckor, for three days.</summary>
    private static DateSpan? Counted(string rest, DateOnly today)
    {
        if (Counting().Match(rest) is not { Success: true } match)
        {
            return null;
        }

        var word = match.Groups["n"].Value;
        var count = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Counts.IndexOf(word == "ett" ? "en" : word) % 6 + 1;
        return count < 1 ? null : new DateSpan(today, today.AddDays((match.Groups["week"].Success ? 7 * count : count) - 1));
    }

    /// <summary>Till den 12 augusti: that day is the last. Tillbaka den 12: the day before is.</summary>
    private static DateSpan? Until(string rest, DateOnly today)
    {
        if (UntilWords().Match(rest) is not { Success: true } match || DeadlineWords.Read(match.Groups["day"].Value, today) is not { } day)
        {
            return null;
        }

        var last = match.Groups["back"].Success ? day.AddDays(-1) : day;
        return last < today ? null : new DateSpan(today, last);
    }

    private static DateSpan? FromTo(string rest, DateOnly today)
    {
        if (FromToWords().Match(rest) is { Success: true } match && DeadlineWords.Read(match.Groups["to"].Value, today) is { } last)
        {
            // "3-7 augusti": the month stands once.
            var from = match.Groups["from"].Value;
            var first = DeadlineWords.Read(from, today) ?? DeadlineWords.Read($"{from} {match.Groups["to"].Value.Split(' ')[^1]}", today);
            return first <= last ? new DateSpan(first.Value, last) : null;
        }

        return DeadlineWords.Read(rest, today) is { } only ? new DateSpan(only, only) : null;
    }

    private static string? Plain(string text)
    {
        var words = text.ToLowerInvariant().Replace('’', '\'').Replace(',', ' ').TrimEnd('.', '!', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords ? string.Join(' ', words) : null;
    }

    private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    [GeneratedRegex(@"^(hej |hi |sorry |tyvärr |ok |okej )?((nu |idag )?(jag |vi )?(är|blir|har|ska vara|kommer vara|kommer att vara) |jag |är |i'm |i am |i'll be |i will be |am )?(hemma )?(?<ill>sjuk|sjukskriven|sjukanmäld|vab|vabbar|vabar|sick|ill|off sick|on sick leave)?(?(ill)|(ledig|borta|bortrest|på semester|semester|föräldraledig|tjänstledig|frånvarande|på kurs|på resa|på resande fot|off|away|on holiday|on vacation|on leave|on parental leave|out of office|out of the office|travelling))(?<rest> .+)?$")]
    private static partial Regex Away();

    /// <summary>"Sjuk idag, vi får ta det sen": the days say when.</summary>
    [GeneratedRegex(@"( (så|men|och|so|but|and)){0,2} ((vi|jag) (får )?(tar?|hörs|återkommer|svarar|fortsätter)|we('ll| will)? (do|take)|i('ll| will)? (do|answer|be back))( (det|den|resten|it|that))?( (sen|senare|då|efteråt|later|then))$")]
    private static partial Regex Behind();

    /// <summary>"På fredag är jag ledig".</summary>
    [GeneratedRegex(@"^(?<when>(på|i|den|hela|nästa|vecka|från|till|imorgon|idag).{0,40}?) (är|blir) jag (?<away>ledig|borta|bortrest|på semester|på kurs|på resa|på resande fot|frånvarande|sjuk)$")]
    private static partial Regex Turned();

    [GeneratedRegex(@"^(hej |hi |nu |jag är |jag |är |i'm |i am )*(tillbaka|tillbaks|frisk|på plats|inte sjuk|inte borta|inte ledig|back|well|here|not away|not sick)( igen| nu| again| now| från semestern| på jobbet| at work| from (my )?(holiday|vacation))*$")]
    private static partial Regex Back();

    [GeneratedRegex(@"^(i |under )?(v|v\.|vecka|veckorna|week|weeks) ?(?<first>[0-9]{1,2})( ?(-|–|till|to|through) ?(v |vecka |week )?(?<last>[0-9]{1,2}))?$")]
    private static partial Regex WeekNumbers();

    [GeneratedRegex(@"^(i |for |de närmaste |the next )(?<n>en|ett|två|tre|fyra|fem|sex|a|two|three|four|five|six|[0-9]{1,2}) ((?<week>vecka|veckor|veckorna|weeks?)|dag|dagar|dagarna|days?)( framåt)?$")]
    private static partial Regex Counting();

    [GeneratedRegex(@"^(och )?((till och med|t\.? ?o\.? ?m\.?|fram till|till|tills|until|till the|through|to) |(?<back>(och )?(åter|tillbaka|är tillbaka|back|and back|åter igen) ))(?<day>.+)$")]
    private static partial Regex UntilWords();

    [GeneratedRegex(@"^(från( och med)? |fr\.? ?o\.? ?m\.? |from |den |mellan |between )?(?<from>[^-–]+?) ?(-|–| till och med | t\.? ?o\.? ?m\.? | till | to | until | through | och | and ) ?(?<to>.+)$")]
    private static partial Regex FromToWords();
}
