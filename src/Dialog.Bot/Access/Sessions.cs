using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dialog.Bot.Access;

/// <summary>Sessions at the desk: a protected cookie that is looked at anew with every request.</summary>
internal static class Sessions
{
    private const string Stamp = "stamp";

    /// <summary>Whoever holds the desk's token.</summary>
    public static ClaimsIdentity OfDesk(DeskOptions desk, string scheme) =>
        new([new Claim(ClaimTypes.Name, "desk"), new Claim(ClaimTypes.Role, "desk"), new Claim(Stamp, StampOf(desk))], scheme);

    /// <summary>A session begun with another token than today's is over.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var desk = context.HttpContext.RequestServices.GetRequiredService<DeskOptions>();
        if (context.Principal?.FindFirstValue(Stamp) != StampOf(desk))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    /// <summary>Changes with the token and does not tell it.</summary>
    private static string StampOf(DeskOptions desk) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(desk.Token), "session at the desk"u8));
}
