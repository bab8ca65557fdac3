using System.Collections.Immutable;

namespace Dialog.Core.Assignments;

/// <summary>How the month of the ad is planned backwards from the day in print (domain.md §1.1, §5.2). Data of the organisation.</summary>
public sealed record PlanRules
{
    /// <summary>The steps, in order of time.</summary>
    public ImmutableList<PlanRule> Steps { get; init; } =
    [
        new(PlanStep.Question, 12, new(9, 0)),
        new(PlanStep.Nudge, 9, new(9, 10)),
        new(PlanStep.SecondNudge, 7, new(9, 10)),
        new(PlanStep.LastCall, 6, new(9, 10)),
        new(PlanStep.Escalation, 6, new(13, 0)),
        new(PlanStep.AnswersIn, 5, new(12, 0)),
        new(PlanStep.CopyDeadline, 4, new(12, 0)),
        new(PlanStep.Proof, 2, new(10, 0)),
        new(PlanStep.Publication, 0, new(8, 0)),
    ];

    /// <summary>Nudges come this late on Mondays: the first hour belongs to the week.</summary>
    public TimeOnly MondayNudge { get; init; } = new(10, 10);

    /// <summary>The editor is not told sooner than this after the last nudge.</summary>
    public TimeSpan EscalationAfterNudge { get; init; } = TimeSpan.FromHours(2);

    /// <summary>ISO weeks in which nobody is asked or reminded (domain.md §5.1, Vacation); null for none.</summary>
    public (int First, int Last)? Vacation { get; init; } = (28, 31);

    /// <summary>A question that would fall into an absence goes out so many working days before it begins.</summary>
    public int BeforeAbsence { get; init; } = 5;

    /// <summary>The rule of a step; null when the organisation leaves it out.</summary>
    public PlanRule? this[PlanStep step] => Steps.Find(rule => rule.Step == step);

    /// <summary>The rule of a step that no organisation can leave out.</summary>
    internal PlanRule Needed(PlanStep step) => this[step] ?? throw new InvalidOperationException($"The plan has no {step}.");
}

/// <summary>One step of the plan.</summary>
/// <param name="Step">What happens.</param>
/// <param name="DaysBefore">Plannable working days before the day in print.</param>
/// <param name="Time">On the clock of the person it concerns: the respondent's, or the organisation's.</param>
public sealed record PlanRule(PlanStep Step, int DaysBefore, TimeOnly Time);
