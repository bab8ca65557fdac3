namespace Dialog.Core.Reading;

/// <summary>Short replies, as they are compared.</summary>
internal static class ShortReply
{
    /// <summary>Most messages are shorter.</summary>
    private const int Short = 256;

    /// <summary>Lower case, single spaces, no commas, no marks at the ends.</summary>
    public static string Plain(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('/').TrimEnd(".!… ,");
        trimmed = trimmed.Length > 1 ? trimmed.TrimEnd('?') : trimmed;
        var plain = trimmed.Length <= Short ? stackalloc char[Short] : new char[trimmed.Length];
        var length = 0;
        foreach (var character in trimmed)
        {
            if (!char.IsWhiteSpace(character) && character != ',')
            {
                plain[length++] = LowerCase.Of(character);
            }
            else if (character != ',' && length > 0 && plain[length - 1] != ' ')
            {
                plain[length++] = ' ';
            }
        }

        return new string(plain[..length].TrimEnd(' '));
    }
}
