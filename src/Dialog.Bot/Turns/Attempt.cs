using Dialog.Bot.Channels;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>One try at one message.</summary>
/// <param name="Row">The message as it stands in the outbox.</param>
/// <param name="Posting">What is sent where.</param>
/// <param name="Reconcile">The outcome of an earlier try is unknown: ask before repeating.</param>
internal sealed record Attempt(OutboxRow Row, Posting Posting, bool Reconcile)
{
    /// <summary>Why the channel is not even asked.</summary>
    public SendResult? Barrier { get; init; }

    /// <summary>The instant the message is marked with while it is ours; somebody else's mark means that our time was out.</summary>
    public required DateTimeOffset? Claim { get; init; }

    /// <summary>Something else waits for the person; what is committed later rings.</summary>
    public required bool MoreWaits { get; init; }

    /// <summary>1 for the first.</summary>
    public int Number => Row.Attempts;

    /// <summary>When the message was committed.</summary>
    public DateTimeOffset CreatedAt => Row.CreatedAt;
}
