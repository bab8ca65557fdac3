namespace Dialog.Bot.Observing;

/// <summary>Log levels that were set while the program runs. They go before every other setting, count in this process only, and end with it.</summary>
internal sealed class LogLevels : ConfigurationProvider, IConfigurationSource
{
    private const string Section = "Logging:LogLevel:";

    /// <summary>What can be chosen. Below that, libraries write what they send and receive, which may hold anybody's words.</summary>
    public static IReadOnlyList<string> Choices { get; } = [.. new[] { LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical, LogLevel.None }.Select(level => level.ToString())];

    /// <summary>Categories that write addresses as they came, and names of files, which hold what they are about; appsettings.json keeps them shut also when everything else is loosened.</summary>
    public static IReadOnlyList<string> Shut { get; } = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Http.Result", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    /// <summary>What was set, by category.</summary>
    public IReadOnlyDictionary<string, string> All => Data.Where(pair => pair.Key.StartsWith(Section, StringComparison.OrdinalIgnoreCase)).ToDictionary(pair => pair.Key[Section.Length..], pair => pair.Value!);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>From now on; null for what is configured.</summary>
    public void Choose(string category, string? level)
    {
        var next = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
        if (level is null)
        {
            next.Remove(Section + category);
        }
        else
        {
            next[Section + category] = level;
        }

        Data = next;
        OnReload();
    }
}
