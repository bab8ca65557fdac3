using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>
/// Carries what one conversation has for another: each piece is a turn of the conversation it is for, and that turn removes it.
/// A piece that can not be taken is tried again, later and later, and given up after a day; the others go on.
/// </summary>
internal sealed partial class Postman(Database database, TurnRunner turns, MailBell bell, TimeProvider time, OutageLog outages, ILogger<Postman> logger) : BackgroundService
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
        var mail = await database.ReadAsync(
            (session, token) => session.ListAsync(
                """SELECT "Seq", "Key", "PersonId", "Body", "CreatedAt", "NextAt", "Attempts", "Door" FROM "Mail" WHERE "NextAt" IS NOT NULL AND "NextAt" <= $1 ORDER BY "Seq" LIMIT $2""",
                [now, MostInOneRound],
                MailRow.Read,
                token),
            cancellationToken);

        foreach (var piece in mail)
        {
            try
            {
                await turns.TakeAsync(piece.PersonId, StateJson.Read<Incoming>(piece.Body) with { At = time.GetUtcNow() }, piece.Door is null ? Door.Clock : StateJson.Read<Door>(piece.Door), cancellationToken);
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
                if (!outages.Took(exception))
                {
                    LogNotCarried(exception);
                }
            }

            await await Task.WhenAny(rung, tick);
            rung = rung.IsCompleted ? bell.RungAsync(stoppingToken) : rung;
            tick = tick.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : tick;
        }
    }

    private async Task PutBackAsync(MailRow piece, Exception exception, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var attempts = piece.Attempts + 1;
        DateTimeOffset? next = now - piece.CreatedAt < GiveUpAfter ? now + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, attempts))) : null;
        var reason = exception is KeyNotFoundException ? "there is nowhere to reach the person" : exception.GetType().Name;
        await database.WriteAsync(
            session => session.Write("""UPDATE "Mail" SET "Attempts" = $2, "Reason" = $3, "NextAt" = $4 WHERE "Seq" = $1""", piece.Seq, attempts, reason, next),
            cancellationToken);
        LogPutBack(exception, piece.Key, piece.PersonId, next is null ? "given up" : "tried again later");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail could not be read; it is tried again.")]
    private partial void LogNotCarried(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} for {PersonId} could not be taken: {Next}.")]
    private partial void LogPutBack(Exception exception, string key, string personId, string next);
}
