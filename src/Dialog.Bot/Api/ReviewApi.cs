using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>Another text.</summary>
internal sealed record NewText(string? Text, string? Comment = null, string? By = null);

/// <summary>Why.</summary>
internal sealed record ReviewComment(string? Comment, string? By = null);

/// <summary>Where it can be seen.</summary>
internal sealed record Publication(string? Url, string? By = null);

/// <summary>When it goes out.</summary>
internal sealed record NewSchedule(DateTimeOffset? At, string? By = null);

/// <summary>Which revision is wanted back.</summary>
internal sealed record Restoration(int? Revision, string? By = null);

/// <summary>Review over REST: with the desk's token one acts as the desk, or, with <c>by</c>, as the person of that id, who may do what the person's roles allow. If-Match names the revision that was read; 412 when there is a newer one.</summary>
internal static class ReviewApi
{
    private const int MostText = 20_000;

    private const int MostComment = 2000;

    public static void MapReviews(this RouteGroupBuilder api)
    {
        api.MapPatch("/drafts/{id}", (string id, NewText body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Edit, Acting.By(http, body.By)) { Text = body.Text ?? "", Comment = body.Comment }))
            .WithSummary("Another text: a new revision, which has to be approved anew").WithTags("Review").Needs(Act.Edit);
        api.MapPost("/drafts/{id}/approve", (string id, Optional<ReviewComment> body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Approve, Acting.By(http, body.Value?.By)) { Comment = body.Value?.Comment }))
            .WithSummary("Approve exactly this text").WithDescription("Body, may be left out: {\"comment\": \"…\"}").WithTags("Review").Needs(Act.Review);
        api.MapPost("/drafts/{id}/request-changes", (string id, ReviewComment body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.RequestChanges, Acting.By(http, body.By)) { Comment = body.Comment }))
            .WithSummary("Return it with a reason").WithTags("Review").Needs(Act.RequestChanges);
        api.MapPost("/drafts/{id}/accept-warnings", (string id, ReviewComment body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.AcceptWarnings, Acting.By(http, body.By)) { Comment = body.Comment }))
            .WithSummary("Accept this revision's severe warnings, with a reason").WithTags("Review").Needs(Act.AcceptWarnings);
        api.MapPost("/drafts/{id}/restore", (string id, Restoration body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Restore, Acting.By(http, body.By)) { Restores = body.Revision }))
            .WithSummary("An earlier revision's text again, as a new revision").WithTags("Review").Needs(Act.Restore);
        api.MapPost("/drafts/{id}/schedule", (string id, NewSchedule body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Schedule, Acting.By(http, body.By)) { GoesOutAt = body.At }))
            .WithSummary("Note when an approved text goes out").WithTags("Review").Needs(Act.Schedule);
        api.MapPost("/drafts/{id}/published", (string id, Optional<Publication> body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Publish, Acting.By(http, body.Value?.By)) { Url = body.Value?.Url?.Trim() }))
            .WithSummary("Note that an approved text has gone out").WithDescription("Body, may be left out: {\"url\": \"https://…\"}").WithTags("Review").Needs(Act.Publish);
        api.MapPost("/drafts/{id}/withdraw", (string id, Optional<ReviewComment> body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Withdraw, Acting.By(http, body.Value?.By)) { Comment = body.Value?.Comment }))
            .WithSummary("Take it away; the text is kept").WithDescription("Body, may be left out: {\"comment\": \"…\"}").WithTags("Review").Needs(Act.Withdraw);
        api.MapPost("/drafts/{id}/spike", (string id, Optional<ReviewComment> body, HttpContext http, ReviewDesk desk, DialogDb db) =>
            TakeAsync(http, desk, db, new ReviewOrder(id, ReviewAction.Spike, Acting.By(http, body.Value?.By)) { Comment = body.Value?.Comment }))
            .WithSummary("Throw it away; the text is kept").WithDescription("Body, may be left out: {\"comment\": \"…\"}").WithTags("Review").Needs(Act.Spike);
    }

    private static async Task<Results<Ok<DraftDetails>, ValidationProblem, ProblemHttpResult>> TakeAsync(HttpContext http, ReviewDesk desk, DialogDb db, ReviewOrder order)
    {
        var problems = new Problems();
        problems.Optional("text", order.Text, MostText);
        problems.Optional("comment", order.Comment, MostComment);
        problems.Check("url", order.Url is null || WebAddress.Is(order.Url), "Use a whole address with https://.");
        problems.Check("revision", order.Action != ReviewAction.Restore || order.Restores is not null, "Say which revision.");
        problems.Check("at", order.Action != ReviewAction.Schedule || order.GoesOutAt is { Year: >= 2000 and < 2200 }, "Say when, in a year between 2000 and 2199.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var refused = await desk.OrderAsync(order with { IfRevision = IfMatch.Read(http.Request) }, http.RequestAborted);
        switch (refused)
        {
            case null:
                return (await DraftsApi.ShowAsync(order.DraftId, db, http.Response, http.RequestAborted)).Result is Ok<DraftDetails> shown ? shown : Problems.NotFound("draft", order.DraftId);
            case Refusal.Unknown when order.Restores is { } revision && await db.Drafts.FindAsync([order.DraftId, revision], http.RequestAborted) is null:
                return TypedResults.Problem($"There is no revision {revision} of the draft {order.DraftId}.", statusCode: StatusCodes.Status404NotFound);
            case Refusal.Unknown:
                return Problems.NotFound("draft", order.DraftId);
            case Refusal.TextMissing:
                problems.Check("text", holds: false, "This is needed.");
                return problems.ToResult();
            case Refusal.CommentMissing:
                problems.Check("comment", holds: false, "This is needed: say why.");
                return problems.ToResult();
            default:
                return TypedResults.Problem(
                    ReviewTexts.For("en").Why(refused.Value),
                    statusCode: refused switch { Refusal.Stale => StatusCodes.Status412PreconditionFailed, Refusal.NotAllowed => StatusCodes.Status403Forbidden, _ => StatusCodes.Status409Conflict },
                    extensions: new Dictionary<string, object?> { ["code"] = refused.Value });
        }
    }
}
