using Dialog.Bot.Pages;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.SigningIn;

/// <summary>
/// What somebody hears who may not. The API says 401 or 403 as problem details. A page that nobody is signed in for sends to the sign-in and from there
/// back; a form says 401, its writer goes back in the browser and loses nothing. Who is signed in and may not gets a page that says so (403).
/// </summary>
internal sealed class Refused(Organisation organisation) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            return next(http);
        }

        return Answer(http, result.Forbidden).ExecuteAsync(http);
    }

    private IResult Answer(HttpContext http, bool forbidden)
    {
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            if (forbidden)
            {
                return TypedResults.Problem("Your roles do not allow this.", statusCode: StatusCodes.Status403Forbidden);
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem("Send Authorization: Bearer with the desk's token (Desk:Token).", statusCode: StatusCodes.Status401Unauthorized);
        }

        var texts = PageLanguage.TextsFor(http, organisation);
        if (forbidden)
        {
            return new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.DeskTitle, Message = SignInTexts.For(texts.Language).NotAllowed, Back = true }) { StatusCode = StatusCodes.Status403Forbidden };
        }

        return http.Request switch
        {
            { Path.Value: "/" } => SignIn.Page(http, organisation, StatusCodes.Status200OK),
            { Method: "GET" or "HEAD" } => Results.Redirect($"~/?to={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}"),
            _ => SignIn.Page(http, organisation, StatusCodes.Status401Unauthorized, "/signin/back", unsaved: true),
        };
    }
}
