namespace Dialog.Core.Reading;

/// <summary>The beginning of a text, to show which one is meant.</summary>
internal static class Excerpt
{
    /// <summary>At most so many words and 160 characters on one line, with an ellipsis when something is left out.</summary>
    public static string Of(string text, int words = 12)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', parts.Take(words));
        return line.Length > 160 ? $"{line[..159].TrimEnd()}…" : parts.Length > words ? $"{line.TrimEnd('.', ',', ';', ':')} …" : line;
    }
}
