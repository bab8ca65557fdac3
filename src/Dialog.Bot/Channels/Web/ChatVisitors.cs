using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Dialog.Bot.Channels.Web;

/// <summary>Recognises visitors of the chat page by a protected cookie, and makes invitations that bring a known person to their chat.</summary>
internal sealed class ChatVisitors(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "dialog-chat";

    private const string StampHeader = "X-Chat-Visitor";

    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(365);

    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(60);

    private readonly IDataProtector cookies = protection.CreateProtector("Dialog.Chat.Visitor");

    private readonly SealedFor invitations = new(protection, "Dialog.Chat.Invitation", time);

    /// <summary>The visitor's id; null for somebody new, or a cookie that is not ours.</summary>
    public string? Find(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 } cookie ? cookies.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What tells one visitor's page from another's, and nothing about who it is.</summary>
    public static string Stamp(string visitor) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(visitor)).AsSpan(0, 8));

    /// <summary>The page that asks was opened by another visitor than the browser knows now. A call that does not say is nobody else's.</summary>
    public bool IsOfAnother(HttpRequest request) =>
        request.Headers[StampHeader].ToString() is { Length: > 0 } stamp && Find(request) is { } visitor && stamp != Stamp(visitor);

    /// <summary>Remembers a visitor in the browser; a new one gets a random id.</summary>
    public string Remember(HttpContext http, string? visitor = null)
    {
        visitor ??= $"visitor-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        http.Response.Cookies.Append(Cookie, cookies.Protect(visitor), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = CookieLife,
            IsEssential = true,
        });
        return visitor;
    }

    /// <summary>A token for the link <c>/chat?invite=…</c>: whoever holds it within 60 days chats as that web address.</summary>
    public string Invite(string visitor) => invitations.Close(visitor, InvitationLife);

    /// <summary>Who is invited; null when the token is not ours or too old.</summary>
    public string? Accept(string invitation) => invitations.Open(invitation);
}
