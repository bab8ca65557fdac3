using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels;

/// <summary>A way out to people. Only the outbox's sender calls it.</summary>
internal interface IChannel
{
    /// <summary><c>slack</c>, <c>teams</c> or <c>web</c>.</summary>
    string Name { get; }

    /// <summary>How many messages a minute leave to one workspace when there is always one waiting; null when nothing limits it.</summary>
    double? MessagesPerMinute => null;

    /// <summary>Whether <see cref="ReconcileAsync"/> finds out: a message that was marked as being sent and never left is then sent after all.</summary>
    bool CanTell { get; }

    /// <summary>
    /// Sends one message, once: never repeats a call whose outcome is unknown. Does not throw for anything the
    /// platform or the network does; only cancellation and bugs are exceptions.
    /// </summary>
    Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken);

    /// <summary>Asks the platform whether a posting whose outcome is unknown arrived. Answers <see cref="SendResult.Unknown"/> when it cannot tell.</summary>
    Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken);

    /// <summary>
    /// Shows the person that their message arrived, when the reply comes later: a mark on it, typing. At most once and only for the eye:
    /// what does not work out is let be. The web shows it by itself.
    /// </summary>
    Task ShowReceivedAsync(Receipt receipt, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A message that is safely stored and has no reply yet, because the person may go on writing.</summary>
/// <param name="To">Who wrote it.</param>
/// <param name="Room">Where.</param>
/// <param name="MessageId">The platform's id of it, see <see cref="Incoming.Said"/>.</param>
internal sealed record Receipt(Address To, Room Room, string MessageId)
{
    /// <summary>It was edited, and the answer with it.</summary>
    public bool Edited { get; init; }
}

/// <summary>A message on its way to one person.</summary>
/// <param name="OutboxId">Identity of the message, the same for every attempt.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Room">Where; a room without id has to be opened first.</param>
/// <param name="Message">What.</param>
/// <param name="Updates">The platform's id of the earlier message this one rewrites (<see cref="Outgoing.Settles"/>); null for a new message.</param>
/// <param name="FirstTried">When the first attempt was made; null before it.</param>
internal sealed record Posting(string OutboxId, Address To, Room Room, Outgoing Message, string? Updates, DateTimeOffset? FirstTried);

/// <summary>What became of a posting. One honest status each.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The platform has it.</summary>
    /// <param name="PlatformId">The platform's id of the message, when it gave one.</param>
    /// <param name="Room">The room, when this posting opened it.</param>
    public sealed record Sent(string? PlatformId, Room? Room = null) : SendResult;

    /// <summary>The platform certainly does not have it; try again after the given time (Retry-After, or a back-off the sender chooses when null).</summary>
    /// <param name="After">When.</param>
    /// <param name="Reason">Why, in plain words.</param>
    /// <param name="Room">The room, when this posting opened it: it need not be opened again.</param>
    public sealed record Again(TimeSpan? After, string Reason, Room? Room = null) : SendResult;

    /// <summary>It may or may not have arrived.</summary>
    /// <param name="Reason">What happened, in plain words.</param>
    /// <param name="LookAgain">A later look may tell; false when the platform never will.</param>
    public sealed record Unknown(string Reason, bool LookAgain = false) : SendResult
    {
        /// <summary>The platform has said nothing at all: it may still be at it.</summary>
        public bool Silent { get; init; }
    }

    /// <summary>It cannot be delivered, now or later; the reason in plain words without message text or secrets.</summary>
    public sealed record Failed(string Reason) : SendResult;

    /// <summary>The person cannot be reached at this address: nothing more is sent there until they are heard from.</summary>
    public sealed record Unreachable(string Reason) : SendResult;

    /// <summary>The whole workspace lets nothing through: nothing more is sent there until the app is installed or let in again; what waits, waits.</summary>
    public sealed record Stopped(string Reason) : SendResult;
}
