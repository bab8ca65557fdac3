using System.Collections.Immutable;

namespace Dialog.Core.Assisting;

/// <summary>What an editor may accept or throw away.</summary>
/// <param name="Text">The suggested words.</param>
public sealed record Suggestion(string Text);

/// <summary>Why a suggestion is not shown.</summary>
public enum Dropped
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It says what stands there already.</summary>
    Unchanged,

    /// <summary>It does not fit.</summary>
    TooLong,

    /// <summary>It is no question although one was asked for.</summary>
    NoQuestion,

    /// <summary>Markup, a link, a mention, a formula or hidden characters.</summary>
    Markup,

    /// <summary>A stand-in for personal data that nobody was given.</summary>
    Placeholder,

    /// <summary>A number that the person has not said, or not of this.</summary>
    Number,

    /// <summary>A name that the person has not said.</summary>
    Name,

    /// <summary>A quotation that the person has not given.</summary>
    Quotation,

    /// <summary>A word that the person has not used.</summary>
    Word,

    /// <summary>Put together from words of different places, or in another order of names.</summary>
    PutTogether,

    /// <summary>A negation, a condition or a reservation was left out.</summary>
    Turned,
}

/// <summary>What came of asking.</summary>
/// <param name="Suggestions">What held.</param>
/// <param name="Dropped">What did not, and why.</param>
public sealed record Assisted(ImmutableList<Suggestion> Suggestions, ImmutableList<Dropped> Dropped);
