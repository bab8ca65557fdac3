using System.Collections.Frozen;
using Dialog.Core.Access;
using static Dialog.Core.Access.ReviewAction;
using static Dialog.Core.Drafts.DraftStatus;

namespace Dialog.Core.Drafts;

/// <summary>Which status an action leads to (domain.md §6); who may do what is <see cref="AccessTable"/>. What is not listed can not be done.</summary>
public static class ReviewTable
{
    private static readonly FrozenDictionary<(DraftStatus, ReviewAction), DraftStatus> Ways = Rows(
        (Compose, InReview, [Working, InReview, ChangesRequested, Approved, Scheduled, Withdrawn]),
        (Edit, InReview, [Working, InReview, ChangesRequested, Approved, Scheduled, Published, Corrected]),
        (Restore, InReview, [Working, InReview, ChangesRequested, Approved, Scheduled, Published, Corrected, Spiked]),
        (Approve, Approved, [Working, InReview, ChangesRequested, Approved]),
        (Approve, Scheduled, [Scheduled]),
        (RequestChanges, ChangesRequested, [Working, InReview, ChangesRequested, Approved, Scheduled]),
        (Schedule, Scheduled, [Approved, Scheduled]),
        (Publish, Published, [Approved, Scheduled]),
        (Withdraw, Withdrawn, [Working, InReview, ChangesRequested, Approved, Scheduled, Published, Corrected]),
        (Spike, Spiked, [Working, InReview, ChangesRequested, Approved, Scheduled]),
        (AcceptWarnings, Working, [Working]),
        (AcceptWarnings, InReview, [InReview]),
        (AcceptWarnings, ChangesRequested, [ChangesRequested]));

    /// <summary>Where an action leads; null when it can not be done in this status.</summary>
    public static DraftStatus? Next(DraftStatus status, ReviewAction action) => Ways.TryGetValue((status, action), out var next) ? next : null;

    /// <summary>A role may do this. A respondent withdraws own words until they are published; afterwards the desk does.</summary>
    public static bool May(ReviewRole role, ReviewAction action, DraftStatus status, Whose whose) =>
        AccessTable.May(role, AccessTable.ActOf(action), whose) && !(role == ReviewRole.Respondent && status is Published or Corrected);

    /// <summary>A role may do this to words that are its own only if it is the respondent's.</summary>
    public static bool May(ReviewRole role, ReviewAction action, DraftStatus status) =>
        May(role, action, status, role == ReviewRole.Respondent ? Whose.Own : Whose.Others);

    private static FrozenDictionary<(DraftStatus, ReviewAction), DraftStatus> Rows(params (ReviewAction Action, DraftStatus To, DraftStatus[] From)[] rows) =>
        rows.SelectMany(row => row.From, (row, from) => KeyValuePair.Create((from, row.Action), row.To)).ToFrozenDictionary();
}
