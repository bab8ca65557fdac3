using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;

namespace Dialog.Bot.Turns;

/// <summary>
/// What a person has published on a theme, by the search index's texts of what is theirs: an index on the person narrows it first, so it costs the same however
/// much others have said.
/// </summary>
internal static class EarlierTexts
{
    /// <summary>The person's newest published assignments that are looked through.</summary>
    private const int MostPublished = 100;

    private const int MostFound = 3;

    /// <summary>One word in common is chance; so many are a theme, or all that the question has.</summary>
    private const int LeastShared = 2;

    /// <summary>The newest first.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="about">The question; empty finds whatever was published last.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="except">The assignment that is looked from.</param>
    public static async Task<ImmutableList<Earlier>> ReadAsync(Session session, string personId, string about, CancellationToken cancellationToken, string? except = null)
    {
        var published = await session.ListAsync(
            $"""
            SELECT r."AssignmentId", MAX(r."Seq") FROM "Assignments" a JOIN "Records" r ON r."AssignmentId" = a."Id"
            WHERE a."PersonId" = $1 AND a."Id" <> $2 GROUP BY r."AssignmentId" ORDER BY MAX(r."Seq") DESC LIMIT {MostPublished}
            """,
            [personId, except ?? ""],
            row => (Id: row.GetString(0), Record: row.GetInt64(1)),
            cancellationToken);
        if (published.Count == 0)
        {
            return [];
        }

        var wanted = Themes.Of(about).Count;
        var found = ImmutableList.CreateBuilder<Earlier>();
        foreach (var (id, record) in published)
        {
            if (found.Count == MostFound)
            {
                break;
            }

            if (about.Length > 0)
            {
                var texts = await session.ListAsync("""SELECT "Text" FROM "SearchTexts" WHERE "AssignmentId" = $1 AND "Kind" <> 'brief'""", [id], row => row.GetString(0), cancellationToken);
                if (wanted == 0 || Themes.Shared(about, string.Join('\n', texts)) < Math.Min(LeastShared, wanted))
                {
                    continue;
                }
            }

            var (body, at) = (await session.ListAsync("""SELECT "Body", "PublishedAt" FROM "Records" WHERE "Seq" = $1""", [record], row => (FinalRecord.Read(row.GetString(0)), row.Instant(1)), cancellationToken))[0];
            found.Add(new Earlier(id, body.Topic, at, Quote(body, about), body.Url) { Language = body.Language });
        }

        return found.ToImmutable();
    }

    /// <summary>The person's own sentence that shares most with the question; the first where none does.</summary>
    private static string Quote(FinalRecordBody body, string about)
    {
        var own = body.Sentences.Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened).Select(sentence => sentence.Text).ToList();
        return (own.Count > 0 ? own : [body.Text]).MaxBy(sentence => Themes.Shared(about, sentence))!;
    }
}
