using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Observing;

namespace Dialog.Bot.Channels.Slack;

/// <summary>How a connection ended, and so what the next one does.</summary>
internal enum SocketEnd
{
    /// <summary>The line broke or Slack closed it: a new one, soon.</summary>
    Broken,

    /// <summary>Slack wants a fresh connection: a new one is opened before this one is closed.</summary>
    Refresh,

    /// <summary>Too many connections of this app are open: wait for minutes.</summary>
    TooMany,

    /// <summary>Socket Mode was turned off in the app's settings.</summary>
    Disabled,
}

/// <summary>
/// One WebSocket of Socket Mode. Envelopes are acknowledged on the same socket after the commit; what is not acknowledged comes again. As over HTTP nobody
/// waits for somebody else's: in order comes what is of the same kind and by the same person.
/// </summary>
internal sealed partial class SlackSocket(SlackDispatch dispatch, Measures measures, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>Slack's envelopes stay far below.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Envelopes in hand at most; the next one is read when one of them is done.</summary>
    private const int MostInHand = 64;

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim room = new(MostInHand, MostInHand);

    /// <summary>A socket takes one frame at a time.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>The last envelope of each kind and person; touched by the reader alone.</summary>
    private readonly Dictionary<(string Kind, string Person), Task> inHand = [];

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        // A dead line faults the receive instead of being silent for ever.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        await socket.ConnectAsync(address, cancellationToken);
    }

    /// <summary>Reads until the connection ends or Slack asks for another one, and returns when all that was read is done with. Throws nothing but cancellation.</summary>
    /// <param name="hello">Called when Slack said hello: only then events come here.</param>
    /// <param name="refresh">Called when Slack wants a fresh connection; this one goes on reading until Slack closes it or the caller does.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<SocketEnd> ReadAsync(Action hello, Action refresh, CancellationToken cancellationToken)
    {
        var end = SocketEnd.Broken;
        try
        {
            while (await ReceiveAsync(cancellationToken) is { } frame)
            {
                switch (SlackJson.Text(frame, "type"))
                {
                    case "hello":
                        hello();
                        break;
                    case "disconnect":
                        var reason = SlackJson.Text(frame, "reason") ?? "";
                        LogDisconnect(reason);
                        switch (reason)
                        {
                            case "link_disabled" or "socket_mode_disabled":
                                return SocketEnd.Disabled;
                            case "too_many_websockets":
                                return SocketEnd.TooMany;
                            default:
                                end = SocketEnd.Refresh;
                                refresh();
                                break;
                        }

                        break;
                    case { } kind when SlackJson.Text(frame, "envelope_id") is { } envelope:
                        await BeginAsync(kind, envelope, frame, cancellationToken);
                        break;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            LogBroken(exception.Message);
        }
        finally
        {
            await Task.WhenAll(inHand.Values);
        }

        return end;
    }

    public void Dispose()
    {
        socket.Dispose();
        room.Dispose();
        writing.Dispose();
    }

    private async Task BeginAsync(string kind, string envelope, JsonElement frame, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        if (inHand.Count >= MostInHand)
        {
            foreach (var (done, _) in inHand.Where(last => last.Value.IsCompleted).ToList())
            {
                inHand.Remove(done);
            }
        }

        var payload = SlackJson.Member(frame, "payload");
        var of = (kind, Person(payload));
        inHand[of] = HandleAsync(inHand.GetValueOrDefault(of, Task.CompletedTask), kind, envelope, frame, payload, time.GetTimestamp());
    }

    /// <summary>Whose envelope it is, wherever it says so; empty for the workspace's own.</summary>
    private static string Person(JsonElement payload)
    {
        var inner = SlackJson.Member(payload, "event");
        return SlackJson.Text(inner, "user") ?? SlackJson.Text(SlackJson.Member(inner, "message"), "user") ?? SlackJson.Text(SlackJson.Member(inner, "previous_message"), "user")
            ?? SlackJson.Text(SlackJson.Member(payload, "user"), "id") ?? SlackJson.Text(payload, "user_id") ?? "";
    }

    private async Task HandleAsync(Task before, string kind, string envelope, JsonElement frame, JsonElement payload, long since)
    {
        await before;
        var acknowledged = false;
        try
        {
            JsonNode? answer = null;
            switch (kind)
            {
                case "events_api":
                    await dispatch.EventAsync(payload);
                    break;
                case "interactive":
                    answer = await dispatch.InteractionAsync(payload);
                    break;
                case "slash_commands":
                    answer = await dispatch.CommandAsync(payload.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String).ToDictionary(field => field.Name, field => field.Value.GetString()!));
                    break;
                default:
                    LogUnknown(kind);
                    break;
            }

            var acknowledgement = new JsonObject { ["envelope_id"] = envelope };
            if (answer is not null && SlackJson.Flag(frame, "accepts_response_payload"))
            {
                acknowledgement["payload"] = answer;
            }

            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement));
            acknowledged = true;
        }
        catch (Exception exception)
        {
            // Not acknowledged: Slack sends it again, here or on another connection.
            LogNotAcknowledged(exception, envelope);
        }
        finally
        {
            measures.Enveloped(acknowledged, since);
            room.Release();
        }
    }

    private async Task WriteAsync(byte[] frame)
    {
        await writing.WaitAsync();
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The next whole frame; null when the line was closed.</summary>
    private async Task<JsonElement?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            // Cancelled itself it would end the line, on which acknowledgements are still to go.
            var part = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), CancellationToken.None).AsTask().WaitAsync(cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            buffer.Advance(part.Count);
            if (buffer.WrittenCount > MostBytes)
            {
                throw new IOException("A frame from Slack is too big.");
            }

            if (part.EndOfMessage)
            {
                using var document = JsonDocument.Parse(buffer.WrittenMemory);
                return document.RootElement.Clone();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack wants this connection to end: {Reason}")]
    private partial void LogDisconnect(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack ended: {Reason}")]
    private partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "From Slack, ignored: envelope {Kind}")]
    private partial void LogUnknown(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Envelope {Envelope} from Slack was not acknowledged; it comes again.")]
    private partial void LogNotAcknowledged(Exception exception, string envelope);
}
