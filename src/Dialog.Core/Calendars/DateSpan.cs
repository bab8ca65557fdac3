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

    /// <summary>What is left when the other days are taken out: nothing, one span, or one before and one after.</summary>
    public IEnumerable<DateSpan> Without(DateSpan other)
    {
        if (First < other.First)
        {
            yield return new DateSpan(First, Last < other.First ? Last : other.First.AddDays(-1));
        }

        if (Last > other.Last)
        {
            yield return new DateSpan(First > other.Last ? First : other.Last.AddDays(1), Last);
        }
    }
}
