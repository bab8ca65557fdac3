using System.Collections.Concurrent;

namespace Dialog.Bot.Desk;

/// <summary>Who has which page open, as far as this process was asked lately. Nothing depends on it: a text is kept from being overwritten by its revision.</summary>
internal sealed class Presence(TimeProvider time)
{
    /// <summary>A page asks every few seconds; one that is silent for this long is closed or lies behind others.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromSeconds(15);

    /// <summary>More open pages at a time are forgotten.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(string Page, string Tab), (string Name, DateTimeOffset At)> pages = new();

    /// <summary>Notes that a tab shows a page, and tells who else does: a name each, empty for somebody without.</summary>
    public IReadOnlyList<string> Note(string page, string tab, string name)
    {
        var now = time.GetUtcNow();
        foreach (var (key, _) in pages.Where(open => now - open.Value.At > Open))
        {
            pages.TryRemove(key, out _);
        }

        if (pages.Count < Most)
        {
            pages[(page, tab)] = (name, now);
        }

        return [.. pages.Where(open => open.Key.Page == page && open.Key.Tab != tab).Select(open => open.Value.Name).Distinct().Order(StringComparer.Ordinal)];
    }
}
