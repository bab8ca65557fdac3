namespace Dialog.Bot.Api;

/// <summary>Under /api every error is problem details (RFC 9457), whatever the caller says it accepts.</summary>
internal sealed class ApiProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => Is(context.HttpContext);

    /// <summary>The request is to the REST API.</summary>
    public static bool Is(HttpContext http) => http.Request.Path.StartsWithSegments("/api", out var rest) && !rest.StartsWithSegments("/messages");

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = context.ProblemDetails;
        problem.Status ??= http.Response.StatusCode;
        problem.Title ??= Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => "There is no such address. What there is stands in /openapi/v1.json.",
            StatusCodes.Status405MethodNotAllowed => $"Use {http.Response.Headers.Allow}.",
            StatusCodes.Status413PayloadTooLarge => $"At most {ApiServices.MostBytes} bytes.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body with the Content-Type that /openapi/v1.json names, usually application/json.",
            StatusCodes.Status429TooManyRequests => "Too many requests. Wait as long as Retry-After says.",
            _ => null,
        };
        http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<ProblemDetailsOptions>>().Value.CustomizeProblemDetails?.Invoke(context);
        await http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json");
    }
}
