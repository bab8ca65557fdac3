using Microsoft.AspNetCore.Antiforgery;

namespace Dialog.Bot;

/// <summary>What browsers are told about every page: own scripts and styles only, no frames, no sniffing, no addresses given away.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The API's human page brings its own inline script and style.</summary>
    private const string ApiPagePolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>Microsoft's own list of hosts that show tabs (learn.microsoft.com, "Tab prerequisites").</summary>
    private const string TeamsHosts = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com https://outlook.live.com https://outlook.office365.com https://gov.teams.microsoft.us https://dod.teams.microsoft.us";

    /// <summary>The tab stands in a frame of Teams, and nothing else does.</summary>
    private const string TabPolicy = $"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors {TeamsHosts}";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Tell(http);
        http.Response.OnStarting(NotKept, http.Response);
        return next(http);
    });

    /// <summary>Says it of one answer.</summary>
    public static void Tell(HttpContext http)
    {
        var headers = http.Response.Headers;
        var isApiPage = http.Request.Path.StartsWithSegments("/api", out var rest) && !rest.StartsWithSegments("/v1") && !rest.StartsWithSegments("/messages");
        headers.ContentSecurityPolicy = isApiPage ? ApiPagePolicy : http.Request.Path == "/teams/tab" ? TabPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    /// <summary>What is about people is kept by no browser and no proxy; the program's own files, and who knows better, say otherwise themselves.</summary>
    private static Task NotKept(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>A form without the token of one of our own pages is refused before anything reads it.</summary>
    public static void UseFormsOfOurOwnOnly(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    });
}
