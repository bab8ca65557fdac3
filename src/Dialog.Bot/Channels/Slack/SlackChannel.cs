using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Posts to Slack's Web API. Never repeats a post whose outcome is unknown: the outbox decides, after a look at the history.</summary>
internal sealed class SlackChannel(IHttpClientFactory clients, SlackOptions options, TimeProvider time) : IChannel
{
    public const string HttpClientName = "slack";

    private const string MetadataType = "dialog_prompt";

    /// <summary>Unapproved distributed apps get 15 messages a call since May 2025.</summary>
    private const string HistoryLimit = "15";

    public string Name => Address.Slack;

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        var room = posting.Room;
        if (room.Id is null)
        {
            var (opened, problem) = await OpenAsync(posting.To.User, cancellationToken);
            if (opened is null)
            {
                return problem!;
            }

            room = new Room(opened);
        }

        var fields = SlackRender.Message(posting.Message);
        if (posting.Updates is { } updates && updates.Split(':') is [var channel, var ts])
        {
            fields["channel"] = channel;
            fields["ts"] = ts;
            fields.Remove("unfurl_links");
            fields.Remove("unfurl_media");
            var (answer, problem) = await CallAsync("chat.update", fields, cancellationToken);
            return answer is null ? Repeatable(problem!) : new SendResult.Sent(updates);
        }

        fields["channel"] = room.Id!;
        fields["metadata"] = new JsonObject { ["event_type"] = MetadataType, ["event_payload"] = new JsonObject { ["outbox_id"] = posting.OutboxId } }.ToJsonString();
        var (posted, failure) = await CallAsync("chat.postMessage", fields, cancellationToken);
        return posted is { } body ? new SendResult.Sent($"{Text(body, "channel") ?? room.Id}:{Text(body, "ts")}", room) : failure!;
    }

    public async Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (posting.Updates is not null)
        {
            return new SendResult.Again(TimeSpan.Zero, "safe to repeat");
        }

        // The direct message may have been opened by the very attempt that was interrupted; opening it again gives the same one.
        var (room, closed) = posting.Room.Id is { } known ? (known, null) : await OpenAsync(posting.To.User, cancellationToken);
        if (room is null)
        {
            return LookLater(closed);
        }

        var oldest = (posting.FirstTried ?? time.GetUtcNow()).AddSeconds(-60).ToUnixTimeSeconds();
        var fields = new Dictionary<string, string>
        {
            ["channel"] = room,
            ["oldest"] = oldest.ToString(CultureInfo.InvariantCulture),
            ["limit"] = HistoryLimit,
            ["include_all_metadata"] = "true",
        };
        var (history, problem) = await CallAsync("conversations.history", fields, cancellationToken);
        if (history is not { } body || !body.TryGetProperty("messages", out var messages))
        {
            return LookLater(problem);
        }

        foreach (var message in messages.EnumerateArray())
        {
            if (message.TryGetProperty("metadata", out var metadata)
                && metadata.TryGetProperty("event_payload", out var payload)
                && Text(payload, "outbox_id") == posting.OutboxId)
            {
                return new SendResult.Sent($"{room}:{Text(message, "ts")}", new Room(room));
            }
        }

        return new SendResult.Again(TimeSpan.Zero, "not in the history");
    }

    /// <summary>The look itself did not work out: later, unless Slack refuses it for good.</summary>
    private static SendResult.Unknown LookLater(SendResult? problem) => problem switch
    {
        SendResult.Again again => new SendResult.Unknown(again.Reason, LookAgain: true),
        SendResult.Unknown unknown => unknown with { LookAgain = true },
        SendResult.Failed failed => new SendResult.Unknown($"cannot be looked up: {failed.Reason}"),
        _ => new SendResult.Unknown("the history could not be read"),
    };

    private async Task<(string? Channel, SendResult? Problem)> OpenAsync(string user, CancellationToken cancellationToken)
    {
        var (answer, problem) = await CallAsync("conversations.open", new Dictionary<string, string> { ["users"] = user }, cancellationToken);
        return answer is { } body && body.TryGetProperty("channel", out var channel) && Text(channel, "id") is { } id
            ? (id, null)
            : (null, Repeatable(problem ?? new SendResult.Failed("Slack opened no direct message")));
    }

    /// <summary>Opening and updating may be repeated: what is unknown is simply tried again.</summary>
    private static SendResult Repeatable(SendResult problem) => problem is SendResult.Unknown unknown ? new SendResult.Again(null, unknown.Reason) : problem;

    /// <summary>One call. The answer's body when Slack said ok, else what that means.</summary>
    private async Task<(JsonElement? Answer, SendResult? Problem)> CallAsync(string method, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, method)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return (null, new SendResult.Again(RetryAfter(response), "ratelimited"));
            }

            if (!response.IsSuccessStatusCode)
            {
                return (null, new SendResult.Unknown($"{method}: HTTP {(int)response.StatusCode}"));
            }

            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var body = document.RootElement.Clone();
            return body.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True ? (body, null) : (null, SlackErrors.Read(Text(body, "error"), Details(body)));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (null, new SendResult.Again(null, $"{method}: Slack cannot be reached"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, new SendResult.Unknown($"{method}: no answer"));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;

    /// <summary>Which field Slack did not like; never what was in it.</summary>
    private static IEnumerable<string> Details(JsonElement body) =>
        body.TryGetProperty("response_metadata", out var metadata) && metadata.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(message => message.GetString() ?? "").Take(3)
            : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
