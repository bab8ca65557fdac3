using System.Net;

namespace Dialog.Bot;

/// <summary>What is open to this machine only.</summary>
internal static class ThisMachine
{
    /// <summary>The last one stands where ASP.NET Core has put the proxy's client in the connection's place.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "X-Original-For"];

    /// <summary>The request is from this machine and not through a proxy on it, which would make everybody look local.</summary>
    public static bool Asks(HttpContext http) =>
        IPAddress.IsLoopback(http.Connection.RemoteIpAddress ?? IPAddress.None)
        && (http.Request.Host.Host == "localhost" || IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);
}
