using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialog.Core.Calendars;

/// <summary>A country's calendar as data: which days are holidays, free or short, in every year.</summary>
public sealed record CalendarRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<DayOfWeek>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>ISO 3166 code, e.g. <c>SE</c>.</summary>
    public required string Country { get; init; }

    /// <summary>Where the rules come from, and when they were read.</summary>
    public required string Source { get; init; }

    /// <summary>The weekdays nobody works on.</summary>
    public required ImmutableHashSet<DayOfWeek> Weekend { get; init; }

    /// <summary>The named days.</summary>
    public required ImmutableList<NamedDayRule> Days { get; init; }

    /// <summary>The calendar that comes with the program.</summary>
    public static CalendarRules Sweden { get; } = BuiltIn("calendar-se.json");

    /// <summary>Reads a calendar from JSON.</summary>
    /// <exception cref="FormatException">It is no calendar; the message names the place and the mistake.</exception>
    public static CalendarRules Read(string json)
    {
        try
        {
            var rules = JsonSerializer.Deserialize<CalendarRules>(json, Json) ?? throw new FormatException("The calendar is empty.");
            foreach (var (day, index) in rules.Days.Select((day, index) => (day, index)))
            {
                if (day.Mistake is { } mistake)
                {
                    throw new FormatException($"days[{index}]: {mistake}");
                }
            }

            return rules;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{exception.Path}: {exception.Message}", exception);
        }
    }

    private static CalendarRules BuiltIn(string resource)
    {
        using var stream = typeof(CalendarRules).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}
