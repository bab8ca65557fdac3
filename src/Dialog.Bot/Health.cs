using Dialog.Bot.Access;

namespace Dialog.Bot;

/// <summary>Liveness: the process answers. Readiness: the store can be written.</summary>
internal static class Health
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", Methods, () => TypedResults.Text("ok")).ExcludeFromDescription().OpenTo("says nothing but that the program lives");
        routes.MapMethods("/readyz", Methods, IsReadyAsync).ExcludeFromDescription().OpenTo("says nothing but that the store can be used");
    }

    private static async Task<IResult> IsReadyAsync(Readiness readiness, CancellationToken cancellationToken) => await readiness.IsReadyAsync(cancellationToken)
        ? TypedResults.Text("ready")
        : TypedResults.Text("the store can not be written", statusCode: StatusCodes.Status503ServiceUnavailable);
}
