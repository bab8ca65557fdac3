using System.Threading.Channels;

namespace Dialog.Bot.Turns;

/// <summary>Tells the postman that a turn committed mail. Only a shortcut: what is not rung for is found by looking.</summary>
internal sealed class MailBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ring() => rung.Writer.TryWrite(true);

    public async Task RungAsync(CancellationToken cancellationToken) => await rung.Reader.ReadAsync(cancellationToken);
}
