using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>A text as it went out, as the archive keeps it: the text, whose it is, who approved it, when and where it went out, what readers had said by then.</summary>
/// <param name="Json">The record.</param>
/// <param name="Sha256">Of its UTF-8 bytes.</param>
internal sealed record FinalRecord(string Json, string Sha256)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record of a publication that this turn notes.</summary>
    /// <param name="session">The turn's transaction, for reading.</param>
    /// <param name="reviews">The drafts as they were before the turn.</param>
    /// <param name="reviewed">What the turn did to the draft.</param>
    /// <param name="publication">The publication among it.</param>
    /// <param name="person">Whose words they are.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<FinalRecord> OfAsync(
        Session session, ImmutableList<ReviewFile> reviews, Fact.DraftReviewed reviewed, ReviewEntry publication, PersonRow person, CancellationToken cancellationToken)
    {
        var before = reviews.Find(file => file.AssignmentId == reviewed.AssignmentId)?.Drafts.Find(draft => draft.Id == reviewed.DraftId);
        var entries = (before?.Entries ?? []).AddRange(reviewed.Entries);
        var revision = (before?.Revisions ?? []).AddRange(reviewed.Revisions).Last(revision => revision.Number == publication.Revision);
        var order = StateJson.Read<Assignment>((await session.FirstAsync("""SELECT "Body" FROM "Assignments" WHERE "Id" = $1""", [reviewed.AssignmentId], row => row.GetString(0), cancellationToken))!);
        var reactions = await session.ListAsync(
            """SELECT "Id", "Text", "Source", "Url", "At" FROM "Reactions" WHERE "AssignmentId" = $1 ORDER BY "At", "Id" """,
            [reviewed.AssignmentId],
            row => new RecordedReaction(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.Instant(4)),
            cancellationToken);
        return Of(new FinalRecordBody(
            reviewed.AssignmentId,
            reviewed.DraftId,
            publication.Revision,
            revision.Draft.Outlet,
            order.Topic,
            order.Language,
            person.Name,
            person.Title,
            revision.Draft.Text,
            revision.Draft.Hash,
            publication.At,
            publication.Url,
            publication.By,
            order.Picture,
            revision.Draft.Sentences,
            [.. entries.Where(entry => entry.Revision == publication.Revision && entry.Action is ReviewAction.Approve or ReviewAction.AcceptWarnings)],
            reactions)
        {
            Assistance = revision.Draft.Sentences.Exists(sentence => sentence.Assisted) ? [.. entries.Where(entry => entry.Revision <= publication.Revision).Select(entry => entry.Assisted).OfType<Assistance>().Distinct()] : null,
        });
    }

    public static FinalRecord Of(FinalRecordBody body)
    {
        var json = JsonSerializer.Serialize(body, Options);
        return new FinalRecord(json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    public static FinalRecordBody Read(string json) => JsonSerializer.Deserialize<FinalRecordBody>(json, Options) ?? throw new JsonException("A stored record is null.");
}

/// <summary>What stands in a record.</summary>
/// <param name="AssignmentId">The assignment it came of.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Revision">Its revision that went out.</param>
/// <param name="Outlet">Where to.</param>
/// <param name="Topic">The editor's question.</param>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
/// <param name="Name">Whose words they are, as the byline says.</param>
/// <param name="Title">And the title.</param>
/// <param name="Text">The text.</param>
/// <param name="TextSha256">Its hash, which the approvals are bound to.</param>
/// <param name="PublishedAt">When it was noted that it has gone out.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="PublishedBy">Who noted it.</param>
/// <param name="Picture">The picture's texts and rights.</param>
/// <param name="Sentences">Where each sentence comes from.</param>
/// <param name="Approvals">Who said yes to exactly this text, and which warnings were accepted.</param>
/// <param name="Reactions">What readers had said by then.</param>
internal sealed record FinalRecordBody(
    string AssignmentId,
    string DraftId,
    int Revision,
    string Outlet,
    string Topic,
    string Language,
    string? Name,
    string? Title,
    string Text,
    string TextSha256,
    DateTimeOffset PublishedAt,
    string? Url,
    Actor PublishedBy,
    Picture? Picture,
    IReadOnlyList<DraftSentence> Sentences,
    IReadOnlyList<ReviewEntry> Approvals,
    IReadOnlyList<RecordedReaction> Reactions)
{
    /// <summary>What a language model was asked for on the way to the text; null when nothing of it is left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Assistance>? Assistance { get; init; }
}

/// <summary>What a reader said.</summary>
internal sealed record RecordedReaction(string Id, string Text, string? Source, string? Url, DateTimeOffset At);
