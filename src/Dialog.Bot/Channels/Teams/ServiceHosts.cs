namespace Dialog.Bot.Channels.Teams;

/// <summary>Which addresses replies may go to. Every call carries the bot's token, so no request ever leaves to another host.</summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    /// <summary>The connector's hosts; <c>trafficmanager.net</c> itself is a shared name space, so that one is exact.</summary>
    private static readonly string[] Connector = ["smba.trafficmanager.net", "botframework.com", "teams.microsoft.com", "teams.microsoft.us"];

    /// <summary>Whether a service address may be called.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return false;
        }

        if (!options.IsConfigured && uri.IsLoopback && uri.Scheme is "http" or "https")
        {
            return true;
        }

        if (options.ServiceUrls.Count > 0)
        {
            return options.ServiceUrls.Any(allowed => Matches(uri, allowed));
        }

        return uri.Scheme == "https" && uri.IsDefaultPort && Connector.Any(host => IsBelow(uri.Host, host));
    }

    /// <summary>A whole address allows its scheme, host and port; a bare host allows https on it and below it.</summary>
    private static bool Matches(Uri uri, string allowed)
    {
        if (Uri.TryCreate(allowed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return uri.Scheme == address.Scheme && uri.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && uri.Port == address.Port && (uri.Scheme == "https" || uri.IsLoopback);
        }

        return uri.Scheme == "https" && uri.IsDefaultPort && IsBelow(uri.Host, allowed);
    }

    private static bool IsBelow(string host, string allowed) =>
        host.Equals(allowed, StringComparison.OrdinalIgnoreCase)
        || allowed != "smba.trafficmanager.net" && host.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase);
}
