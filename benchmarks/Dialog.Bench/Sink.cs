using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;

namespace Dialog.Bench;

/// <summary>Slack's Web API and Teams' connector as a local sink: says ok to everything and counts the posts.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private const string Any = """{"ok":true,"team_id":"T0BENCH001","user_id":"U0BENCHBOT","bot_id":"B0BENCH","channel":{"id":"D0BENCH"},"messages":[]}""";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task accepting;
    private long posts;

    private Sink()
    {
        listener.Start(backlog: 512);
        accepting = AcceptAsync();
    }

    /// <summary>Where and when there was a post, once <see cref="Listen"/> is on.</summary>
    public ConcurrentQueue<(string Channel, DateTimeOffset At)> Heard { get; } = [];

    public bool Listen { get; set; }

    public long Posts => Interlocked.Read(ref posts);

    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>Where replies to Teams go.</summary>
    public string ServiceUrl => $"{Address}/teams/";

    public static Sink Start() => new();

    /// <summary>Counts from nothing again.</summary>
    public void Forget() => Interlocked.Exchange(ref posts, 0);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                socket.NoDelay = true;
                _ = Task.Run(() => ServeAsync(new Wire(socket)));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Wire wire)
    {
        using (wire)
        {
            try
            {
                while (await wire.ReadAsync() is { } request)
                {
                    await wire.WriteAsync(Answer(request));
                }
            }
            catch (SocketException)
            {
                // The program went away.
            }
        }
    }

    private byte[] Answer(Wire.Message request)
    {
        string body;
        if (request.Head.Span.StartsWith("POST /api/chat.postMessage "u8))
        {
            var ts = Interlocked.Increment(ref posts);
            if (Listen)
            {
                Heard.Enqueue((HttpUtility.ParseQueryString(Encoding.UTF8.GetString(request.Body.Span))["channel"] ?? "", DateTimeOffset.UtcNow));
            }

            body = string.Create(CultureInfo.InvariantCulture, $$"""{"ok":true,"channel":"D0","ts":"1790000000.{{ts:D6}}"}""");
        }
        else if (BotService.IsMessage(request))
        {
            body = string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{1_790_000_000_000 + Interlocked.Increment(ref posts)}}"}""");
        }
        else
        {
            body = BotService.Answer(request, Address) ?? Any;
        }

        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }
}
