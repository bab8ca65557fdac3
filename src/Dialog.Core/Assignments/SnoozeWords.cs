using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.Core.Calendars;
using Dialog.Core.Reading;

namespace Dialog.Core.Assignments;

/// <summary>Reads "later" in a person's own words and resolves it in their time zone (domain.md §5.4).</summary>
public static partial class SnoozeWords
{
    /// <summary>A longer message is never a snooze.</summary>
    private const int MostWords = 8;

    /// <summary>"At 3" is in the afternoon: nobody wants to be asked in the night.</summary>
    private const int SmallHours = 7;

    private static readonly TimeSpan Nine = new(9, 0, 0);
    private static readonly TimeSpan HalfPastEight = new(8, 30, 0);
    private static readonly TimeSpan Five = new(17, 0, 0);
    private static readonly TimeSpan AfterLunch = new(13, 0, 0);
    private static readonly TimeSpan NoLaterThan = new(16, 30, 0);

    /// <summary>An own wish beats the quiet hours until then.</summary>
    private static readonly TimeSpan Night = new(20, 0, 0);

    private static readonly ImmutableList<string> Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly ImmutableList<string> Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly ImmutableList<string> Hours = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly FrozenSet<string> Few = ["par", "ett par", "some", "a few", "några"];

    /// <summary>What may stand beside the time without being an answer.</summary>
    private static readonly FrozenSet<string> Beside =
    [
        "måste", "springa", "rusa", "iväg", "gå", "tar", "ta", "tas", "resten", "det", "den", "vi", "jag", "kan", "du", "hör", "av", "dig", "mig", "igen", "fråga", "påminn", "återkommer", "kommer", "tillbaka", "svarar", "svara", "hörs", "ses",
        "fortsätter", "fortsätt", "fortsätta", "ska", "vill", "hellre", "helst", "sitter", "i", "möte", "upptagen", "inte", "nu", "men", "och", "då", "gärna", "tack", "ok", "okej", "nej", "ja", "hinner", "bara", "först", "på", "snälla", "sen", "senare",
        "pausa", "paus", "vänta", "är", "bättre", "passar", "bra", "frågan",
        "i'll", "i", "will", "take", "the", "rest", "do", "it", "later", "ask", "me", "again", "remind", "let's", "can", "we", "you", "get", "back", "to", "on", "at", "answer", "busy", "in", "a", "meeting", "no", "time", "not", "now", "but", "and",
        "then", "please", "thanks", "need", "run", "have", "must", "gotta", "be", "continue", "pause", "until", "is", "better", "i'm", "am", "sorry", "of", "right", "maybe", "kanske", "går",
        "just", "hi", "hm", "hmm", "stället", "istället", "this", "ett", "efter", "runt", "after", "around",
        "ring", "ringer", "springer", "rusar", "sticker", "hej", "får", "låt", "fundera", "tänka", "idag", "dag", "dagen", "hela", "förrän", "först", "tidigast", "eller", "lite", "om", "mer", "orkar", "fullt", "upp", "until", "today", "till", "works", "suits", "instead",
    ];

    /// <summary>When the person wants to be asked again; null when the message is anything else. Where they go first does not matter: "måste till nämnden, tar resten imorgon". <paramref name="bare"/> tells that it is nothing but a date or a time, which may be an answer too.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now, Availability person, WorkingCalendar calendar, out bool bare)
    {
        return Wish(text, now, person, calendar, out bare) is { } until ? until
            : text.Length <= 80 && LeavingWords().Match(text) is { Success: true } leaving ? Wish(leaving.Groups["wish"].Value, now, person, calendar, out bare)
            : null;
    }

    private static DateTimeOffset? Wish(string text, DateTimeOffset now, Availability person, WorkingCalendar calendar, out bool bare)
    {
        bare = false;
        if (text.Length > 80)
        {
            return null;
        }

        var words = MeetingWords().Replace(Ends().Replace(LowerCase.Of(text), " "), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var plain = string.Join(' ', words);
        if (words.Length > MostWords || TellsWords().IsMatch(plain))
        {
            return null;
        }

        var days = new Days(WallClock.Local(now, person.TimeZone).DateTime, person, calendar);
        foreach (var (hints, pattern, resolve) in Rules)
        {
            if (!plain.AsSpan().ContainsAny(hints) || pattern().Match(plain) is not { Success: true } match || resolve(match, days) is not { } wall)
            {
                continue;
            }

            var beside = plain.Remove(match.Index, match.Length);
            if (wall.TimeOfDay == days.Morning && ClockWords().Match(beside) is { Success: true } hour && TimeOf(hour) is { } time)
            {
                wall = wall.Date + time;
                beside = beside.Remove(hour.Index, hour.Length);
            }

            var rest = beside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bare = rest.Length == 0 && (char.IsDigit(plain[0]) || match.Groups["month"].Success || match.Groups["feast"].Success || match.Groups["season"].Success || match.Groups["only"].Success || match.Groups["number"].Success);
            return rest.All(Beside.Contains) ? days.At(wall) : null;
        }

        return null;
    }

    /// <summary>The wish names no day but a season: which day of it is for the person to say.</summary>
    public static bool NamesSeason(string text) => SeasonWords().IsMatch(text.ToLowerInvariant());

    /// <summary>It says when and nothing else: "on Monday", "vid tre".</summary>
    public static bool SaysOnlyWhen(string text) => text.Length <= 40 && OnlyWhenWords().IsMatch(text.ToLowerInvariant());

    /// <summary>Three hours on, on the half hour, when asked before 16.30, but not before the day begins; else the next working day at 09.00.</summary>
    public static DateTimeOffset Later(DateTimeOffset now, Availability person, WorkingCalendar calendar)
    {
        var days = new Days(WallClock.Local(now, person.TimeZone).DateTime, person, calendar);
        return days.At(Later(days));
    }

    /// <summary>The next working day at 09.00.</summary>
    public static DateTimeOffset Tomorrow(DateTimeOffset now, Availability person, WorkingCalendar calendar)
    {
        var days = new Days(WallClock.Local(now, person.TimeZone).DateTime, person, calendar);
        return days.At(days.Next(days.Morning));
    }

    /// <summary>The next Monday, or the first working day after it, at 09.00.</summary>
    public static DateTimeOffset OnMonday(DateTimeOffset now, Availability person, WorkingCalendar calendar)
    {
        var days = new Days(WallClock.Local(now, person.TimeZone).DateTime, person, calendar);
        return days.At(Next(days, (int)DayOfWeek.Monday, days.Morning));
    }

    private static SearchValues<string> Digits { get; } = Any("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /// <summary>Each with what its words cannot be without: a cheap look that spares most messages the reading.</summary>
    private static ImmutableList<(SearchValues<string> Hints, Func<Regex> Pattern, Func<Match, Days, DateTime?> Resolve)> Rules { get; } =
    [
        (Any("om ", "in "), HoursWords, (match, days) => InHours(days, HoursOf(match))),
        (Any("om ", "in "), DaysWords, (match, days) => days.On(days.Today.AddDays((match.Groups["week"].Success ? 7 : 1) * (int)Count(match.Groups["n"].Value)), days.Morning)),
        (Any("kväll", "tonight"), TonightWords, (match, days) => Tonight(days, match.Groups["hour"].Success ? TimeOf(match) : null)),
        (Any("övermorgon", "after tomorrow"), DayAfterTomorrowWords, (match, days) => days.On(days.Today.AddDays(2), Half(match, days))),
        (Any("mor"), TomorrowWords, (match, days) => days.Next(Half(match, days))),
        (Digits, DateWords, Date),
        (Any("dag", "day"), WeekdayWords, Weekday),
        (Any("veck", "week", "v ", "månad", "month"), WeekWords, Week),
        (Any("senare", "later", "eftermiddag", "i em", "afternoon"), LaterTodayWords, (match, days) => match.Groups["noon"].Success && days.Now.TimeOfDay < AfterLunch ? Latest(days.Now.Date + AfterLunch, days.Now.AddMinutes(30)) : Later(days)),
        (Any("lunch"), AfterLunchWords, (_, days) => days.Now.TimeOfDay < AfterLunch ? Latest(days.Now.Date + AfterLunch, days.Now.AddMinutes(30)) : days.Next(AfterLunch)),
        (Any("semester", "holiday", "vacation"), AfterVacationWords, (_, days) => AfterVacation(days)),
        (Any("efter ", "after "), AfterFeastWords, (match, days) => AfterFeast(match, days)),
        (Any("sommar", "summer", "höst", "autumn", "fall", "vinter", "winter", "vår", "spring", "nästa år", "next year"), SeasonWords, (match, days) => Season(match, days)),
        (Any("til"), BusyUntilWords, Clock),
        (Any("kl", "at ", "vid ", "efter ", "after ", "around ", "runt ", "halv ", "half ", "kvart ", "mellan ", ".", ":"), ClockWords, Clock),
        (Any("dag", "day", "sova"), NotTodayWords, (_, days) => days.Next(days.Morning)),
        (Any("sen", "nu", "åter", "paus", "later", "now", "back", "hör av", "fundera", "tänka", "möte", "gång", "time", "vänta", "upp", "orkar"), LaterWords, (match, days) => DoesNotMeanLater().IsMatch(match.Result("$`$'")) ? null : Later(days)),
    ];

    private static SearchValues<string> Any(params ReadOnlySpan<string> hints) => SearchValues.Create(hints, StringComparison.Ordinal);

    private static DateTime Later(Days days)
    {
        var now = days.Now;
        if (now.TimeOfDay >= NoLaterThan || !days.IsWorked(days.Today))
        {
            return days.Next(days.Morning);
        }

        var wanted = now.AddHours(3);
        if (TimeOnly.FromDateTime(wanted) < days.Person.Hours.From)
        {
            return days.Today.ToDateTime(TimeOnly.FromTimeSpan(days.Morning));
        }

        return wanted.Date.AddHours(wanted.Hour).AddMinutes(wanted.Minute == 0 ? 0 : wanted.Minute <= 30 ? 30 : 60);
    }

    private static DateTime InHours(Days days, double hours)
    {
        var wanted = days.Now.AddHours(hours);
        var evening = days.Person.Hours.To.ToTimeSpan();
        return wanted.Date == days.Now.Date && wanted.TimeOfDay < (evening > Five ? evening : Five) ? wanted : days.Next(days.InHours(HalfPastEight));
    }

    private static double HoursOf(Match match) =>
        match.Groups["half"].Success ? 0.5
        : match.Groups["quarter"].Success ? 0.25
        : match.Groups["while"].Success ? 1
        : Count(match.Groups["n"].Value) / (match.Groups["minutes"].Success ? 60 : 1);

    private static double Count(string word) =>
        double.TryParse(word, CultureInfo.InvariantCulture, out var digits) ? digits : Hours.IndexOf(word) is var number and >= 0 ? number % 12 + 1 : Few.Contains(word) ? 2 : 1;

    private static DateTime Tonight(Days days, TimeSpan? time)
    {
        if (time is { } hour && days.Now.Date + (hour.Hours < 12 ? hour + TimeSpan.FromHours(12) : hour) is var wanted && wanted > days.Now)
        {
            return wanted < days.Now.Date + Night ? wanted : days.Now.Date + Night;
        }

        return days.Now.Hour < 18 ? days.Now.Date.AddHours(18) : days.Now.Hour < 19 ? days.Now.AddHours(1) : days.Next(days.Morning);
    }

    /// <summary>The day that is named. "Inte på måndag" is the day after it; "nästa tisdag" lies in next week.</summary>
    private static DateTime? Weekday(Match match, Days days)
    {
        var weekday = Weekdays.IndexOf(match.Groups["day"].Value) % 7;
        if (match.Groups["not"].Success || match.Groups["cannot"].Success)
        {
            return days.On(Ahead(days, weekday).AddDays(1), days.Morning);
        }

        return match.Groups["next"].Success ? days.On(days.Today.AddDays(8 - IsoDay(days.Now) + ((weekday + 6) % 7)), Half(match, days)) : Next(days, weekday, Half(match, days));
    }

    private static DateTime? Week(Match match, Days days)
    {
        var monday = days.Today.AddDays(8 - IsoDay(days.Now));
        var friday = monday.AddDays(-3);
        return match.Groups["number"] is { Success: true } number ? OfYear(days, int.Parse(number.Value, CultureInfo.InvariantCulture))
            : match.Groups["month"].Success ? days.On(new DateOnly(days.Today.Year, days.Today.Month, 1).AddMonths(1), days.Morning)
            : match.Groups["late"].Success ? days.On(match.Groups["this"].Success && days.Today < friday ? friday : match.Groups["this"].Success ? days.Today.AddDays(1) : friday.AddDays(7), days.Morning)
            : match.Groups["later"].Success ? days.On(days.Today.AddDays(2) <= friday ? days.Today.AddDays(2) : days.Today.AddDays(1), days.Morning)
            : match.Groups["not"].Success && !match.Groups["this"].Success ? days.On(monday.AddDays(7), days.Morning)
            : days.On(monday, days.Morning);
    }

    /// <summary>The Monday of that week, this year or next; a week with no such number is none.</summary>
    private static DateTime? OfYear(Days days, int week)
    {
        var year = ISOWeek.GetYear(days.Now);
        var monday = Enumerable.Range(year, 2).Where(y => week >= 1 && week <= ISOWeek.GetWeeksInYear(y)).Select(y => ISOWeek.ToDateOnly(y, week, DayOfWeek.Monday)).FirstOrDefault(day => day > days.Today);
        return monday == default ? null : days.On(monday, days.Morning);
    }

    private static DateTime Next(Days days, int weekday, TimeSpan time) => days.On(Ahead(days, weekday), time);

    private static DateOnly Ahead(Days days, int weekday)
    {
        var ahead = (weekday - (int)days.Now.DayOfWeek + 7) % 7;
        return days.Today.AddDays(ahead == 0 ? 7 : ahead);
    }

    /// <summary>After the absence that is known; else week 32 begins after the usual vacation. At other times of the year nobody knows which vacation is meant.</summary>
    private static DateTime? AfterVacation(Days days)
    {
        var ten = days.InHours(new TimeSpan(10, 0, 0));
        return days.Person.Absences.Where(absence => absence.Last >= days.Today).OrderBy(absence => absence.First).FirstOrDefault() is { Last: var last } && last != default ? days.On(last.AddDays(1), ten)
            : days.Now.Month is >= 6 and <= 8 && ISOWeek.GetWeekOfYear(days.Now) < 32 ? days.On(DateOnly.FromDateTime(ISOWeek.ToDateTime(days.Now.Year, 32, DayOfWeek.Monday)), ten)
            : null;
    }

    /// <summary>The first day worked after it; half a year ahead nobody puts a question off so.</summary>
    private static DateTime? AfterFeast(Match match, Days days)
    {
        if (match.Groups["weekend"].Success)
        {
            return Next(days, (int)DayOfWeek.Monday, days.Morning);
        }

        var last = days.Today.AddMonths(6);
        var named = match.Groups["easter"].Success ? "annandag påsk" : match.Groups["midsummer"].Success ? "midsommardagen" : null;
        for (var day = days.Today; day < last; day = day.AddDays(1))
        {
            if (named is null ? (day.Month, day.Day) == (match.Groups["christmas"].Success ? (12, 26) : (1, 1)) : days.Calendar.NameOf(day, "sv") == named)
            {
                return days.On(day.AddDays(1), days.Morning);
            }
        }

        return null;
    }

    /// <summary>The first day worked in it, or four weeks ahead while it lasts; people are back in the third week of August.</summary>
    private static DateTime? Season(Match match, Days days)
    {
        var (month, day, months) = match.Groups["afterSummer"].Success ? (8, 16, 1)
            : match.Groups["autumn"].Success ? (9, 1, 3)
            : match.Groups["winter"].Success ? (12, 1, 3)
            : match.Groups["spring"].Success ? (3, 1, 3)
            : match.Groups["summer"].Success ? (6, 1, 3)
            : (1, 7, 1);
        var first = Enumerable.Range(days.Today.Year - 1, 3).Select(year => new DateOnly(year, month, day))
            .First(first => match.Groups["year"].Success ? first.Year > days.Today.Year : first.AddMonths(months) > days.Today);
        return days.On(first > days.Today ? first : days.Today.AddDays(28), days.Morning);
    }

    private static DateTime? Date(Match match, Days days)
    {
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["month"] is { Success: true } name ? (Months.IndexOf(name.Value) % 12) + 1
            : match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : (int?)null;
        for (var ahead = 0; ahead <= 12; ahead++)
        {
            var first = new DateOnly(days.Today.Year, days.Today.Month, 1).AddMonths(ahead);
            if ((month is null || month == first.Month) && day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month) && first.AddDays(day - 1) is var wanted && wanted > days.Today)
            {
                return days.On(wanted, days.Morning);
            }
        }

        return null;
    }

    private static DateTime? Clock(Match match, Days days) =>
        TimeOf(match) is not { } time ? null : time > days.Now.TimeOfDay ? days.Now.Date + time : days.Next(time);

    private static TimeSpan? TimeOf(Match match)
    {
        var hour = (int)Count(match.Groups["hour"].Value);
        var minute = match.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.Value, CultureInfo.InvariantCulture)
            : match.Groups["halfTo"].Success ? -30
            : match.Groups["halfPast"].Success ? 30
            : match.Groups["quarter"] is { Success: true } quarter ? quarter.Value is "i" or "to" ? -15 : 15
            : 0;
        hour += hour < 12 && match.Groups["pm"].Success || hour is > 0 and < SmallHours && match.Groups["hour"].Value[0] != '0' && !match.Groups["am"].Success ? 12 : 0;
        return hour > 23 || minute > 59 ? null : new TimeSpan(hour, minute, 0);
    }

    private static TimeSpan Half(Match match, Days days) => match.Groups["pm"].Success ? AfterLunch : days.Morning;

    private static DateTime Latest(DateTime one, DateTime other) => one > other ? one : other;

    private static int IsoDay(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The days ahead as the person works them: an own wish may fall on a squeezed day.</summary>
    private sealed record Days(DateTime Now, Availability Person, WorkingCalendar Calendar)
    {
        public DateOnly Today => DateOnly.FromDateTime(Now);

        /// <summary>When a day begins that is named without an hour.</summary>
        public TimeSpan Morning => InHours(Nine);

        /// <summary>An hour that nobody named: where it lies outside the person's own, their first.</summary>
        public TimeSpan InHours(TimeSpan time) => time >= Person.Hours.From.ToTimeSpan() && time < Person.Hours.To.ToTimeSpan() ? time : Person.Hours.From.ToTimeSpan();

        public bool IsWorked(DateOnly day) => Calendar.IsWorkingDay(day) && Person.AbsenceOn(day) is null;

        public DateTime Next(TimeSpan time) => On(Today.AddDays(1), time);

        /// <summary>That day, moved forward to one the person works on.</summary>
        public DateTime On(DateOnly day, TimeSpan time)
        {
            while (!IsWorked(day))
            {
                day = Person.AbsenceOn(day) is { } absence ? absence.Last.AddDays(1) : Calendar.WorkingDayFrom(day.AddDays(1));
            }

            return day.ToDateTime(TimeOnly.FromTimeSpan(time));
        }

        public DateTimeOffset At(DateTime wall) => WallClock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), Person.TimeZone);
    }
}
