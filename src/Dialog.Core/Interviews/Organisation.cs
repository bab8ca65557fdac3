using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;

namespace Dialog.Core.Interviews;

/// <summary>What the organisation decides about its interviews.</summary>
public sealed record Organisation
{
    /// <summary>The sender printed in the ad, e.g. Katrineholms kommun.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation's own web address as it is printed under the ad, e.g. katrineholm.se; null when nobody told.</summary>
    public string? Web { get; init; }

    /// <summary>Name and web address, where one is told (domain.md §1.2).</summary>
    public string Sender => Web is null ? Name : $"{Name}, {Web}";

    /// <summary>Default language, <c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where people reach the program, e.g. <c>https://dialog.example.se</c>, without a slash at the end; null when nobody told.</summary>
    public string? Url { get; init; }

    /// <summary>Whom to ask about personal data, e.g. <c>dataskyddsombud@example.se</c>; null when nobody told.</summary>
    public string? PrivacyContact { get; init; }

    /// <summary>Which days are worked.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Sweden;

    /// <summary>When somebody may be disturbed who has told no hours of their own; on the person's own clock.</summary>
    public WorkingHours Hours { get; init; } = new();

    /// <summary>How an assignment is planned backwards.</summary>
    public PlanRules Plan { get; init; } = new();

    /// <summary>Names of people who speak for the organisation: no finding in a text.</summary>
    public ImmutableList<string> Roster { get; init; } = [];

    /// <summary>Phone numbers and e-mail addresses that the organisation has made public: no finding in a text.</summary>
    public ImmutableList<string> PublishedContacts { get; init; } = [];

    /// <summary>How long the person must be quiet before an answer is judged (domain.md §2.3: 45 s).</summary>
    public TimeSpan QuietWindow { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The same for an answer that is plainly whole: nothing to follow up, and it ends like a finished sentence.</summary>
    public TimeSpan WholeAnswerWindow { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The outlets drafts can be made for.</summary>
    public Outlets Outlets { get; init; } = Outlets.BuiltIn;

    /// <summary>Who must approve before a text goes out.</summary>
    public ReviewPolicy Review { get; init; } = new();

    /// <summary>Outlets of an assignment that nobody chose outlets for.</summary>
    public ImmutableList<string> DefaultOutlets { get; init; } = ["ad", "x", "bluesky", "mastodon", "linkedin", "facebook", "web"];
}
