using System.Net;
using System.Net.Sockets;

namespace Dialog.Bot;

/// <summary>
/// How the program calls out: nothing is followed to another address, everything has an end, and a name that resolves to an address inside (this machine, a
/// private network, a cloud's metadata) is not called, whoever has it resolve so. The address that was looked at is the one that is called.
/// </summary>
internal static class Outward
{
    /// <summary>What is not the internet: the special-purpose registries of IANA (RFC 6890 and later), with the addresses that carry an IPv4 address inside.</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>
    /// Who has not taken the connection by then has been sent nothing. Shorter than the handler's own patience, which tells it like an answer that did not come.
    /// </summary>
    private static readonly TimeSpan MostConnecting = TimeSpan.FromSeconds(8);

    /// <summary>A handler for one kind of calls.</summary>
    /// <param name="mayBeInside">The hosts that the operator has named, which may lie inside.</param>
    /// <param name="time">How long connecting takes; null for the machine's clock.</param>
    public static SocketsHttpHandler Handler(Func<string, bool> mayBeInside, TimeProvider? time = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = async (context, cancellationToken) =>
        {
            // An address of IPv6 comes in its brackets.
            var to = new DnsEndPoint(context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);

            // A proxy that the machine is told to use is the operator's; where it goes from there is its own rule.
            var proxied = context.InitialRequestMessage.RequestUri is { } address && !address.IdnHost.Equals(to.Host, StringComparison.OrdinalIgnoreCase);
            using var enough = new CancellationTokenSource(MostConnecting, time ?? TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
            try
            {
                return await ConnectAsync(to, proxied || mayBeInside(to.Host), either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new SocketException((int)SocketError.TimedOut);
            }
        },
    };

    /// <summary>The address belongs to the internet.</summary>
    public static bool IsOutside(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Inside, network => network.Contains(address));
    }

    private static async Task<Stream> ConnectAsync(DnsEndPoint to, bool anywhere, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        var open = anywhere ? found : Array.FindAll(found, IsOutside);
        if (open.Length == 0)
        {
            throw new HttpRequestException($"{to.Host} is an address inside, which is not called.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
