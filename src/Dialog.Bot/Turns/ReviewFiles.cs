using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Reads an assignment's drafts with everything that happened to them.</summary>
internal static class ReviewFiles
{
    /// <summary>Null when there is no such assignment. Look-ups by the assignment and its person, and one of the few who are more than respondents.</summary>
    public static async Task<ReviewFile?> ReadAsync(DialogDb db, string assignmentId, CancellationToken cancellationToken)
    {
        if (await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } row)
        {
            return null;
        }

        var assignment = StateJson.Read<Assignment>(row.Body);
        var revisions = await db.Drafts.AsNoTracking().Where(d => d.AssignmentId == assignmentId).ToListAsync(cancellationToken);
        var entries = (await db.Reviews.AsNoTracking().Where(r => r.AssignmentId == assignmentId).OrderBy(r => r.Seq).ToListAsync(cancellationToken)).ToLookup(r => r.DraftId, r => StateJson.Read<ReviewEntry>(r.Body));
        var staff = await People.StaffAsync(db, cancellationToken);
        return new ReviewFile(
            assignmentId,
            row.PersonId,
            [.. revisions.GroupBy(d => d.Id).OrderBy(draft => assignment.Outlets.IndexOf(draft.First().Outlet)).Select(draft => Read([.. draft.OrderBy(d => d.Revision)], [.. entries[draft.Key]], assignment))],
            [.. staff.Select(person => new Reviewer(person.Id, person.Name, person.Is("editor"), person.Is("approver")))])
        {
            Topic = assignment.Topic,
            Language = assignment.Language,
            IsPersonGone = !await db.Addresses.AnyAsync(a => a.PersonId == row.PersonId, cancellationToken),
            Picture = assignment.Picture,
            Comments = await CommentsAsync(db, assignmentId, cancellationToken),
        };
    }

    /// <summary>The comments on passages of an assignment's drafts, oldest first.</summary>
    public static async Task<ImmutableList<PassageComment>> CommentsAsync(DialogDb db, string assignmentId, CancellationToken cancellationToken) =>
        [.. (await (
            from comment in db.Comments.AsNoTracking()
            where comment.AssignmentId == assignmentId
            join person in db.People on comment.By equals person.Id into people
            from writer in people.DefaultIfEmpty()
            orderby comment.At, comment.Id
            select new { comment, writer.Name }).ToListAsync(cancellationToken)).Select(row => new PassageComment(
                row.comment.Id, row.comment.DraftId, new Anchor(row.comment.Quote, row.comment.Before, row.comment.After), row.comment.ReplyTo, row.comment.Text, row.Name, row.comment.At)
            {
                ResolvedAt = row.comment.ResolvedAt,
                ToldAt = row.comment.ToldAt,
            })];

    /// <summary>A draft's text as the newest row has it, warned about the picture as it is now.</summary>
    public static Draft Newest(DraftRow row, Assignment assignment)
    {
        var draft = StateJson.Read<Draft>(row.Body);
        return draft with { Warnings = PictureWarnings.Renew(draft.Warnings, assignment.Picture, assignment.Language) };
    }

    private static ReviewedDraft Read(ImmutableList<DraftRow> rows, ImmutableList<ReviewEntry> entries, Assignment assignment) => new()
    {
        Id = rows[^1].Id,
        Status = rows[^1].Status,
        Revisions = rows.ConvertAll(row => new DraftRevision(
            row.Revision, row == rows[^1] ? Newest(row, assignment) : StateJson.Read<Draft>(row.Body), row.Kind, row.By is null ? null : StateJson.Read<Actor>(row.By), row.At)),
        Entries = entries,
    };
}
