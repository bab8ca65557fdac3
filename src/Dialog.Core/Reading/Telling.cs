namespace Dialog.Core.Reading;

/// <summary>What a word or phrase of the lexicon tells; the second kind of a <see cref="PhraseBook"/>.</summary>
[Flags]
internal enum Telling : long
{
    None = 0,
    Reason = 1L << 48,
    NoReason = 1L << 49,
    StrongReason = 1L << 50,
    FirstPerson = 1L << 51,
    Concrete = 1L << 52,
    QuestionWord = 1L << 53,
    Change = 1L << 54,
}
