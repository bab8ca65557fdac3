using Dialog.Bot.Access;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>The figures as Prometheus reads them, at <c>/metrics</c>.</summary>
internal static class MetricsPage
{
    private const string Path = "/metrics";

    /// <summary>Whoever asks from another machine, or through a proxy, needs the desk's token.</summary>
    public static void MapMetrics(this WebApplication app, bool open)
    {
        app.UseWhen(http => http.Request.Path == Path, metrics => metrics.Use(async (http, next) =>
        {
            if (!(open && ThisMachine.Asks(http)) && !TokenHandler.Carries(http))
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await http.RequestServices.GetRequiredService<Measures>().LookAsync(http.RequestServices.GetRequiredService<Database>(), http.RequestAborted);
            await next(http);
        }));
        app.MapPrometheusScrapingEndpoint(Path).OpenTo("this machine, where nobody else reaches the program, or the desk's token: looked at before");
    }
}
