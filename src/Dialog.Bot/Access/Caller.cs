using System.Collections.Immutable;
using System.Security.Claims;
using Dialog.Core.Access;

namespace Dialog.Bot.Access;

/// <summary>Who came to the desk or the API.</summary>
/// <param name="Roles">As what; empty for nobody.</param>
/// <param name="PersonId">Null for the desk's token, which is nobody in particular.</param>
public sealed record Caller(ImmutableArray<ReviewRole> Roles, string? PersonId)
{
    public static Caller Of(HttpContext http) => Of(http.User);

    public static Caller Of(ClaimsPrincipal user) => new(
        [.. user.FindAll(ClaimTypes.Role).Select(claim => JsonNames<ReviewRole>.All.TryGetValue(claim.Value, out var role) ? role : (ReviewRole?)null).OfType<ReviewRole>()],
        user.FindFirstValue(ClaimTypes.NameIdentifier));

    /// <summary>At the desk and over the API things are done to others: one's own is done in the talk.</summary>
    public bool May(Act act) => Roles.Any(role => May(role, act));

    /// <summary>As what they come: the first role that may do it, else the first; null for nobody.</summary>
    public ReviewRole? As(Act? act) => Roles.Cast<ReviewRole?>().FirstOrDefault(role => act is { } wanted && May(role!.Value, wanted)) ?? Roles.Cast<ReviewRole?>().FirstOrDefault();

    private static bool May(ReviewRole role, Act act) => AccessTable.May(role, act, Whose.Others);
}
