using System.Text.Json;
using Dialog.Bot.Store;

namespace Dialog.Bot.Api;

/// <summary>A request that could not be taken: 400 and where it went wrong when it has not the form the API's description says, or a character nobody can store; 503 when the store is out.</summary>
internal static class Unreadable
{
    public static void AddUnreadable(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<ExceptionHandlerOptions>(handler =>
        {
            handler.StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode
                : Unstorable.Is(exception) ? StatusCodes.Status400BadRequest
                : Outage.Is(exception) ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
            handler.SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException || Unstorable.Is(context.Exception)
                || context.HttpContext.RequestServices.GetRequiredService<OutageLog>().Took(context.Exception);
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            if (context.Exception is BadHttpRequestException bad)
            {
                context.ProblemDetails.Detail = Explain(bad, context);
            }
            else if (context.Exception is { } unstorable && Unstorable.Is(unstorable))
            {
                context.ProblemDetails.Detail = "Nothing was taken: a text holds a character that can not be stored (NUL).";
            }
            else if (context.Exception is { } exception && Outage.Is(exception))
            {
                context.ProblemDetails.Detail = "Nothing was taken: the store can not be used just now. Send it again.";
            }
        });
    }

    /// <summary>Never in the framework's own words, which speak to whoever wrote the program.</summary>
    private static string? Explain(BadHttpRequestException bad, ProblemDetailsContext context) => bad.InnerException switch
    {
        UnclearInstantException unclear => $"The body can not be read at {unclear.Path ?? "$"}. {unclear.Message}",
        JsonException json => $"The body can not be read at {json.Path ?? "$"}. What is expected there stands in /openapi/v1.json.",
        _ when bad.StatusCode == StatusCodes.Status400BadRequest && ApiProblemWriter.Is(context.HttpContext) => "A JSON body is needed. What is expected there stands in /openapi/v1.json.",
        _ => context.ProblemDetails.Detail,
    };
}
