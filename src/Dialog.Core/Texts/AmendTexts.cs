namespace Dialog.Core.Texts;

/// <summary>What is said about changes of what was said.</summary>
public sealed partial record AmendTexts
{
    /// <summary>The words that are meant stand there already: words.</summary>
    public required Func<string, string> StandsAlready { get; init; }

    /// <summary>Words were replaced: from, to.</summary>
    public required Func<string, string, string> Replaced { get; init; }

    /// <summary>Something was struck: what, shortened.</summary>
    public required Func<string, string> Retracted { get; init; }

    /// <summary>Something was written: text shortened, label of the question.</summary>
    public required Func<string, string, string> Written { get; init; }

    /// <summary>An answer was moved: label of the question.</summary>
    public required Func<string, string> Moved { get; init; }

    /// <summary>Answers that named their questions were put there: the labels, with the marks between them.</summary>
    public required Func<string, string> Filed { get; init; }

    /// <summary>Asks whether a change is right.</summary>
    public required string Right { get; init; }

    /// <summary>The words stand in several places: words, number.</summary>
    public required Func<string, int, string> ReplaceAll { get; init; }

    /// <summary>What is to give way to these words?</summary>
    public required Func<string, string> ReplaceWhat { get; init; }

    /// <summary>A change is not taken back because the texts were approved since.</summary>
    public required string Approved { get; init; }

    /// <summary>These words stand nowhere: words that were looked for, words that should come.</summary>
    public required Func<string, string, string> NotFound { get; init; }

    /// <summary>No sentence holds these words.</summary>
    public required Func<string, string> NoSuchSentence { get; init; }

    /// <summary>Is this the sentence?</summary>
    public required Func<string, string> ThisSentence { get; init; }

    /// <summary>There is nothing to strike.</summary>
    public required string NothingToRetract { get; init; }

    /// <summary>Added to the open answer; does it belong elsewhere?</summary>
    public required Func<string, string> AddedWhere { get; init; }

    /// <summary>An answer sounds like one to another question: label.</summary>
    public required Func<string, string> SoundsLike { get; init; }

    /// <summary>Nothing was changed.</summary>
    public required string Unchanged { get; init; }

    /// <summary>A change was taken back.</summary>
    public required string TakenBack { get; init; }

    /// <summary>The texts of a language.</summary>
    public static AmendTexts For(string language) => language == "en" ? English : Swedish;
}
