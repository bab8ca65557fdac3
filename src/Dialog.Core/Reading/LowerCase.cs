namespace Dialog.Core.Reading;

/// <summary>Text in lower case, character by character: positions stay. A typographic apostrophe becomes a plain one.</summary>
internal static class LowerCase
{
    /// <summary>The characters that nearly all texts are made of.</summary>
    private static readonly char[] Common = [.. Enumerable.Range(0, 0x100).Select(code => Any((char)code))];

    public static string Of(string text) => string.Create(text.Length, text, static (lower, text) =>
    {
        for (var index = 0; index < lower.Length; index++)
        {
            lower[index] = Of(text[index]);
        }
    });

    public static char Of(char character) => character < Common.Length ? Common[character] : Any(character);

    private static char Any(char character) => character switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character,
        '’' => '\'',
        >= 'À' and <= 'Þ' => character == '×' ? character : (char)(character + 0x20),
        >= 'ß' and <= 'ÿ' => character,
        _ => char.ToLowerInvariant(character),
    };
}
