using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Observing;

/// <summary>
/// What is counted, timed and traced of turns and delivery, never with anybody's words, name or address. A turn and the messages it led to
/// share a trace, also over a restart: its id is made from the key of what came in.
/// </summary>
internal sealed class Measures : IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Dialog";

    private static readonly ActivitySource Traces = new(Name);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>From the milliseconds in which all goes well to the minutes that somebody is called for; the usual bounds begin at five seconds.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600] };

    private readonly Meter meter;
    private readonly TimeProvider time;
    private readonly Counter<long> turns;
    private readonly Histogram<double> turnTimes;
    private readonly Counter<long> deliveries;
    private readonly Histogram<double> deliveryTimes;
    private readonly Histogram<double> lateness;
    private readonly Counter<long> suggestions;
    private readonly Counter<long> envelopes;
    private readonly Histogram<double> acknowledgements;
    private IReadOnlyList<Waiting> outbox = [], unsettled = [];
    private TimeSpan? dueSince;
    private bool? storeAnswers;
    private bool counts;

    public Measures(TimeProvider time)
    {
        this.time = time;
        meter = new Meter(Name, version: null, tags: null, scope: this);
        turns = meter.CreateCounter<long>("dialog.turns", "{turn}", "Turns taken, by what came in and what became of it: new, known (had been taken before), unmet (somebody new is asked about first), refused, failed.");
        turnTimes = meter.CreateHistogram("dialog.turn.duration", "s", "From an event to its commit.", tags: null, Seconds);
        deliveries = meter.CreateCounter<long>("dialog.deliveries", "{attempt}", "Attempts to deliver a message, by channel and outcome.");
        deliveryTimes = meter.CreateHistogram("dialog.delivery.delay", "s", "From a message's commit to its delivery, by channel.", tags: null, Seconds);
        lateness = meter.CreateHistogram("dialog.due.lateness", "s", "How late what was due was taken: reminders, plans, pages.", tags: null, Seconds);
        suggestions = meter.CreateCounter<long>("dialog.suggestions", "{suggestion}", "Suggestions by a language model, by what was asked for and what became of them: shown, dropped (not borne by the person's answers), failed (no answer).");
        envelopes = meter.CreateCounter<long>("dialog.socket.envelopes", "{envelope}", "Envelopes of Slack's Socket Mode, by what became of them: acknowledged, failed (not acknowledged: Slack sends them again).");
        acknowledgements = meter.CreateHistogram("dialog.socket.acknowledgement", "s", "From an envelope of Slack's Socket Mode to its acknowledgement.", tags: null, Seconds);
        meter.CreateObservableGauge("dialog.outbox.messages", () => outbox.Select(waiting => new Measurement<long>(waiting.Count, Tags(waiting))), "{message}", "Messages that are to be delivered, by channel and status.");
        meter.CreateObservableGauge("dialog.outbox.age", () => outbox.Select(waiting => new Measurement<double>(Math.Max(0, (time.GetUtcNow() - waiting.Oldest).TotalSeconds), Tags(waiting))), "s", "Age of the oldest message that is to be delivered, by channel and status.");
        meter.CreateObservableGauge("dialog.outbox.unsettled", () => unsettled.Select(waiting => new Measurement<long>(waiting.Count, Tags(waiting))), "{message}", "Messages that did not arrive or of which nobody knows, and that nobody has left at that, by channel and status.");
        meter.CreateObservableGauge("dialog.due.lag", () => Known(dueSince?.TotalSeconds), "s", "How long the earliest instant that has come has been waiting to be taken.");
        meter.CreateObservableGauge("dialog.store.up", () => Known<int>(storeAnswers switch { null => null, true => 1, false => 0 }), "", "1 while the store answers, 0 while it does not; what waits in it is told only while it does.");
    }

    /// <summary>Begins the span of a turn; null when nobody looks.</summary>
    public static Activity? BeginTurn(Incoming what) => Begin("turn", what.Key, what.GetType().Name);

    /// <summary>Begins the span of a delivery, in the trace of the turn that led to it; null when nobody looks.</summary>
    public static Activity? BeginDelivery(Posting posting)
    {
        var activity = posting.OutboxId.LastIndexOf('/') is > 0 and var end ? Begin("delivery", posting.OutboxId[..end], posting.To.Channel) : null;
        return activity?.SetTag("dialog.kind", posting.Message.Kind.ToString());
    }

    /// <summary>A turn is over.</summary>
    /// <param name="what">What came in.</param>
    /// <param name="outcome">new, known, refused or failed.</param>
    /// <param name="since">The timestamp it was begun at.</param>
    public void Turned(Incoming what, string outcome, long since)
    {
        turns.Add(1, new("dialog.event", what.GetType().Name), new("dialog.outcome", outcome));
        turnTimes.Record(time.GetElapsedTime(since).TotalSeconds);
    }

    /// <summary>A message was tried.</summary>
    public void Tried(string channel, SendResult result, DateTimeOffset committedAt)
    {
        deliveries.Add(1, new("dialog.channel", channel), new("dialog.outcome", result.GetType().Name));
        if (result is SendResult.Sent)
        {
            deliveryTimes.Record(Math.Max(0, (time.GetUtcNow() - committedAt).TotalSeconds), new KeyValuePair<string, object?>("dialog.channel", channel));
        }
    }

    /// <summary>Something due was taken.</summary>
    public void Came(DateTimeOffset dueAt) => lateness.Record(Math.Max(0, (time.GetUtcNow() - dueAt).TotalSeconds));

    /// <summary>An envelope of Socket Mode is done with.</summary>
    /// <param name="acknowledged">False when Slack has to send it again.</param>
    /// <param name="since">The timestamp it was read at.</param>
    public void Enveloped(bool acknowledged, long since)
    {
        envelopes.Add(1, new KeyValuePair<string, object?>("dialog.outcome", acknowledged ? "acknowledged" : "failed"));
        if (acknowledged)
        {
            acknowledgements.Record(time.GetElapsedTime(since).TotalSeconds);
        }
    }

    /// <summary>From now on it is told how many lines of Socket Mode are open.</summary>
    public void WatchLines(Func<int> open) => meter.CreateObservableGauge("dialog.socket.lines", open, "{line}", "Lines of Slack's Socket Mode on which Slack has said hello; without any, Slack is not heard.");

    /// <summary>A language model was asked.</summary>
    /// <param name="kind">For what.</param>
    /// <param name="outcome">shown, dropped or failed.</param>
    /// <param name="count">How many suggestions.</param>
    public void Assisted(AssistKind kind, string outcome, int count)
    {
        if (count > 0)
        {
            suggestions.Add(count, new("dialog.kind", StateJson.NameOf(kind)), new("dialog.outcome", outcome));
        }
    }

    /// <summary>Looks at what waits in the store. A store that does not answer within two seconds is told as such, and the rest still counts: Prometheus waits ten.</summary>
    public async Task LookAsync(Database database, CancellationToken cancellationToken)
    {
        CountFromZero();
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            outbox = await CountAsync(database, """ "NextAt" IS NOT NULL""", either.Token);
            unsettled = await CountAsync(database, OutboxRow.IsUnsettled, either.Token);
            var earliest = await database.ReadAsync(
                (session, token) => session.FirstAsync("""SELECT "At" FROM "Due" ORDER BY "At" LIMIT 1""", [], row => (object)row.Instant(0), token),
                either.Token);
            dueSince = earliest is DateTimeOffset at && time.GetUtcNow() - at is { Ticks: > 0 } waits ? waits : TimeSpan.Zero;
            storeAnswers = true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            (outbox, unsettled, dueSince, storeAnswers) = ([], [], null, false);
        }
    }

    public void Dispose() => meter.Dispose();

    /// <summary>A failure is seen in that the count grows, and a count that begins with it has not grown. Where nobody listens yet, nothing begins.</summary>
    private void CountFromZero()
    {
        if (counts || !turns.Enabled)
        {
            return;
        }

        counts = true;
        foreach (var kind in typeof(Incoming).GetNestedTypes().Where(kind => kind.IsSubclassOf(typeof(Incoming))))
        {
            turns.Add(0, new("dialog.event", kind.Name), new("dialog.outcome", "failed"));
        }

        envelopes.Add(0, new KeyValuePair<string, object?>("dialog.outcome", "failed"));
    }

    private static Measurement<T>[] Known<T>(T? value)
        where T : struct => value is { } known ? [new Measurement<T>(known)] : [];

    private static Activity? Begin(string name, string key, string kind)
    {
        if (!Traces.HasListeners())
        {
            return null;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var trace = new ActivityContext(ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)), ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)), ActivityTraceFlags.Recorded, isRemote: true);
        var links = Activity.Current is { } request ? new[] { new ActivityLink(request.Context) } : null;
        return Traces.StartActivity(name, ActivityKind.Internal, trace, [new("dialog.event", kind)], links);
    }

    /// <summary>How many messages are as the condition says, by channel and status.</summary>
    private static Task<List<Waiting>> CountAsync(Database database, string condition, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.ListAsync(
            $"""SELECT "Channel", "Status", COUNT(*), MIN("CreatedAt") FROM "Outbox" WHERE {condition} GROUP BY "Channel", "Status" """,
            [],
            row => new Waiting(row.GetString(0), row.GetString(1), row.GetInt64(2), row.Instant(3)),
            token),
        cancellationToken);

    private static KeyValuePair<string, object?>[] Tags(Waiting waiting) => [new("dialog.channel", waiting.Channel), new("dialog.status", waiting.Status)];

    /// <summary>Messages of one channel and status.</summary>
    private sealed record Waiting(string Channel, string Status, long Count, DateTimeOffset Oldest);
}
