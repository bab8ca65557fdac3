using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Dialog.Bot.Api;

/// <summary>The address of a calendar or feed; shown once, it cannot be read again.</summary>
internal sealed record FeedBody(string Url);

/// <summary>Calendars and the feed of texts: addresses that are given over REST, and what is read there by whoever has one.</summary>
internal static class FeedsApi
{
    public static void MapFeeds(this RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/feed", GiveAsync).WithSummary("A calendar address for the person's deadlines; the one before stops working").WithTags("Calendars").Needs(Act.ChangePeople);
        api.MapDelete("/people/{id}/feed", async (string id, FeedBook feeds, Database database, CancellationToken cancellationToken) => await TakeBackAsync(await Joins.FollowAsync(database, id, cancellationToken), feeds, cancellationToken)).WithSummary("The person's calendar address stops working").WithTags("Calendars").Needs(Act.ChangePeople);
        api.MapPost("/desk/feed", (HttpContext http, FeedBook feeds) => GiveToDeskAsync(http, feeds)).WithSummary("A calendar address for everybody's deadlines; the one before stops working").WithTags("Calendars").Needs(Act.Order);
        api.MapDelete("/desk/feed", (FeedBook feeds, CancellationToken cancellationToken) => TakeBackAsync(FeedBook.Desk, feeds, cancellationToken)).WithSummary("The desk's calendar address stops working").WithTags("Calendars").Needs(Act.Order);
        api.MapPost("/texts/feed", (HttpContext http, FeedBook feeds) => GiveTextsAsync(http, feeds)).WithSummary("An address where the approved and published texts are read (Atom); the one before stops working").WithTags("Feeds").Needs(Act.Order);
        api.MapDelete("/texts/feed", (FeedBook feeds, CancellationToken cancellationToken) => TakeBackAsync(TextFeed.Owner, feeds, cancellationToken)).WithSummary("The address of the texts stops working").WithTags("Feeds").Needs(Act.Order);
    }

    /// <summary>The texts themselves: whoever has the address may read them.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> ReadTextsAsync(string secret, TextFeed feed, CancellationToken cancellationToken) =>
        secret.Length <= 100 && await feed.ReadAsync(secret, cancellationToken) is { } texts
            ? TypedResults.File(texts, "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{TextFeed.Tag(texts)}\""))
            : TypedResults.NotFound();

    /// <summary>The calendar itself: whoever has the address may read it.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendars/{secret}.ics", ReadAsync).ExcludeFromDescription().OpenTo("the secret in the address");
        routes.MapGet("/feeds/{secret}.atom", ReadTextsAsync).ExcludeFromDescription().OpenTo("the secret in the address");
    }

    private static async Task<Results<ContentHttpResult, NotFound>> ReadAsync(string secret, FeedBook feeds, CancellationToken cancellationToken) =>
        secret.Length <= 100 && await feeds.ReadAsync(secret, cancellationToken) is { } calendar ? TypedResults.Content(calendar, "text/calendar; charset=utf-8") : TypedResults.NotFound();

    private static async Task<Results<Ok<FeedBody>, ProblemHttpResult>> GiveAsync(string id, HttpContext http, FeedBook feeds, DialogDb db, Database database)
    {
        id = await Joins.FollowAsync(database, id, http.RequestAborted);
        return await db.People.AnyAsync(person => person.Id == id, http.RequestAborted) ? TypedResults.Ok(Address(http, await feeds.GiveAsync(id, http.RequestAborted))) : Problems.NotFound("person", id);
    }

    private static async Task<Ok<FeedBody>> GiveToDeskAsync(HttpContext http, FeedBook feeds) => TypedResults.Ok(Address(http, await feeds.GiveAsync(FeedBook.Desk, http.RequestAborted)));

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(string id, FeedBook feeds, CancellationToken cancellationToken) =>
        await feeds.TakeBackAsync(id, cancellationToken) ? TypedResults.NoContent() : Problems.NotFound("calendar of", id);

    private static async Task<Ok<FeedBody>> GiveTextsAsync(HttpContext http, FeedBook feeds) =>
        TypedResults.Ok(new FeedBody(Address(http, await feeds.GiveAsync(TextFeed.Owner, http.RequestAborted)).Url.Replace("/calendars/", "/feeds/", StringComparison.Ordinal).Replace(".ics", ".atom", StringComparison.Ordinal)));

    /// <summary>Where whoever has the secret reads the calendar.</summary>
    public static FeedBody Address(HttpContext http, string secret) => new($"{PathPrefix.Root(http)}/calendars/{secret}.ics");
}
