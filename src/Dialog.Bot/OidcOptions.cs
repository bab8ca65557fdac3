namespace Dialog.Bot;

/// <summary>The organisation's OpenID provider (section <c>Desk:Oidc</c>).</summary>
internal sealed class OidcOptions
{
    /// <summary>The issuer, for Entra ID <c>https://login.microsoftonline.com/{tenant}/v2.0</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>The application registered there.</summary>
    public string? ClientId { get; init; }

    public bool IsConfigured => !string.IsNullOrEmpty(Authority) && !string.IsNullOrEmpty(ClientId);

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static OidcOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Desk:Oidc").Get<OidcOptions>() ?? new OidcOptions();
        if (options.Authority is { Length: > 0 } authority
            && (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme != "https" && !(address.Scheme == "http" && address.IsLoopback)))
        {
            throw new StartupException($"Desk:Oidc:Authority: ”{authority}” must be an https address (http only on this machine).");
        }

        return options;
    }
}
