using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

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
/// One WebSocket of Socket Mode. Envelopes are handled in order, as over HTTP, and acknowledged on the same socket after the commit; what
/// is not acknowledged comes again.
/// </summary>
internal sealed partial class SlackSocket(SlackDispatch dispatch, ILogger logger) : IDisposable
{
    /// <summary>Slack's envelopes stay far below.</summary>
    private const int MostBytes = 1024 * 1024;

    private readonly ClientWebSocket socket = new();

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        // A dead line faults the receive instead of being silent for ever.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        await socket.ConnectAsync(address, cancellationToken);
    }

    /// <summary>Reads until the connection ends or Slack asks for another one. Throws nothing but cancellation.</summary>
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
                        await HandleAsync(kind, envelope, frame);
                        break;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            LogBroken(exception.Message);
        }

        return end;
    }

    public void Dispose() => socket.Dispose();

    private async Task HandleAsync(string kind, string envelope, JsonElement frame)
    {
        try
        {
            var payload = SlackJson.Member(frame, "payload");
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

            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Not acknowledged: Slack sends it again, here or on another connection.
            LogNotAcknowledged(exception, envelope);
        }
    }

    /// <summary>The next whole frame; null when the line was closed.</summary>
    private async Task<JsonElement?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), cancellationToken);
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
