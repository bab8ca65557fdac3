using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Desk;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Dialog.Bot.Api;

internal static class ApiServices
{
    /// <summary>The largest request the REST API reads.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Scheme = "deskToken";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Dialog";
            document.Info.Description = "Ask a person why, get drafts in their own words. Every call needs Authorization: Bearer <Desk:Token>.";
            document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Desk:Token" });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        }));
        services.AddUnreadable();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/api", options => options.WithTitle("Dialog API").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton());
        app.MapFeed();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(RequireTokenAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes));
        api.MapPeople();
        api.MapAssignments();
        api.MapImport();
        api.MapSeries();
        api.MapFeeds();
        api.MapAnswers();
        api.MapDrafts();
    }

    /// <summary>The request carries the desk's token.</summary>
    public static bool HasToken(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && Same(header["Bearer ".Length..].Trim(), http.RequestServices.GetRequiredService<DeskOptions>().Token);

    private static async ValueTask<object?> RequireTokenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (HasToken(http))
        {
            return await next(invocation);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem("Send Authorization: Bearer with the desk's token (Desk:Token).", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static bool Same(string given, string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
