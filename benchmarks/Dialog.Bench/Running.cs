using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dialog.Bench;

/// <summary>The started program, or a peer that does the same job (<c>.mjs</c>), seen from outside.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly string program;
    private readonly Sink? sink;

    /// <summary>The sink has no limits: what is measured is Dialog, not Slack's pace.</summary>
    private int messagesPerMinute = 6_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("dialog-bench-").FullName;
    private Process process = null!;

    private readonly string? postgreSql;

    private Running(string program, Sink? sink, string? postgreSql) => (this.program, this.sink, this.postgreSql) = (program, sink, postgreSql);

    public const string Token = "bench-desk-token";

    public string Store => Path.Combine(folder, "dialog.db");

    private bool IsPeer => program.EndsWith(".mjs", StringComparison.Ordinal);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public TimeSpan ReadyAfter { get; private set; }

    /// <param name="program">The built program, or the peer.</param>
    /// <param name="sink">Where Slack and Teams stand; null when neither is configured.</param>
    /// <param name="postgreSql">The connection string of a PostgreSQL database; null for a SQLite file of its own.</param>
    public static async Task<Running> StartAsync(string program, Sink? sink, string? postgreSql = null)
    {
        var running = new Running(program, sink, postgreSql);
        await running.LaunchAsync();
        return running;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await LaunchAsync();
    }

    /// <summary>Starts again after something was done to the data.</summary>
    public Task RestartAsync(Action<string> meanwhile) => RestartAsync(messagesPerMinute, meanwhile);

    /// <summary>Starts again with another pace, after something was done to the data.</summary>
    public async Task RestartAsync(int atMessagesPerMinute, Action<string> meanwhile)
    {
        await StopAsync();
        messagesPerMinute = atMessagesPerMinute;
        meanwhile(Store);
        await LaunchAsync();
    }

    public int ProcessId => process.Id;

    public TimeSpan CpuTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task LaunchAsync()
    {
        var start = new ProcessStartInfo(IsPeer ? "node" : "dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["APPDATA"] = folder;
        start.Environment["Urls"] = Address.ToString();
        start.Environment["Storage__Provider"] = postgreSql is null ? "Sqlite" : "PostgreSql";
        start.Environment["Storage__ConnectionString"] = postgreSql ?? $"Data Source={Store}";
        start.Environment["Desk__Token"] = Token;
        start.Environment["Limits__EventsPerSecond"] = "0";
        if (sink is not null)
        {
            start.Environment["Slack__SigningSecret"] = SlackEvent.SigningSecret;
            start.Environment["Slack__BotToken"] = "xoxb-bench";
            start.Environment["Slack__ApiUrl"] = $"{sink.Address}/api/";
            start.Environment["Slack__MessagesPerMinute"] = messagesPerMinute.ToString(CultureInfo.InvariantCulture);
            start.Environment["Teams__AppId"] = BotService.AppId;
            start.Environment["Teams__AppPassword"] = "bench";
            start.Environment["Teams__OpenIdMetadata"] = $"{sink.Address}/metadata";
            start.Environment["Teams__TokenEndpoint"] = $"{sink.Address}/token";
            start.Environment["Teams__ServiceUrls"] = sink.Address;
            start.Environment["PORT"] = Address.Port.ToString(CultureInfo.InvariantCulture);
            start.Environment["SLACK_API_URL"] = $"{sink.Address}/api/";
            start.Environment["SLACK_BOT_TOKEN"] = "xoxb-bench";
            start.Environment["SLACK_SIGNING_SECRET"] = SlackEvent.SigningSecret;
            start.Environment["TEAMS_APP_ID"] = BotService.AppId;
            start.Environment["TEAMS_OPENID_METADATA"] = $"{sink.Address}/metadata";
        }

        var clock = Stopwatch.StartNew();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(http))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException($"{program} did not become ready.");
            }

            await Task.Delay(10);
        }

        ReadyAfter = clock.Elapsed;
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.IsSuccessStatusCode || IsPeer;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task StopAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
