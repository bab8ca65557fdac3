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

    /// <summary>The day meant; a weekday is the next one after today, a date without year the next such one. Null when it is none.</summary>
    public static DateOnly? Read(string words, DateOnly today)
    {
        var plain = words.Trim().TrimEnd('.', '!').ToLowerInvariant();
        foreach (var filler in (string[])["på ", "den ", "nu på ", "on "])
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

        if (plain.Split('/') is [var day, var month] && int.TryParse(day, out var d) && int.TryParse(month, out var m) && m is >= 1 and <= 12)
        {
            var years = Enumerable.Range(today.Year, 9).Where(year => d >= 1 && d <= DateTime.DaysInMonth(year, m));
            return years.Select(year => new DateOnly(year, m, d)).Where(named => named >= today).Cast<DateOnly?>().FirstOrDefault();
        }

        return DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
