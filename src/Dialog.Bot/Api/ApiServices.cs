using Dialog.Bot.Access;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Dialog.Bot.Api;

internal static class ApiServices
{
    /// <summary>The largest request the REST API reads.</summary>
    public const int MostBytes = 256 * 1024;

    public const string Described = "the API's description holds no data";

    private const string Scheme = "deskToken";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Dialog";
            document.Info.Description = "Ask a person why, get drafts in their own words. Every call needs Authorization: Bearer <Desk:Token>. Errors are problem details (RFC 9457). Lists come in pages: ask again with cursor set to next until it is null.";
            document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Desk:Token" });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        }).AddDocumentTransformer(async (document, context, cancellationToken) => document.AddComponent("ProblemDetails", await context.GetOrCreateSchemaAsync(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), parameterDescription: null, cancellationToken))).AddSchemaTransformer(WithOffset.DescribeAsync).AddSchemaTransformer(ByName.DescribeAsync).AddOperationTransformer<ApiDescription>());
        services.AddSingleton<IProblemDetailsWriter, ApiProblemWriter>();
        services.AddUnreadable();
    }

    /// <summary>What is made here once is not made twice when the same is sent again (<see cref="Keyed"/>).</summary>
    public static T TakesKey<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new TakesKey()).AddEndpointFilter(Keyed.OneAtATimeAsync);

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().OpenTo(Described);
        app.MapScalarApiReference("/api", options => options.WithTitle("Dialog API").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton()).OpenTo(Described);
        app.MapFeed();
        var api = app.MapGroup("/api/v1").AddEndpointFilter(OwnPagesOrTokenAsync).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes));
        api.MapPeople();
        api.MapAssignments();
        api.MapImport();
        api.MapSeries();
        api.MapQuestions();
        api.MapOutlets();
        api.MapFeeds();
        api.MapAnswers();
        api.MapDrafts();
        api.MapHooks();
        api.MapAudit();
        api.MapArchive();
        api.MapLogLevels();
        api.MapSearch();
    }

    /// <summary>The session at the desk is good for its own pages only; a token is sent on purpose.</summary>
    private static ValueTask<object?> OwnPagesOrTokenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.User.Identity?.AuthenticationType == TokenHandler.Name ? next(invocation) : SameSite.OnlyAsync(invocation, next);
}
