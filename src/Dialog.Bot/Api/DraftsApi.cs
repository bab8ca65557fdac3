using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>The latest revision of a draft.</summary>
internal sealed record DraftBody(
    string Id,
    string AssignmentId,
    string Outlet,
    string Text,
    IReadOnlyList<DraftPart> Parts,
    int Length,
    int? Limit,
    string Unit,
    DraftStatus Status,
    int Revision,
    string Hash,
    IReadOnlyList<DraftSentence> Sentences,
    IReadOnlyList<DraftWarning> Warnings,
    DateTimeOffset At);

internal static class DraftsApi
{
    private const int PageSize = 100;

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        api.MapGet("/drafts", ListAsync).WithSummary("Drafts by assignment, outlet or status").WithTags("Drafts");
        api.MapGet("/drafts/{id}", GetAsync).WithSummary("One draft").WithTags("Drafts");
    }

    /// <summary>The latest revision of each of the drafts.</summary>
    public static async Task<List<DraftBody>> LatestAsync(IQueryable<DraftRow> drafts, CancellationToken cancellationToken)
    {
        var rows = await Latest(drafts).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(Body);
    }

    private static async Task<Results<Ok<Page<DraftBody>>, ValidationProblem>> ListAsync(string? assignment, string? outlet, string? status, string? cursor, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var wanted = problems.Named<DraftStatus>("status", status);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var drafts = Latest(db.Drafts);
        drafts = assignment is null ? drafts : drafts.Where(d => d.AssignmentId == assignment);
        drafts = outlet is null ? drafts : drafts.Where(d => d.Outlet == outlet);
        drafts = wanted is null ? drafts : drafts.Where(d => d.Status == wanted);
        drafts = cursor is null ? drafts : drafts.Where(d => string.Compare(d.Id, cursor) > 0);
        var rows = await drafts.OrderBy(d => d.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<DraftBody>(rows.Take(PageSize).Select(Body).ToList(), rows.Count > PageSize ? rows[PageSize - 1].Id : null));
    }

    private static async Task<Results<Ok<DraftBody>, ProblemHttpResult>> GetAsync(string id, DialogDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Drafts.AsNoTracking().Where(d => d.Id == id).OrderByDescending(d => d.Revision).FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return Problems.NotFound("draft", id);
        }

        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{row.Revision}\"");
        return TypedResults.Ok(Body(row));
    }

    private static IQueryable<DraftRow> Latest(IQueryable<DraftRow> drafts) =>
        drafts.AsNoTracking().Where(d => !drafts.Any(later => later.Id == d.Id && later.Revision > d.Revision));

    private static DraftBody Body(DraftRow row)
    {
        var draft = StateJson.Read<Draft>(row.Body);
        return new DraftBody(
            row.Id, row.AssignmentId, row.Outlet, draft.Text, draft.Parts, draft.Length, draft.Limit, draft.Unit, row.Status, row.Revision, row.Hash, draft.Sentences, draft.Warnings, row.At);
    }
}
