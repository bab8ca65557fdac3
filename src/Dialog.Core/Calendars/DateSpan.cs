using System.Text.Json.Serialization;

namespace Dialog.Core.Calendars;

/// <summary>Whole days, both ends included: an absence, a closure.</summary>
public readonly record struct DateSpan
{
    /// <summary>From the first day to the last.</summary>
    /// <exception cref="ArgumentException">The last day comes before the first.</exception>
    [JsonConstructor]
    public DateSpan(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"{last:yyyy-MM-dd} comes before {first:yyyy-MM-dd}.", nameof(last));
        }

        (First, Last) = (first, last);
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; }

    /// <summary>The day is one of them.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
