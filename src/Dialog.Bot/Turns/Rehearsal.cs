using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

/// <summary>Takes a turn without committing it, to show what would come of it.</summary>
internal sealed class Rehearsal(Database database, QuestionShelf questions, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>The plan the assignment would get, with the person's days as they are known now; null when nothing would be planned.</summary>
    /// <param name="assignment">What would be ordered; without a person it is for somebody nobody has heard of.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="KeyNotFoundException">The person is not known.</exception>
    public async Task<ReminderPlan?> PlanAsync(Assignment assignment, CancellationToken cancellationToken) => (await AskAsync(assignment, name: null, cancellationToken)).Plan;

    /// <summary>The plan, and what the person would read when the question comes.</summary>
    /// <param name="assignment">What would be ordered; without a person it is for somebody nobody has heard of.</param>
    /// <param name="name">What somebody nobody has heard of is called; null when nobody said.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="KeyNotFoundException">The person is not known.</exception>
    public async Task<(ReminderPlan? Plan, Outgoing? First)> AskAsync(Assignment assignment, string? name, CancellationToken cancellationToken) => assignment.PersonId.Length == 0
        ? Ask(assignment, new Conversation { Language = organisations.Now.Language }, new Respondent("", name, Title: null, organisations.Now.Language, organisations.Now.TimeZone), QuestionSets.BuiltIn)
        : await database.ReadAsync(
            async (session, token) =>
            {
                var person = await People.FindAsync(session, assignment.PersonId, token) ?? throw new KeyNotFoundException($"Person {assignment.PersonId} is not known.");
                var before = (await ConversationRow.FindAsync(session, person.Id, token))?.Read() ?? new Conversation { Language = person.Language };
                return Ask(assignment, before, People.RespondentOf(person, organisations.Now), await questions.ForAsync(session, before, token));
            },
            cancellationToken);

    /// <summary>A question that waits for its day is asked now to see how it reads.</summary>
    private (ReminderPlan? Plan, Outgoing? First) Ask(Assignment assignment, Conversation before, Respondent person, QuestionSets sets)
    {
        var plan = Take(assignment).Facts.OfType<Fact.Planned>().LastOrDefault()?.Plan;
        return (plan, Take(assignment with { AsPlanned = false }).Replies.FirstOrDefault());

        TurnResult Take(Assignment asked) => Turn.Take(before, new Incoming.Assigned(asked) { Key = "rehearsal", At = time.GetUtcNow() }, new TurnContext(person, organisations.Now, sets));
    }
}
