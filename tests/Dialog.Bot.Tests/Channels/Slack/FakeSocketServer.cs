using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>The far end of Socket Mode on loopback: the test says what comes, and sees what is answered.</summary>
internal sealed class FakeSocketServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Line> lines = Channel.CreateUnbounded<Line>();

    private FakeSocketServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.UseWebSockets();
        app.MapGet("/link", ServeAsync);
    }

    /// <summary>What <c>apps.connections.open</c> answers.</summary>
    public string Address => app.Urls.Single().Replace("http://", "ws://", StringComparison.Ordinal) + "/link/?ticket=1";

    public static async Task<FakeSocketServer> StartAsync()
    {
        var server = new FakeSocketServer();
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next connection the program opens; it has got its hello.</summary>
    public async Task<Line> NextAsync() => await lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var line = new Line(socket);
        await line.SayAsync(new { type = "hello", num_connections = 1, connection_info = new { app_id = "A0DIALOG01" } });
        await lines.Writer.WriteAsync(line, http.RequestAborted);
        await line.ListenAsync(http.RequestAborted);
    }

    /// <summary>One connection.</summary>
    internal sealed class Line(WebSocket socket)
    {
        private readonly Channel<JsonElement> answers = Channel.CreateUnbounded<JsonElement>();

        public Task SayAsync(object frame) =>
            socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

        /// <summary>An envelope, and its acknowledgement.</summary>
        public async Task<JsonElement> DeliverAsync(string type, JsonElement payload, string envelope = "e1")
        {
            await SayAsync(new { envelope_id = envelope, type, payload, accepts_response_payload = type != "events_api", retry_attempt = 0, retry_reason = "" });
            return await AnswerAsync();
        }

        public async Task<JsonElement> AnswerAsync() => await answers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        /// <summary>Returns once the program has hung up.</summary>
        public Task EndedAsync() => answers.Reader.Completion.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        /// <summary>Slack closes the line.</summary>
        public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);

        internal async Task ListenAsync(CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await socket.ReceiveAsync(buffer, cancellationToken) is { MessageType: WebSocketMessageType.Text } part)
                {
                    await answers.Writer.WriteAsync(JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count)), cancellationToken);
                }
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                // The program hung up, or the test is over.
            }
            finally
            {
                answers.Writer.TryComplete();
            }
        }
    }
}
