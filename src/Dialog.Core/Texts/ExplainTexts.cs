using Dialog.Core.Questions;

namespace Dialog.Core.Texts;

/// <summary>Answers to what people ask about the interview itself.</summary>
public sealed partial record ExplainTexts
{
    /// <summary>Why a follow-up was asked: rule, the person's words it was about.</summary>
    public required Func<FollowUpRule, string, string> Rule { get; init; }

    /// <summary>Why a question of the question set is asked.</summary>
    public required Func<Slot, string> Question { get; init; }

    /// <summary>Why it is asked in which role the person answers.</summary>
    public required string Capacity { get; init; }

    /// <summary>Why the bot asks about a warning.</summary>
    public required string Guard { get; init; }

    /// <summary>When it is due and printed: deadline on the wall clock, day in print.</summary>
    public required Func<DateTimeOffset?, DateOnly?, string> Deadline { get; init; }

    /// <summary>How much to write.</summary>
    public required string Length { get; init; }

    /// <summary>How many questions are left.</summary>
    public required Func<int, string> Left { get; init; }

    /// <summary>Who reads the answers: the editor, if named.</summary>
    public required Func<string?, string> Readers { get; init; }

    /// <summary>Is it an official record (domain.md §4.1)?</summary>
    public required string Record { get; init; }

    /// <summary>What happens to the answers.</summary>
    public required string Data { get; init; }

    /// <summary>The question in other words.</summary>
    public required Func<Slot, string> Meaning { get; init; }

    /// <summary>Who the bot is.</summary>
    public required string Bot { get; init; }

    /// <summary>Whether one has to answer.</summary>
    public required string Duty { get; init; }

    /// <summary>What the answers become.</summary>
    public required string Purpose { get; init; }

    /// <summary>The bot cannot call: the editor, if named.</summary>
    public required Func<string?, string> Call { get; init; }

    /// <summary>The bot reads nothing but text.</summary>
    public required string Medium { get; init; }

    /// <summary>Before the questions that are still to come, one a line.</summary>
    public required string Ahead { get; init; }

    /// <summary>Who asks: the editor, if named; the brief or the topic.</summary>
    public required Func<string?, string, string> Asker { get; init; }

    /// <summary>The texts of a language.</summary>
    public static ExplainTexts For(string language) => language == "en" ? English : Swedish;
}
