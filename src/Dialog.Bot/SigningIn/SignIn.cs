using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dialog.Bot.SigningIn;

/// <summary>Who may come in, and how one signs in and out.</summary>
internal static class SignIn
{
    /// <summary>Either the token or the cookie, whichever was sent.</summary>
    private const string Either = "either";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new DeskOptions { Token = configuration["Desk:Token"] is { Length: > 0 } token ? token : DeskOptions.RandomToken() });
        var oidc = OidcOptions.Read(configuration);
        services.AddSingleton(oidc);
        services.AddSingleton<ICheck, OidcCheck>();
        services.AddSingleton<Sessions>();
        services.AddAuthorization(options => options.FallbackPolicy = Rules.Shut);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refused>();
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = http => http.Request.Headers.Authorization.Count > 0 ? TokenHandler.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, configureOptions: null)
            .AddCookie(options =>
            {
                options.Cookie.Name = "dialog-desk";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromDays(7);
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Sessions>().CheckAsync(context);
            });
        if (oidc.SignsIn)
        {
            authentication.AddOidc(oidc);
        }
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("").ExcludeFromDescription();
        door.MapGet("/signin", ByLinkAsync).RequireRateLimiting(Limits.SignIn).OpenTo("sign-in: looks at the token itself");
        door.MapPost("/signin", ByFormAsync).RequireRateLimiting(Limits.SignIn).OpenTo("sign-in: looks at the token itself");
        if (routes.ServiceProvider.GetRequiredService<OidcOptions>().SignsIn)
        {
            door.MapGet("/signin/oidc", (HttpContext http, string? to) => OidcSignIn.BeginAsync(http, Back(to))).RequireRateLimiting(Limits.SignIn).OpenTo("sends to the organisation's sign-in");
        }

        door.MapGet("/signin/back", TellBack).Needs(Act.SeeWork);
        door.MapPost("/signout", LeaveAsync).OpenTo("ends nothing but the caller's own session");
    }

    /// <summary>The page to sign in on.</summary>
    /// <param name="http">Who asks, and in its address where to.</param>
    /// <param name="organisation">Whose desk it is.</param>
    /// <param name="status">How it is answered.</param>
    /// <param name="to">The page to go on to, when the address does not tell it.</param>
    /// <param name="wrong">The token was none.</param>
    /// <param name="unsaved">A form was sent that nothing came of.</param>
    public static IResult Page(HttpContext http, Organisation organisation, int status, string? to = null, bool wrong = false, bool unsaved = false) =>
        new RazorComponentResult<SignInPage>(new { Texts = PageLanguage.TextsFor(http, organisation), Wrong = wrong, Unsaved = unsaved, To = Back(to ?? http.Request.Query["to"]), Organisation = http.RequestServices.GetRequiredService<OidcOptions>().SignsIn ? organisation.Name : null }) { StatusCode = status };

    private static async Task<IResult> ByLinkAsync(HttpContext http, string? token, DeskOptions desk, Sessions sessions, Organisation organisation) =>
        await EnterAsync(http, token, desk, sessions) ? Results.Redirect("~/") : Page(http, organisation, StatusCodes.Status401Unauthorized, wrong: true);

    private static async Task<IResult> ByFormAsync(HttpContext http, [FromForm] string? token, [FromForm] string? to, DeskOptions desk, Sessions sessions, Organisation organisation) =>
        await EnterAsync(http, token?.Trim(), desk, sessions) ? Results.Redirect($"~{Back(to) ?? "/"}") : Page(http, organisation, StatusCodes.Status401Unauthorized, to, wrong: true);

    /// <summary>Whoever signed in where a form was refused goes back to it; without scripts they are told to.</summary>
    public static IResult TellBack(HttpContext http, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var door = SignInTexts.For(texts.Language);
        return new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = door.SignedIn, Message = door.GoBack, Back = true, Script = "back.js" });
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, [FromForm] string? leave, Sessions sessions)
    {
        var caller = Caller.Of(http);
        if (leave == "everywhere" && !caller.Roles.IsEmpty)
        {
            await sessions.EndAsync(caller.PersonId ?? SignOuts.Desk, http.RequestAborted);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Acting.Choose(http, personId: null);
        return Results.Redirect("~/");
    }

    /// <summary>Who came in, and who did not.</summary>
    public static Task TellAsync(HttpContext http, Deed deed) =>
        http.RequestServices.GetRequiredService<Database>().TellAsync(deed, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);

    private static async Task<bool> EnterAsync(HttpContext http, string? token, DeskOptions desk, Sessions sessions)
    {
        if (token is null || !TokenHandler.Is(token, desk))
        {
            await TellAsync(http, new Deed("signInRefused", "desk", "token"));
            return false;
        }

        await TellAsync(http, new Deed("signIn", "desk", "token"));
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, await sessions.BeginAsync(personId: null, http.RequestAborted), new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    /// <summary>Where somebody wanted to when they had to sign in; null for anything but a page of our own.</summary>
    private static string? Back(string? to) => to is ['/', ..] and not ['/', '/' or '\\', ..] && to.Length <= 2000 && !to.Any(char.IsControl) ? to : null;
}
