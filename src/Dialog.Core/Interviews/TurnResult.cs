using System.Collections.Immutable;
using Dialog.Core.Drafts;

namespace Dialog.Core.Interviews;

/// <summary>Everything that can come out of a turn; it is committed whole or not at all.</summary>
/// <param name="After">The conversation as it is now.</param>
/// <param name="Replies">Messages to the person, in order.</param>
/// <param name="Facts">What the store writes down beside the state.</param>
public sealed record TurnResult(Conversation After, ImmutableList<Outgoing> Replies, ImmutableList<Fact> Facts)
{
    /// <summary>Why the caller's order was not carried out; then nothing else came out and nothing is committed.</summary>
    public Refusal? Refused { get; init; }
}
