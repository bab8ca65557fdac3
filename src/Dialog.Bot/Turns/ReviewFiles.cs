using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Reads an assignment's drafts with everything that happened to them.</summary>
internal static class ReviewFiles
{
    /// <summary>Null when there is no such assignment. Two look-ups by the assignment, one of the few who are more than respondents.</summary>
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
            Picture = assignment.Picture,
        };
    }

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
