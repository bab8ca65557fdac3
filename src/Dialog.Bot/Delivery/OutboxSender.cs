using Dialog.Bot.Channels;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Delivery;

/// <summary>
/// The only door out: sends what the outbox holds, per conversation in order, different conversations in parallel,
/// and records one honest status per message. Replies have senders of their own: a wave of reminders holds nobody's talk up.
/// </summary>
internal sealed partial class OutboxSender(
    Database database,
    IEnumerable<IChannel> channels,
    Bell outboxBell,
    Couriers couriers,
    Measures measures,
    TimeProvider time,
    OutageLog outages,
    ILogger<OutboxSender> logger) : BackgroundService
{
    /// <summary>Conversations found in one look.</summary>
    private const int MostFound = 500;

    /// <summary>The outbox is looked at this often even when nobody rang.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>The calls for one message end this long before the lease does.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(4);

    /// <summary>How long a call that is under way at shutdown may still take to tell its outcome.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AdoptInterruptedAsync(stoppingToken);
        using var calls = new CancellationTokenSource();
        var shift = new Shift(calls.Token, stoppingToken);
        couriers.Open((attempt, slots) => Queue(attempt.Row.PersonId, shift, slots, entered: true, attempt));
        try
        {
            await Task.WhenAll(WakeAsync(shift), PollAsync(shift));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            calls.CancelAfter(LastCalls);
            await couriers.CloseAsync();
        }
    }

    /// <summary>
    /// A message found in sending at the start may or may not have left before the program died. Where other processes send too, or when the
    /// store is out, it waits until its lease is.
    /// </summary>
    private async Task AdoptInterruptedAsync(CancellationToken cancellationToken)
    {
        if (database.IsShared)
        {
            return;
        }

        try
        {
            await database.WriteAsync(
                session => session.Write("""UPDATE "Outbox" SET "Status" = 'Unknown', "NextAt" = $1, "Reason" = $2 WHERE "NextAt" IS NOT NULL AND "Status" = 'Sending'""", time.GetUtcNow(), SendReasons.Interrupted),
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Tell(exception);
        }
    }

    /// <summary>A turn committed something for a person. What can wait is begun when there is room, and else left to the look.</summary>
    private async Task WakeAsync(Shift shift)
    {
        await foreach (var (personId, canWait) in outboxBell.RungAsync(shift.Stopping))
        {
            if (!canWait)
            {
                Start(personId, shift, couriers.Slots, entered: false);
            }
            else if (await couriers.Others.WaitAsync(TimeSpan.Zero, shift.Stopping))
            {
                Start(personId, shift, couriers.Others, entered: true);
            }
        }
    }

    /// <summary>
    /// What was not rung for: due again, or left from before. However much it is, it waits in the store, not here. Conversations that wait for a
    /// sender are due, too: they are not looked at again at once. One that is being sent to may have found nothing due an instant ago: it goes round once more.
    /// </summary>
    private async Task PollAsync(Shift shift)
    {
        using var timer = new PeriodicTimer(Poll, time);
        do
        {
            List<string> due, idle;
            do
            {
                due = await FindDueAsync(shift.Stopping);
                idle = [.. due.Where(couriers.IsIdle)];
                foreach (var personId in idle)
                {
                    await couriers.Others.WaitAsync(shift.Stopping);
                    Start(personId, shift, couriers.Others, entered: true);
                }
            }
            while (due.Count == MostFound && idle.Count > 0);
        }
        while (await timer.WaitForNextTickAsync(shift.Stopping));
    }

    private async Task<List<string>> FindDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.ReadAsync(
                (session, token) => session.ListAsync(
                    $"""
                    SELECT o."PersonId" FROM "Outbox" o WHERE o."NextAt" IS NOT NULL AND o."NextAt" <= $1
                    AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."PersonId" = o."PersonId" AND e."Channel" = o."Channel" AND e."NextAt" IS NOT NULL AND e."Seq" < o."Seq" AND {OutboxRow.KeepsOrder})
                    ORDER BY o."Seq" LIMIT $2
                    """,
                    [time.GetUtcNow(), MostFound],
                    row => row.GetString(0),
                    token),
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Tell(exception);
            return [];
        }
    }

    /// <summary>One task a conversation: it sends in order; whoever comes meanwhile lets it go round once more.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="shift">When it ends.</param>
    /// <param name="slots">Of which one is needed.</param>
    /// <param name="entered">It is taken already.</param>
    private void Start(string personId, Shift shift, SemaphoreSlim slots, bool entered)
    {
        if (couriers.TryBegin(personId))
        {
            Queue(personId, shift, slots, entered, attempt: null);
        }
        else if (entered)
        {
            slots.Release();
        }
    }

    /// <summary>Without what belongs to whoever begins it: whose request it is, and its trace.</summary>
    private void Queue(string personId, Shift shift, SemaphoreSlim slots, bool entered, Attempt? attempt) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = DrainAsync(personId, shift, slots, entered, attempt), state: (object?)null, preferLocal: true);

    /// <summary>Sends one conversation's messages in order until none is due, beginning with the one that has been taken already.</summary>
    private async Task DrainAsync(string personId, Shift shift, SemaphoreSlim slots, bool entered, Attempt? next)
    {
        var stoppingToken = shift.Stopping;
        try
        {
            if (!entered)
            {
                await slots.WaitAsync(stoppingToken);
                entered = true;
            }

            do
            {
                if (next is null)
                {
                    couriers.GoRound(personId);
                    next = await database.WriteTogetherAsync((session, token) => TryTakeNextAsync(session, personId, token), stoppingToken);
                }

                while (next is not null)
                {
                    next = await RecordAsync(next, await CallAsync(next, shift.Calls), goOn: !stoppingToken.IsCancellationRequested);
                }
            }
            while (!stoppingToken.IsCancellationRequested && !couriers.TryEnd(personId));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was under way stays in sending and is adopted at the next start.
        }
        catch (Exception exception)
        {
            couriers.End(personId);
            if (!outages.Took(exception))
            {
                LogDeliveryFailed(exception, personId);
            }
        }
        finally
        {
            if (entered)
            {
                slots.Release();
            }
        }
    }

    /// <summary>
    /// The first message that is due and has none open before it on its channel, marked as being sent before anything leaves. What waits on a
    /// channel the person has left holds nothing up where they are now, and a page that cannot be drawn holds up no message.
    /// </summary>
    private async Task<Attempt?> TryTakeNextAsync(Session session, string personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
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

        return new Attempt(row, Posting.Of(row, message, next.Address?.Room ?? new Room(null), updates), reconcile) { Barrier = next.Barrier, Claim = row.NextAt, MoreWaits = next.MoreWaits };
    }

    private async Task<SendResult> CallAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Barrier is { } barrier)
        {
            return barrier;
        }

        var posting = attempt.Posting;
        if (!channels.TryGetValue(posting.To.Channel, out var channel))
        {
            return new SendResult.Failed($"{posting.To.Channel} is not configured");
        }

        if (posting.Message.Settles is not null && posting.Updates is null && posting.To.Channel != Address.Web)
        {
            return new SendResult.Failed(SendReasons.NeverThere);
        }

        if (attempt.Claim - Margin - time.GetUtcNow() is not { Ticks: > 0 } left)
        {
            return attempt.Reconcile ? new SendResult.Unknown(SendReasons.NotAsked, LookAgain: true) : new SendResult.Again(TimeSpan.Zero, SendReasons.NotBegun);
        }

        using var span = Measures.BeginDelivery(posting);
        using var enough = new CancellationTokenSource(left, time);
        using var calls = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            return attempt.Reconcile ? await channel.ReconcileAsync(posting, calls.Token) : await channel.SendAsync(posting, calls.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Unknown(SendReasons.NoAnswer) { Silent = true };
        }
    }

    /// <summary>Writes the outcome down, then takes the conversation's next message, if any is due: what it updates and where it goes may just have been learned.</summary>
    private async Task<Attempt?> RecordAsync(Attempt attempt, SendResult result, bool goOn)
    {
        var row = attempt.Row;
        var now = time.GetUtcNow();
        Retry.Apply(row, attempt, result, now);
        measures.Tried(row.Channel, result, row.CreatedAt);
        await database.WriteTogetherAsync(session => Record(session, attempt, result, now), CancellationToken.None);
        if (IsGivenUp(attempt))
        {
            await database.WriteTogetherAsync(session => Revive(session, row, now), CancellationToken.None);
        }

        if (row.Status is OutboxStatus.Failed or OutboxStatus.Unknown)
        {
            LogNotDelivered(row.Id, row.Status, row.Reason);
        }

        return goOn && (attempt.MoreWaits || row.NextAt <= now || attempt.Barrier is not null) ? await database.WriteTogetherAsync((session, token) => TryTakeNextAsync(session, row.PersonId, token), CancellationToken.None) : null;
    }

    /// <summary>It was not tried: the person was known to be out of reach.</summary>
    private static bool IsGivenUp(Attempt attempt) => attempt.Barrier is not null && attempt.Row.Status == OutboxStatus.Failed;

    private static void Record(Session session, Attempt attempt, SendResult result, DateTimeOffset now)
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
        if (opened is { } room && attempt.Posting.Message.Place is null && (room.Id != known.Id || (room.Data ?? known.Data) != known.Data))
        {
            session.Write(
                """UPDATE "Addresses" SET "RoomId" = $4, "RoomData" = COALESCE($5, "RoomData") WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                row.Channel, row.Workspace, row.User, room.Id, room.Data);
        }

        if (attempt.Barrier is null)
        {
            Barriers.Remember(session, row, result, now);
        }
    }

    /// <summary>Who came back since the barrier was looked at can be reached: it is said to them after all. A transaction of its own, since turns that share one see nothing of each other.</summary>
    private static void Revive(Session session, OutboxRow row, DateTimeOffset now) => session.Write(
        """
        UPDATE "Outbox" SET "Status" = 'Pending', "NextAt" = $2, "Reason" = NULL WHERE "Id" = $1 AND "Status" = 'Failed'
        AND EXISTS (SELECT 1 FROM "Addresses" a WHERE a."Channel" = $3 AND a."Workspace" = $4 AND a."User" = $5 AND a."Unreachable" IS NULL)
        """,
        row.Id, now, row.Channel, row.Workspace, row.User);

    /// <summary>From start to stop.</summary>
    /// <param name="Calls">Ends calls that are under way, some seconds after the stop.</param>
    /// <param name="Stopping">Nothing new is begun.</param>
    private sealed record Shift(CancellationToken Calls, CancellationToken Stopping);

    private void Tell(Exception exception)
    {
        if (!outages.Took(exception))
        {
            LogNotRead(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; it is tried again.")]
    private partial void LogNotRead(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to {PersonId} stopped; it is taken up again.")]
    private partial void LogDeliveryFailed(Exception exception, string personId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} is {Status}: {Reason}")]
    private partial void LogNotDelivered(string outboxId, OutboxStatus status, string? reason);
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
