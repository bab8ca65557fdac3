using Dialog.Bot.Store;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Schedule;

internal static class ScheduleServices
{
    /// <summary>What is due is a row of the store (decision 0015); only the ticks at which it is looked for are here.</summary>
    public static void AddSchedule(this IServiceCollection services)
    {
        services.AddSingleton<DueClock>();
        services.AddSingleton<Retention>();
        services.AddSingleton<ClockWatch>();
        services.AddTicker("due", TimeSpan.FromSeconds(1), (DueClock clock) => clock.TakeAsync);
        services.AddTicker("clock", TimeSpan.FromSeconds(1), (ClockWatch watch) => watch.LookAsync);
        services.AddTicker("questions", TimeSpan.FromSeconds(2), (QuestionShelf shelf) => shelf.LookAsync);
        services.AddTicker("organisation", TimeSpan.FromSeconds(2), (OrganisationShelf shelf) => shelf.LookAsync);
        services.AddTicker("series", TimeSpan.FromSeconds(5), (SeriesBook series) => series.OpenDueAsync);
        services.AddTicker("sealing", TimeSpan.FromSeconds(5), (AuditSealer sealer) => sealer.SealAsync);
        services.AddTicker("retention", TimeSpan.FromMinutes(1), (Retention retention) => retention.RunAtNightAsync);
    }

    private static void AddTicker<T>(this IServiceCollection services, string name, TimeSpan every, Func<T, Func<CancellationToken, Task>> work)
        where T : notnull =>
        services.AddSingleton<IHostedService>(provider =>
            new Ticker(name, every, work(provider.GetRequiredService<T>()), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Ticker>>()));
}
