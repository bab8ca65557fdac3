using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>Reads "later" in a person's own words and resolves it in their time zone (domain.md §5.4).</summary>
public static partial class SnoozeWords
{
    /// <summary>A longer message is never a snooze.</summary>
    private const int MostWords = 8;

    private static readonly TimeSpan Nine = new(9, 0, 0);
    private static readonly TimeSpan AfterLunch = new(13, 0, 0);
    private static readonly TimeSpan NoLaterThan = new(16, 30, 0);

    private static readonly ImmutableList<string> Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly ImmutableList<string> Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly ImmutableList<string> Counts = ["en", "två", "tre", "fyra", "an", "two", "three", "four"];

    /// <summary>What may stand beside the time without being an answer.</summary>
    private static readonly ImmutableHashSet<string> Beside =
    [
        "måste", "springa", "rusa", "iväg", "gå", "tar", "ta", "tas", "resten", "det", "den", "vi", "jag", "kan", "du", "hör", "av", "dig", "mig", "igen", "fråga", "påminn", "återkommer", "kommer", "tillbaka", "svarar", "svara", "hörs", "ses",
        "fortsätter", "fortsätt", "fortsätta", "ska", "vill", "hellre", "helst", "sitter", "i", "möte", "upptagen", "inte", "nu", "men", "och", "då", "gärna", "tack", "ok", "okej", "nej", "ja", "hinner", "bara", "först", "på", "snälla", "sen", "senare",
        "pausa", "paus", "vänta", "till", "är", "bättre", "passar", "bra", "frågan",
        "i'll", "i", "will", "take", "the", "rest", "do", "it", "later", "ask", "me", "again", "remind", "let's", "can", "we", "you", "get", "back", "to", "on", "at", "answer", "busy", "in", "a", "meeting", "no", "time", "not", "now", "but", "and",
        "then", "please", "thanks", "need", "run", "have", "must", "gotta", "be", "continue", "pause", "until", "is", "better",
    ];

    /// <summary>When the person wants to be asked again; null when the message is anything else. <paramref name="bare"/> tells that it is nothing but a date or a time, which may be an answer too.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now, string timeZone, out bool bare)
    {
        bare = false;
        if (text.Length > 80)
        {
            return null;
        }

        var plain = Ends().Replace(text.ToLowerInvariant().Replace('’', '\''), " ").Trim();
        var local = WallClock.Local(now, timeZone).DateTime;
        foreach (var (pattern, resolve) in Rules)
        {
            if (pattern().Match(plain) is not { Success: true } match || resolve(match, local) is not { } wall)
            {
                continue;
            }

            var rest = plain.Remove(match.Index, match.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            bare = rest.Length == 0 && char.IsDigit(plain[0]);
            return words <= MostWords && rest.All(Beside.Contains) ? At(wall, timeZone) : null;
        }

        return null;
    }

    /// <summary>Three hours on, on the half hour, when asked before 16.30; else the next working day at 09.00.</summary>
    public static DateTimeOffset Later(DateTimeOffset now, string timeZone) => At(Later(WallClock.Local(now, timeZone).DateTime), timeZone);

    /// <summary>The next working day at 09.00.</summary>
    public static DateTimeOffset Tomorrow(DateTimeOffset now, string timeZone) => At(NextDay(WallClock.Local(now, timeZone).DateTime, Nine), timeZone);

    private static ImmutableList<(Func<Regex> Pattern, Func<Match, DateTime, DateTime?> Resolve)> Rules { get; } =
    [
        (AfterLunchWords, (_, now) => now.TimeOfDay < AfterLunch ? Latest(now.Date + AfterLunch, now.AddMinutes(30)) : NextDay(now, AfterLunch)),
        (HoursWords, (match, now) => InHours(now, match.Groups["half"].Success ? 0.5 : Count(match.Groups["n"].Value))),
        (TonightWords, (_, now) => now.Hour < 18 ? now.Date.AddHours(18) : now.Hour < 19 ? now.AddHours(1) : NextDay(now, Nine)),
        (TomorrowWords, (match, now) => NextDay(now, Half(match))),
        (WeekdayWords, (match, now) => Next(now, Weekdays.IndexOf(match.Groups["day"].Value) % 7, Half(match))),
        (NextWeekWords, (_, now) => On(DateOnly.FromDateTime(now.AddDays(8 - IsoDay(now))), Nine)),
        (AfterVacationWords, AfterVacation),
        (DateWords, Date),
        (ClockWords, Clock),
        (LaterWords, (match, now) => DoesNotMeanLater().IsMatch(match.Result("$`$'")) ? null : Later(now)),
    ];

    private static DateTime Later(DateTime now)
    {
        if (now.TimeOfDay >= NoLaterThan || !WorkingCalendar.Sweden.IsWorkingDay(DateOnly.FromDateTime(now)))
        {
            return NextDay(now, Nine);
        }

        var wanted = now.AddHours(3);
        return wanted.Date.AddHours(wanted.Hour).AddMinutes(wanted.Minute == 0 ? 0 : wanted.Minute <= 30 ? 30 : 60);
    }

    private static DateTime InHours(DateTime now, double hours)
    {
        var wanted = now.AddHours(hours);
        return wanted.Date == now.Date && wanted.Hour < 17 ? wanted : NextDay(now, new TimeSpan(8, 30, 0));
    }

    private static double Count(string word) =>
        double.TryParse(word, CultureInfo.InvariantCulture, out var digits) ? digits : (Counts.IndexOf(word == "a" ? "an" : word == "ett" ? "en" : word) % 4) + 1;

    private static DateTime Next(DateTime now, int weekday, TimeSpan time)
    {
        var days = (weekday - (int)now.DayOfWeek + 7) % 7;
        return On(DateOnly.FromDateTime(now.AddDays(days == 0 ? 7 : days)), time);
    }

    /// <summary>Week 32 begins after the default vacation; at other times of the year nobody knows which vacation is meant.</summary>
    private static DateTime? AfterVacation(Match match, DateTime now) =>
        now.Month is >= 6 and <= 8 && ISOWeek.GetWeekOfYear(now) < 32 ? On(DateOnly.FromDateTime(ISOWeek.ToDateTime(now.Year, 32, DayOfWeek.Monday)), new TimeSpan(10, 0, 0)) : null;

    private static DateTime? Date(Match match, DateTime now)
    {
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["month"] is { Success: true } name ? (Months.IndexOf(name.Value) % 12) + 1
            : match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : (int?)null;
        var today = DateOnly.FromDateTime(now);
        for (var ahead = 0; ahead <= 12; ahead++)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(ahead);
            if ((month is null || month == first.Month) && day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month) && first.AddDays(day - 1) is var wanted && wanted > today)
            {
                return On(wanted, Nine);
            }
        }

        return null;
    }

    private static DateTime? Clock(Match match, DateTime now)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        hour += match.Groups["pm"].Success && hour < 12 ? 12 : 0;
        var minute = match.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59)
        {
            return null;
        }

        var time = new TimeSpan(hour, minute, 0);
        return time > now.TimeOfDay ? now.Date + time : NextDay(now, time);
    }

    private static TimeSpan Half(Match match) => match.Groups["pm"].Success ? AfterLunch : Nine;

    private static DateTime NextDay(DateTime now, TimeSpan time) => On(DateOnly.FromDateTime(now).AddDays(1), time);

    private static DateTime On(DateOnly day, TimeSpan time) => WorkingCalendar.Sweden.WorkingDayFrom(day).ToDateTime(TimeOnly.FromTimeSpan(time));

    private static DateTimeOffset At(DateTime wall, string timeZone) => WallClock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), timeZone);

    private static DateTime Latest(DateTime one, DateTime other) => one > other ? one : other;

    private static int IsoDay(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    [GeneratedRegex(@"[,!…–—]|[.?](?=\s|$)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(efter lunch(en)?|after lunch)\b")]
    private static partial Regex AfterLunchWords();

    [GeneratedRegex(@"\b(om|in) ((?<n>en|ett|två|tre|fyra|a|an|two|three|four|\d{1,2}) (timme|timmar|hours?|h)|(?<half>en halvtimme|en halv timme|half an hour))\b")]
    private static partial Regex HoursWords();

    [GeneratedRegex(@"\b(ikväll|i kväll|tonight)\b")]
    private static partial Regex TonightWords();

    [GeneratedRegex(@"\b(imorgon|i morgon|imorrn|i morrn|imorron|tomorrow)( bitti| förmiddag| morning|(?<pm> eftermiddag| em| afternoon))?\b")]
    private static partial Regex TomorrowWords();

    [GeneratedRegex(@"\b(på|on) (?<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)( förmiddag| fm| morning|(?<pm> eftermiddag| em| afternoon))?\b")]
    private static partial Regex WeekdayWords();

    [GeneratedRegex(@"\b(nästa vecka|next week)\b")]
    private static partial Regex NextWeekWords();

    [GeneratedRegex(@"\b(efter semestern|after the holidays|after my holiday|after vacation)\b")]
    private static partial Regex AfterVacationWords();

    [GeneratedRegex(@"\b((den )?(?<day>\d{1,2})/(?<number>\d{1,2})|(den |the )?(?<day>\d{1,2})(:e|th|st|nd|rd)? (?<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october)|den (?<day>\d{1,2})(:e)?|the (?<day>\d{1,2})(th|st|nd|rd))(?=\s|$)")]
    private static partial Regex DateWords();

    [GeneratedRegex(@"\b((kl|klockan|at|vid) (?<hour>\d{1,2})([.:](?<minute>\d\d))?( ?(?<pm>pm)| ?am)?|(?<hour>\d{1,2})[.:](?<minute>\d\d))(?=\s|$)")]
    private static partial Regex ClockWords();

    [GeneratedRegex(@"\b(senare|inte nu|återkommer|paus|pausa|later|not now|pause|i'll be back)\b|^vänta( lite)?$|\bsen$")]
    private static partial Regex LaterWords();

    /// <summary>"Det är sen", "det kan inte pausa": statements, not wishes.</summary>
    [GeneratedRegex(@"\b(inte|är|not|is|vill)\b")]
    private static partial Regex DoesNotMeanLater();
}
