using System.Security.Claims;
using Dialog.Bot.Access;
using Dialog.Bot.Channels;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dialog.Bot.SigningIn;

/// <summary>Sign-in with the organisation's OpenID provider: code flow with PKCE. Whoever comes back is looked for among the people by what the provider vouches for.</summary>
internal static partial class OidcSignIn
{
    public const string Scheme = "oidc";

    /// <summary>What is registered at the provider as the redirect address.</summary>
    public const string CallbackPath = "/signin-oidc";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static AuthenticationBuilder AddOidc(this AuthenticationBuilder authentication, OidcOptions oidc) => authentication.AddOpenIdConnect(Scheme, options =>
    {
        options.Authority = oidc.Authority;
        options.ClientId = oidc.ClientId;
        options.ClientSecret = oidc.ClientSecret;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Scope.Add("email");
        options.MapInboundClaims = false;
        options.RequireHttpsMetadata = !new Uri(oidc.Authority!).IsLoopback;
        options.BackchannelTimeout = Patience;
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.TokenValidationParameters.ValidAlgorithms =
            [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512];

        // Entra ID tells in the token; its own address for that is another service's.
        options.GetClaimsFromUserInfoEndpoint = oidc.Tenant is null;
        options.ClaimActions.MapJsonKey("email", "email");
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");

        // The provider sends the browser back with a link, never with a form: cookies of this site's own visits will do.
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        // The code flow lets a token pass without a signature, because it came over the provider's own line. Ours has to have one.
        options.Events.OnTokenValidated = context =>
        {
            if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
            {
                context.Fail("The token is not signed.");
            }

            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = LetInAsync;
        options.Events.OnRemoteFailure = FailedAsync;
    });

    /// <summary>Sends to the provider and from there back to where somebody wanted to.</summary>
    public static async Task<IResult> BeginAsync(HttpContext http, string? to)
    {
        try
        {
            await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = $"{http.Request.PathBase}{to ?? "/"}", IsPersistent = true });
            return Results.Empty;
        }
        catch (InvalidOperationException exception) when (!http.Response.HasStarted)
        {
            // The provider's own description could not be read.
            LogFailed(http.RequestServices.GetRequiredService<ILogger<Sessions>>(), exception.GetBaseException().GetType().Name);
            var texts = PageLanguage.TextsFor(http, http.RequestServices.GetRequiredService<Organisation>());
            return Say(http, texts, StatusCodes.Status503ServiceUnavailable, SignInTexts.For(texts.Language).Failed);
        }
    }

    private static async Task LetInAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var oidc = services.GetRequiredService<OidcOptions>();
        var staff = services.GetRequiredService<Staff>();
        var (teams, emails) = Vouched(context.Principal!, oidc);
        var person = await staff.FindAsync(teams, emails, http.RequestAborted);
        if (person is not null && !Staff.StaffRoles(person).IsEmpty)
        {
            Door.Enter(new Door("desk", person.Id));
            await SignIn.TellAsync(http, new Deed("signIn", "person", person.Id));
            context.Principal = await services.GetRequiredService<Sessions>().BeginAsync(person.Id, http.RequestAborted);
            return;
        }

        var organisation = services.GetRequiredService<Organisation>();
        var texts = PageLanguage.TextsFor(http, organisation);
        var door = SignInTexts.For(texts.Language);
        var ask = door.Ask(await staff.AdministratorsAsync(http.RequestAborted), organisation.Name);
        var said = emails is [var email, ..] ? email : context.Principal!.FindFirstValue("email") ?? context.Principal!.FindFirstValue("preferred_username");
        LogUnknown(services.GetRequiredService<ILogger<Sessions>>(), person is null);
        Door.Enter(new Door("desk", person?.Id));
        await SignIn.TellAsync(http, new Deed("signInRefused", "person", person?.Id ?? "unknown"));
        context.HandleResponse();
        await Say(http, texts, StatusCodes.Status403Forbidden, person is not null ? door.NoRole(ask) : emails is [] && teams is null ? door.NotVerified(said, ask) : door.Unknown(said, ask)).ExecuteAsync(http);
    }

    private static async Task FailedAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        var texts = PageLanguage.TextsFor(http, http.RequestServices.GetRequiredService<Organisation>());
        LogFailed(http.RequestServices.GetRequiredService<ILogger<Sessions>>(), context.Failure?.GetBaseException().GetType().Name ?? "");
        context.HandleResponse();
        await Say(http, texts, StatusCodes.Status401Unauthorized, SignInTexts.For(texts.Language).Failed).ExecuteAsync(http);
    }

    /// <summary>
    /// What the provider says and vouches for: an account in one tenant of Entra ID, whose addresses that tenant's administrators give; elsewhere an
    /// address that is said to be verified. An address alone can be anybody's claim.
    /// </summary>
    private static (Address? Teams, IReadOnlyList<string> Emails) Vouched(ClaimsPrincipal user, OidcOptions oidc)
    {
        string? Claim(string name) => user.FindFirstValue(name) is { Length: > 0 and <= 320 } value ? value : null;
        bool Says(string name) => Claim(name) is { } value && (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value == "1");
        if (oidc.Tenant is { } tenant)
        {
            var own = string.Equals(Claim("tid"), tenant, StringComparison.OrdinalIgnoreCase);
            return !own ? (null, []) : (Claim("oid") is { } account ? new Address(Address.Teams, tenant, account) : null, [.. new[] { Claim("email"), Claim("preferred_username") }.OfType<string>().Where(name => name.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)]);
        }

        return (null, Claim("email") is { } email && Says("email_verified") ? [email] : []);
    }

    private static RazorComponentResult<MessagePage> Say(HttpContext http, PageTexts texts, int status, string message)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.SignInHeading, Message = message, Back = true }) { StatusCode = status };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody whom the OpenID provider vouches for is not of the staff (nobody by that address: {Unknown}).")]
    private static partial void LogUnknown(ILogger logger, bool unknown);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in with the OpenID provider failed: {Kind}")]
    private static partial void LogFailed(ILogger logger, string kind);
}
