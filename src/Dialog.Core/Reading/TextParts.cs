namespace Dialog.Core.Reading;

/// <summary>Words and sentences of a text (domain.md §2.3).</summary>
public static class TextParts
{
    /// <summary>Letters and digits with inner marks; emoji, smileys, links and mentions are no words.</summary>
    public static IReadOnlyList<string> Words(string text) => throw new NotImplementedException(text);

    /// <summary>Sentences in order, each trimmed, with its end mark.</summary>
    public static IReadOnlyList<string> Sentences(string text) => throw new NotImplementedException(text);
}
