using Dialog.Core.Assignments;

namespace Dialog.Core.Texts;

/// <summary>What the bot says about time: reminders and absence. One complete instance per language.</summary>
public sealed partial record ScheduleTexts
{
    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static ScheduleTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>Said after the opening of a question that goes out before a vacation.</summary>
    public required string AskedEarly { get; init; }

    /// <summary>The second reminder: editor, if named, topic, when the answer is needed on the person's wall clock.</summary>
    public required Func<string?, string, DateTimeOffset, string> SecondNudge { get; init; }

    /// <summary>The last reminder: topic, when the answer is needed.</summary>
    public required Func<string, DateTimeOffset, string> LastCall { get; init; }

    /// <summary>Several questions wait; their topics follow: first name, how many.</summary>
    public required Func<string?, int, string> Digest { get; init; }

    /// <summary>The message should have come at this instant.</summary>
    public required Func<DateTimeOffset, string> Late { get; init; }

    /// <summary>The person is away from today: the last day, when the bot is back, on the person's wall clock.</summary>
    public required Func<DateOnly, DateTimeOffset, string> Away { get; init; }

    /// <summary>The person will be away: first and last day, when the bot is back.</summary>
    public required Func<DateOnly, DateOnly, DateTimeOffset, string> AwayFrom { get; init; }

    /// <summary>Label of the button that takes the absence back.</summary>
    public required string NotAway { get; init; }

    /// <summary>The person is back and nothing waits.</summary>
    public required string WelcomeBack { get; init; }

    /// <summary>Before the opening for a deputy: who is away.</summary>
    public required Func<string?, string> StandIn { get; init; }

    /// <summary>What a deputy is told, without who is away.</summary>
    public string WithoutAway(string text, StandIn place) => place.Name is null ? text : text.Replace(StandIn(place.Name), StandIn(null), StringComparison.Ordinal);

    /// <summary>The question is taken back: topic, why.</summary>
    public required Func<string, Withdrawal, string> TakenBack { get; init; }

    /// <summary>The order is another one: topic, when the answer is needed on the person's wall clock.</summary>
    public required Func<string, DateTimeOffset?, string> OrderChanged { get; init; }

    /// <summary>What the person has answered is printed on another day: topic, day.</summary>
    public required Func<string, DateOnly, string> PrintMoved { get; init; }

    /// <summary>In place of the buttons of a question that is taken back.</summary>
    public required string Over { get; init; }

    /// <summary>The person wants no reminders.</summary>
    public required string NoMoreReminders { get; init; }

    /// <summary>The person takes that back.</summary>
    public required string RemindersAgain { get; init; }
}
