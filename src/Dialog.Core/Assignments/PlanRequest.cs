using System.Collections.Immutable;
using Dialog.Core.Calendars;

namespace Dialog.Core.Assignments;

/// <summary>What a plan is made from: at least one of <see cref="Due"/>, <see cref="CopyDeadline"/>, <see cref="PublishOn"/>; the first that is there counts.</summary>
public sealed record PlanRequest
{
    /// <summary>When the answers are to be in.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the text must have left.</summary>
    public DateTimeOffset? CopyDeadline { get; init; }

    /// <summary>The day in print.</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>Nothing is planned before now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the question goes out or went out; null when the plan decides.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the dates became other ones; null when they are as they were ordered.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>No nudge up to and on this day: the person's own wish, or the last nudge.</summary>
    public DateTimeOffset? RestUntil { get; init; }

    /// <summary>False when the person wants no reminders.</summary>
    public bool Nudges { get; init; } = true;

    /// <summary>Instants at which an editor wants the person reminded; the plan has no nudges of its own then.</summary>
    public ImmutableList<DateTimeOffset> RemindAt { get; init; } = [];

    /// <summary>Somebody answers in the person's place when they are away.</summary>
    public bool HasDeputy { get; init; }

    /// <summary>They have been asked already.</summary>
    public bool DeputyAsked { get; init; }

    /// <summary>Whom the question is for.</summary>
    public required Availability Respondent { get; init; }

    /// <summary>IANA time zone of deadlines and of the desk.</summary>
    public required string OrganisationTimeZone { get; init; }

    /// <summary>Which days are worked.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Sweden;

    /// <summary>The organisation's steps.</summary>
    public PlanRules Rules { get; init; } = new();

    /// <summary>The day in print that the steps are counted from: the given one, or what it would be for the given deadline.</summary>
    /// <exception cref="ArgumentException">None of the dates is given.</exception>
    internal DateOnly Print() =>
        Due is { } due ? Calendar.Before(WallClock.Day(due, OrganisationTimeZone), -Rules.Needed(PlanStep.AnswersIn).DaysBefore)
        : CopyDeadline is { } deadline ? Calendar.Before(WallClock.Day(deadline, OrganisationTimeZone), -Rules.Needed(PlanStep.CopyDeadline).DaysBefore)
        : PublishOn ?? throw new ArgumentException("There is no date to plan back from.");
}
