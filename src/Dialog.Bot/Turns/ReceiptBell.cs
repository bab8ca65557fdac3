using System.Threading.Channels;
using Dialog.Bot.Channels;

namespace Dialog.Bot.Turns;

/// <summary>Messages that were committed and wait for more. Lost when the program stops, and when there are too many: the reply comes anyway.</summary>
internal sealed class ReceiptBell
{
    /// <summary>More at once are shown nothing: a mark that comes late says nothing.</summary>
    private const int MostRings = 200;

    private readonly Channel<Receipt> rung = Channel.CreateBounded<Receipt>(new BoundedChannelOptions(MostRings) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring(Receipt receipt) => rung.Writer.TryWrite(receipt);

    public IAsyncEnumerable<Receipt> RungAsync(CancellationToken cancellationToken) => rung.Reader.ReadAllAsync(cancellationToken);
}
