namespace Dialog.Bot.Channels;

/// <summary>What <c>Retry-After</c> says (RFC 9110 §10.2.3): seconds, or an instant.</summary>
internal static class AskedWait
{
    /// <summary>How long whoever answered asks to wait, counted from now; what is over already is negative. Null when nothing is asked.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;
}
