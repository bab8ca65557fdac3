namespace Dialog.Core.Reading;

/// <summary>What the words of a text tell (domain.md §2.4).</summary>
public readonly record struct TextFacts
{
    /// <summary>How many words.</summary>
    public int Words { get; init; }

    /// <summary>Says why.</summary>
    public bool HasReason { get; init; }

    /// <summary>jag, vi, min …</summary>
    public bool HasFirstPerson { get; init; }

    /// <summary>A number, time, place, name, example or quotation.</summary>
    public bool IsConcrete { get; init; }

    /// <summary>How many abstract words; not counted where something is concrete, for there they do no harm.</summary>
    public int AbstractWords { get; init; }

    /// <summary>Holds an unexplained acronym.</summary>
    public bool HasAcronym { get; init; }

    /// <summary>Begins like a question.</summary>
    public bool StartsWithQuestionWord { get; init; }
}
