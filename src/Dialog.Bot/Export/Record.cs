using System.Text.Encodings.Web;
using System.Text.Json;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Bot.Export;

/// <summary>The copy as JSON: every draft with all revisions, what changed, provenance, warnings and every decision.</summary>
internal static class Record
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Default };

    public static byte[] Write(Copy copy) => JsonSerializer.SerializeToUtf8Bytes(
        new RecordBody(
            copy.Assignment.Id,
            copy.Assignment.Topic,
            copy.Organisation.Name,
            copy.Byline,
            copy.Assignment.Language,
            copy.CreatedAt,
            copy.At,
            copy.Assignment.Picture,
            [.. copy.Drafts.Select(draft => Draft(draft, copy.Answers))],
            copy.Reactions),
        Options);

    private static RecordDraft Draft(ReviewedDraft draft, IReadOnlyCollection<AnswerVersion> answers) => new(
        draft.Id,
        draft.Draft.Outlet,
        draft.Status,
        draft.Draft.Text,
        draft.Draft.Abstract,
        draft.Draft.Description,
        draft.Newest.Number,
        draft.Draft.Hash,
        draft.Draft.Length,
        draft.Draft.Limit,
        draft.Draft.Unit,
        draft.Draft.Sentences,
        draft.Draft.Warnings,
        [.. draft.Verdicts().Where(entry => entry.Action == ReviewAction.Approve)],
        [.. draft.Revisions.Select((revision, index) => new RecordRevision(
            revision.Number, revision.Kind, revision.By, revision.At, revision.Draft.Hash, revision.Draft.Text, revision.Draft.Sentences,
            index == 0 ? [] : WordDiff.Of(draft.Revisions[index - 1].Draft.Text, revision.Draft.Text)))],
        draft.Entries,
        ChangedAnswer.Behind(draft, answers));

    private sealed record RecordBody(
        string AssignmentId, string Topic, string Organisation, string? Byline, string Language, DateTimeOffset CreatedAt, DateTimeOffset ExportedAt, Picture? Picture, IReadOnlyList<RecordDraft> Drafts, IReadOnlyList<Reaction> Reactions);

    private sealed record RecordDraft(
        string Id,
        string Outlet,
        DraftStatus Status,
        string Text,
        string? Abstract,
        string? Description,
        int Revision,
        string Hash,
        int Length,
        int? Limit,
        string Unit,
        IReadOnlyList<DraftSentence> Sentences,
        IReadOnlyList<DraftWarning> Warnings,
        IReadOnlyList<ReviewEntry> Approvals,
        IReadOnlyList<RecordRevision> Revisions,
        IReadOnlyList<ReviewEntry> Decisions,
        IReadOnlyList<ChangedAnswer> ChangedSince);

    private sealed record RecordRevision(
        int Revision, DraftRevisionKind Kind, Actor? By, DateTimeOffset At, string Hash, string Text, IReadOnlyList<DraftSentence> Sentences, IReadOnlyList<DiffPiece> Changes);
}
