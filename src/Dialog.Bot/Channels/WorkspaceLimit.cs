using System.Globalization;
using System.Threading.RateLimiting;

namespace Dialog.Bot.Channels;

/// <summary>
/// How much one workspace or tenant can bring in: what comes above it is refused with 429 before it is taken, and the platform sends it again later, while others go on as before. Counted
/// after the request was verified, so that nobody uses up another's share. <c>Limits:EventsPerSecond</c>, 200 unless set; ten seconds' worth at once; 0 for no limit.
/// </summary>
internal sealed class WorkspaceLimit : IDisposable
{
    public const string Key = "Limits:EventsPerSecond";

    private const int Usual = 200;

    private const int Most = 100_000;

    private readonly PartitionedRateLimiter<(string Channel, string Workspace)> limiter;

    /// <exception cref="StartupException">The value cannot work.</exception>
    public WorkspaceLimit(IConfiguration configuration)
    {
        var text = configuration[Key];
        var perSecond = Usual;
        if (!string.IsNullOrWhiteSpace(text) && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out perSecond) || perSecond > Most))
        {
            throw new StartupException($"{Key}: ”{text}” is not possible. Use 1 to {Most}, or 0 for no limit.");
        }

        limiter = PartitionedRateLimiter.Create<(string Channel, string Workspace), (string Channel, string Workspace)>(of => perSecond == 0
            ? RateLimitPartition.GetNoLimiter(of)
            : RateLimitPartition.GetTokenBucketLimiter(of, _ => new TokenBucketRateLimiterOptions { TokenLimit = 10 * perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true }));
    }

    /// <summary>Null when it may come in; else the answer.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="workspace">The workspace or tenant; null where the event names none.</param>
    public IResult? Refusal(string channel, string? workspace)
    {
        using var lease = limiter.AttemptAcquire((channel, workspace ?? ""));
        return lease.IsAcquired ? null : new Wait();
    }

    public void Dispose() => limiter.Dispose();

    private sealed class Wait : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        }
    }
}
