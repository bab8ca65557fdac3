namespace Dialog.Bot.Channels.Teams;

/// <summary>Which addresses replies may go to. Every call carries the bot's token, so no request ever leaves to another host.</summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    /// <summary>Whether a service address may be called.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Scheme is not ("http" or "https"))
        {
            return false;
        }

        if (options.ServiceUrls.Count > 0)
        {
            return options.ServiceUrls.Any(allowed => Matches(uri, allowed));
        }

        return options.IsConfigured ? uri.Scheme == "https" && uri.IsDefaultPort && options.Cloud.Hosts.Any(host => IsBelow(uri.Host, host)) : uri.IsLoopback;
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
