namespace Dialog.Bot;

/// <summary>A single value of the configuration.</summary>
internal static class Setting
{
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
