using System.Collections.Immutable;

namespace Dialog.Core.Questions;

/// <summary>What came of reading a question set: the set, or every mistake in it.</summary>
/// <param name="Set">The set; null when there is a mistake.</param>
/// <param name="Mistakes">In the order of the file.</param>
public sealed record QuestionSetReading(QuestionSet? Set, ImmutableList<QuestionMistake> Mistakes);

/// <summary>One mistake in a question set.</summary>
/// <param name="Path">Where, e.g. <c>languages.sv.why.followUps.too_short[0]</c>; empty for the whole.</param>
/// <param name="Says">What is wrong and what is expected.</param>
public sealed record QuestionMistake(string Path, string Says)
{
    /// <summary>As one line.</summary>
    public override string ToString() => Path.Length == 0 ? Says : $"{Path}: {Says}";
}
