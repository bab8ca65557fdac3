using System.Net.WebSockets;
using Dialog.Bot.Observing;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Keeps the connections of Socket Mode open: two of them, so that one's rotation leaves no gap; a new one before an old one goes.</summary>
internal sealed partial class SlackSockets(SlackOptions options, SlackApi api, SlackDispatch dispatch, Measures measures, TimeProvider time, ILogger<SlackSockets> logger) : BackgroundService
{
    /// <summary>Slack allows ten per app; two, begun one after the other, are never rotated at the same time.</summary>
    private const int Connections = 2;

    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan WaitForRoom = TimeSpan.FromMinutes(2);

    /// <summary>Whoever turned Socket Mode off may turn it on again.</summary>
    private static readonly TimeSpan WaitForSwitch = TimeSpan.FromMinutes(5);

    /// <summary>Slack says hello within moments.</summary>
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(30);

    /// <summary>Errors that asking again does not mend.</summary>
    private static readonly string[] Fatal = ["not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled", "forbidden_team", "not_allowed_token_type", "missing_scope"];

    private int open;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        measures.WatchLines(() => Volatile.Read(ref open));
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => KeepAsync(number, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: Slack keeps what was not acknowledged for the next start.
        }
    }

    /// <summary>One place among the connections: whenever its connection ends, the next one is opened.</summary>
    private async Task KeepAsync(int number, CancellationToken stoppingToken)
    {
        await Task.Delay(Stagger * number, time, stoppingToken);
        var failures = 0;
        Task<SocketEnd>? old = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (socket, wait, giveUp) = await OpenAsync(stoppingToken);
            if (giveUp)
            {
                return;
            }

            if (socket is null)
            {
                failures++;
                await Task.Delay(wait ?? BackOff(failures), time, stoppingToken);
                continue;
            }

            var refresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var reading = RunAsync(
                socket,
                () =>
                {
                    failures = 0;
                    LogOpen(number + 1);
                },
                refresh.SetResult, stoppingToken);
            await Task.WhenAny(reading, refresh.Task);
            if (refresh.Task.IsCompleted && !reading.IsCompleted)
            {
                // The new connection is opened first; the old one is read until it closes.
                old = reading;
                continue;
            }

            switch (await reading)
            {
                case SocketEnd.Disabled:
                    LogDisabled(WaitForSwitch.TotalMinutes);
                    await Task.Delay(WaitForSwitch, time, stoppingToken);
                    break;
                case SocketEnd.TooMany:
                    await Task.Delay(WaitForRoom, time, stoppingToken);
                    break;
                case SocketEnd.Broken:
                    failures++;
                    await Task.Delay(BackOff(failures), time, stoppingToken);
                    break;
            }
        }

        await (old ?? Task.FromResult(SocketEnd.Broken));
    }

    /// <summary>One connection from its hello to its end.</summary>
    private async Task<SocketEnd> RunAsync(SlackSocket socket, Action hello, Action refresh, CancellationToken stoppingToken)
    {
        using var line = socket;
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        reading.CancelAfter(HelloWithin);
        var (greeted, refreshed) = (false, false);
        try
        {
            return await socket.ReadAsync(
                () =>
                {
                    reading.CancelAfter(Timeout.InfiniteTimeSpan);
                    if (!greeted)
                    {
                        greeted = true;
                        Interlocked.Increment(ref open);
                    }

                    hello();
                },
                () =>
                {
                    if (!refreshed)
                    {
                        // The old line is left open for as long as its successor may need.
                        refreshed = true;
                        reading.CancelAfter(HelloWithin + HelloWithin);
                        refresh();
                    }
                },
                reading.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return refreshed ? SocketEnd.Refresh : SocketEnd.Broken;
        }
        finally
        {
            if (greeted)
            {
                Interlocked.Decrement(ref open);
            }
        }
    }

    /// <summary>A connection; else how long to wait, or that it is no use.</summary>
    private async Task<(SlackSocket? Socket, TimeSpan? Wait, bool GiveUp)> OpenAsync(CancellationToken cancellationToken)
    {
        switch (await api.CallAsync("apps.connections.open", options.AppToken, new Dictionary<string, string>(), cancellationToken))
        {
            case SlackAnswer.Ok { Body: var body } when Uri.TryCreate(SlackJson.Text(body, "url"), UriKind.Absolute, out var address) && IsSafe(address):
                return (await ConnectAsync(address, cancellationToken), null, false);
            case SlackAnswer.Refused refused when Fatal.Contains(refused.Code):
                LogFatal(SlackErrors.Explain(refused));
                return (null, null, true);
            case SlackAnswer.Limited limited:
                return (null, limited.After ?? TimeSpan.FromSeconds(30), false);
            case var other:
                LogNotOpen(other is SlackAnswer.Refused no ? no.Code : other.GetType().Name);
                return (null, null, false);
        }
    }

    private async Task<SlackSocket?> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new SlackSocket(dispatch, measures, time, logger);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(HelloWithin);
            await socket.ConnectAsync(address, limit.Token);
            return socket;
        }
        catch (Exception exception) when (exception is WebSocketException or HttpRequestException || exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogNotOpen(exception.Message);
            socket.Dispose();
            return null;
        }
    }

    /// <summary>In the clear on loopback only.</summary>
    private static bool IsSafe(Uri address) => address.Scheme == "wss" || address.Scheme == "ws" && address.IsLoopback;

    /// <summary>1, 2, 4 … 60 seconds, a little apart from the other connection.</summary>
    private static TimeSpan BackOff(int failures) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10))) * (1 + (Random.Shared.NextDouble() / 4)));

    [LoggerMessage(Level = LogLevel.Information, Message = "Socket Mode: connection {Number} to Slack is open.")]
    private partial void LogOpen(int number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Socket Mode: no connection to Slack ({Reason}); it is tried again.")]
    private partial void LogNotOpen(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode: Slack does not accept Slack:AppToken ({Reason}). Nothing is heard from Slack until it is mended and Dialog is started again.")]
    private partial void LogFatal(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode was turned off in the app's settings. Nothing is heard from Slack until it is on again; that is tried every {Minutes} minutes.")]
    private partial void LogDisabled(double minutes);
}
