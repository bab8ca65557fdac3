namespace Dialog.Bot.Channels.Teams;

/// <summary>
/// Keeps all senders within the connector's limits (Microsoft's "Optimize your bot with rate limiting": per conversation 7 sends in 1 s,
/// 8 in 2 s, 60 in 30 s, 1800 in an hour; per tenant 50 requests a second, of which a fifth is left to others), and makes everybody wait when it says so.
/// </summary>
internal sealed class TeamsPace(TimeProvider time)
{
    private static readonly (int Most, TimeSpan Within)[] Conversation =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private static readonly (int Most, TimeSpan Within)[] Tenant = [(40, TimeSpan.FromSeconds(1))];

    /// <summary>How many calls a minute a tenant gets when there is always one waiting.</summary>
    public static double PerMinute => Tenant[0].Most * (TimeSpan.FromMinutes(1) / Tenant[0].Within);

    /// <summary>Conversations quiet for so long are forgotten when there are many.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Uptime uptime = new(time);
    private readonly Crowd crowd = new();
    private readonly Dictionary<string, Window> windows = [];

    /// <summary>How long a call has to wait. Zero means now, and the call is counted; a call that has to wait is not, and asks again.</summary>
    public TimeSpan Wait(string tenant, string conversation)
    {
        var now = uptime.Now;
        lock (gate)
        {
            var (ours, all) = (Of($"{tenant}/{conversation}", Conversation), Of(tenant, Tenant));
            var wait = Longer(ours.Wait(now), all.Wait(now));
            if (wait == TimeSpan.Zero)
            {
                ours.Count(now);
                all.Count(now);
            }

            Forget(now);
            return wait;
        }
    }

    /// <summary>The connector said 429 for the conversation: nobody calls there before.</summary>
    public void Hold(string tenant, string conversation, TimeSpan wait)
    {
        lock (gate)
        {
            Of($"{tenant}/{conversation}", Conversation).Hold(uptime.Now + wait);
        }
    }

    private Window Of(string key, (int Most, TimeSpan Within)[] limits)
    {
        if (!windows.TryGetValue(key, out var window))
        {
            windows[key] = window = new Window(limits);
        }

        return window;
    }

    private void Forget(TimeSpan now)
    {
        if (crowd.IsTooLarge(windows.Count))
        {
            Crowd.Forget(windows, window => window.Last < now - Quiet);
            crowd.Left(windows.Count);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>When the last calls were made, as many as the longest limit looks back at.</summary>
    private sealed class Window((int Most, TimeSpan Within)[] limits)
    {
        private readonly List<TimeSpan> calls = [];
        private TimeSpan held;

        public TimeSpan Last => calls.Count == 0 ? held : Longer(calls[^1], held);

        public TimeSpan Wait(TimeSpan now)
        {
            calls.RemoveAll(call => call <= now - limits[^1].Within);
            var wait = Longer(held - now, TimeSpan.Zero);
            foreach (var (most, within) in limits)
            {
                if (calls.Count >= most)
                {
                    wait = Longer(calls[^most] + within - now, wait);
                }
            }

            return wait;
        }

        public void Count(TimeSpan now) => calls.Add(now);

        public void Hold(TimeSpan until) => held = Longer(until, held);
    }
}
