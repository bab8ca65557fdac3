using System.Security.Claims;
using Dialog.Bot.Access;
using Dialog.Core.Access;

namespace Dialog.Bot;

/// <summary>The way something came into the program, and who came through it as far as that way knows.</summary>
/// <param name="Name"><c>slack</c>, <c>teams</c> or <c>web</c> (the chat), <c>desk</c>, <c>api</c>, <c>clock</c> (the program by itself) or <c>command</c>.</param>
/// <param name="PersonId">Who; null for the desk's token and for the program, which are nobody in particular.</param>
/// <param name="Role">As what, e.g. <c>respondent</c>, <c>editor</c>, <c>desk</c>; null for the program.</param>
internal sealed record Door(string Name, string? PersonId = null, string? Role = null)
{
    /// <summary>The program by itself: what is due, what is too old.</summary>
    public static readonly Door Clock = new("clock");

    /// <summary>Somebody at the machine wrote a sub-command.</summary>
    public static readonly Door Command = new("command");

    private static readonly AsyncLocal<Door?> Entered = new();

    /// <summary>The door that what runs now came through.</summary>
    public static Door Current => Entered.Value ?? Clock;

    /// <summary>From here on, and in all that is awaited from here, it is this door.</summary>
    public static void Enter(Door door) => Entered.Value = door;

    /// <summary>The door of a request. Whoever has several roles came as the first that may do what the request is for.</summary>
    public static Door Of(PathString path, ClaimsPrincipal user, Act? act = null) =>
        path.StartsWithSegments("/slack") ? new Door("slack")
        : path.StartsWithSegments("/teams") || path == "/api/messages" ? new Door("teams")
        : path.StartsWithSegments("/chat") ? new Door("web")
        : Of(path.StartsWithSegments("/api") ? "api" : "desk", Caller.Of(user), act);

    private static Door Of(string name, Caller caller, Act? act) => new(name, caller.PersonId, caller.As(act) is { } role ? JsonNames<ReviewRole>.Of(role) : null);
}

/// <summary>Where requests come in, and what each has to pass.</summary>
internal static class Doors
{
    /// <summary>Whoever acts in a request is known to all that it leads to.</summary>
    public static void UseDoors(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Door.Enter(Door.Of(http.Request.Path, http.User, http.GetEndpoint()?.Metadata.GetMetadata<Rule>()?.Act));
        return next(http);
    });

    /// <summary>
    /// What a platform posts here proves by itself who sent it, and has limits of its own: it passes neither sign-in nor rules nor limits for people, which
    /// would all let it through. It comes through the platform's door all the same.
    /// </summary>
    public static void StraightIn(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
    {
        Door.Enter(Door.Of(context.HttpContext.Request.Path, context.HttpContext.User));
        return next(context);
    }).ShortCircuit();
}
