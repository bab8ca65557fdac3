using System.Collections.Frozen;
using static Dialog.Core.Drafts.DraftStatus;
using static Dialog.Core.Drafts.ReviewAction;
using static Dialog.Core.Drafts.ReviewRole;

namespace Dialog.Core.Drafts;

/// <summary>The two tables of review: which status an action leads to, and who may do what (domain.md §1, §6). What is not listed can not be done.</summary>
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

    private static readonly FrozenDictionary<ReviewAction, ReviewRole[]> Doers = new Dictionary<ReviewAction, ReviewRole[]>
    {
        [Compose] = [Respondent],
        [Edit] = [Respondent, Editor, Desk],
        [Restore] = [Editor, Desk],
        [AcceptWarnings] = [Editor, Desk],
        [Approve] = [Respondent, Approver, Desk],
        [RequestChanges] = [Respondent, Editor, Approver, Desk],
        [Schedule] = [Editor, Desk],
        [Publish] = [Editor, Desk],
        [Withdraw] = [Respondent, Editor, Desk],
        [Spike] = [Editor, Desk],
    }.ToFrozenDictionary();

    /// <summary>Where an action leads; null when it can not be done in this status.</summary>
    public static DraftStatus? Next(DraftStatus status, ReviewAction action) => Ways.TryGetValue((status, action), out var next) ? next : null;

    /// <summary>A role may do this. A respondent withdraws own words until they are published; afterwards the desk does.</summary>
    public static bool May(ReviewRole role, ReviewAction action, DraftStatus status) =>
        Doers[action].Contains(role) && !(role == Respondent && status is Published or Corrected);

    private static FrozenDictionary<(DraftStatus, ReviewAction), DraftStatus> Rows(params (ReviewAction Action, DraftStatus To, DraftStatus[] From)[] rows) =>
        rows.SelectMany(row => row.From, (row, from) => KeyValuePair.Create((from, row.Action), row.To)).ToFrozenDictionary();
}
