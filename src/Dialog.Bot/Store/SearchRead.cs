using Dialog.Core.Assignments;
using Dialog.Core.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Store;

/// <summary>Looks words up in questions, briefs, answers and drafts as they stand. The newest texts come first, and reading ends after a bounded number of them.</summary>
internal sealed class SearchRead(DialogDb db)
{
    /// <summary>Assignments on a page.</summary>
    private const int PageSize = 20;

    /// <summary>Hits that are read for a page, and for narrowing the overview.</summary>
    private const int MostHits = 500;

    private const int MostNarrowing = 3000;

    /// <summary>Times that is read on when all hits are of what earlier pages showed.</summary>
    private const int MostRounds = 10;

    /// <summary>Assignments that the overview's list is narrowed to.</summary>
    private const int MostAssignments = 300;

    /// <summary>Pieces shown of one assignment.</summary>
    private const int MostPieces = 3;

    private static readonly string[] Kinds = [SearchRow.Topic, "brief", "answer", "draft"];

    /// <summary>A page of what was found, and where the next one begins; null on the last.</summary>
    /// <param name="words">All of them have to be in the same text.</param>
    /// <param name="answers">Answers too: not everybody may read them.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(IReadOnlyList<Found> Found, long? Next)> FindAsync(SearchWords words, bool answers, long? after, CancellationToken cancellationToken)
    {
        var begin = after ?? long.MaxValue;
        var hits = await HitsAsync(words, answers, drafts: true, begin, begin, MostHits, cancellationToken);
        for (var round = 1; round < MostRounds && hits.Count == MostHits && hits.TrueForAll(hit => hit.Shown); round++)
        {
            hits = await HitsAsync(words, answers, drafts: true, begin, hits[^1].Id, MostHits, cancellationToken);
        }

        var order = new List<string>();
        var taken = hits.TakeWhile(hit =>
        {
            if (!hit.Shown && !order.Contains(hit.AssignmentId))
            {
                order.Add(hit.AssignmentId);
            }

            return order.Count <= PageSize;
        }).ToList();
        order = [.. order.Take(PageSize)];
        var ids = taken.Where(hit => !hit.Shown).GroupBy(hit => hit.AssignmentId).SelectMany(group => group.OrderBy(hit => Array.IndexOf(Kinds, hit.Kind)).ThenByDescending(hit => hit.Id).Take(MostPieces)).Select(hit => hit.Id).ToList();
        var texts = (await db.SearchTexts.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken)).ToLookup(s => s.AssignmentId);
        var assignments = await db.Assignments.AsNoTracking().Where(a => order.Contains(a.Id))
            .Select(a => new { a.Id, a.Topic, a.Stage, a.PersonId, Person = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(), Language = db.SearchTexts.Where(s => s.AssignmentId == a.Id && s.Kind == SearchRow.Topic).Select(s => s.Language).FirstOrDefault() })
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var found = order.Where(assignments.ContainsKey).Select(id => assignments[id]).Select(a => new Found(
            a.Id, a.Topic, a.Stage, a.PersonId, a.Person, words.Cut(a.Topic),
            [.. texts[a.Id].Where(text => text.Kind != SearchRow.Topic).OrderBy(text => Array.IndexOf(Kinds, text.Kind)).ThenByDescending(text => text.Id).Select(text => new FoundPiece(text.Kind, text.Part, words.Cut(text.Text)))])
        {
            Language = a.Language,
        });
        return ([.. found], taken.Count < hits.Count || hits.Count == MostHits ? taken[^1].Id : null);
    }

    /// <summary>The assignments that hold the words, the newest texts' first, as many as a list may be narrowed to. Who may not read a text does not learn what stands in it either.</summary>
    public async Task<IReadOnlyList<string>> AssignmentsAsync(SearchWords words, bool answers, bool drafts, CancellationToken cancellationToken) =>
        [.. (await HitsAsync(words, answers, drafts, long.MaxValue, long.MaxValue, MostNarrowing, cancellationToken)).Select(hit => hit.AssignmentId).Distinct().Take(MostAssignments)];

    /// <summary>The newest texts that hold the words.</summary>
    /// <param name="words">All of them.</param>
    /// <param name="answers">Answers too.</param>
    /// <param name="drafts">Drafts too.</param>
    /// <param name="begin">Where the page begins: an assignment with such a text before it stood on an earlier one.</param>
    /// <param name="before">Where reading goes on.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    private async Task<List<Hit>> HitsAsync(SearchWords words, bool answers, bool drafts, long begin, long before, int most, CancellationToken cancellationToken)
    {
        if (words.Words.IsEmpty)
        {
            return [];
        }

        var isFirst = begin == long.MaxValue;
        if (db.Database.IsNpgsql())
        {
            var query = string.Join(" & ", words.Words.Select(word => word.Length > 1 ? $"'{word}':*" : $"'{word}'"));
            return await db.Database.SqlQuery<Hit>(
                $"""
                SELECT h."Id", h."AssignmentId", h."Kind", NOT {isFirst} AND EXISTS (
                    SELECT 1 FROM "SearchTexts" n
                    WHERE n."AssignmentId" = h."AssignmentId" AND n."Id" >= {begin} AND n."Words" @@ (to_tsquery('swedish', {query}) || to_tsquery('english', {query})) AND ({answers} OR n."Kind" <> 'answer') AND ({drafts} OR n."Kind" <> 'draft')) AS "Shown"
                FROM (SELECT s."Id", s."AssignmentId", s."Kind" FROM "SearchTexts" s
                    WHERE s."Words" @@ (to_tsquery('swedish', {query}) || to_tsquery('english', {query})) AND ({answers} OR s."Kind" <> 'answer') AND ({drafts} OR s."Kind" <> 'draft') AND s."Id" < {before} ORDER BY s."Id" DESC LIMIT {most}) h
                ORDER BY h."Id" DESC
                """).ToListAsync(cancellationToken);
        }

        var match = string.Join(' ', words.Stems.Select(stem => stem.Length > 1 ? $"\"{stem}\"*" : $"\"{stem}\""));
        return await db.Database.SqlQuery<Hit>(
            $"""
            SELECT h."Id", h."AssignmentId", h."Kind", NOT {isFirst} AND EXISTS (
                SELECT 1 FROM "SearchTexts" n
                WHERE n."AssignmentId" = h."AssignmentId" AND n."Id" >= {begin} AND ({answers} OR n."Kind" <> 'answer') AND ({drafts} OR n."Kind" <> 'draft')
                    AND n."Id" IN (SELECT g.rowid FROM "__Search" g WHERE g."__Search" MATCH {match} AND g.rowid >= {begin})) AS "Shown"
            FROM (SELECT s."Id", s."AssignmentId", s."Kind" FROM "__Search" f CROSS JOIN "SearchTexts" s ON s."Id" = f.rowid
                WHERE f."__Search" MATCH {match} AND ({answers} OR s."Kind" <> 'answer') AND ({drafts} OR s."Kind" <> 'draft') AND f.rowid < {before} ORDER BY f.rowid DESC LIMIT {most}) h
            ORDER BY h."Id" DESC
            """).ToListAsync(cancellationToken);
    }

    /// <summary>A text that holds the words.</summary>
    /// <param name="Id">Which; newer texts have higher ones.</param>
    /// <param name="AssignmentId">What it is of.</param>
    /// <param name="Kind">topic, brief, answer or draft.</param>
    /// <param name="Shown">An earlier page has the assignment, for a newer text of it.</param>
    private sealed record Hit(long Id, string AssignmentId, string Kind, bool Shown);
}

/// <summary>An assignment in which something was found.</summary>
/// <param name="AssignmentId">Which.</param>
/// <param name="Topic">The question.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="PersonId">Who answers.</param>
/// <param name="Person">The name; null when nobody told.</param>
/// <param name="Question">The question with what to mark in it.</param>
/// <param name="Pieces">Where else, the best places.</param>
public sealed record Found(string AssignmentId, string Topic, AssignmentStage Stage, string PersonId, string? Person, Snippet Question, IReadOnlyList<FoundPiece> Pieces)
{
    /// <summary>What all its texts are written in.</summary>
    public string? Language { get; init; }
}

/// <summary>A place in which something was found.</summary>
/// <param name="Kind">brief, answer or draft.</param>
/// <param name="Part">The answer's slot or the draft's outlet.</param>
/// <param name="Snippet">The place.</param>
public sealed record FoundPiece(string Kind, string Part, Snippet Snippet);
