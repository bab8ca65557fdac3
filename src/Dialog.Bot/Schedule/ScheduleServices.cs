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
        services.AddTicker("due", TimeSpan.FromSeconds(1), provider => provider.GetRequiredService<DueClock>().TakeAsync);
        services.AddTicker("clock", TimeSpan.FromSeconds(1), provider => provider.GetRequiredService<ClockWatch>().LookAsync);
        services.AddTicker("questions", TimeSpan.FromSeconds(2), provider => provider.GetRequiredService<QuestionShelf>().LookAsync);
        services.AddTicker("organisation", TimeSpan.FromSeconds(2), provider => provider.GetRequiredService<OrganisationShelf>().LookAsync);
        services.AddTicker("series", TimeSpan.FromSeconds(5), provider => provider.GetRequiredService<SeriesBook>().OpenDueAsync);
        services.AddTicker("sealing", TimeSpan.FromSeconds(5), provider => provider.GetRequiredService<AuditSealer>().SealAsync);
        services.AddTicker("retention", TimeSpan.FromMinutes(1), provider => provider.GetRequiredService<Retention>().RunAtNightAsync);
    }
}
