namespace Dialog.Bot.Channels.Teams;

/// <summary>How Teams is reached (section <c>Teams</c>).</summary>
internal sealed class TeamsOptions
{
    /// <summary>The bot's application id. Empty: unauthenticated activities from this machine only (local playground).</summary>
    public string? AppId { get; init; }

    /// <summary>The application's client secret.</summary>
    public string? AppPassword { get; init; }

    /// <summary>The application's certificate with its private key (.pfx, or .pem with both), in the secret's place.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The certificate file's password, if it has one.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>The application is a user-assigned managed identity: no secret at all.</summary>
    public bool ManagedIdentity { get; init; }

    /// <summary>The application's Entra tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The tenants whose people may talk with the bot; activities from others are refused.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    public TeamsCloud Cloud { get; init; } = TeamsCloud.Public;

    /// <summary>Where the signing keys of inbound tokens are described.</summary>
    public string OpenIdMetadata { get; init; } = TeamsCloud.Public.Metadata;

    /// <summary>An OAuth 2.0 client-credentials endpoint in MSAL's place.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Hosts that replies may go to, in place of the connector's own.</summary>
    public IReadOnlyList<string> ServiceUrls { get; init; } = [];

    public bool IsConfigured => !string.IsNullOrEmpty(AppId);

    /// <exception cref="StartupException">The cloud is not known, or a switch neither on nor off.</exception>
    public static TeamsOptions Read(IConfiguration section)
    {
        var cloud = TeamsCloud.Find(section["Cloud"]) ?? throw new StartupException($"Teams:Cloud: ”{section["Cloud"]}” is not known. Use Public or UsGov.");
        var tenants = List(section.GetSection("AllowedTenants"));
        return new TeamsOptions
        {
            AppId = section["AppId"],
            AppPassword = section["AppPassword"],
            CertificateFile = section["CertificateFile"],
            CertificatePassword = section["CertificatePassword"],
            ManagedIdentity = Setting.IsOn(section, "ManagedIdentity", "Teams:ManagedIdentity"),
            TenantId = section["TenantId"],
            AllowedTenants = tenants.Length > 0 ? tenants : section["TenantId"] is { Length: > 0 } own ? [own] : [],
            Cloud = cloud,
            OpenIdMetadata = section["OpenIdMetadata"] is { Length: > 0 } metadata ? metadata : cloud.Metadata,
            TokenEndpoint = section["TokenEndpoint"],
            ServiceUrls = List(section.GetSection("ServiceUrls")),
        };
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        CheckAddresses();
        if (!IsConfigured)
        {
            var secret = !string.IsNullOrEmpty(AppPassword) ? nameof(AppPassword) : !string.IsNullOrEmpty(CertificateFile) ? nameof(CertificateFile) : ManagedIdentity ? nameof(ManagedIdentity) : null;
            if (secret is not null)
            {
                throw new StartupException($"Teams:AppId: missing, while Teams:{secret} is set. Set both, or neither (docs/connect-teams.md).");
            }

            return;
        }

        if (!Guid.TryParse(AppId, out _))
        {
            throw new StartupException($"Teams:AppId: ”{AppId}” is not an application id (a GUID). Copy it from the Azure Bot's configuration page.");
        }

        switch ((string.IsNullOrEmpty(AppPassword) ? 0 : 1) + (string.IsNullOrEmpty(CertificateFile) ? 0 : 1) + (ManagedIdentity ? 1 : 0))
        {
            case 0:
                throw new StartupException("Teams:AppPassword: missing. Create a client secret for the application and set it, or set Teams:CertificateFile or Teams:ManagedIdentity (docs/connect-teams.md).");
            case > 1:
                throw new StartupException("Teams:AppPassword, Teams:CertificateFile, Teams:ManagedIdentity: set one of them only.");
        }

        if (!string.IsNullOrEmpty(CertificateFile) && !File.Exists(CertificateFile))
        {
            throw new StartupException($"Teams:CertificateFile: {CertificateFile} does not exist. Give the path of the application's .pfx or .pem file.");
        }

        if (!string.IsNullOrEmpty(TokenEndpoint) && string.IsNullOrEmpty(AppPassword))
        {
            throw new StartupException("Teams:TokenEndpoint: works with Teams:AppPassword only. Remove it to use Entra ID.");
        }

        if (string.IsNullOrEmpty(TenantId) && string.IsNullOrEmpty(TokenEndpoint))
        {
            throw new StartupException("Teams:TenantId: missing. Set it to the directory (tenant) id of the application.");
        }

        if (TenantId is { Length: > 0 } own && !own.All(mark => char.IsAsciiLetterOrDigit(mark) || mark is '-' or '.'))
        {
            throw new StartupException($"Teams:TenantId: ”{own}” is not a tenant. Use the directory (tenant) id, a GUID.");
        }

        foreach (var tenant in AllowedTenants.Where(tenant => !Guid.TryParse(tenant, out _)))
        {
            throw new StartupException(tenant == TenantId
                ? $"Teams:TenantId: ”{tenant}” is the tenant's domain name, and people bring their tenant's id. Use the directory (tenant) id, a GUID: copy it from the Entra admin center's overview. Or set Teams:AllowedTenants to the ids beside the name."
                : $"Teams:AllowedTenants: ”{tenant}” is not a tenant id (a GUID). Copy it from the Entra admin center's overview.");
        }
    }

    /// <summary>A host that the operator has named; without a bot this machine; with a managed identity Azure's own address inside for its tokens.</summary>
    public bool Names(string host) =>
        ServiceUrls.Any(named => Is(named, host)) || Is(OpenIdMetadata, host) || Is(TokenEndpoint, host) || !IsConfigured && new Uri($"http://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host.Trim('[', ']')}]" : host)}/").IsLoopback || ManagedIdentity && System.Net.IPAddress.TryParse(host, out _);

    private static bool Is(string? named, string host) => host.Equals(Uri.TryCreate(named, UriKind.Absolute, out var address) ? address.IdnHost : named, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without a bot, too: the local playground's answers go where these say.</summary>
    private void CheckAddresses()
    {
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

    /// <summary>A list, or one line with separators.</summary>
    private static string[] List(IConfigurationSection section) =>
        section.Value is { Length: > 0 } line ? line.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries) : section.Get<string[]>() ?? [];

    private static void CheckAddress(string key, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "https" && !(uri.Scheme == "http" && uri.IsLoopback))
        {
            throw new StartupException($"{key}: ”{Setting.Shown(address)}” must be an https address (http only on this machine).");
        }
    }
}
