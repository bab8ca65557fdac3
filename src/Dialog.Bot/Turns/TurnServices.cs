using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

internal static class TurnServices
{
    public static void AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReadOrganisation(configuration));
        services.AddSingleton(QuestionSets.BuiltIn);
        services.AddSingleton<Bell>();
        services.AddSingleton<MailBell>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<AssignmentOpener>();
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<WorkspaceBook>();
        services.AddSingleton<Glances>();
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
    }

    private static Organisation ReadOrganisation(IConfiguration configuration)
    {
        var section = configuration.GetSection("Organisation");
        var language = section["Language"] ?? "sv";
        var timeZone = section["TimeZone"] ?? "Europe/Stockholm";
        if (language is not ("sv" or "en"))
        {
            throw new StartupException($"Organisation:Language: ”{language}” is not spoken here. Use sv or en.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new StartupException($"Organisation:TimeZone: ”{timeZone}” is not a time zone. Use an IANA name such as Europe/Stockholm.");
        }

        var organisation = new Organisation { Name = section["Name"] ?? "Dialog", Language = language, TimeZone = timeZone };
        return organisation with
        {
            QuietWindow = ReadWindow(configuration, "Interview:QuietWindow") ?? organisation.QuietWindow,
            WholeAnswerWindow = ReadWindow(configuration, "Interview:WholeAnswerWindow") ?? organisation.WholeAnswerWindow,
        };
    }

    private static TimeSpan? ReadWindow(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var window) && window >= TimeSpan.Zero && window <= TimeSpan.FromMinutes(10)
            ? window
            : throw new StartupException($"{key}: ”{text}” is not a time between 0 and 10 minutes. Write it as hours:minutes:seconds, e.g. 00:00:45.");
    }
}
