using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Dialog.Bot.Api;

/// <summary>A request that does not have the form the API's description says: 400, and where it went wrong.</summary>
internal static class Unreadable
{
    public static void AddUnreadable(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<ExceptionHandlerOptions>(handler =>
        {
            handler.StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            handler.SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException;
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            if (context.Exception is BadHttpRequestException bad)
            {
                context.ProblemDetails.Detail = Explain(bad);
            }
        });
    }

    private static string Explain(BadHttpRequestException bad) => bad.InnerException is JsonException json
        ? $"The body can not be read at {json.Path ?? "$"}. What is expected there stands in /openapi/v1.json."
        : bad.Message;
}
