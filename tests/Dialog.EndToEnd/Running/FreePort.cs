using System.Net;
using System.Net.Sockets;

namespace Dialog.EndToEnd.Running;

/// <summary>Loopback ports nobody listens on, each given once; below the range the system takes for outgoing connections.</summary>
internal static class FreePort
{
    private static int _last = Random.Shared.Next(15_000, 25_000);

    public static int Take()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken by somebody else: the next one
            }
        }
    }
}
