using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Something the person had changed and can take back. Told by message, not by answer: what was written since stays.</summary>
public sealed record Change
{
    /// <summary>Its number in the conversation.</summary>
    public required int Number { get; init; }

    /// <summary>In which talk.</summary>
    public required string InterviewId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The messages that changed, in order.</summary>
    public ImmutableList<LineChange> Lines { get; init; } = [];

    /// <summary>The slot that was skipped.</summary>
    public Slot? Skipped { get; init; }

    /// <summary>The sentences that were taken out of all drafts.</summary>
    public ImmutableList<string> Struck { get; init; } = [];

    /// <summary>After starting over: the talk as it was.</summary>
    public Interview? Before { get; init; }
}

/// <summary>One message of an answer before and after a change.</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Index">Its place among the messages.</param>
/// <param name="Before">Null when it came.</param>
/// <param name="After">Null when it went.</param>
public sealed record LineChange(Slot Slot, int Index, Line? Before, Line? After);

/// <summary>A sentence of an answer, as it stands there.</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="MessageId">In which message.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record Passage(Slot Slot, string MessageId, string Sentence);
