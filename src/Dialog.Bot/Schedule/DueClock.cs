using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Turns instants that have come into turns. It decides nothing: the talk looks whether the instant still matters.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DueClock(IDbContextFactory<DialogDb> databases, TurnRunner turns, TimeProvider time, ILogger<DueClock> logger) : IJob
{
    /// <summary>Instants taken in one tick; what is left follows in the next.</summary>
    private const int MostInOneTick = 500;

    /// <summary>Conversations woken at the same time: their turns share commits, and people's own messages stand between them.</summary>
    private const int AtOnce = 32;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<DueRow> due;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            due = await db.Due.AsNoTracking().Where(d => d.At <= now).OrderBy(d => d.At).Take(MostInOneTick).ToListAsync(cancellationToken);
        }

        await Parallel.ForEachAsync(due.GroupBy(row => row.PersonId), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (rows, token) =>
        {
            foreach (var row in rows)
            {
                await WakeAsync(row, token);
            }
        });
    }

    private async Task WakeAsync(DueRow row, CancellationToken cancellationToken)
    {
        try
        {
            // A clock that is set back meanwhile does not undo that the instant has come.
            var now = time.GetUtcNow();
            var came = new Incoming.DueCame(new Due(row.Name, row.At)) { Key = $"due:{row.PersonId}:{row.Name}:{row.At.ToUnixTimeMilliseconds()}", At = now > row.At ? now : row.At };
            await turns.TakeAsync(row.PersonId, came, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogDueFailed(exception, row.PersonId, row.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due for {PersonId} ({Name}) could not be taken; it is tried again.")]
    private partial void LogDueFailed(Exception exception, string personId, string name);
}
