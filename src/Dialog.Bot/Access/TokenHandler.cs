using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Dialog.Bot.Access;

/// <summary>The desk's token as a bearer: of the REST API, and of whatever else a script asks for.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    /// <summary>The request carries the desk's token.</summary>
    public static bool Carries(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && Is(header["Bearer ".Length..].Trim(), http.RequestServices.GetRequiredService<DeskOptions>());

    /// <summary>This is the desk's token; how long it takes does not tell how much of it was right.</summary>
    public static bool Is(string given, DeskOptions desk) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(desk.Token));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Carries(Context))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(sessions.OfDesk(Name), Name)));
    }
}
