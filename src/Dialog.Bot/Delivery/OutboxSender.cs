using Dialog.Bot.Channels;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;

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
            await database.WriteAsync(session => OutboxQueue.AdoptInterrupted(session, time.GetUtcNow()), cancellationToken);
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
            return await database.ReadAsync((session, token) => OutboxQueue.FindDueAsync(session, time.GetUtcNow(), MostFound, token), cancellationToken);
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
                    next = await database.WriteTogetherAsync((session, token) => OutboxQueue.TryTakeNextAsync(session, personId, time.GetUtcNow(), token), stoppingToken);
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
        await database.WriteTogetherAsync(session => OutboxQueue.Record(session, attempt, result, now), CancellationToken.None);
        if (OutboxQueue.IsGivenUp(attempt))
        {
            await database.WriteTogetherAsync(session => OutboxQueue.Revive(session, row, now), CancellationToken.None);
        }

        if (row is { Status: OutboxStatus.Failed or OutboxStatus.Unknown, Reason: not SendReasons.UpdateGone })
        {
            LogNotDelivered(row.Id, row.Status, row.Reason);
        }

        return goOn && (attempt.MoreWaits || row.NextAt <= now || attempt.Barrier is not null) ? await database.WriteTogetherAsync((session, token) => OutboxQueue.TryTakeNextAsync(session, row.PersonId, time.GetUtcNow(), token), CancellationToken.None) : null;
    }

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
