using System.Threading.Channels;

namespace Dialog.Bot.Turns;

/// <summary>Tells the outbox's sender that a turn committed something for a person. Only a shortcut: what is not rung for is found by looking.</summary>
internal sealed class Bell
{
    /// <summary>More rings than this at once are left to the look.</summary>
    private const int MostRings = 10_000;

    private readonly Channel<Ring> rung = Channel.CreateBounded<Ring>(new BoundedChannelOptions(MostRings) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <param name="personId">Whose messages.</param>
    /// <param name="canWait">See <see cref="Dialog.Core.Interviews.Outgoing.CanWait"/>: true when all of them can.</param>
    public void Ring(string personId, bool canWait) => rung.Writer.TryWrite(new Ring(personId, canWait));

    public IAsyncEnumerable<Ring> RungAsync(CancellationToken cancellationToken) => rung.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>There is something for a person.</summary>
internal readonly record struct Ring(string PersonId, bool CanWait);
