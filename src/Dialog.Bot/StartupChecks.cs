using System.Net;

namespace Dialog.Bot;

/// <summary>What must be right before anything starts. Each mistake is one line that names the key and the mend.</summary>
internal static class StartupChecks
{
    /// <summary>Short tokens can be guessed.</summary>
    private const int ShortestToken = 8;

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static void Check(IConfiguration configuration)
    {
        var token = configuration["Desk:Token"];
        var oidc = OidcOptions.Read(configuration);
        if (token is { Length: > 0 and < ShortestToken })
        {
            throw new StartupException($"Desk:Token: too short to be safe. Use at least {ShortestToken} characters, or leave it out to get a random one.");
        }

        PathPrefix.Check(configuration);
        CheckLevels(configuration);
        var listening = Listening(configuration);
        if (listening.Count == 0)
        {
            throw new StartupException("Urls: names no address. Use e.g. http://localhost:5080, or leave it out.");
        }

        foreach (var (key, address) in listening)
        {
            if (!Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new StartupException($"{key}: ”{address}” is not an address. Use e.g. http://localhost:5080.");
            }

            if (uri.AbsolutePath != "/" && uri.Host != "unix")
            {
                throw new StartupException($"{key}: {address} has a path. Listen on {uri.GetLeftPart(UriPartial.Authority)}, and set PathBase to {uri.AbsolutePath} if Dialog lies there.");
            }

            if (uri is { Port: 0, Host: "localhost" })
            {
                throw new StartupException($"{key}: {address} leaves the port open, which works with 127.0.0.1 only. Use e.g. http://localhost:5080.");
            }

            if (!IsLoopback(uri) && string.IsNullOrEmpty(token) && !oidc.SignsIn)
            {
                throw new StartupException($"{key}: {address} can be reached from other machines, but nobody has to sign in: neither Desk:Token nor Desk:Oidc is set. Set Desk:Token to a secret of your own, or Desk:Oidc:Authority, :ClientId and :ClientSecret, or listen on localhost.");
            }
        }
    }

    /// <summary>True when only this machine can reach the program.</summary>
    public static bool IsLocal(IConfiguration configuration) =>
        Addresses(configuration).All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri));

    /// <summary>The addresses to listen on.</summary>
    public static IEnumerable<string> Addresses(IConfiguration configuration) => Listening(configuration).Select(listens => listens.Address);

    /// <summary>A proxy before the program is believed who asks, and how.</summary>
    /// <exception cref="StartupException">The value is neither true nor false.</exception>
    public static bool BelievesProxy(IConfiguration configuration) => Setting.IsOn(configuration, "ForwardedHeaders_Enabled", "ASPNETCORE_FORWARDEDHEADERS_ENABLED");

    /// <summary>Kestrel's own section goes before <c>Urls</c>.</summary>
    private static List<(string Key, string Address)> Listening(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? "")).ToList() is { Count: > 0 } endpoints
            ? endpoints
            : [.. (configuration["Urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(address => ("Urls", address))];

    private static void CheckLevels(IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        foreach (var level in logging.GetChildren().Select(provider => provider.GetSection("LogLevel")).Append(logging.GetSection("LogLevel")).SelectMany(levels => levels.GetChildren()))
        {
            if (level.Value is { Length: > 0 } text && Setting.Named<LogLevel>(text) is null)
            {
                throw new StartupException($"{level.Path}: ”{text}” is no level. Use one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }

    private static bool IsLoopback(Uri uri) => uri.IsLoopback || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
