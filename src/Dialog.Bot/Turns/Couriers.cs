using System.Collections.Concurrent;

namespace Dialog.Bot.Turns;

/// <summary>
/// The conversations that are being sent to, each by one courier at a time. Whoever takes a turn may hail one before, mark the first reply as being sent in the
/// turn's own transaction, and hand it over after the commit: nobody has to look for it, and a transaction is saved.
/// </summary>
internal sealed class Couriers(Bell bell) : IDisposable
{
    /// <summary>
    /// Conversations sent to at the same time in which somebody waits for a reply. The platforms' limits let far fewer calls be under way: most of so many
    /// wait for their second.
    /// </summary>
    public const int MostAtOnce = 1024;

    /// <summary>Other conversations sent to at the same time.</summary>
    public const int MostOthersAtOnce = 32;

    /// <summary>Conversations being sent to; true when more came in meanwhile.</summary>
    private readonly ConcurrentDictionary<string, bool> underWay = new();

    private volatile Action<Attempt, SemaphoreSlim>? carry;

    /// <summary>One is needed for each conversation in which somebody waits.</summary>
    public SemaphoreSlim Slots { get; } = new(MostAtOnce, MostAtOnce);

    /// <summary>One is needed for each other conversation.</summary>
    public SemaphoreSlim Others { get; } = new(MostOthersAtOnce, MostOthersAtOnce);

    /// <summary>From now on couriers can be hailed.</summary>
    /// <param name="whenCarried">Sends what is handed over, and whatever else the conversation has, and gives the slot back.</param>
    public void Open(Action<Attempt, SemaphoreSlim> whenCarried) => carry = whenCarried;

    /// <summary>From now on there are none; ends when all have come home.</summary>
    public Task CloseAsync() => Task.WhenAll([
        .. Enumerable.Range(0, MostAtOnce).Select(_ => Slots.WaitAsync()),
        .. Enumerable.Range(0, MostOthersAtOnce).Select(_ => Others.WaitAsync()),
    ]);

    /// <summary>A courier that is free; null when there is none.</summary>
    /// <param name="canWait">Nobody waits for what it is to carry.</param>
    public Courier? Hail(bool canWait)
    {
        var slots = canWait ? Others : Slots;
        return carry is { } to && slots.Wait(0) ? new Courier(this, slots, to) : null;
    }

    /// <summary>Whether nobody is sending to it; who is goes round once more.</summary>
    public bool IsIdle(string personId) => !underWay.TryUpdate(personId, true, false) && !underWay.ContainsKey(personId);

    /// <summary>Whether the conversation is the caller's to send to now; if it is another's, that one goes round once more.</summary>
    public bool TryBegin(string personId) => underWay.TryAdd(personId, false) || !underWay.TryUpdate(personId, true, false) && underWay.TryAdd(personId, false);

    /// <summary>Whether it is the caller's now; another is not disturbed.</summary>
    public bool TryReserve(string personId) => underWay.TryAdd(personId, false);

    /// <summary>What comes from now on makes the courier go round once more.</summary>
    public void GoRound(string personId) => underWay[personId] = false;

    /// <summary>Whether nothing came meanwhile; then the conversation is nobody's.</summary>
    public bool TryEnd(string personId) => underWay.TryRemove(new KeyValuePair<string, bool>(personId, false));

    /// <summary>The conversation is nobody's, whatever came.</summary>
    public void End(string personId) => underWay.TryRemove(personId, out _);

    /// <summary>A courier that was hailed and had nothing to carry.</summary>
    public void Dismiss(string? personId, SemaphoreSlim slots)
    {
        if (personId is not null && !TryEnd(personId))
        {
            End(personId);
            bell.Ring(personId, canWait: false);
        }

        slots.Release();
    }

    public void Dispose()
    {
        Slots.Dispose();
        Others.Dispose();
    }
}

/// <summary>Somebody who will carry a conversation's first reply; disposing sends them away if they were given nothing.</summary>
internal sealed class Courier(Couriers couriers, SemaphoreSlim slots, Action<Attempt, SemaphoreSlim> carry) : IDisposable
{
    private string? personId;
    private bool isGone;

    /// <summary>Whether the conversation is this courier's. May be asked again: work in the store may be done more than once.</summary>
    public bool IsFor(string id)
    {
        if (personId is null && couriers.TryReserve(id))
        {
            personId = id;
        }

        return personId == id;
    }

    /// <summary>Hands over what was marked as being sent and is committed.</summary>
    public void Carry(Attempt attempt)
    {
        isGone = true;
        carry(attempt, slots);
    }

    public void Dispose()
    {
        if (!isGone)
        {
            couriers.Dismiss(personId, slots);
        }
    }
}
