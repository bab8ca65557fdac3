using Dialog.Bot.Turns;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Opens the occurrences of series that have come.</summary>
[DisallowConcurrentExecution]
internal sealed class SeriesClock(SeriesBook series) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await series.OpenDueAsync(cancellationToken);
}
