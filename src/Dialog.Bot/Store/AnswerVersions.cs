using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Store;

/// <summary>The answers of an assignment with what they were before.</summary>
internal static class AnswerVersions
{
    public static Task<List<AnswerVersion>> ReadAsync(DialogDb db, string assignmentId, CancellationToken cancellationToken) =>
        db.Answers.AsNoTracking().Where(a => a.AssignmentId == assignmentId).Select(a => new AnswerVersion(a.Slot, a.Revision, a.Text, a.At)).ToListAsync(cancellationToken);
}
