using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>The latest revision of a draft.</summary>
internal record DraftBody(
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
    DateTimeOffset At)
{
    /// <summary>Headlines to pick among, the one that stands first; of the ad.</summary>
    public required IReadOnlyList<DraftSentence> Headlines { get; init; }

    /// <summary>The lead, at most 200 characters; of the web page.</summary>
    public required string? Abstract { get; init; }

    /// <summary>For search engines, at most 155 characters; of the web page.</summary>
    public required string? Description { get; init; }
}

/// <summary>A draft with what was said about its latest revision.</summary>
internal sealed record DraftDetails : DraftBody
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public DraftDetails(DraftBody draft)
        : base(draft)
    {
    }

    /// <summary>Everybody's last word about this text: approve or requestChanges.</summary>
    public IReadOnlyList<ReviewEntry> Verdicts { get; init; } = [];
}

/// <summary>A revision of a draft with what changed since the one before it.</summary>
internal sealed record RevisionBody(
    int Revision, DraftRevisionKind Kind, Actor? By, DateTimeOffset At, string Hash, string Text, IReadOnlyList<DiffPiece> Changes, IReadOnlyList<ReviewEntry> Reviews);

/// <summary>Drafts over REST, as they are read; what is done to them is in <see cref="ReviewApi"/>.</summary>
internal static class DraftsApi
{
    private const int PageSize = 100;

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        api.MapGet("/drafts", ListAsync).WithSummary("Drafts by assignment, outlet or status").WithTags("Drafts").Needs(Act.ReadDrafts);
        api.MapGet("/drafts/{id}", GetAsync).WithSummary("One draft; its ETag is the revision").WithTags("Drafts").Needs(Act.ReadDrafts);
        api.MapGet("/drafts/{id}/history", HistoryAsync).WithSummary("Every revision with what changed and what was said about it").WithTags("Drafts").Needs(Act.ReadDrafts);
        api.MapReviews();
        api.MapReaders();
        api.MapComments();
    }

    /// <summary>The latest revision of each of the drafts.</summary>
    public static async Task<List<DraftBody>> LatestAsync(IQueryable<DraftRow> drafts, DialogDb db, CancellationToken cancellationToken) =>
        await BodiesAsync(await Latest(drafts).OrderBy(d => d.Id).ToListAsync(cancellationToken), db, cancellationToken);

    /// <summary>The draft as it stands, with its ETag.</summary>
    public static async Task<Results<Ok<DraftDetails>, ProblemHttpResult>> ShowAsync(string id, DialogDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, db, cancellationToken) is not { } draft)
        {
            return Problems.NotFound("draft", id);
        }

        response.Headers.ETag = Tag(draft.Newest.Number);
        return TypedResults.Ok(new DraftDetails(Body(draft)) { Verdicts = draft.Verdicts() });
    }

    /// <summary>A revision as an entity tag.</summary>
    public static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static async Task<Results<Ok<Page<DraftBody>>, ValidationProblem>> ListAsync(string? assignment, string? outlet, string? status, string? cursor, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var wanted = problems.Named<DraftStatus>("status", status);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var drafts = Latest(db.Drafts);
        drafts = string.IsNullOrEmpty(assignment) ? drafts : drafts.Where(d => d.AssignmentId == assignment);
        drafts = string.IsNullOrEmpty(outlet) ? drafts : drafts.Where(d => d.Outlet == outlet);
        drafts = wanted is null ? drafts : drafts.Where(d => d.Status == wanted);
        drafts = cursor is null ? drafts : drafts.Where(d => string.Compare(d.Id, cursor) > 0);
        var rows = await drafts.OrderBy(d => d.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<DraftBody>(await BodiesAsync([.. rows.Take(PageSize)], db, cancellationToken), rows.Count > PageSize ? rows[PageSize - 1].Id : null));
    }

    private static Task<Results<Ok<DraftDetails>, ProblemHttpResult>> GetAsync(string id, DialogDb db, HttpResponse response, CancellationToken cancellationToken) =>
        ShowAsync(id, db, response, cancellationToken);

    private static async Task<Results<Ok<Page<RevisionBody>>, ProblemHttpResult>> HistoryAsync(string id, DialogDb db, CancellationToken cancellationToken) =>
        await FindAsync(id, db, cancellationToken) is { } draft ? TypedResults.Ok(new Page<RevisionBody>(History(draft))) : Problems.NotFound("draft", id);

    /// <summary>Every revision, oldest first.</summary>
    private static List<RevisionBody> History(ReviewedDraft draft) => [.. draft.Revisions.Select((revision, index) => new RevisionBody(
        revision.Number,
        revision.Kind,
        revision.By,
        revision.At,
        revision.Draft.Hash,
        revision.Draft.Text,
        index == 0 ? [] : WordDiff.Of(draft.Revisions[index - 1].Draft.Text, revision.Draft.Text),
        draft.Entries.FindAll(entry => entry.Revision == revision.Number)))];

    private static async Task<ReviewedDraft?> FindAsync(string id, DialogDb db, CancellationToken cancellationToken)
    {
        var assignment = await db.Drafts.Where(d => d.Id == id).Select(d => d.AssignmentId).FirstOrDefaultAsync(cancellationToken);
        var file = assignment is null ? null : await ReviewFiles.ReadAsync(db, assignment, cancellationToken);
        return file?.Drafts.Find(draft => draft.Id == id);
    }

    private static IQueryable<DraftRow> Latest(IQueryable<DraftRow> drafts) =>
        drafts.AsNoTracking().Where(d => !drafts.Any(later => later.Id == d.Id && later.Revision > d.Revision));

    private static async Task<List<DraftBody>> BodiesAsync(List<DraftRow> rows, DialogDb db, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.AssignmentId).Distinct().ToList();
        var assignments = await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => StateJson.Read<Assignment>(a.Body), cancellationToken);
        return rows.ConvertAll(row => Body(row.Id, row.AssignmentId, ReviewFiles.Newest(row, assignments[row.AssignmentId]), row.Status, row.Revision, row.At));
    }

    private static DraftBody Body(ReviewedDraft draft) =>
        Body(draft.Id, draft.Id[..^(draft.Draft.Outlet.Length + 1)], draft.Draft, draft.Status, draft.Newest.Number, draft.Newest.At);

    private static DraftBody Body(string id, string assignmentId, Draft draft, DraftStatus status, int revision, DateTimeOffset at) =>
        new(id, assignmentId, draft.Outlet, draft.Text, draft.Parts, draft.Length, draft.Limit, draft.Unit, status, revision, draft.Hash, draft.Sentences, draft.Warnings, at)
        {
            Headlines = draft.Headlines,
            Abstract = draft.Abstract,
            Description = draft.Description,
        };
}
