using Dialog.Bot.Store;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Delivery;

/// <summary>What somebody at the desk decides about a message that did not arrive, or of which nobody knows. Nothing is sent again that was not asked for.</summary>
internal sealed class OutboxDesk(Database database, Bell bell, TimeProvider time)
{
    /// <summary>
    /// Sends it again, as the same message. False when it is not in the state the person saw: somebody else, or the platform, was first.
    /// One of which nobody knows may then arrive twice; who asks has seen that it is <paramref name="seen"/>.
    /// </summary>
    public async Task<bool> SendAgainAsync(string id, OutboxStatus seen, CancellationToken cancellationToken)
    {
        if (seen is not (OutboxStatus.Failed or OutboxStatus.Unknown))
        {
            return false;
        }

        var person = await database.WriteAsync(
            async (session, token) =>
            {
                var found = await session.LockAsync(
                    """SELECT "PersonId" FROM "Outbox" WHERE "Id" = $1 AND "Status" = $2 AND "NextAt" IS NULL""", [id, seen], row => row.GetString(0), token);
                if (found is not null)
                {
                    session.Write("""UPDATE "Outbox" SET "Status" = 'Pending', "NextAt" = $2, "FirstTriedAt" = NULL, "Reason" = NULL, "LeftAt" = NULL WHERE "Id" = $1""", id, time.GetUtcNow());
                }

                return found;
            },
            cancellationToken);
        if (person is not null)
        {
            bell.Ring(person, canWait: false);
        }

        return person is not null;
    }

    /// <summary>Leaves it at that: it stands in no list any more, its status stays what it is.</summary>
    public Task LeaveAsync(string id, CancellationToken cancellationToken) => SetAsync(id, time.GetUtcNow(), cancellationToken);

    /// <summary>Puts it back in the list.</summary>
    public Task TakeBackAsync(string id, CancellationToken cancellationToken) => SetAsync(id, leftAt: null, cancellationToken);

    private Task SetAsync(string id, DateTimeOffset? leftAt, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Write("""UPDATE "Outbox" SET "LeftAt" = $2 WHERE "Id" = $1 AND "NextAt" IS NULL AND "Status" IN ('Failed', 'Unknown')""", id, leftAt),
        cancellationToken);
}
