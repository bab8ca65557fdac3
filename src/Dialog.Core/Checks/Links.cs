using System.Buffers;

namespace Dialog.Core.Checks;

/// <summary>Labels of links and where they lead.</summary>
internal static class Links
{
    /// <summary>What a tag's or a function's name is written with.</summary>
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>The label looks like an address, and the link leads elsewhere.</summary>
    public static bool Differ(ReadOnlySpan<char> label, ReadOnlySpan<char> target)
    {
        label = label.Trim();
        return !label.ContainsAny(" \n") && LooksLikeAddress(label) && !Host(label).Equals(Host(target), StringComparison.OrdinalIgnoreCase);
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> label)
    {
        var host = Host(label);
        var point = host.LastIndexOf('.');
        return point > 0 && host.Length - point > 2 && host[(point + 1)..].IndexOfAnyExceptInRange('a', 'z') < 0 && host.IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static ReadOnlySpan<char> Host(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("://");
        if (scheme >= 0)
        {
            address = address[(scheme + 3)..];
        }
        else if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            address = address["mailto:".Length..];
        }

        var end = address.IndexOfAny("/?#:");
        address = end < 0 ? address : address[..end];
        address = address[(address.LastIndexOf('@') + 1)..];
        return address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address[4..] : address;
    }
}
