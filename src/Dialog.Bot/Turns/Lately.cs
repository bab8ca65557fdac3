using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Dialog.Bot.Channels;

namespace Dialog.Bot.Turns;

/// <summary>What was found out of people lately and need not be looked up again. One too many, and all is forgotten: it costs looking up.</summary>
/// <param name="most">The most people known at a time.</param>
internal sealed class Lately<T>(int most = Lately<T>.Most)
{
    /// <summary>As many as write within a day in a large organisation; some megabytes.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Address, T> known = new();

    public bool Knows(Address address, [MaybeNullWhen(false)] out T what) => known.TryGetValue(address, out what);

    public void Note(Address address, T what)
    {
        if (known.Count >= most && !known.ContainsKey(address))
        {
            known.Clear();
        }

        known[address] = what;
    }

    public void Forget(Address address) => known.TryRemove(address, out _);
}
