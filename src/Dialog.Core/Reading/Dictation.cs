using System.Text.RegularExpressions;

namespace Dialog.Core.Reading;

/// <summary>
/// Marks that a phone wrote out as words: "… längs ån punkt vi gör det för de äldre punkt". Only in a message that ends with such a word and has no mark of its own: there it can be nothing else.
/// "Komma" stays a word, for it is one as often.
/// </summary>
internal static partial class Dictation
{
    /// <summary>A dictated text with the marks in their places; any other as it is.</summary>
    public static string Read(string text)
    {
        if (text.AsSpan().ContainsAny(".,!?…") || !EndWords().IsMatch(text))
        {
            return text;
        }

        var marked = MarkWords().Replace(text, match => match.Groups["line"].Success ? "\n" : match.Groups["asks"].Success ? "?" : match.Groups["shouts"].Success ? "!" : match.Groups["comma"].Success ? "," : ".").Replace("\n ", "\n", StringComparison.Ordinal);
        return StartWords().Replace(marked, match => match.Value.ToUpperInvariant());
    }

    /// <summary>"En punkt", "ett frågetecken" are things; a message that ends with one was not dictated.</summary>
    [GeneratedRegex(@"(?<!\b(en|ett|den|det|på|till|av|med|som|för|någon|nån|något|nåt|ingen|inget|varje|första|sista|nästa|samma|min|vår|stor|stort|viktig|viktigaste|svag|öm|mörk|ljus|högsta|lägsta|a|an|the|one|no|every|big|last|first|this|that|come to|put)) (punkt|frågetecken|utropstecken|full stop|question mark|exclamation (mark|point))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndWords();

    [GeneratedRegex(@" +((?<asks>frågetecken|question mark)|(?<shouts>utropstecken|exclamation (mark|point))|(?<line>ny rad|nytt stycke|new line|new paragraph)|(?<comma>comma)|(?<!\b(en|ett|den|någon|nån|ingen|varje|första|sista|nästa|samma|min|vår|viktig|viktigaste|a|the) +)(punkt|full stop))(?= |$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkWords();

    [GeneratedRegex(@"(?<=[.?!] |\n|^)\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex StartWords();
}
