using Dialog.Bot.Store;

namespace Dialog.Bot.Observing;

/// <summary>Looks at what waits in the store where nobody comes to <c>/metrics</c>, because the figures are sent.</summary>
internal sealed class StoreWatch(Measures measures, Database database, TimeProvider time) : BackgroundService
{
    /// <summary>As often as the exporter sends.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await measures.LookAsync(database, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
