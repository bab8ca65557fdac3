using System.Collections.Immutable;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using static Dialog.Core.Drafts.DraftStatus;

namespace Dialog.Core.Drafts;

/// <summary>What came of an order: the draft afterwards with what was done, or why it was not done.</summary>
/// <param name="After">The draft as it is now.</param>
/// <param name="Done">What was done; null when it was refused, or when there was nothing to change.</param>
/// <param name="Refused">Why it was refused; null when it was not.</param>
public sealed record Ruling(ReviewedDraft After, ReviewEntry? Done, Refusal? Refused);

/// <summary>Decides about drafts. Pure: the same draft, file and order always give the same ruling.</summary>
public static class Review
{
    /// <summary>
    /// Takes an order. A yes is bound to the newest revision's text: any other text needs another yes. The desk may name a person of its
    /// staff who acts through it, never the person whose words they are: that one speaks in the talk only.
    /// </summary>
    public static Ruling Decide(ReviewedDraft draft, ReviewOrder order, ReviewFile file, ReviewPolicy policy, Rework rework, DateTimeOffset at)
    {
        if (order.IfRevision is { } revision && revision != draft.Newest.Number)
        {
            return No(draft, Refusal.Stale);
        }

        if (ReviewTable.Next(draft.Status, order.Action) is not { } next)
        {
            return No(draft, Impossible(draft.Status, order.Action));
        }

        var by = order.By is { Role: ReviewRole.Desk, PersonId: { } named } && named == file.RespondentId ? null
            : order.By.PersonId is { } person ? file.As(person, order.Action, draft.Status)
            : ReviewTable.May(order.By.Role, order.Action, draft.Status) ? order.By : null;
        if (by is null)
        {
            return No(draft, Refusal.NotAllowed);
        }

        by = by with { Name = by.Name ?? order.By.Name };
        return order.Action switch
        {
            ReviewAction.Edit => Edit(draft, order, by, rework, next, at),
            ReviewAction.Restore => Restore(draft, order, by, next, at),
            ReviewAction.AcceptWarnings when draft.Draft.Warnings.TrueForAll(warning => warning.Severity != "high") => No(draft, Refusal.NothingToDo),
            ReviewAction.RequestChanges when file.IsPersonGone => No(draft, Refusal.PersonGone),
            ReviewAction.AcceptWarnings or ReviewAction.RequestChanges when string.IsNullOrWhiteSpace(order.Comment) && by.Role != ReviewRole.Respondent => No(draft, Refusal.CommentMissing),
            ReviewAction.Approve => Approve(draft, order, by, file, policy, at),
            ReviewAction.Schedule or ReviewAction.Publish when file.Picture is { Consent: Consent.No } => No(draft, Refusal.PictureRefused),
            ReviewAction.Publish => Yes(draft, order, by, draft.WentOut ? Corrected : next, at),
            _ => Yes(draft, order, by, next, at),
        };
    }

    /// <summary>A draft composed for the first time. Without a word of the person's own it is not put up for review.</summary>
    public static ReviewedDraft Begin(string assignmentId, Draft composed, Actor respondent, DateTimeOffset at)
    {
        var id = ReviewedDraft.IdOf(assignmentId, composed.Outlet);
        return new ReviewedDraft
        {
            Id = id,
            Revisions = [new DraftRevision(1, composed, DraftRevisionKind.Composed, respondent, at)],
            Status = composed.HasOwnWords ? InReview : Working,
            Entries = [new ReviewEntry(id, 1, composed.Hash, ReviewAction.Compose, respondent, at)],
        };
    }

    /// <summary>
    /// A new composition takes the place of an older one. Beside a text written by hand it is only put down in the history:
    /// the hand-written text stays the newest revision, asks for approval anew, and warns that the answers have changed.
    /// Null when there is nothing to put down: the text is the same, or the draft has gone out or was thrown away.
    /// </summary>
    public static ReviewedDraft? Recompose(ReviewedDraft draft, Draft composed, Actor respondent, string language, DateTimeOffset at)
    {
        if (!Differs(draft, composed) || ReviewTable.Next(draft.Status, ReviewAction.Compose) is not { } next)
        {
            return null;
        }

        var kept = draft.Newest;
        var after = Add(draft, composed, DraftRevisionKind.Composed, respondent, next, ReviewAction.Compose, null, at);
        return draft.HandWritten
            ? Add(after, EditedWarnings.AnswersChanged(kept.Draft, after.Newest.Number, language), DraftRevisionKind.Restored, respondent, next, ReviewAction.Restore, null, at)
            : after;
    }

    /// <summary>The composition is neither the text that counts nor the one composed last.</summary>
    public static bool Differs(ReviewedDraft draft, Draft composed) =>
        composed.Text != draft.Draft.Text && composed.Text != draft.Revisions.FindLast(revision => revision.Kind == DraftRevisionKind.Composed)?.Draft.Text;

    private static Ruling Edit(ReviewedDraft draft, ReviewOrder order, Actor by, Rework rework, DraftStatus next, DateTimeOffset at)
    {
        var text = Reading.Clean.Text(order.Text ?? "").Trim();
        if (text.Length == 0)
        {
            return No(draft, Refusal.TextMissing);
        }

        if (text == draft.Draft.Text)
        {
            return new Ruling(draft, null, null);
        }

        var kind = by.Role == ReviewRole.Respondent ? DraftRevisionKind.Respondent : DraftRevisionKind.Staff;
        return Made(Add(draft, rework.Edit(draft.Draft, text, kind, order.Assisted is not null), kind, by, next, order.Action, order.Comment, at, order.Assisted));
    }

    private static Ruling Restore(ReviewedDraft draft, ReviewOrder order, Actor by, DraftStatus next, DateTimeOffset at)
    {
        if (draft.Revisions.Find(revision => revision.Number == order.Restores) is not { } wanted)
        {
            return No(draft, Refusal.Unknown);
        }

        return wanted.Number == draft.Newest.Number && draft.Status != Spiked
            ? new Ruling(draft, null, null)
            : Made(Add(draft, wanted.Draft, DraftRevisionKind.Restored, by, next, order.Action, order.Comment, at));
    }

    private static Ruling Approve(ReviewedDraft draft, ReviewOrder order, Actor by, ReviewFile file, ReviewPolicy policy, DateTimeOffset at)
    {
        var already = draft.Verdicts().Exists(verdict => verdict.Action == ReviewAction.Approve && verdict.By.Is(by));
        var said = already ? draft : Yes(draft, order, by, draft.Status, at).After;
        var verdicts = said.Verdicts();
        if (by.Role == ReviewRole.Respondent)
        {
            var open = draft.Status == ChangesRequested && verdicts.TrueForAll(verdict => verdict.Action == ReviewAction.Approve);
            return Made(draft, open ? said with { Status = InReview } : said);
        }

        var refused =
            draft.Draft.Warnings.Exists(warning => warning.Severity == "high") && draft.OfNewest().All(entry => entry.Action != ReviewAction.AcceptWarnings) ? Refusal.OpenWarnings
            : verdicts.Exists(verdict => verdict is { Action: ReviewAction.RequestChanges, By.Role: ReviewRole.Respondent }) ? Refusal.RespondentObjects
            : policy.Quotes == QuoteRule.Required && !draft.RespondentApproved() ? Refusal.QuoteNotApproved
            : file.Picture is { Consent: Consent.No } ? Refusal.PictureRefused
            : file.Picture?.Gaps().Any() == true ? Refusal.PictureIncomplete
            : default(Refusal?);
        if (refused is { } reason)
        {
            return No(draft, reason);
        }

        var enough = Enough(verdicts, file, policy);
        return Made(draft, said with { Status = draft.Status == Scheduled ? Scheduled : enough ? Approved : verdicts.Exists(verdict => verdict.Action == ReviewAction.RequestChanges) ? ChangesRequested : InReview });
    }

    private static bool Enough(ImmutableList<ReviewEntry> verdicts, ReviewFile file, ReviewPolicy policy)
    {
        var yes = verdicts.FindAll(verdict => verdict is { Action: ReviewAction.Approve, By.Role: not ReviewRole.Respondent });
        var named = file.Approvers();
        return policy.Approvers == ApproverRule.Any || named.IsEmpty ? !yes.IsEmpty : named.TrueForAll(approver => yes.Exists(entry => entry.By.PersonId == approver.Id));
    }

    private static ReviewedDraft Add(ReviewedDraft draft, Draft text, DraftRevisionKind kind, Actor by, DraftStatus status, ReviewAction action, string? comment, DateTimeOffset at, Assistance? assisted = null)
    {
        var revision = new DraftRevision(draft.Newest.Number + 1, text, kind, by, at);
        return draft with
        {
            Revisions = draft.Revisions.Add(revision),
            Status = status,
            Entries = draft.Entries.Add(new ReviewEntry(draft.Id, revision.Number, text.Hash, action, by, at) { Comment = comment, Assisted = assisted }),
        };
    }

    private static Ruling Yes(ReviewedDraft draft, ReviewOrder order, Actor by, DraftStatus status, DateTimeOffset at) => Made(draft with
    {
        Status = status,
        Entries = draft.Entries.Add(new ReviewEntry(draft.Id, draft.Newest.Number, draft.Draft.Hash, order.Action, by, at)
        {
            Comment = string.IsNullOrWhiteSpace(order.Comment) ? null : order.Comment.Trim(),
            Url = order.Url,
            GoesOutAt = order.GoesOutAt,
            Assisted = order.Action == ReviewAction.RequestChanges ? order.Assisted : null,
        }),
    });

    private static Ruling Made(ReviewedDraft after) => new(after, after.Entries[^1], null);

    private static Ruling Made(ReviewedDraft before, ReviewedDraft after) => new(after, after.Entries.Count > before.Entries.Count ? after.Entries[^1] : null, null);

    private static Ruling No(ReviewedDraft draft, Refusal refusal) => new(draft, null, refusal);

    private static Refusal Impossible(DraftStatus status, ReviewAction action) => (status, action) switch
    {
        (Published or Corrected, _) => Refusal.AlreadyPublished,
        (Withdrawn, _) => Refusal.Withdrawn,
        (Spiked, _) => Refusal.Spiked,
        (_, ReviewAction.Publish or ReviewAction.Schedule) => Refusal.NotApproved,
        _ => Refusal.NothingToDo,
    };
}
