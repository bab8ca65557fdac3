using System.Globalization;

namespace Dialog.Core.Assignments;

/// <summary>The day somebody names as the last one: a weekday, tomorrow, a date.</summary>
public static class DeadlineWords
{
    private static readonly string[][] Days =
    [
        ["söndag", "söndagen", "sunday"], ["måndag", "måndagen", "monday"], ["tisdag", "tisdagen", "tuesday"], ["onsdag", "onsdagen", "wednesday"],
        ["torsdag", "torsdagen", "thursday"], ["fredag", "fredagen", "friday"], ["lördag", "lördagen", "saturday"],
    ];

    private static readonly string[][] Months =
    [
        ["januari", "january", "jan"], ["februari", "february", "feb"], ["mars", "march"], ["april", "apr"], ["maj", "may"], ["juni", "june"],
        ["juli", "july"], ["augusti", "august", "aug"], ["september", "sept"], ["oktober", "october", "okt"], ["november", "nov"], ["december", "dec"],
    ];

    /// <summary>The day meant; a weekday is the next one after today, a date without year the next such one. Null when it is none.</summary>
    public static DateOnly? Read(string text, DateOnly today)
    {
        var plain = text.Trim().TrimEnd('.', '!').ToLowerInvariant();
        foreach (var filler in (string[])["nu på ", "på ", "on ", "den ", "the "])
        {
            plain = plain.StartsWith(filler, StringComparison.Ordinal) ? plain[filler.Length..] : plain;
        }

        switch (plain)
        {
            case "idag" or "i dag" or "today":
                return today;
            case "imorgon" or "i morgon" or "tomorrow":
                return today.AddDays(1);
        }

        var weekday = Array.FindIndex(Days, names => names.Contains(plain));
        if (weekday >= 0)
        {
            var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
            return today.AddDays(ahead == 0 ? 7 : ahead);
        }

        if (plain.Split('/') is [var day, var month] && Number(day) is { } d && Number(month) is { } m and >= 1 and <= 12)
        {
            return Next(today, m, d);
        }

        var words = plain.Replace(" of ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var one, var other] && (Month(other) ?? Month(one)) is { } named && Number(Month(other) is null ? other : one) is { } date)
        {
            return Next(today, named, date);
        }

        if (words is [var only] && (only.EndsWith(":e", StringComparison.Ordinal) || plain.Length < text.Trim().Length) && Number(only) is { } inMonth)
        {
            return Enumerable.Range(0, 13).Select(ahead => today.AddMonths(ahead)).Where(first => inMonth >= 1 && inMonth <= DateTime.DaysInMonth(first.Year, first.Month))
                .Select(first => new DateOnly(first.Year, first.Month, inMonth)).Where(found => found >= today).Cast<DateOnly?>().FirstOrDefault();
        }

        return DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? iso : null;
    }

    private static DateOnly? Next(DateOnly today, int month, int day) =>
        Enumerable.Range(today.Year, 9).Where(year => day >= 1 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day)).Where(named => named >= today).Cast<DateOnly?>().FirstOrDefault();

    private static int? Month(string word) => Array.FindIndex(Months, names => names.Contains(word.TrimEnd('.'))) is >= 0 and var index ? index + 1 : null;

    /// <summary>12, 12:e, 12th.</summary>
    private static int? Number(string word)
    {
        var digits = word.AsSpan().TrimEnd("aedhnrst:");
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
