using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>What of a turn is told in the audit log: decisions, not what was said.</summary>
internal static class TurnDeeds
{
    /// <summary>The deeds of a fact, each with who did it.</summary>
    /// <param name="fact">What the turn decided.</param>
    /// <param name="personId">Whose conversation it is.</param>
    /// <param name="who">Who made the turn, through which door.</param>
    public static IEnumerable<(Door Who, Deed Deed)> Of(Fact fact, string personId, Door who) => fact switch
    {
        Fact.AssignmentOpened { Assignment: var assignment } => [(who, new Deed("open", "assignment", assignment.Id, $"person {personId}"))],
        Fact.OrderChanged changed => [(who, new Deed("change", "assignment", changed.AssignmentId, string.Join(' ', Changed(changed.Change))))],

        // What is only begun is no decision yet.
        Fact.AssignmentMoved { State: not (AssignmentState.Planned or AssignmentState.InProgress) } moved => [(who, new Deed(StateJson.NameOf(moved.State), "assignment", moved.AssignmentId))],
        Fact.DraftReviewed reviewed => reviewed.Entries.Select(entry => (As(entry.By, who), Of(entry))),
        Fact.ReactionCame reaction => [(who, new Deed("react", "assignment", reaction.AssignmentId, $"reaction {reaction.Reaction.Id}"))],
        Fact.DueSet { Due.Name: Due.Erase } => [(who, new Deed("askErasure", "person", personId))],
        Fact.JoinedInto joined => [(who, new Deed("join", "person", personId, $"into {joined.PersonId}"))],
        Fact.Parted parted => [(who, new Deed("part", "person", personId, $"from {parted.PersonId}"))],
        _ => [],
    };

    private static Deed Of(ReviewEntry entry) => new(StateJson.NameOf(entry.Action), "draft", entry.DraftId, $"revision {entry.Revision} {entry.Hash}{(entry.Assisted is { } help ? $" assisted {StateJson.NameOf(help.Kind)} {help.Model}" : "")}");

    /// <summary>A review knows better than the door who it was; the desk's token is whoever is signed in.</summary>
    private static Door As(Actor by, Door who) => who with { PersonId = by.PersonId ?? who.PersonId, Role = StateJson.NameOf(by.Role) };

    private static IEnumerable<string> Changed(OrderChange change)
    {
        (bool IsOther, string Name)[] fields =
        [
            (change.Topic is not null, "topic"),
            (change.Brief is not null || change.Without.Contains(OrderField.Brief), "brief"),
            (change.Outlets is not null, "outlets"),
            (change.PublishOn is not null || change.Without.Contains(OrderField.PublishOn), "publishOn"),
            (change.Due is not null, "due"),
            (change.CopyDeadline is not null || change.Without.Contains(OrderField.CopyDeadline), "copyDeadline"),
        ];
        return fields.Where(field => field.IsOther).Select(field => field.Name);
    }
}
