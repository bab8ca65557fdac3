namespace Dialog.Bot.Channels.Teams;

/// <summary>How Teams is reached (section <c>Teams</c>).</summary>
internal sealed class TeamsOptions
{
    /// <summary>The bot's application id. Empty: unauthenticated activities from this machine only (local playground).</summary>
    public string? AppId { get; init; }

    /// <summary>The application's client secret.</summary>
    public string? AppPassword { get; init; }

    /// <summary>The customer's Entra tenant; activities from another tenant are refused.</summary>
    public string? TenantId { get; init; }

    /// <summary>Where the signing keys of inbound tokens are described.</summary>
    public string OpenIdMetadata { get; init; } = BotFrameworkMetadata;

    /// <summary>An OAuth 2.0 client-credentials endpoint in MSAL's place.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Hosts that replies may go to, beside the connector's own when empty.</summary>
    public IReadOnlyList<string> ServiceUrls { get; init; } = [];

    /// <summary>The Bot Framework's own, public cloud.</summary>
    public const string BotFrameworkMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues inbound tokens, public cloud.</summary>
    public const string BotFrameworkIssuer = "https://api.botframework.com";

    /// <summary>What an outbound token is asked for.</summary>
    public const string Scope = "https://api.botframework.com/.default";

    public bool IsConfigured => !string.IsNullOrEmpty(AppId);

    public static TeamsOptions Read(IConfiguration section)
    {
        var serviceUrls = section.GetSection("ServiceUrls");
        var hosts = serviceUrls.Value is { Length: > 0 } line ? line.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries) : serviceUrls.Get<string[]>() ?? [];
        return new TeamsOptions
        {
            AppId = section["AppId"],
            AppPassword = section["AppPassword"],
            TenantId = section["TenantId"],
            OpenIdMetadata = section["OpenIdMetadata"] is { Length: > 0 } metadata ? metadata : BotFrameworkMetadata,
            TokenEndpoint = section["TokenEndpoint"],
            ServiceUrls = hosts,
        };
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        if (!IsConfigured)
        {
            if (!string.IsNullOrEmpty(AppPassword))
            {
                throw new StartupException("Teams:AppId: missing, while Teams:AppPassword is set. Set both, or neither (docs/connect-teams.md).");
            }

            return;
        }

        if (!Guid.TryParse(AppId, out _))
        {
            throw new StartupException($"Teams:AppId: ”{AppId}” is not an application id (a GUID). Copy it from the Azure Bot's configuration page.");
        }

        if (string.IsNullOrEmpty(AppPassword))
        {
            throw new StartupException("Teams:AppPassword: missing. Create a client secret for the application and set it (docs/connect-teams.md).");
        }

        if (string.IsNullOrEmpty(TenantId) && string.IsNullOrEmpty(TokenEndpoint))
        {
            throw new StartupException("Teams:TenantId: missing. Set it to the directory (tenant) id of the application.");
        }

        if (TenantId is { Length: > 0 } tenant && !tenant.All(mark => char.IsAsciiLetterOrDigit(mark) || mark is '-' or '.'))
        {
            throw new StartupException($"Teams:TenantId: ”{tenant}” is not a tenant. Use the directory (tenant) id, a GUID, or the tenant's domain name.");
        }

        foreach (var host in ServiceUrls)
        {
            CheckHost(host);
        }

        CheckAddress("Teams:OpenIdMetadata", OpenIdMetadata);
        if (!string.IsNullOrEmpty(TokenEndpoint))
        {
            CheckAddress("Teams:TokenEndpoint", TokenEndpoint);
        }
    }

    private static void CheckHost(string host)
    {
        if (host.Contains("://", StringComparison.Ordinal))
        {
            CheckAddress("Teams:ServiceUrls", host);
        }
        else if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new StartupException($"Teams:ServiceUrls: ”{host}” is neither a host such as smba.trafficmanager.net nor an https address.");
        }
    }

    private static void CheckAddress(string key, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "https" && !(uri.Scheme == "http" && uri.IsLoopback))
        {
            throw new StartupException($"{key}: ”{address}” must be an https address (http only on this machine).");
        }
    }
}
