using Dialog.Bot.Channels;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Something that came in from a channel, with who and where it came from.</summary>
/// <param name="From">Whose address it came from; an unknown address becomes a new respondent.</param>
/// <param name="Room">Where it was said; remembered as the way to reach the person.</param>
/// <param name="What">What happened.</param>
internal sealed record Arrival(Address From, Room Room, Incoming What)
{
    /// <summary>The key the inbox knows the event by, when it is not the event's own: the same in every version, of which two may run at the same time (decision 0034).</summary>
    public string? InboxKey { get; init; }

    /// <summary>The person's display name, when the channel tells it.</summary>
    public string? Name { get; init; }

    /// <summary>What somebody new may do; see <see cref="Store.PersonRow.Roles"/>.</summary>
    public string Roles { get; init; } = "respondent";

    /// <summary>It was said outside any thread of the person's conversation, although the channel does not tell where that is: by a command, or in a group.</summary>
    public bool OutsideThreads { get; init; }

    /// <summary>With the change of a message that was written just now: the message as it is now, which may not have come yet, or not have been taken.</summary>
    public Arrival? Unheard { get; init; }

    /// <summary>With the deletion of a message that was written just now: what the inbox knows it by.</summary>
    public string? NotToHear { get; init; }

    /// <summary>Somebody new is not answered before the channel was asked about them: the turn is not taken, see <see cref="TurnOutcome.Unmet"/>.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>The person's language (BCP 47), when the channel tells it.</summary>
    public string? Locale { get; init; }

    /// <summary>The person's IANA time zone, when the channel tells it.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>What became of something that came in.</summary>
/// <param name="New">False when the same event was taken before: nothing was done this time.</param>
/// <param name="Replies">The replies that were committed to the outbox; empty when not new.</param>
internal sealed record TurnOutcome(bool New, IReadOnlyList<Outgoing> Replies)
{
    /// <summary>Why an order was not carried out; then nothing was committed.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>Nobody is known there, and nothing was committed: see <see cref="Arrival.AsksFirst"/>.</summary>
    public bool Unmet { get; init; }

    /// <summary>The channel is to be asked who this is: see <see cref="Store.AddressRow.IsStranger"/>.</summary>
    public bool ByStranger { get; init; }

    /// <summary>An answer has another text now.</summary>
    public bool Changed { get; init; }
}
