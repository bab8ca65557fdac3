using System.Security.Claims;
using Dialog.Bot.Access;
using Dialog.Bot.Turns;
using Dialog.Core.Access;

namespace Dialog.Bot.Desk;

/// <summary>What an open page asks every few seconds: is there anything new, and who else is here? The page then fetches itself and takes over what is other.</summary>
internal static class DeskLive
{
    /// <summary>The overview, where an assignment's id stands otherwise.</summary>
    public const string Overview = "overview";

    private const int LongestTab = 50;

    public static void MapDeskLive(this IEndpointRouteBuilder desk) => desk.MapGet("/live", LookAsync).Needs(Act.SeeWork);

    private static async Task<IResult> LookAsync(HttpContext http, string? of, string? tab, LiveRead read, Presence presence)
    {
        if (of is not { Length: > 0 and <= 100 } || tab is not { Length: > 0 and <= LongestTab })
        {
            return TypedResults.NotFound();
        }

        if ((of == Overview ? await read.OverviewAsync(http.RequestAborted) : await read.AssignmentAsync(of, http.RequestAborted)) is not { } version)
        {
            return TypedResults.NotFound();
        }

        var others = of == Overview ? [] : await presence.NoteAsync(of, tab, http.User.FindFirstValue(ClaimTypes.Name) is { Length: > 0 } name && name != "desk" ? name : "", Caller.Of(http).PersonId, http.RequestAborted);
        var tag = $"\"{Uri.EscapeDataString($"{version} {others.Count} {string.Join(' ', others)}")}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == $"W/{tag}")
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new LiveBody(version, others));
    }
}

/// <summary>The state of a page's things.</summary>
/// <param name="Version">The same as long as nothing has changed.</param>
/// <param name="Others">Who else has the page open; an empty name is somebody without one.</param>
internal sealed record LiveBody(string Version, IReadOnlyList<string> Others);
