using System.Globalization;
using Microsoft.Net.Http.Headers;

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

        return !EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) || tags is not [var tag] ? Nothing
            : tag.Equals(EntityTagHeaderValue.Any) ? null
            : int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
            : Nothing;
    }
}
