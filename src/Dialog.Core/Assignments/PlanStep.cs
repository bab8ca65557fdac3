using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>What a step is.</summary>
public static class PlanSteps
{
    /// <summary>The respondent is reminded.</summary>
    public static bool IsReminder(this PlanStep step) => step is PlanStep.Nudge or PlanStep.SecondNudge or PlanStep.LastCall or PlanStep.Unfinished;
}

/// <summary>A step of the month of the ad (domain.md §1.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanStep>))]
public enum PlanStep
{
    /// <summary>Frågan skickas.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>Påminnelse 1.</summary>
    [JsonStringEnumMemberName("nudge")] Nudge,

    /// <summary>Påminnelse 2.</summary>
    [JsonStringEnumMemberName("secondNudge")] SecondNudge,

    /// <summary>Sista påminnelsen.</summary>
    [JsonStringEnumMemberName("lastCall")] LastCall,

    /// <summary>The talk was begun and not finished.</summary>
    [JsonStringEnumMemberName("unfinished")] Unfinished,

    /// <summary>The person is away until it is too late: the deputy is asked.</summary>
    [JsonStringEnumMemberName("deputy")] Deputy,

    /// <summary>The person is there again while the deputy has not begun.</summary>
    [JsonStringEnumMemberName("return")] Return,

    /// <summary>Eskalering: the editor is told, never the person's manager.</summary>
    [JsonStringEnumMemberName("escalation")] Escalation,

    /// <summary>Internt stopp: answers in, drafts out for approval.</summary>
    [JsonStringEnumMemberName("answersIn")] AnswersIn,

    /// <summary>Manusstopp: the text goes to the paper.</summary>
    [JsonStringEnumMemberName("copyDeadline")] CopyDeadline,

    /// <summary>Korrektur klart.</summary>
    [JsonStringEnumMemberName("proof")] Proof,

    /// <summary>Införandedag.</summary>
    [JsonStringEnumMemberName("publication")] Publication,
}
