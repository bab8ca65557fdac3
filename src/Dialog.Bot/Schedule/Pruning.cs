using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Removes keys and sent messages that nothing asks for any more. Platforms repeat an event for 24 hours at most (Slack's delayed events).</summary>
[DisallowConcurrentExecution]
internal sealed class Pruning(IDbContextFactory<DialogDb> databases, WriteGate gate, TimeProvider time) : IJob
{
    private static readonly TimeSpan KeepKeys = TimeSpan.FromDays(7);

    /// <summary>A sent message is kept while a click on it may still have to update it.</summary>
    private static readonly TimeSpan KeepSent = TimeSpan.FromDays(90);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keysBefore = now - KeepKeys;
        var sentBefore = now - KeepSent;
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Inbox.Where(i => i.At < keysBefore).ExecuteDeleteAsync(cancellationToken);
        await db.JoinCodes.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(o => o.Status == OutboxStatus.Sent && o.CreatedAt < sentBefore).ExecuteDeleteAsync(cancellationToken);
    }
}
