using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Something a turn decided that others look up: the store keeps each as rows.</summary>
public abstract record Fact
{
    /// <summary>What the keys of mailed events begin with.</summary>
    public const string MailKeyPrefix = "mail:";

    private Fact()
    {
    }

    /// <summary>An assignment exists from now on (opened by an editor, or by the person).</summary>
    public sealed record AssignmentOpened(Assignment Assignment) : Fact;

    /// <summary>An assignment's order is another one in this from now on.</summary>
    public sealed record OrderChanged(string AssignmentId, OrderChange Change) : Fact;

    /// <summary>An assignment reached another state.</summary>
    public sealed record AssignmentMoved(string AssignmentId, AssignmentState State) : Fact;

    /// <summary>What is planned for an assignment is this from now on; null when nothing is any more.</summary>
    public sealed record Planned(string AssignmentId, ReminderPlan? Plan) : Fact;

    /// <summary>The days the person is away are these from now on.</summary>
    public sealed record AbsencesChanged(ImmutableList<DateSpan> Absences) : Fact;

    /// <summary>The editors were told that no answer has come; or that is over, because the question was asked again.</summary>
    public sealed record Escalated(string AssignmentId, bool Over = false) : Fact;

    /// <summary>An answer has a new revision. <paramref name="Text"/> is empty when the answer was withdrawn.</summary>
    public sealed record AnswerRevised(string AssignmentId, Slot Slot, int Revision, string Text) : Fact
    {
        /// <summary>How the revision came about.</summary>
        public RevisionKind Kind { get; init; }

        /// <summary>What the person wrote in this turn, where reading it took something away.</summary>
        public string? Raw { get; init; }
    }

    /// <summary>Something was done to a draft: revisions and entries to add, and the newest revision's status.</summary>
    public sealed record DraftReviewed(string AssignmentId, string DraftId, ImmutableList<DraftRevision> Revisions, ImmutableList<ReviewEntry> Entries, DraftStatus Status) : Fact;

    /// <summary>A reader reacted to what was published.</summary>
    public sealed record ReactionCame(string AssignmentId, Reaction Reaction) : Fact;

    /// <summary>The person was told of comments on passages of a draft.</summary>
    public sealed record CommentsTold(string AssignmentId, ImmutableList<string> Comments) : Fact;

    /// <summary>An instant to come back at.</summary>
    public sealed record DueSet(Due Due) : Fact;

    /// <summary>The instants whose name starts with this prefix are no longer wanted.</summary>
    public sealed record DueCancelled(string NamePrefix) : Fact;

    /// <summary>The person prefers another language from now on.</summary>
    public sealed record LanguageChosen(string Language) : Fact;

    /// <summary>The person was given a code to say in another place; the one they had before is void.</summary>
    public sealed record JoinCodeGiven(string Code) : Fact;

    /// <summary>A code was said; it is void.</summary>
    public sealed record JoinCodeUsed(string Code) : Fact;

    /// <summary>The person is the same as another one: addresses, assignments and what is due are theirs from now on.</summary>
    public sealed record JoinedInto(string PersonId) : Fact;

    /// <summary>Another record that was joined into this one is a person of its own again, with what came with it.</summary>
    public sealed record Parted(string PersonId) : Fact;

    /// <summary>
    /// Something for another person's conversation: kept in the same transaction, then taken there as a turn of its own, exactly once,
    /// soon after the commit or after the next start.
    /// </summary>
    public sealed record Mailed(string PersonId, Incoming What) : Fact;

    /// <summary>The same for everybody who reviews drafts (editors and approvers) but the person the conversation is with.</summary>
    public sealed record MailedToReviewers(Incoming What) : Fact;
}
