using Dialog.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace Dialog.Bot.Access;

/// <summary>Every route says either what it is for or why it is open; one that says nothing is shut.</summary>
internal static class Rules
{
    /// <summary>Open to whoever may do this.</summary>
    public static T Needs<T>(this T route, Act act)
        where T : IEndpointConventionBuilder
    {
        var rule = new Rule(act);
        return route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(rule).Build()).WithMetadata(rule);
    }

    /// <summary>Open to everybody, or with a check of its own.</summary>
    public static T OpenTo<T>(this T route, string why)
        where T : IEndpointConventionBuilder => route.AllowAnonymous().WithMetadata(new OpenDoor(why));

    /// <summary>
    /// What counts where a route says nothing: nobody may. An address that is no route is not there for anybody (404), a wrong method is one (405), and
    /// the last resort, of which there is one for files while developing, looks itself.
    /// </summary>
    public static readonly AuthorizationPolicy Shut =
        new AuthorizationPolicyBuilder().RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint { Order: < int.MaxValue }).Build();
}
