using Dialog.Bot.Channels;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Delivery;

/// <summary>Shows people at once that a message arrived while the bot waits for more. Nothing depends on it, so nothing waits for it.</summary>
internal sealed partial class ReceiptSender(IEnumerable<IChannel> channels, ReceiptBell bell, OutageLog outages, ILogger<ReceiptSender> logger) : BackgroundService
{
    /// <summary>Marks made at the same time.</summary>
    private const int MostAtOnce = 4;

    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                bell.RungAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken },
                ShowAsync);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: a mark is not owed.
        }
    }

    private async ValueTask ShowAsync(Receipt receipt, CancellationToken stoppingToken)
    {
        try
        {
            await (channels.GetValueOrDefault(receipt.To.Channel)?.ShowReceivedAsync(receipt, stoppingToken) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            if (!outages.Took(exception))
            {
                LogNotShown(exception, receipt.To.Channel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mark in {Channel} was left out.")]
    private partial void LogNotShown(Exception exception, string channel);
}
