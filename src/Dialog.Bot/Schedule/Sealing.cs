using Dialog.Bot.Store;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Seals what was put down in the audit log.</summary>
[DisallowConcurrentExecution]
internal sealed class Sealing(AuditSealer sealer) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sealer.SealAsync(cancellationToken);
}
