using Dialog.Bot.Channels;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Delivery;

/// <summary>Shows people at once that a message arrived while the bot waits for more. Nothing depends on it, so nothing waits for it.</summary>
internal sealed class ReceiptSender(IEnumerable<IChannel> channels, ReceiptBell bell) : BackgroundService
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
                async (receipt, token) => await (channels.GetValueOrDefault(receipt.To.Channel)?.ShowReceivedAsync(receipt, token) ?? Task.CompletedTask));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: a mark is not owed.
        }
    }
}
