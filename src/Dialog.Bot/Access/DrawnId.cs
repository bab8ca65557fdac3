using System.Security.Cryptography;
using System.Text;

namespace Dialog.Bot.Access;

/// <summary>Ids that are drawn from what was sent, so that the same request sent twice finds what it made. 64 hexadecimal digits, of which as many are used as are needed.</summary>
internal static class DrawnId
{
    /// <summary>Drawn from who sent it, where to, and what else tells it from others.</summary>
    public static string Of(HttpContext http, string said) => Of($"{Caller.Of(http).PersonId ?? "desk"}\n{http.Request.Path}\n{said}");

    /// <summary>Drawn from a text alone.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
