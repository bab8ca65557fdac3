using System.Threading.Channels;

namespace Dialog.Bot.Turns;

/// <summary>Tells the outbox's sender that a turn committed something for a person. Only a shortcut: what is not rung for is found by looking.</summary>
internal sealed class Bell
{
    /// <summary>More rings than this at once are left to the look.</summary>
    private const int MostRings = 10_000;

    private readonly Channel<string> rung = Channel.CreateBounded<string>(new BoundedChannelOptions(MostRings) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ring(string personId) => rung.Writer.TryWrite(personId);

    public IAsyncEnumerable<string> RungAsync(CancellationToken cancellationToken) => rung.Reader.ReadAllAsync(cancellationToken);
}
