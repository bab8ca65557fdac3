using Dialog.Bot.Access;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>Liveness: the process answers. Readiness: the store can be reached and is up to date.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription().OpenTo("says nothing but that the program lives");
        routes.MapGet("/readyz", IsReadyAsync).ExcludeFromDescription().OpenTo("says nothing but that the store can be used");
    }

    private static async Task<IResult> IsReadyAsync(Database database, CancellationToken cancellationToken)
    {
        try
        {
            await database.ReadAsync((session, token) => session.ListAsync("""SELECT 1 FROM "Inbox" LIMIT 1""", [], row => row.GetInt32(0), token), cancellationToken);
            return TypedResults.Text("ready");
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException)
        {
            return TypedResults.Text("the store can not be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
