using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot;

/// <summary>Liveness: the process answers. Readiness: the store can be reached and is up to date.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription();
        routes.MapGet("/readyz", IsReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> IsReadyAsync(DialogDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Inbox.AnyAsync(cancellationToken);
            return TypedResults.Text("ready");
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException)
        {
            return TypedResults.Text("the store can not be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
