using System.Collections.Concurrent;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Delivery;

/// <summary>
/// The only door out: sends what the outbox holds, per conversation in order, different conversations in parallel,
/// and records one honest status per message.
/// </summary>
internal sealed partial class OutboxSender(
    IDbContextFactory<DialogDb> databases,
    WriteGate gate,
    IEnumerable<IChannel> channels,
    Bell outboxBell,
    TimeProvider time,
    ILogger<OutboxSender> logger) : BackgroundService
{
    /// <summary>Conversations sent to at the same time.</summary>
    private const int MostAtOnce = 32;

    /// <summary>Conversations found in one look.</summary>
    private const int MostFound = 500;

    /// <summary>The outbox is looked at this often even when nobody rang.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long a call that is under way at shutdown may still take to tell its outcome.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name);

    /// <summary>Conversations being sent to; true when more came in meanwhile.</summary>
    private readonly ConcurrentDictionary<string, bool> underWay = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AdoptInterruptedAsync(stoppingToken);
        using var slots = new SemaphoreSlim(MostAtOnce, MostAtOnce);
        using var calls = new CancellationTokenSource();
        var shift = new Shift(slots, calls.Token, stoppingToken);
        try
        {
            await Task.WhenAll(WakeAsync(shift), PollAsync(shift));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            calls.CancelAfter(LastCalls);
            await Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(_ => slots.WaitAsync(CancellationToken.None)));
        }
    }

    /// <summary>A message found in sending at the start may or may not have left before the program died.</summary>
    private async Task AdoptInterruptedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var row in await db.Outbox.Where(o => o.NextAt != null && o.Status == OutboxStatus.Sending).ToListAsync(cancellationToken))
        {
            row.Status = OutboxStatus.Unknown;
            row.NextAt = now;
            row.Reason = "interrupted";
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A turn committed something for a person.</summary>
    private async Task WakeAsync(Shift shift)
    {
        await foreach (var personId in outboxBell.RungAsync(shift.Stopping))
        {
            Start(personId, shift);
        }
    }

    /// <summary>What was not rung for: due again, or left from before.</summary>
    private async Task PollAsync(Shift shift)
    {
        using var timer = new PeriodicTimer(Poll, time);
        do
        {
            foreach (var personId in await FindDueAsync(shift.Stopping))
            {
                Start(personId, shift);
            }
        }
        while (await timer.WaitForNextTickAsync(shift.Stopping));
    }

    private async Task<List<string>> FindDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.Outbox
                .Where(o => o.NextAt != null && o.NextAt <= now)
                .Where(o => !db.Outbox.Any(earlier => earlier.PersonId == o.PersonId && earlier.Channel == o.Channel && earlier.NextAt != null && earlier.Seq < o.Seq))
                .OrderBy(o => o.Seq)
                .Select(o => o.PersonId)
                .Take(MostFound)
                .ToListAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStoreUnreachable(exception);
            return [];
        }
    }

    /// <summary>One task a conversation: it sends in order; whoever comes meanwhile lets it go round once more.</summary>
    private void Start(string personId, Shift shift)
    {
        if (underWay.TryAdd(personId, false) || !underWay.TryUpdate(personId, true, false) && underWay.TryAdd(personId, false))
        {
            _ = Task.Run(() => DrainAsync(personId, shift), CancellationToken.None);
        }
    }

    /// <summary>Sends one conversation's messages in order until none is due.</summary>
    private async Task DrainAsync(string personId, Shift shift)
    {
        var stoppingToken = shift.Stopping;
        var entered = false;
        try
        {
            await shift.Slots.WaitAsync(stoppingToken);
            entered = true;
            do
            {
                underWay[personId] = false;
                while (!stoppingToken.IsCancellationRequested && await TryTakeNextAsync(personId, stoppingToken) is { } next)
                {
                    await RecordAsync(next, await CallAsync(next, shift.Calls));
                }
            }
            while (!stoppingToken.IsCancellationRequested && !underWay.TryRemove(new KeyValuePair<string, bool>(personId, false)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was under way stays in sending and is adopted at the next start.
        }
        catch (Exception exception)
        {
            underWay.TryRemove(personId, out _);
            LogDeliveryFailed(exception, personId);
        }
        finally
        {
            if (entered)
            {
                shift.Slots.Release();
            }
        }
    }

    /// <summary>
    /// The first message that is due and has none open before it on its channel, marked as being sent before anything leaves. What waits on a
    /// channel the person has left holds nothing up where they are now.
    /// </summary>
    private async Task<Attempt?> TryTakeNextAsync(string personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Outbox
            .Where(o => o.PersonId == personId && o.NextAt != null && o.NextAt <= now)
            .Where(o => !db.Outbox.Any(earlier => earlier.PersonId == personId && earlier.Channel == o.Channel && earlier.NextAt != null && earlier.Seq < o.Seq))
            .OrderBy(o => o.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var reconcile = row.Status == OutboxStatus.Unknown;
        var message = StateJson.Read<Outgoing>(row.Body);
        var address = await db.Addresses.FindAsync([row.Channel, row.Workspace, row.User], cancellationToken);
        var updates = message.Settles is null
            ? null
            : await db.Outbox.Where(o => o.PersonId == personId && o.PromptId == message.Settles && o.Channel == row.Channel).Select(o => o.PlatformId).FirstOrDefaultAsync(cancellationToken);
        var barrier = await Barriers.FindAsync(db, row, address, cancellationToken);
        if (!reconcile && barrier is null)
        {
            row.Status = OutboxStatus.Sending;
            row.Attempts++;
            row.FirstTriedAt ??= now;
            await db.SaveChangesAsync(cancellationToken);
        }

        var posting = new Posting(row.Id, new Address(row.Channel, row.Workspace, row.User), message.Place is { } place ? new Room(place) : address?.Room ?? new Room(null), message, updates, row.FirstTriedAt);
        return new Attempt(row.Seq, posting, reconcile, row.Attempts, row.CreatedAt) { Barrier = barrier };
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
            return new SendResult.Failed("the message to update never reached the platform");
        }

        return attempt.Reconcile ? await channel.ReconcileAsync(posting, cancellationToken) : await channel.SendAsync(posting, cancellationToken);
    }

    private async Task RecordAsync(Attempt attempt, SendResult result)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var row = await db.Outbox.SingleAsync(o => o.Seq == attempt.Seq, CancellationToken.None);
        Retry.Apply(row, attempt, result, now);
        var address = await db.Addresses.FindAsync([row.Channel, row.Workspace, row.User], CancellationToken.None);
        if (result is SendResult.Sent { Room: { } room } && address is not null && attempt.Posting.Message.Place is null)
        {
            address.RoomId = room.Id;
            address.RoomData = room.Data ?? address.RoomData;
        }

        await Barriers.RememberAsync(db, row, address, result, now);
        await db.SaveChangesAsync(CancellationToken.None);
        if (row.Status is OutboxStatus.Failed or OutboxStatus.Unknown)
        {
            LogNotDelivered(row.Id, row.Status, row.Reason);
        }
    }

    /// <summary>From start to stop.</summary>
    /// <param name="Slots">Conversations sent to at the same time.</param>
    /// <param name="Calls">Ends calls that are under way, some seconds after the stop.</param>
    /// <param name="Stopping">Nothing new is begun.</param>
    private sealed record Shift(SemaphoreSlim Slots, CancellationToken Calls, CancellationToken Stopping);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; it is tried again.")]
    private partial void LogStoreUnreachable(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to {PersonId} stopped; it is taken up again.")]
    private partial void LogDeliveryFailed(Exception exception, string personId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} is {Status}: {Reason}")]
    private partial void LogNotDelivered(string outboxId, OutboxStatus status, string? reason);
}

/// <summary>One try at one message.</summary>
/// <param name="Seq">The outbox row.</param>
/// <param name="Posting">What is sent where.</param>
/// <param name="Reconcile">The outcome of an earlier try is unknown: ask before repeating.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="CreatedAt">When the message was committed.</param>
internal sealed record Attempt(long Seq, Posting Posting, bool Reconcile, int Number, DateTimeOffset CreatedAt)
{
    /// <summary>Why the channel is not even asked.</summary>
    public SendResult? Barrier { get; init; }
}
