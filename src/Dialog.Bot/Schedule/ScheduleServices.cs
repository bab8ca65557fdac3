using Quartz;

namespace Dialog.Bot.Schedule;

internal static class ScheduleServices
{
    /// <summary>What is due is a row of the store; Quartz only brings the tick, so its own memory may be lost at any time.</summary>
    public static void AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<DueClock>(trigger => trigger
                .WithIdentity("due")
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()));
            quartz.ScheduleJob<SeriesClock>(trigger => trigger
                .WithIdentity("series")
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()));
            quartz.ScheduleJob<SettingWatch>(trigger => trigger
                .WithIdentity("settings")
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(2)).RepeatForever()));
            quartz.ScheduleJob<Sealing>(trigger => trigger
                .WithIdentity("sealing")
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()));
            quartz.ScheduleJob<Retention>(trigger => trigger
                .WithIdentity("retention")
                .WithCronSchedule("0 20 3 * * ?"));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
