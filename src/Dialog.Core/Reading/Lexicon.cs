namespace Dialog.Core.Reading;

/// <summary>What the words of a language tell: reasons, first person, concrete and abstract words (domain.md §2.4). The lists are data files.</summary>
public sealed class Lexicon
{
    /// <summary>The lexicon of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static Lexicon For(string language) => throw new NotImplementedException(language);

    /// <summary>Says why: eftersom, så att, annars …</summary>
    public bool HasReason(string text) => throw new NotImplementedException(text);

    /// <summary>A strong reason marker: eftersom, därför, på grund av, pga; because, that's why.</summary>
    public bool HasStrongReason(string text) => throw new NotImplementedException(text);

    /// <summary>jag, vi, min …</summary>
    public bool HasFirstPerson(string text) => throw new NotImplementedException(text);

    /// <summary>A number, time, place, name, example or quotation.</summary>
    public bool IsConcrete(string text) => throw new NotImplementedException(text);

    /// <summary>The abstract words of the text, as written, in order.</summary>
    public IReadOnlyList<string> AbstractWords(string text) => throw new NotImplementedException(text);

    /// <summary>Unexplained acronyms of the text, as written, in order.</summary>
    public IReadOnlyList<string> Acronyms(string text) => throw new NotImplementedException(text);

    /// <summary>Begins like a question: vad, varför, vem, hur …</summary>
    public bool StartsWithQuestionWord(string text) => throw new NotImplementedException(text);

    /// <summary>The respondent tells of criticism: kritik, reaktion, invändning …</summary>
    public bool HasCriticism(string text) => throw new NotImplementedException(text);

    /// <summary>The respondent tells of a change of mind: ändrat, lärt mig, numera …</summary>
    public bool HasChange(string text) => throw new NotImplementedException(text);

    /// <summary>Is a list rather than a text (rule only_list, one message).</summary>
    public bool IsList(string message) => throw new NotImplementedException(message);
}
