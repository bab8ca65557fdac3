using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>What came of a file of assignments.</summary>
/// <param name="Items">The assignments, in the order of the lines.</param>
internal sealed record ImportBody(IReadOnlyList<ImportedLine> Items);

/// <summary>A table of assignments over REST.</summary>
internal static class ImportApi
{
    public static void MapImport(this RouteGroupBuilder api) =>
        api.MapPost("/assignments/import", ImportAsync).WithSummary("Open assignments from CSV").WithDescription($"Columns: {string.Join(", ", ImportTable.Columns)}.").WithTags("Assignments").Accepts<string>("text/csv").Needs(Act.Order);

    private static async Task<Results<Ok<ImportBody>, ValidationProblem>> ImportAsync(HttpRequest request, AssignmentOpener opener, DialogDb db, Database database, Organisation organisation, CancellationToken cancellationToken)
    {
        var table = await ImportTable.ReadAsync(await TableText.ReadAsync(request.Body, cancellationToken), db, database, organisation, cancellationToken);
        return table.Problems.Any ? table.Problems.ToResult() : TypedResults.Ok(new ImportBody(await table.OpenAsync(opener, db, cancellationToken)));
    }
}
