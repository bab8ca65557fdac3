namespace Dialog.Core.Reading;

/// <summary>Short replies, as they are compared.</summary>
internal static class ShortReply
{
    /// <summary>Lower case, single spaces, no marks at the ends.</summary>
    public static string Plain(string text)
    {
        var trimmed = text.Trim().TrimStart('/').TrimEnd('.', '!', '…', ' ', ',');
        trimmed = trimmed.Length > 1 ? trimmed.TrimEnd('?') : trimmed;
        return string.Join(' ', trimmed.ToLowerInvariant().Replace('’', '\'').Replace(",", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
