namespace Dialog.Bot.Channels.Teams;

/// <summary>The addresses of one of Microsoft's clouds (Bot Framework's authentication constants; the connector's hosts).</summary>
/// <param name="Issuer">Who issues inbound tokens.</param>
/// <param name="Metadata">Where the signing keys of inbound tokens are described.</param>
/// <param name="Audience">What an outbound token is asked for, without the scope's <c>/.default</c>.</param>
/// <param name="Login">Where outbound tokens are issued.</param>
/// <param name="Connector">The connector's address for a first contact, before any activity has told one.</param>
/// <param name="Hosts">The connector's hosts.</param>
internal sealed record TeamsCloud(string Issuer, string Metadata, string Audience, string Login, string Connector, IReadOnlyList<string> Hosts)
{
    /// <summary><c>smba.trafficmanager.net</c> is exact: <c>trafficmanager.net</c> is a name space that anybody can take a name in.</summary>
    public static readonly TeamsCloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com",
        "https://login.microsoftonline.com",
        "https://smba.trafficmanager.net/teams/",
        ["smba.trafficmanager.net", "botframework.com", "teams.microsoft.com"]);

    /// <summary>US government (GCC High, DoD).</summary>
    public static readonly TeamsCloud UsGov = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us",
        "https://login.microsoftonline.us",
        "https://smba.infra.gov.teams.microsoft.us/teams/",
        ["teams.microsoft.us", "botframework.azure.us", "botframework.us"]);

    public string Scope => $"{Audience}/.default";

    /// <summary>Null for a cloud that is not known here.</summary>
    public static TeamsCloud? Find(string? name) => name?.ToUpperInvariant() switch
    {
        null or "" or "PUBLIC" => Public,
        "USGOV" => UsGov,
        _ => null,
    };
}
