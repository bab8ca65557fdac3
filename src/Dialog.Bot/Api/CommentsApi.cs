using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>A comment on a passage of a draft.</summary>
/// <param name="DraftId">Which draft.</param>
/// <param name="Quote">The passage, as it stands in the text.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="Before">What stands right before the passage: tells two like passages apart.</param>
/// <param name="After">What stands right after it.</param>
/// <param name="By">With the desk's token: the one of the staff who says it.</param>
internal sealed record NewComment(string? DraftId, string? Quote, string? Text, string? Before = null, string? After = null, string? By = null);

/// <summary>A reply to a comment.</summary>
internal sealed record NewReply(string? Text, string? By = null);

/// <summary>Who is done with a comment, or opens it again.</summary>
internal sealed record CommentChange(string? By = null);

/// <summary>A comment, or a reply to one.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="DraftId">Which draft.</param>
/// <param name="Quote">The passage; null for a reply.</param>
/// <param name="Start">Where the passage stands now, in UTF-16 units; null when its words are gone from the text, and for a reply.</param>
/// <param name="ReplyTo">The comment it replies to.</param>
/// <param name="Text">What is said.</param>
/// <param name="By">The name of who said it; null for the desk itself.</param>
/// <param name="At">When.</param>
/// <param name="ResolvedAt">When it was done with; null while it is open.</param>
/// <param name="ToldAt">When the person whose words they are was told of it.</param>
internal sealed record CommentBody(string Id, string DraftId, string? Quote, int? Start, string? ReplyTo, string Text, string? By, DateTimeOffset At, DateTimeOffset? ResolvedAt, DateTimeOffset? ToldAt);

/// <summary>What staff says to each other about passages of drafts.</summary>
internal static class CommentsApi
{
    public static void MapComments(this RouteGroupBuilder api)
    {
        api.MapGet("/assignments/{id}/comments", ListAsync).WithSummary("Comments on passages of the drafts, oldest first").WithTags("Comments").Needs(Act.Comment);
        api.MapPost("/comments", AddAsync).WithSummary("Comment on a passage of a draft; it goes along when changes are requested").WithTags("Comments").TakesKey().Needs(Act.Comment);
        api.MapPost("/comments/{id}/replies", ReplyAsync).WithSummary("Reply to a comment").WithTags("Comments").TakesKey().Needs(Act.Comment);
        api.MapPost("/comments/{id}/resolve", (string id, Optional<CommentChange> body, HttpContext http, CommentBook book, DialogDb db) => ResolveAsync(id, resolved: true, body, http, book, db))
            .WithSummary("A comment is done with").WithTags("Comments").Needs(Act.Comment);
        api.MapPost("/comments/{id}/reopen", (string id, Optional<CommentChange> body, HttpContext http, CommentBook book, DialogDb db) => ResolveAsync(id, resolved: false, body, http, book, db))
            .WithSummary("A comment is open again").WithTags("Comments").Needs(Act.Comment);
    }

    private static async Task<Results<Ok<Page<CommentBody>>, ProblemHttpResult>> ListAsync(string id, DialogDb db, CancellationToken cancellationToken) =>
        await ReviewFiles.ReadAsync(db, id, cancellationToken) is { } file ? TypedResults.Ok(new Page<CommentBody>(file.Comments.ConvertAll(comment => Body(comment, file)))) : Problems.NotFound("assignment", id);

    private static async Task<Results<Created<CommentBody>, Ok<CommentBody>, ValidationProblem, ProblemHttpResult>> AddAsync(NewComment body, CommentBook book, HttpContext http, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var draftId = problems.Need("draftId", body.DraftId, 200);
        problems.Need("quote", body.Quote, CommentBook.MostQuote);
        var text = problems.Need("text", body.Text, CommentBook.MostText);
        problems.Optional("before", body.Before, Anchor.Around);
        problems.Optional("after", body.After, Anchor.Around);
        var by = await WhoAsync(body.By, http, db, problems, cancellationToken);
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var id = keyed?.Id ?? Guid.CreateVersion7().ToString("N");
        return await EarlierAsync(keyed, db, cancellationToken) is { } earlier ? earlier
            : await book.AddAsync(id, draftId, new Anchor(body.Quote!, body.Before ?? "", body.After ?? ""), text, by, cancellationToken) ? await CreatedAsync(id, db, cancellationToken)
            : Problems.NotFound("draft", draftId);
    }

    private static async Task<Results<Created<CommentBody>, Ok<CommentBody>, ValidationProblem, ProblemHttpResult>> ReplyAsync(string id, NewReply body, CommentBook book, HttpContext http, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var text = problems.Need("text", body.Text, CommentBook.MostText);
        var by = await WhoAsync(body.By, http, db, problems, cancellationToken);
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var newId = keyed?.Id ?? Guid.CreateVersion7().ToString("N");
        return await EarlierAsync(keyed, db, cancellationToken) is { } earlier ? earlier
            : await book.ReplyAsync(newId, id, text, by, cancellationToken) ? await CreatedAsync(newId, db, cancellationToken)
            : Problems.NotFound("comment", id);
    }

    private static async Task<Results<Ok<CommentBody>, ValidationProblem, ProblemHttpResult>> ResolveAsync(string id, bool resolved, Optional<CommentChange> body, HttpContext http, CommentBook book, DialogDb db)
    {
        var problems = new Problems();
        var by = await WhoAsync(body.Value?.By, http, db, problems, http.RequestAborted);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        return await book.ResolveAsync(id, resolved, by, http.RequestAborted) ? TypedResults.Ok(await FindAsync(id, db, http.RequestAborted)) : Problems.NotFound("comment", id);
    }

    /// <summary>Who says it: whoever is signed in; with the desk's token the one of the staff that is named.</summary>
    private static async Task<string?> WhoAsync(string? named, HttpContext http, DialogDb db, Problems problems, CancellationToken cancellationToken)
    {
        var by = Acting.By(http, named).PersonId;
        problems.Check("by", by is null || by == Caller.Of(http).PersonId || (await People.StaffAsync(db, cancellationToken)).Exists(person => person.Id == by), "Nobody of the staff has this id.");
        return by;
    }

    private static async Task<Results<Created<CommentBody>, Ok<CommentBody>, ValidationProblem, ProblemHttpResult>?> EarlierAsync(Keyed? keyed, DialogDb db, CancellationToken cancellationToken) =>
        keyed is not null && await db.Comments.AsNoTracking().Where(c => string.Compare(c.Id, keyed.Family) > 0 && string.Compare(c.Id, keyed.Last) < 0).Select(c => c.Id).FirstOrDefaultAsync(cancellationToken) is { } earlier
            ? earlier == keyed.Id ? TypedResults.Ok(await FindAsync(earlier, db, cancellationToken)) : Keyed.Used()
            : null;

    private static async Task<Created<CommentBody>> CreatedAsync(string id, DialogDb db, CancellationToken cancellationToken)
    {
        var comment = await FindAsync(id, db, cancellationToken);
        return TypedResults.Created((string?)null, comment);
    }

    private static async Task<CommentBody> FindAsync(string id, DialogDb db, CancellationToken cancellationToken)
    {
        var assignment = await db.Comments.Where(c => c.Id == id).Select(c => c.AssignmentId).SingleAsync(cancellationToken);
        var file = (await ReviewFiles.ReadAsync(db, assignment, cancellationToken))!;
        return Body(file.Comments.Find(comment => comment.Id == id)!, file);
    }

    private static CommentBody Body(PassageComment comment, ReviewFile file) => new(
        comment.Id, comment.DraftId, comment.ReplyTo is null ? comment.Place.Quote : null, comment.ReplyTo is null && file.Drafts.Find(draft => draft.Id == comment.DraftId) is { } draft ? comment.Place.Find(draft.Draft.Text) : null,
        comment.ReplyTo, comment.Text, comment.By, comment.At, comment.ResolvedAt, comment.ToldAt);
}
