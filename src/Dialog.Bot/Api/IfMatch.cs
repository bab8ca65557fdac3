using System.Globalization;

namespace Dialog.Bot.Api;

/// <summary>The revision that a change was made from.</summary>
internal static class IfMatch
{
    /// <summary>The revision <c>If-Match</c> names; null without one or with *. Several, or what is no revision of ours, match nothing.</summary>
    public static int? Read(HttpRequest request)
    {
        const int Nothing = -1;
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        // Some proxies mark a tag as weak on its way out.
        var tag = request.Headers.IfMatch.ToString().AsSpan().Trim();
        tag = tag.StartsWith("W/") ? tag[2..] : tag;
        return tag is "*" ? null
            : tag is ['"', .. var number, '"'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
            : Nothing;
    }
}
