using Dialog.Bot.Store;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Removes keys and sent messages that nothing asks for any more. Platforms repeat an event for 24 hours at most (Slack's delayed events).</summary>
[DisallowConcurrentExecution]
internal sealed class Pruning(Database database, TimeProvider time) : IJob
{
    private static readonly TimeSpan KeepKeys = TimeSpan.FromDays(7);

    /// <summary>A sent message is kept while a click on it may still have to update it.</summary>
    private static readonly TimeSpan KeepSent = TimeSpan.FromDays(90);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            session =>
            {
                session.Write("""DELETE FROM "Inbox" WHERE "At" < $1""", now - KeepKeys);
                session.Write("""DELETE FROM "JoinCodes" WHERE "ExpiresAt" < $1""", now);
                session.Write("""DELETE FROM "Outbox" WHERE "Status" = 'Sent' AND "CreatedAt" < $1""", now - KeepSent);
            },
            cancellationToken);
    }
}
