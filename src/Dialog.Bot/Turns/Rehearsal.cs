using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.People;

namespace Dialog.Bot.Turns;

/// <summary>Takes a turn without committing it, to show what would come of it.</summary>
internal sealed class Rehearsal(Database database, QuestionShelf questions, Organisation organisation, TimeProvider time)
{
    /// <summary>The plan the assignment would get, with the person's days as they are known now; null when nothing would be planned.</summary>
    /// <param name="assignment">What would be ordered; without a person it is for somebody nobody has heard of.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="KeyNotFoundException">The person is not known.</exception>
    public async Task<ReminderPlan?> PlanAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        if (assignment.PersonId.Length == 0)
        {
            return PlanOf(assignment, new Conversation { Language = organisation.Language }, new Respondent("", Name: null, Title: null, organisation.Language, organisation.TimeZone), QuestionSets.BuiltIn);
        }

        return await database.ReadAsync((session, token) => PlanAsync(session, assignment, token), cancellationToken);
    }

    private async Task<ReminderPlan?> PlanAsync(Session session, Assignment assignment, CancellationToken cancellationToken)
    {
        var person = await People.FindAsync(session, assignment.PersonId, cancellationToken) ?? throw new KeyNotFoundException($"Person {assignment.PersonId} is not known.");
        var before = (await ConversationRow.FindAsync(session, person.Id, cancellationToken))?.Read() ?? new Conversation { Language = person.Language };
        return PlanOf(assignment, before, People.RespondentOf(person, organisation), await questions.ForAsync(session, before, cancellationToken));
    }

    private ReminderPlan? PlanOf(Assignment assignment, Conversation before, Respondent person, QuestionSets sets) =>
        Turn.Take(before, new Incoming.Assigned(assignment) { Key = "rehearsal", At = time.GetUtcNow() }, new TurnContext(person, organisation, sets)).Facts.OfType<Fact.Planned>().LastOrDefault()?.Plan;
}
