using System.Collections.Concurrent;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>
/// Who has which page open, as far as was asked lately. One process remembers it; several that share a store keep it there (docs/decisions/0029).
/// Nothing depends on it: a text is kept from being overwritten by its revision.
/// </summary>
internal sealed class Presence(Database database, TimeProvider time)
{
    /// <summary>A page asks every few seconds; one that is silent for this long is closed or lies behind others.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromSeconds(15);

    /// <summary>Where it is kept in the store, a page is written down no oftener than this.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(6);

    /// <summary>More open pages at a time are forgotten.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(string Page, string Tab), (string Name, DateTimeOffset At)> pages = new();

    /// <summary>Notes that a tab shows a page, and tells who else does: a name each, empty for somebody without.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tab">The tab, as it calls itself.</param>
    /// <param name="name">Who; empty for somebody without a name.</param>
    /// <param name="personId">Who; null for the desk's token.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<IReadOnlyList<string>> NoteAsync(string page, string tab, string name, string? personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (key, _) in pages.Where(open => now - open.Value.At > Open))
        {
            pages.TryRemove(key, out _);
        }

        var isDue = !pages.TryGetValue((page, tab), out var known) || now - known.At >= Between;
        if (pages.Count < Most && (isDue || !database.IsShared))
        {
            pages[(page, tab)] = (name, now);
        }

        if (!database.IsShared)
        {
            return [.. pages.Where(open => open.Key.Page == page && open.Key.Tab != tab).Select(open => open.Value.Name).Distinct().Order(StringComparer.Ordinal)];
        }

        if (isDue)
        {
            await database.WriteAsync(
                session =>
                {
                    session.Write("""DELETE FROM "OpenPages" WHERE "At" < $1""", now - Open - Open);
                    session.Write(
                        """INSERT INTO "OpenPages" ("Page", "Tab", "By", "At") VALUES ($1, $2, $3, $4) ON CONFLICT ("Page", "Tab") DO UPDATE SET "By" = excluded."By", "At" = excluded."At" """,
                        page, tab, personId, now);
                },
                cancellationToken);
        }

        return await database.ReadAsync(
            (session, token) => session.ListAsync(
                """
                SELECT DISTINCT COALESCE(p."Name", '') AS name FROM "OpenPages" o LEFT JOIN "People" p ON p."Id" = o."By"
                WHERE o."Page" = $1 AND o."Tab" <> $2 AND o."At" > $3 ORDER BY name
                """,
                [page, tab, now - Open],
                row => row.GetString(0),
                token),
            cancellationToken);
    }
}
