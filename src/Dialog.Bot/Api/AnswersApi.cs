using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>The latest revision of an answer, and how far it carries; the status is null when the talk was erased.</summary>
internal sealed record AnswerBody(Slot Slot, string Text, int Revision, DateTimeOffset At, AnswerStatus? Status);

/// <summary>Answers over REST: they are read only, a person changes them in the talk.</summary>
internal static class AnswersApi
{
    public static void MapAnswers(this RouteGroupBuilder api) =>
        api.MapGet("/answers", ListAsync).WithSummary("The answers of an assignment").WithTags("Answers").ProducesProblem(StatusCodes.Status404NotFound).Needs(Act.ReadAnswers);

    /// <summary>The latest revision of each answer that was not withdrawn, in the order of the interview.</summary>
    public static async Task<List<AnswerBody>> LatestAsync(string assignmentId, DialogDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Answers.AsNoTracking().Where(a => a.AssignmentId == assignmentId).ToListAsync(cancellationToken);
        var grades = await AnswerGrades.ReadAsync(db, assignmentId, cancellationToken);
        return rows.GroupBy(a => a.Slot)
            .Select(revisions => revisions.MaxBy(a => a.Revision)!)
            .Where(a => a.Text.Length > 0)
            .OrderBy(a => a.Slot)
            .Select(a => new AnswerBody(a.Slot, a.Text, a.Revision, a.At, grades.Slots.TryGetValue(a.Slot, out var status) ? status : null))
            .ToList();
    }

    private static async Task<Results<Ok<Page<AnswerBody>>, ValidationProblem, ProblemHttpResult>> ListAsync(string? assignment, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var id = problems.Need("assignment", assignment, 100);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        return await db.Assignments.AnyAsync(a => a.Id == id, cancellationToken)
            ? TypedResults.Ok(new Page<AnswerBody>(await LatestAsync(id, db, cancellationToken)))
            : Problems.NotFound("assignment", id);
    }
}
