using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Reading;

namespace Dialog.Bot.Turns;

/// <summary>What staff says to each other about passages of drafts. Desk and API both come through here; the audit log tells who, never what.</summary>
internal sealed class CommentBook(Database database, TimeProvider time)
{
    /// <summary>Characters of a comment.</summary>
    public const int MostText = 1000;

    /// <summary>Characters of a passage.</summary>
    public const int MostQuote = 1000;

    /// <summary>Writes a comment on a passage; the same id again changes nothing. False when there is no such draft.</summary>
    /// <param name="id">The comment's id.</param>
    /// <param name="draftId">Which draft.</param>
    /// <param name="place">The passage as the writer read it: when it is gone meanwhile the comment stands without it.</param>
    /// <param name="text">At most <see cref="MostText"/> characters.</param>
    /// <param name="by">Who; null for the desk itself.</param>
    /// <param name="cancellationToken">Cancelling is safe.</param>
    public Task<bool> AddAsync(string id, string draftId, Anchor place, string text, string? by, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                if (await session.FirstAsync("""SELECT "AssignmentId" FROM "Drafts" WHERE "Id" = $1 LIMIT 1""", [draftId], row => row.GetString(0), token) is not { } assignmentId)
                {
                    return false;
                }

                Write(session, door, id, assignmentId, draftId, place, replyTo: null, text, by);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Replies to a comment on a passage; the same id again changes nothing. False when there is no such comment.</summary>
    public Task<bool> ReplyAsync(string id, string commentId, string text, string? by, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                if (await FindAsync(session, commentId, token) is not { } about)
                {
                    return false;
                }

                Write(session, door, id, about.AssignmentId, about.DraftId, new Anchor("", "", ""), commentId, text, by);
                return true;
            },
            cancellationToken);
    }

    /// <summary>A comment is done with, or open again. False when there is no such comment on a passage.</summary>
    public Task<bool> ResolveAsync(string commentId, bool resolved, string? by, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                if (await FindAsync(session, commentId, token) is not { } about)
                {
                    return false;
                }

                session.Write("""UPDATE "Comments" SET "ResolvedAt" = $2, "ResolvedBy" = $3 WHERE "Id" = $1""", commentId, resolved ? time.GetUtcNow() : null, resolved ? by : null);
                Tell(session, door, resolved ? "resolve" : "reopen", about.AssignmentId, commentId, by);
                return true;
            },
            cancellationToken);
    }

    private static Task<CommentPlace?> FindAsync(Session session, string commentId, CancellationToken cancellationToken) => session.FirstAsync(
        """SELECT "AssignmentId", "DraftId" FROM "Comments" WHERE "Id" = $1 AND "ReplyTo" IS NULL""", [commentId], row => new CommentPlace(row.GetString(0), row.GetString(1)), cancellationToken);

    private void Write(Session session, Door door, string id, string assignmentId, string draftId, Anchor place, string? replyTo, string text, string? by)
    {
        session.Write(
            """
            INSERT INTO "Comments" ("Id", "AssignmentId", "DraftId", "Quote", "Before", "After", "ReplyTo", "Text", "By", "At")
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ("Id") DO NOTHING
            """,
            id, assignmentId, draftId, place.Quote, place.Before, place.After, replyTo, Clean.Text(text), by, time.GetUtcNow());
        Tell(session, door, "comment", assignmentId, id, by);
    }

    private void Tell(Session session, Door door, string action, string assignmentId, string commentId, string? by)
    {
        session.Write(AssignmentRow.Touch, assignmentId);
        session.Tell(door with { PersonId = by ?? door.PersonId }, new Deed(action, "comment", commentId, $"assignment {assignmentId}"), time.GetUtcNow());
    }

    private sealed record CommentPlace(string AssignmentId, string DraftId);
}
