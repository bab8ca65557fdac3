using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>
/// Carries what one conversation has for another: each piece is a turn of the conversation it is for, and that turn removes it.
/// A piece that can not be taken is tried again, later and later, and given up after a day; the others go on.
/// </summary>
internal sealed partial class Postman(IDbContextFactory<DialogDb> databases, WriteGate gate, TurnRunner turns, MailBell bell, TimeProvider time, ILogger<Postman> logger) : BackgroundService
{
    /// <summary>Pieces carried in one round; what is left follows in the next.</summary>
    private const int MostInOneRound = 200;

    /// <summary>The mail is looked at this often even when nobody rang.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>One round: takes what is due, in order of posting.</summary>
    public async Task CarryAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<MailRow> mail;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            mail = await db.Mail.AsNoTracking().Where(m => m.NextAt != null && m.NextAt <= now).OrderBy(m => m.Seq).Take(MostInOneRound).ToListAsync(cancellationToken);
        }

        foreach (var piece in mail)
        {
            try
            {
                await turns.TakeAsync(piece.PersonId, StateJson.Read<Incoming>(piece.Body) with { At = time.GetUtcNow() }, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await PutBackAsync(piece, exception, cancellationToken);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CarryOnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not carried is found at the next start.
        }
    }

    private async Task CarryOnAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll, time);
        var rung = bell.RungAsync(stoppingToken);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CarryAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogStoreUnreachable(exception);
            }

            await await Task.WhenAny(rung, tick);
            rung = rung.IsCompleted ? bell.RungAsync(stoppingToken) : rung;
            tick = tick.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : tick;
        }
    }

    private async Task PutBackAsync(MailRow piece, Exception exception, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Mail.FindAsync([piece.Seq], cancellationToken) is not { } row)
        {
            return;
        }

        row.Attempts++;
        row.Reason = exception is KeyNotFoundException ? "there is nowhere to reach the person" : exception.GetType().Name;
        row.NextAt = now - row.CreatedAt < GiveUpAfter ? now + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, row.Attempts))) : null;
        await db.SaveChangesAsync(cancellationToken);
        LogPutBack(exception, piece.Key, piece.PersonId, row.NextAt is null ? "given up" : "tried again later");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail could not be read; it is tried again.")]
    private partial void LogStoreUnreachable(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} for {PersonId} could not be taken: {Next}.")]
    private partial void LogPutBack(Exception exception, string key, string personId, string next);
}
