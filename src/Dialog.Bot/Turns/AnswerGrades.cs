using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>How far an assignment's answers carry, told from the talk as it stands.</summary>
/// <param name="Slots">How every question of the talk stands.</param>
/// <param name="Thin">All answers together are too little (<see cref="Grading.IsThin"/>); only told of a talk that is finished.</param>
internal sealed record AnswerGrades(ImmutableDictionary<Slot, AnswerStatus> Slots, bool Thin)
{
    private static readonly AnswerGrades None = new(ImmutableDictionary<Slot, AnswerStatus>.Empty, Thin: false);

    /// <summary>Nothing is told when the talk has not begun or was erased.</summary>
    public static async Task<AnswerGrades> ReadAsync(DialogDb db, string assignmentId, CancellationToken cancellationToken)
    {
        var state = await (
            from assignment in db.Assignments.AsNoTracking()
            where assignment.Id == assignmentId
            join conversation in db.Conversations.AsNoTracking() on assignment.PersonId equals conversation.PersonId
            select conversation.State).SingleOrDefaultAsync(cancellationToken);
        return state is not null && StateJson.Read<Conversation>(state).Interviews.Find(interview => interview.Id == assignmentId) is { } found
            ? new AnswerGrades(Agenda.Of(found.Assignment).ToImmutableDictionary(slot => slot, slot => Grading.Of(found, slot)), found.FinishedOnce && Grading.IsThin(found))
            : None;
    }
}
