namespace Dialog.Bot;

/// <summary>
/// Does a piece of work at the start and then again and again, never twice at a time, by a clock that nobody sets (decision 0041). What fails is tried again at the next tick.
/// </summary>
internal sealed partial class Ticker(string name, TimeSpan every, Func<CancellationToken, Task> work, TimeProvider time, OutageLog outages, ILogger<Ticker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            do
            {
                await TickAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not done is found at the next start.
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (!outages.Took(exception))
            {
                LogFailed(exception, name, every.TotalSeconds);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The work “{Name}” failed; it is tried again in {Seconds} s.")]
    private partial void LogFailed(Exception exception, string name, double seconds);
}

/// <summary>What is done again and again beside the requests.</summary>
internal static class Tickers
{
    /// <summary>From the start of the program until its end.</summary>
    public static void AddTicker(this IServiceCollection services, string name, TimeSpan every, Func<IServiceProvider, Func<CancellationToken, Task>> work) =>
        services.AddSingleton<IHostedService>(provider => new Ticker(name, every, work(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<OutageLog>(), provider.GetRequiredService<ILogger<Ticker>>()));
}
