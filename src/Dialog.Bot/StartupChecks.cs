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
        foreach (var address in Addresses(configuration))
        {
            if (!Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new StartupException($"Urls: ”{address}” is not an address. Use e.g. http://localhost:5080.");
            }

            if (!IsLoopback(uri) && string.IsNullOrEmpty(token) && !oidc.SignsIn)
            {
                throw new StartupException($"Urls: {address} can be reached from other machines, but nobody has to sign in: neither Desk:Token nor Desk:Oidc is set. Set Desk:Token to a secret of your own, or Desk:Oidc:Authority, :ClientId and :ClientSecret, or listen on localhost.");
            }
        }
    }

    /// <summary>True when only this machine can reach the program.</summary>
    public static bool IsLocal(IConfiguration configuration) =>
        Addresses(configuration).All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri));

    /// <summary>The addresses to listen on.</summary>
    public static string[] Addresses(IConfiguration configuration) =>
        (configuration["Urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(Uri uri) => uri.IsLoopback || IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
