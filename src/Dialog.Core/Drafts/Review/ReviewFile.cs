using System.Collections.Immutable;
using Dialog.Core.Access;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>What a review turn looks at: an assignment's drafts, and who decides about them.</summary>
/// <param name="AssignmentId">Which assignment.</param>
/// <param name="RespondentId">Whose words they are.</param>
/// <param name="Drafts">All drafts of the assignment, in the order of its outlets.</param>
/// <param name="Staff">Editors and approvers that can be reached.</param>
public sealed record ReviewFile(string AssignmentId, string RespondentId, ImmutableList<ReviewedDraft> Drafts, ImmutableList<Reviewer> Staff)
{
    /// <summary>What the drafts are about.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What they are written in: <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "sv";

    /// <summary>The person has been erased and only the texts were kept: nothing can be said to them or asked of them.</summary>
    public bool IsPersonGone { get; init; }

    /// <summary>The picture that goes with the drafts, as it is now; null when there is none.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What staff wrote about passages of the drafts, oldest first.</summary>
    public ImmutableList<PassageComment> Comments { get; init; } = [];

    /// <summary>
    /// Whose yes counts: the named approvers; where nobody is named, the editors. Never the respondent: nobody approves own words
    /// for the organisation.
    /// </summary>
    public ImmutableList<Reviewer> Approvers()
    {
        var others = Staff.RemoveAll(person => person.Id == RespondentId);
        return others.FindAll(person => person.Approver) is { IsEmpty: false } named ? named : others.FindAll(person => person.Editor);
    }

    /// <summary>Every text has gone out or been laid aside: nothing of it is to be printed any more.</summary>
    public bool IsOver() => Drafts.TrueForAll(draft => draft.Status is DraftStatus.Published or DraftStatus.Corrected or DraftStatus.Withdrawn or DraftStatus.Spiked);

    /// <summary>The sentences whose warnings somebody has accepted: they may stand in drafts composed later too.</summary>
    public ImmutableHashSet<string> Accepted() =>
        [.. from draft in Drafts
            from entry in draft.Entries
            where entry.Action == ReviewAction.AcceptWarnings
            let accepted = draft.Revisions.Find(revision => revision.Number == entry.Revision)!.Draft
            from sentence in accepted.Sentences
            where accepted.Warnings.Exists(warning => warning.Length > 0 && sentence.Text.Contains(accepted.Text.Substring(warning.Start, warning.Length), StringComparison.Ordinal))
            select sentence.Text];

    /// <summary>As what a person may do this; null when they may not do it at all.</summary>
    public Actor? As(string personId, ReviewAction action, DraftStatus status)
    {
        var person = Staff.Find(other => other.Id == personId);
        var whose = personId == RespondentId ? Whose.Own : Whose.Others;
        IEnumerable<ReviewRole> roles =
        [
            .. personId == RespondentId ? [ReviewRole.Respondent] : Array.Empty<ReviewRole>(),
            .. Approvers().Exists(other => other.Id == personId) ? [ReviewRole.Approver] : Array.Empty<ReviewRole>(),
            .. person is { Editor: true } ? [ReviewRole.Editor] : Array.Empty<ReviewRole>(),
        ];
        return roles.Where(role => ReviewTable.May(role, action, status, whose)).Select(role => new Actor(role, personId, person?.Name)).FirstOrDefault();
    }
}

/// <summary>An editor or approver.</summary>
public sealed record Reviewer(string Id, string? Name, bool Editor, bool Approver);

/// <summary>What the organisation decides about approval.</summary>
/// <param name="Approvers">How many of the named approvers must say yes.</param>
/// <param name="Quotes">When the person whose words they are must say yes.</param>
public sealed record ReviewPolicy(ApproverRule Approvers = ApproverRule.Any, QuoteRule Quotes = QuoteRule.Offered);

/// <summary>How many approvers must say yes.</summary>
public enum ApproverRule
{
    /// <summary>One of them, or the desk.</summary>
    Any,

    /// <summary>Every one of them; the desk's own yes does not stand in for a named approver.</summary>
    All,
}

/// <summary>Citatgodkännande: what the respondent's own yes is to the desk's.</summary>
public enum QuoteRule
{
    /// <summary>The person always gets the last look and may stop the text; the desk need not wait for a yes.</summary>
    Offered,

    /// <summary>Nobody can approve before the person has said yes to exactly this text.</summary>
    Required,
}
