using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Dialog.Bot;

/// <summary>How much of the program one client can take. The numbers are far above what people and scripts need and far below what hurts.</summary>
internal static class Limits
{
    /// <summary>The policy of the sign-in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A pattern that takes longer than this on one text was made to: the text is refused with an error.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);

    /// <summary>Patterns without an own bound get this one; before the first of them is made.</summary>
    public static void BoundPatterns() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", LongestMatch);

    public static void Bound(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 10_000;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

        // Every door has its own, lower limit; what is somewhat too big is read to its end, so that the sender hears the 413.
        kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration) => services.AddSingleton(new WorkspaceLimit(configuration)).AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, http => RateLimitPartition.GetFixedWindowLimiter(AddressOf(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(ByAddress),
            PartitionedRateLimiter.Create<HttpContext, string>(ByVisitor));
    });

    /// <summary>API, chat and feeds, by the client's address; this machine's own scripts are left alone.</summary>
    private static RateLimitPartition<string> ByAddress(HttpContext http) =>
        IsBounded(http.Request.Path) && !ThisMachine.Asks(http)
            ? RateLimitPartition.GetTokenBucketLimiter(AddressOf(http), _ => Bucket(burst: 1000, perSecond: 50))
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>What somebody says in the chat, by who the cookie says they are; one that is not ours is nobody's.</summary>
    private static RateLimitPartition<string> ByVisitor(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/chat") && http.RequestServices.GetRequiredService<ChatVisitors>().Find(http.Request) is { } visitor
            ? RateLimitPartition.GetTokenBucketLimiter(visitor, _ => Bucket(burst: 200, perSecond: 5))
            : RateLimitPartition.GetNoLimiter("");

    private static bool IsBounded(PathString path) => path.StartsWithSegments("/api/v1") || path.StartsWithSegments("/chat") || path.StartsWithSegments("/calendars") || path.StartsWithSegments("/feeds");

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) =>
        new() { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true };

    /// <summary>Who asks, as far as an address tells: of IPv6 the network, which is one customer's.</summary>
    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.ToString(),
    };
}
