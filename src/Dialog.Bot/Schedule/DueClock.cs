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

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<DueRow> due;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            due = await db.Due.AsNoTracking().Where(d => d.At <= now).OrderBy(d => d.At).Take(MostInOneTick).ToListAsync(cancellationToken);
        }

        foreach (var row in due)
        {
            try
            {
                var came = new Incoming.DueCame(new Due(row.Name, row.At)) { Key = $"due:{row.PersonId}:{row.Name}:{row.At.ToUnixTimeMilliseconds()}", At = time.GetUtcNow() };
                await turns.TakeAsync(row.PersonId, came, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogDueFailed(exception, row.PersonId, row.Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due for {PersonId} ({Name}) could not be taken; it is tried again.")]
    private partial void LogDueFailed(Exception exception, string personId, string name);
}
