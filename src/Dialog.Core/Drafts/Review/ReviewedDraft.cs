using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Access;

namespace Dialog.Core.Drafts;

/// <summary>A draft with all that happened to it. Revisions and entries are only ever added.</summary>
public sealed record ReviewedDraft
{
    /// <summary>The same for all revisions.</summary>
    public required string Id { get; init; }

    /// <summary>All revisions, oldest first; at least one.</summary>
    public required ImmutableList<DraftRevision> Revisions { get; init; }

    /// <summary>Status of the newest revision.</summary>
    public required DraftStatus Status { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public ImmutableList<ReviewEntry> Entries { get; init; } = [];

    /// <summary>The revision that counts.</summary>
    [JsonIgnore]
    public DraftRevision Newest => Revisions[^1];

    /// <summary>The text that counts, with parts and provenance.</summary>
    [JsonIgnore]
    public Draft Draft => Newest.Draft;

    /// <summary>Some revision has gone out.</summary>
    [JsonIgnore]
    public bool WentOut => Entries.Exists(entry => entry.Action == ReviewAction.Publish);

    /// <summary>With which publication readers have the text they have; null when nothing is out, or what was has been taken back.</summary>
    [JsonIgnore]
    public ReviewEntry? Out => Entries.FindLast(entry => entry.Action is ReviewAction.Publish or ReviewAction.Withdraw) is { Action: ReviewAction.Publish } published ? published : null;

    /// <summary>Somebody wrote in the text by hand; a new composition must not take its place unasked.</summary>
    [JsonIgnore]
    public bool HandWritten => !Revisions.Exists(revision => revision.Kind == DraftRevisionKind.Composed && revision.Draft.Text == Draft.Text);

    /// <summary>The id of an assignment's draft for an outlet.</summary>
    public static string IdOf(string assignmentId, string outlet) => $"{assignmentId}-{outlet}";

    /// <summary>What was done to the newest revision.</summary>
    public IEnumerable<ReviewEntry> OfNewest() => Entries.Where(entry => entry.Revision == Newest.Number);

    /// <summary>Everybody's last word about the newest revision: approve or request changes.</summary>
    public ImmutableList<ReviewEntry> Verdicts() =>
        [.. OfNewest().Where(entry => entry.Action is ReviewAction.Approve or ReviewAction.RequestChanges)
            .Aggregate(ImmutableList<ReviewEntry>.Empty, (last, entry) => last.RemoveAll(other => other.By.Is(entry.By)).Add(entry))];

    /// <summary>The person whose words they are has said yes to exactly this text.</summary>
    public bool RespondentApproved() => Verdicts().Exists(entry => entry is { Action: ReviewAction.Approve, By.Role: ReviewRole.Respondent });
}

/// <summary>One revision of a draft's text.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Draft">The text with parts, provenance and warnings.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="By">Who made it; null for the program.</param>
/// <param name="At">When.</param>
public sealed record DraftRevision(int Number, Draft Draft, DraftRevisionKind Kind, Actor? By, DateTimeOffset At);

/// <summary>How a revision came about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftRevisionKind>))]
public enum DraftRevisionKind
{
    /// <summary>Composed from the answers.</summary>
    [JsonStringEnumMemberName("composed")] Composed,

    /// <summary>Written by staff.</summary>
    [JsonStringEnumMemberName("staff")] Staff,

    /// <summary>Written by the person whose words they are.</summary>
    [JsonStringEnumMemberName("respondent")] Respondent,

    /// <summary>An earlier revision's text again.</summary>
    [JsonStringEnumMemberName("restored")] Restored,
}

/// <summary>Something done to one revision of a draft; append-only.</summary>
/// <param name="DraftId">Which draft.</param>
/// <param name="Revision">Which revision it was done to, or which one it made.</param>
/// <param name="Hash">The revision's text (<see cref="Draft.Hash"/>): what an approval is bound to.</param>
/// <param name="Action">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ReviewEntry(string DraftId, int Revision, string Hash, ReviewAction Action, Actor By, DateTimeOffset At)
{
    /// <summary>The reason, where one was given.</summary>
    public string? Comment { get; init; }

    /// <summary>With publish: where it can be seen.</summary>
    public string? Url { get; init; }

    /// <summary>With schedule: when it goes out.</summary>
    public DateTimeOffset? GoesOutAt { get; init; }

    /// <summary>With edit, and with a reason: a language model suggested it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Assistance? Assisted { get; init; }
}
