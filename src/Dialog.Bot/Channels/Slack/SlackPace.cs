using System.Collections.Concurrent;

namespace Dialog.Bot.Channels.Slack;

/// <summary>
/// Keeps all senders of a workspace within Slack's limits (docs.slack.dev, Rate limits): one post a second per channel with short
/// bursts, some hundreds a minute per workspace, the tier of every other method, and a Retry-After for whoever comes next.
/// </summary>
internal sealed class SlackPace(TimeProvider time, int messagesPerMinute = SlackPace.UsualMessagesPerMinute)
{
    /// <summary>Slack names one message a second per channel and allows short bursts.</summary>
    private static readonly Rate Channel = new(TimeSpan.FromSeconds(1), Burst: 4);

    /// <summary>Slack names "several hundred" posts a minute per workspace.</summary>
    public const int UsualMessagesPerMinute = 300;

    private readonly Rate workspacePosts = new(TimeSpan.FromMinutes(1) / messagesPerMinute, Burst: Math.Max(20, messagesPerMinute / 60));

    /// <summary>Tier 3: 50 a minute.</summary>
    private static readonly Rate Tier3 = new(TimeSpan.FromSeconds(1.2), Burst: 20);

    /// <summary>Tier 4: 100 a minute.</summary>
    private static readonly Rate Tier4 = new(TimeSpan.FromSeconds(0.6), Burst: 40);

    /// <summary>Places nobody came back for, and levels long empty, are forgotten when there are so many.</summary>
    private const int MostKept = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> fullUntil = [];
    private readonly Dictionary<string, DateTimeOffset> places = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> held = new();

    /// <summary>
    /// How long the call has to wait; zero means now. Whoever has to wait has a place in the queue, and keeps it until then.
    /// </summary>
    /// <param name="workspace">Whose limits.</param>
    /// <param name="method">The Web API method.</param>
    /// <param name="channel">The conversation, for a post.</param>
    /// <param name="ticket">Who is asking: the same for every attempt at the same call.</param>
    public TimeSpan Wait(string workspace, string method, string? channel, string ticket)
    {
        var now = time.GetUtcNow();
        if (held.TryGetValue($"{workspace}/{method}", out var until) && until > now)
        {
            return until - now;
        }

        lock (gate)
        {
            if (places.Remove(ticket, out var place))
            {
                if (place > now)
                {
                    places[ticket] = place;
                    return place - now;
                }

                return TimeSpan.Zero;
            }

            var wait = method == "chat.postMessage"
                ? Max(Enter($"{workspace}/{channel}", Channel, now), Enter(workspace, workspacePosts, now))
                : Enter($"{workspace}/{method}", RateOf(method), now);
            if (wait > TimeSpan.Zero)
            {
                places[ticket] = now + wait;
            }

            Forget(now);
            return wait;
        }
    }

    /// <summary>Slack said 429: nobody calls the method in this workspace before.</summary>
    public void Hold(string workspace, string method, TimeSpan wait) =>
        held.AddOrUpdate($"{workspace}/{method}", time.GetUtcNow() + wait, (_, earlier) => earlier > time.GetUtcNow() + wait ? earlier : time.GetUtcNow() + wait);

    /// <summary>A leaky bucket: each call fills it by one interval, it may be a burst ahead.</summary>
    private TimeSpan Enter(string key, Rate rate, DateTimeOffset now)
    {
        var level = fullUntil.TryGetValue(key, out var until) && until > now ? until : now;
        fullUntil[key] = level + rate.Interval;
        return Max(level - now - (rate.Interval * (rate.Burst - 1)), TimeSpan.Zero);
    }

    private void Forget(DateTimeOffset now)
    {
        if (fullUntil.Count + places.Count > MostKept)
        {
            fullUntil.Where(pair => pair.Value < now).ToList().ForEach(pair => fullUntil.Remove(pair.Key));
            places.Where(pair => pair.Value < now.AddMinutes(-5)).ToList().ForEach(pair => places.Remove(pair.Key));
        }
    }

    private static Rate RateOf(string method) => method.StartsWith("views.", StringComparison.Ordinal) || method is "users.info" ? Tier4 : Tier3;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Rate(TimeSpan Interval, int Burst);
}
