using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>An assignment in which the words were found.</summary>
/// <param name="AssignmentId">Which.</param>
/// <param name="Topic">The question.</param>
/// <param name="PersonId">Who answers.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Hits">The places, the best first, at most three.</param>
internal sealed record FoundBody(string AssignmentId, string Topic, string PersonId, AssignmentStage Stage, IReadOnlyList<HitBody> Hits);

/// <summary>A place in which they were found.</summary>
/// <param name="Kind">topic, brief, answer or draft.</param>
/// <param name="Part">The answer's slot or the draft's outlet; null for the others.</param>
/// <param name="Text">A piece of the text, on one line, as it was written: not escaped.</param>
/// <param name="Marks">The words in it that were looked for: places and lengths in UTF-16 units.</param>
internal sealed record HitBody(string Kind, string? Part, string Text, IReadOnlyList<SnippetMark> Marks);

/// <summary>The search over REST.</summary>
internal static class SearchApi
{
    private const int LongestQuery = 200;

    public static void MapSearch(this RouteGroupBuilder api) => api.MapGet("/search", FindAsync)
        .WithSummary("Search questions, briefs, answers and drafts")
        .WithDescription("q is any text: letters and digits make words, everything else parts them. All words have to be in the same text; endings may differ, and the beginning of a word is enough. The newest texts come first.")
        .WithTags("Search").Needs(Act.ReadDrafts);

    private static async Task<Results<Ok<Page<FoundBody>>, ValidationProblem>> FindAsync(string? q, string? cursor, HttpContext http, SearchRead search, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        problems.Check("q", !string.IsNullOrWhiteSpace(q), "This is needed.");
        problems.Check("q", q is null or { Length: <= LongestQuery }, $"At most {LongestQuery} characters.");
        long? after = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        problems.Check("cursor", string.IsNullOrEmpty(cursor) || after is not null, "Use the next of the page before.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var (found, next) = await search.FindAsync(SearchWords.Of(q!), Caller.Of(http).May(Act.ReadAnswers), after, cancellationToken);
        return TypedResults.Ok(new Page<FoundBody>([.. found.Select(Body)], next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static FoundBody Body(Found found) => new(found.AssignmentId, found.Topic, found.PersonId, found.Stage,
    [
        .. found.Question.Marks.IsEmpty ? Array.Empty<HitBody>() : [new HitBody("topic", Part: null, found.Question.Text, found.Question.Marks)],
        .. found.Pieces.Select(piece => new HitBody(piece.Kind, piece.Part.Length == 0 ? null : $"{char.ToLowerInvariant(piece.Part[0])}{piece.Part[1..]}", piece.Snippet.Text, piece.Snippet.Marks)),
    ]);
}
