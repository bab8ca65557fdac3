using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Ends assignments that nobody ended and in which nothing happens any more, so that what was said in them is not kept for ever.</summary>
internal sealed partial class Abandonment(Database database, TurnRunner turns, TimeProvider time, ILogger<Abandonment> logger)
{
    /// <summary>
    /// Not ended, and nothing said, written or decided in it since <c>$1</c>; no day of it is still to come (<c>$2</c> is that day, <c>$3</c> what has no deadline),
    /// and nothing is to be done in it at an hour that comes.
    /// </summary>
    private const string IsAbandoned = """
        "State" IN ('Planned', 'Assigned', 'InProgress', 'Submitted') AND "MovedAt" < $1
        AND ("SortAt" < $1 OR "SortAt" = $3) AND ("CopyDeadline" IS NULL OR "CopyDeadline" < $1) AND ("PublishOn" IS NULL OR "PublishOn" < $2)
        AND NOT EXISTS (SELECT 1 FROM "Messages" m WHERE m."AssignmentId" = a."Id" AND m."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Answers" r WHERE r."AssignmentId" = a."Id" AND r."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = a."Id" AND d."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Reviews" v WHERE v."AssignmentId" = a."Id" AND v."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Reactions" e WHERE e."AssignmentId" = a."Id" AND e."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Comments" c WHERE c."AssignmentId" = a."Id" AND c."At" >= $1)
        AND NOT EXISTS (SELECT 1 FROM "Due" w WHERE w."PersonId" = a."PersonId" AND w."At" >= $1 AND w."Name" LIKE '%' || a."Id" || '%')
        """;

    /// <summary>Those that come after the given one, in the order of their ids.</summary>
    public Task<List<(string Id, string PersonId)>> FindAsync(DateTimeOffset before, string after, int most, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.ListAsync(
            $"""SELECT "Id", "PersonId" FROM "Assignments" a WHERE "Id" > $4 AND {IsAbandoned} ORDER BY "Id" LIMIT $5""",
            [.. Since(before), after, most],
            row => (row.GetString(0), row.GetString(1)),
            token),
        cancellationToken);

    /// <summary>Ends one: the person who was asked need not answer any more. What has been answered ends with the decisions about its texts as they are. False when something has happened meanwhile.</summary>
    public async Task<bool> EndAsync(string id, string personId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        try
        {
            var over = new Incoming.Withdrawn(id, Withdrawal.Abandoned) { Key = $"abandoned:{id}:{Guid.CreateVersion7():N}", At = time.GetUtcNow() };
            await turns.TakeAsync(personId, over, Door.Clock, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotTold(exception, id);
        }

        return await database.WriteAsync((session, token) => CloseAsync(session, id, before, token), cancellationToken);
    }

    /// <summary>Where the talk knows nothing of it any more, or has nothing left to ask.</summary>
    private async Task<bool> CloseAsync(Session session, string id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = await session.LockAsync(
            $"""SELECT "State", {PersonalData.IsRecord}, {IsAbandoned} FROM "Assignments" a WHERE "Id" = $4""",
            [.. Since(before), id],
            row => new Found(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2)),
            cancellationToken);
        if (found is { IsAbandoned: true })
        {
            var over = found.IsRecord ? AssignmentState.Completed : AssignmentState.Cancelled;
            session.WriteSurely("""UPDATE "Assignments" SET "State" = $2, "MovedAt" = $3 WHERE "Id" = $1""", id, over, time.GetUtcNow());
            session.Write(AssignmentRow.Restage, id);
            session.Tell(Door.Clock, new Deed(StateJson.NameOf(over), "assignment", id), time.GetUtcNow());
        }

        return found is { IsAbandoned: true } or { State: nameof(AssignmentState.Cancelled) };
    }

    private static object[] Since(DateTimeOffset before) => [before, before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), AssignmentRow.SortOf(copyDeadline: null)];

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing has happened for long in the assignment {Id}; its talk could not be told that it has ended.")]
    private partial void LogNotTold(Exception exception, string id);

    /// <summary>What became of an assignment in the meantime.</summary>
    private sealed record Found(string State, bool IsRecord, bool IsAbandoned);
}
