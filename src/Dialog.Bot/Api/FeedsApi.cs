using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>The address of a calendar; shown once, it cannot be read again.</summary>
internal sealed record FeedBody(string Url);

internal static class FeedsApi
{
    public static void MapFeeds(this RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/feed", GiveAsync).WithSummary("A calendar address for the person's deadlines; the one before stops working").WithTags("Calendars").Needs(Act.ChangePeople);
        api.MapDelete("/people/{id}/feed", TakeBackAsync).WithSummary("The person's calendar address stops working").WithTags("Calendars").Needs(Act.ChangePeople);
        api.MapPost("/desk/feed", (HttpContext http, FeedBook feeds) => GiveToDeskAsync(http, feeds)).WithSummary("A calendar address for everybody's deadlines; the one before stops working").WithTags("Calendars").Needs(Act.Order);
        api.MapDelete("/desk/feed", (FeedBook feeds, CancellationToken cancellationToken) => TakeBackAsync(FeedBook.Desk, feeds, cancellationToken)).WithSummary("The desk's calendar address stops working").WithTags("Calendars").Needs(Act.Order);
    }

    /// <summary>The calendar itself: whoever has the address may read it.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes) => routes.MapGet("/calendars/{secret}.ics", ReadAsync).ExcludeFromDescription().OpenTo("the secret in the address");

    private static async Task<Results<ContentHttpResult, NotFound>> ReadAsync(string secret, FeedBook feeds, CancellationToken cancellationToken) =>
        secret.Length <= 100 && await feeds.ReadAsync(secret, cancellationToken) is { } calendar ? TypedResults.Content(calendar, "text/calendar; charset=utf-8") : TypedResults.NotFound();

    private static async Task<Results<Ok<FeedBody>, ProblemHttpResult>> GiveAsync(string id, HttpContext http, FeedBook feeds, DialogDb db) =>
        await db.People.AnyAsync(person => person.Id == id, http.RequestAborted) ? TypedResults.Ok(Address(http, await feeds.GiveAsync(id, http.RequestAborted))) : Problems.NotFound("person", id);

    private static async Task<Ok<FeedBody>> GiveToDeskAsync(HttpContext http, FeedBook feeds) => TypedResults.Ok(Address(http, await feeds.GiveAsync(FeedBook.Desk, http.RequestAborted)));

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(string id, FeedBook feeds, CancellationToken cancellationToken) =>
        await feeds.TakeBackAsync(id, cancellationToken) ? TypedResults.NoContent() : Problems.NotFound("calendar of", id);

    /// <summary>Where whoever has the secret reads the calendar.</summary>
    public static FeedBody Address(HttpContext http, string secret) => new($"{PathPrefix.Root(http)}/calendars/{secret}.ics");
}
