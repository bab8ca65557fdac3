using Dialog.Bot.Channels;
using Dialog.Bot.Delivery;
using Dialog.Bot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dialog.Bot.Tests.Delivery;

public sealed class ReceiptSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_that_fails_is_let_be_and_ends_nothing()
    {
        var (bell, channel) = (new ReceiptBell(), new Marking());
        using var sender = new ReceiptSender([channel], bell, new OutageLog(TimeProvider.System, NullLogger<OutageLog>.Instance), NullLogger<ReceiptSender>.Instance);
        await sender.StartAsync(Stop);
        foreach (var id in new[] { "out", "bug", "shown" })
        {
            bell.Ring(new Receipt(new Address(Address.Slack, "T1", "U1"), new Room("D1"), id));
        }

        await channel.Shown.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        Assert.False(sender.ExecuteTask!.IsCompleted);
        await sender.StopAsync(Stop);
        Assert.True(sender.ExecuteTask.IsCompletedSuccessfully);
    }

    private sealed class Marking : IChannel
    {
        private readonly TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => Address.Slack;

        public bool CanTell => true;

        public Task Shown => shown.Task;

        public Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ShowReceivedAsync(Receipt receipt, CancellationToken cancellationToken)
        {
            switch (receipt.MessageId)
            {
                case "out":
                    throw new SqliteException("database or disk is full", 13);
                case "bug":
                    throw new InvalidOperationException("something else");
                default:
                    shown.SetResult();
                    return Task.CompletedTask;
            }
        }
    }
}
