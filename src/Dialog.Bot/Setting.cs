namespace Dialog.Bot;

/// <summary>A single value of the configuration.</summary>
internal static class Setting
{
    /// <summary>What a key of the program's own begins with; the rest of the environment is nobody's business.</summary>
    private static readonly string[] Sections =
    [
        "Urls", "PathBase", "ForwardedHeaders_Enabled", "Kestrel", "Organisation", "Storage", "Desk", "Slack", "Teams", "Outlets", "Ai", "Interview", "Plan", "Calendar", "Review", "Retention", "Webhooks", "Limits", "Logging",
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL",
    ];

    /// <summary>Whether the key is one of the program's own, as far as its first part tells.</summary>
    public static bool IsOwn(string key) => Sections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>One of an enumeration's names, however it is written; null for anything else, and for its numbers.</summary>
    public static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : null;

    /// <summary>An address as it may be shown: without the name and password in it.</summary>
    public static string? Shown(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? $"{uri.Scheme}://…@{uri.Authority}{uri.AbsolutePath}" : address;

    /// <summary>True or false, false where it is left out.</summary>
    /// <param name="configuration">Where it stands.</param>
    /// <param name="key">Its key there.</param>
    /// <param name="name">As the operator knows it, where that is not the key.</param>
    /// <exception cref="StartupException">It says something else.</exception>
    public static bool IsOn(IConfiguration configuration, string key, string? name = null) => configuration[key] switch
    {
        null or "" => false,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw new StartupException($"{name ?? key}: ”{text}” is neither true nor false. Write one of them, or leave it out for false."),
    };
}
