using System.Collections.Concurrent;

namespace Dialog.Bot.Channels.Slack;

/// <summary>
/// Keeps all senders of a workspace within Slack's limits (docs.slack.dev, Rate limits): one post a second per channel with short
/// bursts, some hundreds a minute per workspace, the tier of every other method, and a Retry-After for whoever comes next.
/// Nobody waits behind a wave of reminders: what may yield is spread out, and goes only where replies leave room.
/// </summary>
internal sealed class SlackPace(TimeProvider time, int messagesPerMinute = SlackPace.UsualMessagesPerMinute)
{
    /// <summary>Slack names one message a second per channel and allows short bursts.</summary>
    private static readonly Rate Channel = new(TimeSpan.FromSeconds(1), Burst: 4);

    /// <summary>Slack names "several hundred" posts a minute per workspace.</summary>
    public const int UsualMessagesPerMinute = 300;

    /// <summary>A burst and what follows in the minute after it are together no more than a minute allows.</summary>
    private readonly Rate workspacePosts = PerMinute(messagesPerMinute);

    /// <summary>Tier 3: 50 a minute.</summary>
    private static readonly Rate Tier3 = new(TimeSpan.FromSeconds(1.2), Burst: 20);

    /// <summary>Tier 4: 100 a minute.</summary>
    private static readonly Rate Tier4 = new(TimeSpan.FromSeconds(0.6), Burst: 40);

    /// <summary>A place nobody came back for is forgotten so long after its turn, when there are many.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Uptime uptime = new(time);
    private readonly Crowd crowd = new();
    private readonly Dictionary<string, TimeSpan> fullUntil = [];
    private readonly Dictionary<string, Place> places = [];
    private readonly ConcurrentDictionary<string, TimeSpan> held = new();

    /// <summary>
    /// How long the call has to wait; zero means now. Whoever has to wait has a place in the queue, and keeps it until then.
    /// </summary>
    /// <param name="workspace">Whose limits.</param>
    /// <param name="method">The Web API method.</param>
    /// <param name="channel">The conversation, for a post.</param>
    /// <param name="ticket">Who is asking: the same for every attempt at the same call.</param>
    /// <param name="yields">A post that nobody sits and waits for: it lets others go first.</param>
    public TimeSpan Wait(string workspace, string method, string? channel, string ticket, bool yields = false)
    {
        var now = uptime.Now;
        if (held.TryGetValue($"{workspace}/{method}", out var until) && until > now)
        {
            return until - now;
        }

        lock (gate)
        {
            if (places.TryGetValue(ticket, out var place) && place.At > now)
            {
                return place.At - now;
            }

            places.Remove(ticket);
            if (place is { Yields: false })
            {
                return TimeSpan.Zero;
            }

            var yielding = yields && method == "chat.postMessage" ? Yield(workspace, place, now) : TimeSpan.Zero;
            var wait = yielding > TimeSpan.Zero ? yielding
                : method == "chat.postMessage" ? Max(Enter($"{workspace}/{channel}", Channel, now), Enter(workspace, workspacePosts, now))
                : Enter($"{workspace}/{method}", RateOf(method), now);
            if (wait > TimeSpan.Zero)
            {
                places[ticket] = new Place(now + wait, Yields: yielding > TimeSpan.Zero);
            }

            Forget(now);
            return wait;
        }
    }

    /// <summary>How many posts a minute a workspace gets when there is always one waiting.</summary>
    public double PostsPerMinute => TimeSpan.FromMinutes(1) / workspacePosts.Interval;

    /// <summary>
    /// Zero when a post that yields may go now: its time in the queue of its like has come, and others have left half of the burst. Whoever has to let
    /// others go first goes to the end of the queue.
    /// </summary>
    private TimeSpan Yield(string workspace, Place? place, TimeSpan now)
    {
        var like = workspacePosts with { Burst = Math.Max(1, workspacePosts.Burst / 2) };
        if (fullUntil.TryGetValue(workspace, out var until) && until - now > like.Interval * (like.Burst - 0.5))
        {
            return Max(Enter($"{workspace}/yields", like, now), like.Interval);
        }

        return place is null ? Enter($"{workspace}/yields", like, now) : TimeSpan.Zero;
    }

    /// <summary>Slack said 429: nobody calls the method in this workspace before.</summary>
    public void Hold(string workspace, string method, TimeSpan wait) =>
        held.AddOrUpdate($"{workspace}/{method}", static (_, until) => until, static (_, earlier, until) => Max(earlier, until), uptime.Now + wait);

    /// <summary>A leaky bucket: each call fills it by one interval, it may be a burst ahead.</summary>
    private TimeSpan Enter(string key, Rate rate, TimeSpan now)
    {
        var level = fullUntil.TryGetValue(key, out var until) && until > now ? until : now;
        fullUntil[key] = level + rate.Interval;
        return Max(level - now - (rate.Interval * (rate.Burst - 1)), TimeSpan.Zero);
    }

    private void Forget(TimeSpan now)
    {
        if (crowd.IsTooLarge(fullUntil.Count + places.Count))
        {
            Crowd.Forget(fullUntil, until => until < now);
            Crowd.Forget(places, place => place.At < now - Abandoned);
            crowd.Left(fullUntil.Count + places.Count);
        }
    }

    private static Rate RateOf(string method) => method.StartsWith("views.", StringComparison.Ordinal) || method is "users.info" ? Tier4 : Tier3;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static Rate PerMinute(int messages)
    {
        var burst = Math.Max(1, messages / 15);
        return new Rate(TimeSpan.FromMinutes(1) / Math.Max(1, messages - burst), burst);
    }

    private sealed record Rate(TimeSpan Interval, int Burst);

    /// <param name="At">When its turn is.</param>
    /// <param name="Yields">It asks again then whether others have left room; otherwise the place is its own.</param>
    private sealed record Place(TimeSpan At, bool Yields);
}
