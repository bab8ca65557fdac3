using System.Text.RegularExpressions;

namespace Dialog.Bot;

/// <summary>The organisation's OpenID provider (section <c>Desk:Oidc</c>).</summary>
internal sealed partial class OidcOptions
{
    /// <summary>The issuer, for Entra ID <c>https://login.microsoftonline.com/{tenant}/v2.0</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>The application registered there.</summary>
    public string? ClientId { get; init; }

    /// <summary>The application's secret; without it nobody signs in at the desk, and the tab in Teams works.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Tokens of the provider can be checked: enough for the tab in Teams.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(Authority) && !string.IsNullOrEmpty(ClientId);

    /// <summary>People sign in at the desk with it.</summary>
    public bool SignsIn => IsConfigured && !string.IsNullOrEmpty(ClientSecret);

    /// <summary>The one tenant of Entra ID that the authority names; null for another provider.</summary>
    public string? Tenant => Authority is not null && TenantOf().Match(Authority) is { Success: true } match ? match.Groups[1].Value : null;

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static OidcOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Desk:Oidc").Get<OidcOptions>() ?? new OidcOptions();
        if (options.Authority is { Length: > 0 } authority
            && (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme != "https" && !(address.Scheme == "http" && address.IsLoopback)))
        {
            throw new StartupException($"Desk:Oidc:Authority: ”{Setting.Shown(authority)}” must be an https address (http only on this machine).");
        }

        if (!options.IsConfigured && (options.Authority ?? options.ClientId ?? options.ClientSecret) is { Length: > 0 })
        {
            throw new StartupException($"Desk:Oidc:{(string.IsNullOrEmpty(options.Authority) ? "Authority: missing. Set it to the provider's issuer, e.g. https://login.microsoftonline.com/<tenant id>/v2.0" : "ClientId: missing. Set it to the application's id at the provider")}, or leave Desk:Oidc out.");
        }

        return options.Authority is { } named && SeveralTenants().IsMatch(named)
            ? throw new StartupException("Desk:Oidc:Authority: name your own tenant, https://login.microsoftonline.com/<tenant id>/v2.0; with common, organizations or consumers anybody's tenant could vouch for anybody's address.")
            : options;
    }

    [GeneratedRegex("/([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})/v2\\.0/?$", RegexOptions.NonBacktracking)]
    private static partial Regex TenantOf();

    [GeneratedRegex("^https://login\\.[^/]+/(common|organizations|consumers)(/|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex SeveralTenants();
}
