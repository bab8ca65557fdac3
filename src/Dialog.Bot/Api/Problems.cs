using System.Globalization;
using Dialog.Core.Calendars;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>Collects what is wrong with a request, one message per field (RFC 9457).</summary>
internal sealed class Problems
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Latest = new(2210, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const char LineSeparator = '\u2028';

    private const char ParagraphSeparator = '\u2029';

    private readonly Dictionary<string, string[]> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>Every mistake with its field.</summary>
    public IEnumerable<(string Field, string Message)> All => errors.SelectMany(error => error.Value.Select(message => (error.Key, message)));

    /// <summary>A text that must be there.</summary>
    public string Need(string field, string? value, int most) => Needed(field, Optional(field, value, most));

    /// <summary>A text that may be left out. What cannot be seen in it, or turns the direction of what follows, is left out.</summary>
    public string? Optional(string field, string? value, int most)
    {
        Check(field, value is null || value.Length <= most, $"At most {most} characters.");
        Check(field, value is null || !value.Any(mark => char.IsControl(mark) && mark is not ('\n' or '\r' or '\t')), "No control characters.");
        return Clean.TextOrNull(value);
    }

    /// <summary>A text of one line that must be there.</summary>
    public string NeedLine(string field, string? value, int most) => Needed(field, Line(field, value, most));

    /// <summary>A text of one line that may be left out.</summary>
    public string? Line(string field, string? value, int most)
    {
        Check(field, value is null || !value.Trim().Any(mark => char.IsControl(mark) || mark is LineSeparator or ParagraphSeparator), "One line.");
        return Optional(field, value, most);
    }

    /// <summary>An address on the web that may be left out.</summary>
    public string? Address(string field, string? value)
    {
        var address = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        Check(field, address is null || WebAddress.Is(address), "Use a whole address with https://.");
        return address;
    }

    /// <summary>
    /// An instant in a query; null when left out or empty. A day is its midnight on the clock of the given time zone. What lies before anything that is kept
    /// here, or after it, comes as near to that as matters.
    /// </summary>
    public DateTimeOffset? Instant(string field, string? text, string timeZone)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // A + that was not escaped arrives as a space.
        var written = (text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text).Replace(' ', '+');
        var read = DateTimeOffset.TryParseExact(written, ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            (read, instant) = (true, day.Year >= Earliest.Year && day.Year <= Latest.Year ? WallClock.At(day, TimeOnly.MinValue, timeZone) : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        }

        Check(field, read, "Use an instant such as 2027-02-05T11:00:00Z, or a day such as 2027-02-05.");
        return !read ? null : instant < Earliest ? Earliest : instant > Latest ? Latest : instant;
    }

    /// <summary>One of an enumeration's names as they stand in JSON; null when left out.</summary>
    public T? Named<T>(string field, string? value)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var found = JsonNames<T>.All.TryGetValue(value, out var named);
        Check(field, found, $"{value} is not known. Use {string.Join(", ", JsonNames<T>.All.Keys)}.");
        return found ? named : null;
    }

    /// <summary>One of an enumeration's values that came in a form: a number is none.</summary>
    public T? Known<T>(string field, T? value)
        where T : struct, Enum
    {
        Check(field, value is not { } one || Enum.IsDefined(one), $"Use one of {string.Join(", ", JsonNames<T>.All.Keys)}.");
        return value;
    }

    public void Check(string field, bool holds, string otherwise)
    {
        if (!holds)
        {
            errors[field] = [.. errors.GetValueOrDefault(field, []), otherwise];
        }
    }

    private string Needed(string field, string? text)
    {
        Check(field, text is not null, "This is needed.");
        return text ?? "";
    }

    public ValidationProblem ToResult() => TypedResults.ValidationProblem(errors);

    public static ProblemHttpResult NotFound(string what, string id) =>
        TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound);
}
