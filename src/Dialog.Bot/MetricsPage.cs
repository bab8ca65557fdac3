using Dialog.Bot.Access;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>The figures as Prometheus reads them, at <c>/metrics</c>.</summary>
internal static class MetricsPage
{
    /// <summary>Whoever asks from another machine, or through a proxy, needs the desk's token, however they write the address.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes, bool open) => routes.MapPrometheusScrapingEndpoint(
        "/metrics",
        meterProvider: null,
        metrics => metrics.Use(async (http, next) =>
        {
            if (!(open && ThisMachine.Asks(http)) && !TokenHandler.Carries(http))
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await http.RequestServices.GetRequiredService<Measures>().LookAsync(http.RequestServices.GetRequiredService<Database>(), http.RequestAborted);
            await next(http);
        }),
        optionsName: null).WithMetadata(new HttpMethodMetadata([HttpMethods.Get])).OpenTo("this machine, where nobody else reaches the program, or the desk's token: looks itself");
}
