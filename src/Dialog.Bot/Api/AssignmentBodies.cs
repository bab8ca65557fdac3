using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Api;

/// <summary>An assignment to open.</summary>
internal sealed record NewAssignment(
    string? Topic,
    string? PersonId,
    string? Brief = null,
    Track? Track = null,
    List<string?>? Outlets = null,
    AdSize? AdSize = null,
    List<string?>? Enumeration = null,
    string? Link = null,
    List<string?>? Hashtags = null,
    DateOnly? PublishOn = null,
    DateTimeOffset? CopyDeadline = null,
    List<DateTimeOffset>? RemindAt = null,
    string? Language = null,
    Voice? Voice = null,
    bool? Threads = null,
    Picture? Picture = null,
    DateTimeOffset? Due = null,
    string? Start = null,
    string? DeputyId = null,
    string? Ad = null,
    string? Kicker = null);

/// <summary>What is other in an assignment from now on; what is left out stays.</summary>
internal sealed record AssignmentChange(
    string? Topic = null, string? Brief = null, List<string?>? Outlets = null, DateOnly? PublishOn = null, DateTimeOffset? CopyDeadline = null, DateTimeOffset? Due = null);

/// <summary>Who is asked instead, or too.</summary>
internal sealed record AnotherPerson(string? PersonId);

/// <summary>What would be planned for an assignment.</summary>
/// <param name="Plan">The steps in order of time; empty when there is no date to plan from.</param>
/// <param name="Reminders">The reminders the person would get.</param>
internal sealed record AssignmentPreview(IReadOnlyList<PlannedStep> Plan, IReadOnlyList<ReminderBody> Reminders);

/// <summary>A reminder that is still to come.</summary>
internal sealed record ReminderBody(DateTimeOffset At);

/// <summary>An assignment as lists show it.</summary>
internal record AssignmentBody(
    string Id,
    string Topic,
    string? Brief,
    string PersonId,
    Track Track,
    IReadOnlyList<string> Outlets,
    AdSize AdSize,
    IReadOnlyList<string> Enumeration,
    string? Link,
    IReadOnlyList<string> Hashtags,
    DateOnly? PublishOn,
    DateTimeOffset? CopyDeadline,
    DateTimeOffset? Due,
    string Language,
    AssignmentState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset MovedAt)
{
    /// <summary>The line above the ad's headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>The picture that goes with the drafts.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Who is asked when the person is away.</summary>
    public string? DeputyId { get; init; }

    /// <summary>The assignment whose person this one stands in for.</summary>
    public string? StandsInFor { get; init; }

    /// <summary>The ad that several assignments are for.</summary>
    public string? Ad { get; init; }

    /// <summary>When the editors were told that no answer has come.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The readers' words it replies to, and what they are about; null for an editor's own question.</summary>
    public ReplyTo? ReplyTo { get; init; }
}

/// <summary>An assignment with everything that belongs to it.</summary>
internal sealed record AssignmentDetails : AssignmentBody
{
    public AssignmentDetails(AssignmentBody assignment)
        : base(assignment)
    {
    }

    /// <summary>The latest revision of each answer.</summary>
    public required IReadOnlyList<AnswerBody> Answers { get; init; }

    /// <summary>The latest revision of each draft.</summary>
    public required IReadOnlyList<DraftBody> Drafts { get; init; }

    /// <summary>The reminders still to come.</summary>
    public required IReadOnlyList<ReminderBody> Reminders { get; init; }

    /// <summary>The assignments in which the person replies to readers of this one, oldest first.</summary>
    public required IReadOnlyList<string> Replies { get; init; }

    /// <summary>What was planned, in order of time; empty when reminders were given, or no date.</summary>
    public required IReadOnlyList<PlannedStep> Plan { get; init; }
}

/// <summary>A line of the transcript.</summary>
internal sealed record TranscriptLine(
    string Id,
    string Direction,
    string Channel,
    string Kind,
    string Text,
    IReadOnlyList<Choice>? Choices,
    string? Chosen,
    OutboxStatus? Delivery,
    string? DeliveryReason,
    DateTimeOffset At,
    DateTimeOffset? LateFrom);
