using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Delivery;

/// <summary>The outbox as a queue in the store: what is due, taken by one sender at a time, and what became of it.</summary>
internal static class OutboxQueue
{
    /// <summary>What was found in sending may or may not have left.</summary>
    public static void AdoptInterrupted(Session session, DateTimeOffset now) =>
        session.Write("""UPDATE "Outbox" SET "Status" = 'Unknown', "NextAt" = $1, "Reason" = $2 WHERE "NextAt" IS NOT NULL AND "Status" = 'Sending'""", now, SendReasons.Interrupted);

    /// <summary>Those for whom something is due, oldest first; one may be there more than once.</summary>
    public static Task<List<string>> FindDueAsync(Session session, DateTimeOffset now, int most, CancellationToken cancellationToken) => session.ListAsync(
        $"""
        SELECT o."PersonId" FROM "Outbox" o WHERE o."NextAt" IS NOT NULL AND o."NextAt" <= $1
        AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."PersonId" = o."PersonId" AND e."Channel" = o."Channel" AND e."NextAt" IS NOT NULL AND e."Seq" < o."Seq" AND {OutboxRow.KeepsOrder})
        ORDER BY o."Seq" LIMIT $2
        """,
        [now, most],
        row => row.GetString(0),
        cancellationToken);

    /// <summary>
    /// The first message that is due and has none open before it on its channel, marked as being sent before anything leaves. What waits on a
    /// channel the person has left holds nothing up where they are now, and a page that cannot be drawn holds up no message.
    /// </summary>
    public static async Task<Attempt?> TryTakeNextAsync(Session session, string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = await session.LockIfFreeAsync(
            "o",
            $"""
            SELECT {OutboxRow.Columns}, {Barriers.Columns}, a."PersonId" IS NOT NULL, {AddressRow.Columns},
                EXISTS (SELECT 1 FROM "Outbox" l WHERE l."PersonId" = $1 AND l."NextAt" IS NOT NULL AND l."Seq" <> o."Seq")
            FROM "Outbox" o
            LEFT JOIN "Workspaces" w ON w."Channel" = o."Channel" AND w."Id" = o."Workspace"
            LEFT JOIN "Addresses" a ON a."Channel" = o."Channel" AND a."Workspace" = o."Workspace" AND a."User" = o."User"
            WHERE o."PersonId" = $1 AND o."NextAt" IS NOT NULL AND o."NextAt" <= $2
            AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."PersonId" = $1 AND e."Channel" = o."Channel" AND e."NextAt" IS NOT NULL AND e."Seq" < o."Seq" AND {OutboxRow.KeepsOrder})
            ORDER BY o."Seq" LIMIT 1
            """,
            [personId, now],
            Waiting.Read,
            cancellationToken);
        if (next is not { Row: var row })
        {
            return null;
        }

        var reconcile = row.Status is OutboxStatus.Unknown or OutboxStatus.Sending;
        var message = StateJson.Read<Outgoing>(row.Body);
        var updates = message.Settles is null
            ? null
            : await session.FirstAsync(
                """SELECT "PlatformId" FROM "Outbox" WHERE "PersonId" = $1 AND "PromptId" = $2 AND "Channel" = $3 AND "PlatformId" IS NOT NULL LIMIT 1""",
                [personId, message.Settles, row.Channel],
                found => found.GetString(0),
                cancellationToken);
        if (next.Barrier is null)
        {
            var found = row.NextAt;
            row.Take(now, reconcile);
            session.WriteSurely(
                """UPDATE "Outbox" SET "Status" = $2, "NextAt" = $3, "Attempts" = $4, "FirstTriedAt" = $5 WHERE "Id" = $1 AND "NextAt" = $6""",
                row.Id, row.Status, row.NextAt, row.Attempts, row.FirstTriedAt, found);
        }

        return new Attempt(row, row.AsPosting(message, next.Address?.Room ?? new Room(null), updates), reconcile) { Barrier = next.Barrier, Claim = row.NextAt, MoreWaits = next.MoreWaits };
    }

    /// <summary>It was not tried: the person was known to be out of reach.</summary>
    public static bool IsGivenUp(Attempt attempt) => attempt.Barrier is not null && attempt.Row.Status == OutboxStatus.Failed;

    public static void Record(Session session, Attempt attempt, SendResult result, DateTimeOffset now)
    {
        var row = attempt.Row;
        if (IsGivenUp(attempt))
        {
            // Holds off a turn of somebody who comes back until this is done: either it finds the message given up, or Revive finds the address open.
            session.Write("""UPDATE "Addresses" SET "Unreachable" = "Unreachable" WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""", row.Channel, row.Workspace, row.User);
        }

        session.Write(
            """UPDATE "Outbox" SET "Status" = $2, "NextAt" = $3, "Reason" = $4, "PlatformId" = $5 WHERE "Id" = $1 AND "NextAt" = $6""",
            row.Id, row.Status, row.NextAt, row.Reason, row.PlatformId, attempt.Claim);
        var opened = result switch { SendResult.Sent sent => sent.Room, SendResult.Again again => again.Room, _ => null };
        var known = attempt.Posting.Room;
        if (opened is { } room && attempt.Posting.Message.Place is { } place)
        {
            // The thread it was written for is gone. Who has written elsewhere since is there.
            session.Write(
                """UPDATE "Addresses" SET "RoomId" = $4 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3 AND "RoomId" = $5""",
                row.Channel, row.Workspace, row.User, room.Id, place);
        }
        else if (opened is not null && (opened.Id != known.Id || (opened.Data ?? known.Data) != known.Data))
        {
            session.Write(
                """UPDATE "Addresses" SET "RoomId" = $4, "RoomData" = COALESCE($5, "RoomData") WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                row.Channel, row.Workspace, row.User, opened.Id, opened.Data);
        }

        if (attempt.Barrier is null)
        {
            Barriers.Remember(session, row, result, now);
        }
    }

    /// <summary>Who came back since the barrier was looked at can be reached: it is said to them after all. A transaction of its own, since turns that share one see nothing of each other.</summary>
    public static void Revive(Session session, OutboxRow row, DateTimeOffset now) => session.Write(
        """
        UPDATE "Outbox" SET "Status" = 'Pending', "NextAt" = $2, "Reason" = NULL WHERE "Id" = $1 AND "Status" = 'Failed'
        AND EXISTS (SELECT 1 FROM "Addresses" a WHERE a."Channel" = $3 AND a."Workspace" = $4 AND a."User" = $5 AND a."Unreachable" IS NULL)
        """,
        row.Id, now, row.Channel, row.Workspace, row.User);
}

/// <summary>A message that is due, with what is known of the way there.</summary>
internal sealed record Waiting(OutboxRow Row, AddressRow? Address, SendResult? Barrier, bool MoreWaits)
{
    /// <summary>Reads the message, the barrier, whether there is an address, the address, and whether more waits for the person.</summary>
    public static Waiting Read(Row reader)
    {
        const int barrier = OutboxRow.ColumnCount, address = barrier + Barriers.ColumnCount;
        var to = reader.GetBoolean(address) ? AddressRow.Read(reader, address + 1) : null;
        return new Waiting(OutboxRow.Read(reader), to, Barriers.Read(reader, barrier, to), reader.GetBoolean(address + 1 + AddressRow.ColumnCount));
    }
}
