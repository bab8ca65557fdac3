using System.Collections.Concurrent;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialog.Bench;

/// <summary>Slack's Web API as a local sink: says ok to everything and counts the posts.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication app;
    private long posts;

    private Sink(WebApplication app) => this.app = app;

    /// <summary>Where and when there was a post, once <see cref="Listen"/> is on.</summary>
    public ConcurrentQueue<(string Channel, DateTimeOffset At)> Heard { get; } = [];

    public bool Listen { get; set; }

    public long Posts => Interlocked.Read(ref posts);

    public string Api => $"{app.Urls.First()}/api/";

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new Sink(app);
        app.MapPost("/api/{method}", (string method, HttpContext http) => sink.AnswerAsync(method, http));
        await app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(string method, HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var form = await reader.ReadToEndAsync();
        http.Response.ContentType = "application/json";
        if (method == "chat.postMessage")
        {
            var ts = Interlocked.Increment(ref posts);
            if (Listen)
            {
                Heard.Enqueue((HttpUtility.ParseQueryString(form)["channel"] ?? "", DateTimeOffset.UtcNow));
            }

            await http.Response.WriteAsync($$"""{"ok":true,"channel":"D0","ts":"1790000000.{{ts:D6}}"}""");
        }
        else
        {
            await http.Response.WriteAsync("""{"ok":true,"team_id":"T0BENCH001","user_id":"U0BENCHBOT","bot_id":"B0BENCH","channel":{"id":"D0BENCH"},"messages":[]}""");
        }
    }
}
