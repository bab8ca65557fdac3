namespace Dialog.Bot.Channels.Slack;

/// <summary>Looks after the installations: learns whose the configured token is, renews tokens of quiet workspaces, opens a stopped one when Slack lets it in again.</summary>
internal sealed partial class SlackCare(SlackOptions options, SlackInstalls installs, TimeProvider time, ILogger<SlackCare> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>How soon Slack is asked again whose the token is, when it could not be reached.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CareAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the next start begins with a round.
        }
    }

    private async Task CareAsync(CancellationToken stoppingToken)
    {
        var known = options.BotToken is not { Length: > 0 };
        while (true)
        {
            try
            {
                known = known || await installs.LearnAsync(stoppingToken) is not null;
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(known ? Every : Soon, time, stoppingToken);
        }
    }

    /// <summary>One round over all workspaces.</summary>
    internal async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await installs.ListAsync(cancellationToken))
        {
            if (workspace.StoppedAt is null)
            {
                await installs.TokenAsync(workspace.Id, cancellationToken);
            }
            else if (SlackInstalls.Read(workspace).Configured)
            {
                await installs.LearnAsync(cancellationToken);
            }
            else if (workspace.Secret is not null && await installs.TestAsync(workspace.Id, cancellationToken) is SlackAnswer.Ok)
            {
                await installs.ResumeAsync(workspace.Id, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack's installations could not be looked after; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
